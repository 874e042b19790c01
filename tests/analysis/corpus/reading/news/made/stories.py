"""Invented articles with what makes formats of news hard to read."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.analysis.corpus.reading.exports.made.record import Truth
from tests.bench.invented_articles import article

OUTLET = "The Carrow Examiner & Gazette"
AUTHORS = ("Ana Hale", "Tom Reed", "Zoë O’Brien-Müller")
SECTIONS = ("Local", "Business & Money", "Sport")
ODD = (
    "“It was £3 for a crème brûlée – or €4?” asked Zoë at Ana’s café…",
    "The sign read “5 < 7 & 9 > 8”, and nobody laughed.",
    'They wrote <item> and </entry> on the wall, and { "text": [1] } below it.',
)
"""Lines with letters beyond ASCII (all in Windows-1252), and with marks of the formats."""

BEYOND = "Łukasz Wójcik read the letter in Москва 😀 twice."


@dataclass(frozen=True)
class Story:
    """An article before it is written in a format; ``day`` None: it is not given."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    day: date | None
    author: str
    section: str

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://www.examiner.example/{self.id}"

    @property
    def text(self) -> str:
        """Its text, a blank line between paragraphs."""
        return "\n\n".join(self.paragraphs)

    def truth(self, outlet: str = OUTLET, **other: str) -> Truth:
        """Return it as it should be found; ``other`` are fields that are found otherwise."""
        day = self.day.isoformat() if self.day else ""
        found = Truth(self.text, day, self.title, outlet, self.author, self.section, self.id)
        return replace(found, **other)


def stories(seed: int, count: int = 6, beyond: bool = True) -> list[Story]:
    """Return invented articles of at least 150 words; ``beyond`` adds letters that Windows-1252
    lacks. The fourth has no date, the last two have the same id."""
    dice = random.Random(seed)
    found = []
    for number in range(count):
        title, *paragraphs = article(seed * 100 + number, 180).split("\n\n")
        paragraphs.insert(1, ODD[number % len(ODD)])
        if beyond and number % 2:
            paragraphs.append(BEYOND)
        day = date(2019, 1, 1) + timedelta(dice.randrange(700))
        found.append(
            Story(
                f"a{seed}-{min(number, count - 2)}",
                title if number % 3 else f"{title} & “more”",
                tuple(paragraphs),
                None if number == 3 else day,
                AUTHORS[number % 3],
                SECTIONS[number % 3],
            )
        )
    return found
