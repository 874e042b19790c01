"""Which is which: two wordings of one fact, taken from the sample articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.practice.item_files import PRACTICE, Row, read_items

FILE = PRACTICE / "wordings.csv"
"""The items that come with Slant."""

COLUMNS = ("event", "plain_article", "loaded_article", "plain", "loaded", "words")
_BETWEEN = "|"


@dataclass(frozen=True)
class WordingItem:
    """A fact told twice, in the outlets' own voices.

    ``plain`` and ``loaded`` are the sentences as they stand in the articles of these slugs, and
    ``words`` the (start, end) offsets into ``loaded`` of the words that make it loaded, in order.
    In a file of a teacher's own, ``event`` and the slugs may be empty.
    """

    event: str
    plain_article: str
    loaded_article: str
    plain: str
    loaded: str
    words: tuple[tuple[int, int], ...]


def wording_items(path: Path = FILE) -> list[WordingItem]:
    """Return the items of a file, in its order; raises BadItems, which names the line."""
    rows = read_items(path, COLUMNS, may_be_empty=COLUMNS[:3])
    return [
        WordingItem(*(row[column] for column in COLUMNS[:-1]), words=_places(row, row["loaded"]))
        for row in rows
    ]


def _places(row: Row, loaded: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of the last column stand, each sought behind the one before."""
    found: list[tuple[int, int]] = []
    at = 0
    for words in row["words"].split(_BETWEEN):
        wanted = words.strip()
        start = loaded.find(wanted, at)
        if not wanted or start < 0:
            problem = f"has words that the loaded sentence lacks (“{wanted[:40]}”)"
            advice = "copy them from it, in its order, with | between"
            raise row.bad(problem, advice)
        at = start + len(wanted)
        found.append((start, at))
    return tuple(found)
