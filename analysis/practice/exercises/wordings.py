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
    ``words`` the words and phrases of ``loaded`` that make it loaded, in its order. In a file of a
    teacher's own, ``event`` and the slugs may be empty.
    """

    event: str
    plain_article: str
    loaded_article: str
    plain: str
    loaded: str
    words: tuple[str, ...]

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where the words stand: (start, end) offsets into ``loaded``."""
        found = []
        end = 0
        for words in self.words:
            start = self.loaded.index(words, end)
            end = start + len(words)
            found.append((start, end))
        return tuple(found)


def wording_items(path: Path = FILE) -> list[WordingItem]:
    """Return the items of a file, in its order; raises BadItems, which names the line."""
    return [
        WordingItem(
            event=row["event"],
            plain_article=row["plain_article"],
            loaded_article=row["loaded_article"],
            plain=row["plain"],
            loaded=row["loaded"],
            words=_words(row),
        )
        for row in read_items(path, COLUMNS, may_be_empty=COLUMNS[:3])
    ]


def _words(row: Row) -> tuple[str, ...]:
    """Return the words of the last column, each of which stands behind the one before."""
    found = tuple(words.strip() for words in row["words"].split(_BETWEEN))
    at = 0
    for words in found:
        start = row["loaded"].find(words, at)
        if not words or start < 0:
            problem = f"has words that the loaded sentence lacks (“{words[:40]}”)"
            raise row.bad(problem, f"copy them from it, in its order, with {_BETWEEN} between")
        at = start + len(words)
    return found
