"""How well exports are taken apart: articles and dates found, by form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.corpus.reading.kinds import module_for
from analysis.corpus.reading.record import Choices, Found, Unreadable
from tests.analysis.corpus.reading.exports.made.record import Fixture, Truth


@dataclass
class Score:
    """Counts of one form; ``wrong`` says which articles were not found as they are, and where."""

    files: int = 0
    articles: int = 0
    split: int = 0
    dates: int = 0
    fields: int = 0
    claims: int = 0
    wrong: list[str] = field(default_factory=list)


def measure(fixture: Fixture, folder: Path) -> Score:
    """Write a fixture, read it as an archive is read, and compare; see ``compared``."""
    path = fixture.write(folder)
    module = module_for(path)
    assert module is not None, f"{fixture.name} is not recognised"
    reader = module.open_file(path, Choices({}, fixture.day_first))
    found = list(reader.articles())
    return compared(fixture, found, reader.claimed())


def compared(fixture: Fixture, found: Sequence[Found | Unreadable], claimed: int | None) -> Score:
    """Compare what was found in a fixture with what it was made of.

    An article is split right if the one at its place has its title and exactly its words; fields
    are right if outlet, author and section are as well.
    """
    score = Score(1, len(fixture.truth))
    score.claims = claimed == fixture.claims
    if len(found) != len(fixture.truth):
        score.wrong.append(f"{fixture.name}: {len(found)} of {len(fixture.truth)} articles")
    for number, (one, true) in enumerate(zip(found, fixture.truth, strict=False), 1):
        split = _same(one, true)
        date = getattr(one, "date", "") == true.date or not true.text
        names = not true.text or all(
            getattr(one, name, "") == getattr(true, name)
            for name in ("outlet", "author", "section")
        )
        score.split += split
        score.dates += date
        score.fields += names
        if not (split and date and names):
            score.wrong.append(f"{fixture.name}, article {number}: {one}\n  not {true}")
    return score


def added(scores: Sequence[Score]) -> Score:
    """Return the sum of scores."""
    total = Score()
    for score in scores:
        for name in ("files", "articles", "split", "dates", "fields", "claims"):
            setattr(total, name, getattr(total, name) + getattr(score, name))
        total.wrong += score.wrong
    return total


def _same(one: Found | Unreadable, true: Truth) -> bool:
    if isinstance(one, Unreadable):
        return not true.text
    return one.title == true.title and _words(one.text) == _words(true.text)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)
