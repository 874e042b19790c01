"""A server with a class in it, for the browser tests of the teacher's page.

The server keeps its classes in a file, on which the test opens the same store: what a pupil's phone
sends is written there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from analysis.practice.marks import Mark
from store.classes.joining import as_pupil, join
from store.classes.marks import keep_marks
from store.classes.opening import as_teacher
from store.classes.records import KeptMark, Pupil, SchoolClass
from store.database import database


@dataclass
class Room:
    """A server, the file in which it keeps its classes, and what it prints."""

    url: str
    file: Path
    log: Path

    def __post_init__(self) -> None:
        self.engine = database(str(self.file))

    def led(self, page: Page) -> SchoolClass:
        """The class whose key the browser of ``page`` keeps, as it is now."""
        key = keys_in(page)[-1]
        return as_teacher(self.engine, key["code"], key["key"])

    def pupils(self, code: str, word: str, count: int) -> list[Pupil]:
        """So many pupils who have just joined."""
        seats = [join(self.engine, code, word)[0] for _ in range(count)]
        return [as_pupil(self.engine, seat.token) for seat in seats]

    def mark(self, pupil: Pupil, number: int, sentences: list[int], done: bool = False) -> None:
        """Have a pupil mark sentences (from 1, as they are shown) in a round."""
        marks = [KeptMark(Mark(sentence - 1, True, "feeling"), 1) for sentence in sentences]
        keep_marks(self.engine, pupil, number, marks, done or None)


def keys_in(page: Page) -> list[dict[str, str]]:
    """The keys that the browser keeps."""
    kept: list[dict[str, str]] = json.loads(
        page.evaluate("localStorage.getItem('slant.classes') ?? '[]'")
    )
    return kept
