"""All exports that the readers are measured on, made of articles that are known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.analysis.corpus.reading.exports.made import layouts
from tests.analysis.corpus.reading.exports.made.articles import invented
from tests.analysis.corpus.reading.exports.made.pdf_files import pdf
from tests.analysis.corpus.reading.exports.made.record import Fixture, Made, Row, Truth
from tests.analysis.corpus.reading.exports.made.rtf_files import rtf
from tests.analysis.corpus.reading.exports.made.word_files import word

AMERICAN = ("%B {n}, %Y %A", "%B {n}, %Y %A 10:15 AM GMT", "%B {n}, %Y, %A", "%b {n}, %Y")
BRITISH = ("{n} %B %Y", "%A {th} %B %Y, 10:15 AM GMT", "%A, {n} %B %Y", "%d %b %Y")
WITHOUT = ("%B {n}, %Y %A", "", "%B %Y", "{n} %B %Y")
SLASHES = ("{n}/%m/%Y",)
DAYS = ("{n} %B %Y",)
UNDATED = ("{n} %B %Y", "", "{n} %B %Y")

ONCE = Path(__file__).parent / "once"
DATABASES = {
    "nexis": "Nexis",
    "lexisnexis": "LexisNexis",
    "factiva": "Factiva",
    "factiva-tagged": "Factiva tagged",
}

COUNTED = -1
"""As many as there are, what a file claims if nothing else is said."""

Layout = Callable[[Sequence[Made], int | None], Iterator[Row]]


def _write(folder: Path, name: str, made: Callable[[], bytes]) -> Path:
    path = folder / name
    path.write_bytes(made())
    return path


def _fixture(
    form: str,
    layout: Layout,
    seed: int,
    count: int,
    dates: tuple[str, ...],
    claims: int | None = COUNTED,
    day_first: bool | None = None,
    empty: int | None = None,
) -> Iterator[Fixture]:
    """Give one fixture as Word, RTF and PDF; ``empty`` is the number of an article without text."""
    for file, writer in _writers(form.partition(" ")[0]).items():
        articles = invented(seed, count, dates, beyond=file != "pdf")
        if empty is not None:
            articles[empty].body = []
        says = count if claims == COUNTED else claims
        name = f"{form.replace(' ', '-')}-{seed}.{file}"
        rows = partial(layout, articles, says)
        yield Fixture(
            name,
            f"{form}, {file}",
            partial(_write, name=name, made=lambda rows=rows, writer=writer: writer(rows())),
            tuple(one.truth() for one in articles),
            says,
            day_first,
        )


def _writers(database: str) -> dict[str, Callable[[Iterator[Row]], bytes]]:
    head = database.lower() if database in ("Nexis", "Factiva") else ""
    return {"docx": word, "rtf": rtf, "pdf": partial(pdf, head=head)}


def _all() -> Iterator[Fixture]:
    nexis, old, tagged, plain = "Nexis", "LexisNexis", "Factiva tagged", "Factiva"
    yield from _fixture(nexis, layouts.nexis, 1, 6, AMERICAN)
    yield from _fixture(nexis, layouts.nexis, 2, 40, BRITISH)
    yield from _fixture(nexis, layouts.nexis, 3, 9, WITHOUT, claims=11)
    yield from _fixture(
        nexis, partial(layouts.nexis, numbered=False), 4, 3, SLASHES, COUNTED, True, 1
    )
    yield from _fixture(nexis, layouts.nexis, 14, 13, AMERICAN, claims=None)
    yield from _fixture(old, partial(layouts.nexis_old, rights_first=True), 15, 13, BRITISH)
    yield from _fixture(old, layouts.nexis_old, 5, 4, AMERICAN)
    yield from _fixture(old, layouts.nexis_old, 6, 12, BRITISH)
    yield from _fixture(old, layouts.nexis_old, 7, 8, WITHOUT, claims=9, empty=3)
    yield from _fixture(plain, partial(layouts.factiva, rights=False), 16, 13, DAYS, claims=None)
    yield from _fixture(plain, layouts.factiva, 8, 5, DAYS)
    yield from _fixture(plain, layouts.factiva, 9, 14, DAYS, claims=17)
    yield from _fixture(plain, layouts.factiva, 10, 6, UNDATED, empty=2)
    yield from _fixture(tagged, layouts.factiva_tagged, 11, 4, DAYS)
    yield from _fixture(tagged, layouts.factiva_tagged, 12, 13, DAYS, claims=14)
    yield from _fixture(tagged, layouts.factiva_tagged, 13, 6, UNDATED, empty=2)


def _tabbed() -> Iterator[Fixture]:
    """Give files in which a tab stands between tags and texts, and no table."""
    for number, (file, writer) in enumerate((("rtf", rtf), ("docx", word))):
        articles = invented(17 + number, 13, DAYS, beyond=True)
        rows = partial(layouts.factiva_tagged, articles, None)
        name = f"Factiva-tabs.{file}"
        yield Fixture(
            name,
            f"Factiva tagged, {file}",
            partial(_write, name=name, made=lambda rows=rows, w=writer: w(rows(), tables=False)),
            tuple(one.truth() for one in articles),
        )


def _once() -> Iterator[Fixture]:
    """Give the files that other programs wrote, see ``make_once``."""
    truth = json.loads((ONCE / "truth.json").read_text("utf-8"))
    for name, articles in truth.items():
        form = DATABASES[name.rpartition("-")[0]]
        file = name.rpartition(".")[2]
        write = partial(_write, name=name, made=(ONCE / name).read_bytes)
        known = tuple(Truth(**one) for one in articles)
        yield Fixture(name, f"{form}, {file}", write, known, len(known))


FIXTURES = [*_all(), *_tabbed(), *_once()]
"""54 files: each layout in each kind of file, with dates in several forms."""
