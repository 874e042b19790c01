"""How well archives are taken apart: articles split right, dates, fields and claims, by form.

    python -m tests.bench.archive_readers [FORM …]

Every fixture is written anew, read as ``slant corpus`` reads it, and compared with the articles
that it was made of. The last line is the sum; 99 % of the articles and 98 % of the dates are asked
for. With the names of forms only those are read ("Nexis", "pdf").
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.analysis.corpus.reading.exports.made.fixtures import FIXTURES
from tests.analysis.corpus.reading.exports.made.measuring import Score, added, measure
from tests.analysis.corpus.reading.news.made.fixtures import FIXTURES as NEWS_FIXTURES

ALL = [*FIXTURES, *NEWS_FIXTURES]
"""Fixtures of all forms."""


def measured(forms: list[str], folder: Path) -> dict[str, Score]:
    """Return the score of each form whose name holds one of ``forms``, or of all."""
    scores: dict[str, list[Score]] = defaultdict(list)
    for fixture in ALL:
        if not forms or any(form in fixture.form for form in forms):
            scores[fixture.form].append(measure(fixture, folder))
    return {form: added(some) for form, some in scores.items()}


def table(scores: dict[str, Score]) -> str:
    """Return the scores as a table, their sum last."""
    rows = [
        f"{'form':24} {'files':>5} {'articles':>8} {'split':>7} {'dates':>7} {'fields':>7} claims"
    ]
    for form, one in [*scores.items(), ("all", added(list(scores.values())))]:
        shares = (one.split, one.dates, one.fields)
        said = " ".join(f"{share / max(one.articles, 1):7.1%}" for share in shares)
        rows.append(f"{form:24} {one.files:5} {one.articles:8} {said} {one.claims}/{one.files}")
    return "\n".join(rows)


def main() -> None:
    """Print the table, and what was not found as it is."""
    with tempfile.TemporaryDirectory() as folder:
        scores = measured(sys.argv[1:], Path(folder))
    print(table(scores))
    for one in scores.values():
        print(*one.wrong, sep="\n", end="\n" if one.wrong else "")


if __name__ == "__main__":
    main()
