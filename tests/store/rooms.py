"""A class in a store, a text for it, and marks: what the tests of the store begin with."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from analysis.practice.marks import Mark
from store.classes.joining import as_pupil, join
from store.classes.opening import as_teacher, open_class
from store.classes.records import KeptMark, Opened, Pupil, SchoolClass

MATERIAL: dict[str, Any] = {
    "title": "Tram “12” \ud800",
    "text": "The tram stops. It shames us. ✓",
    "lines": [[0, 15, 0, True], [16, 29, 0, True], [30, 31, 0, False]],
    "views": [],
}
"""A text to mark. Half a surrogate pair is what a browser can send."""


@dataclass(frozen=True)
class Room:
    """A class, the store that it is in, and what was given out at its opening."""

    engine: Engine
    opened: Opened
    id: int

    @property
    def now(self) -> SchoolClass:
        """The class as it is now."""
        return as_teacher(self.engine, self.opened.code, self.opened.key)

    def pupil(self) -> Pupil:
        """Let one more pupil join."""
        (seat,) = join(self.engine, self.opened.code, self.now.word)
        return as_pupil(self.engine, seat.token)


def room_in(engine: Engine) -> Room:
    """Open a class in a store."""
    opened = open_class(engine)
    return Room(engine, opened, as_teacher(engine, opened.code, opened.key).id)


def kept(sentence: int, seq: int, loaded: bool = True, reason: str = "") -> KeptMark:
    """A mark with its ``seq``; a loaded one has the sentence's first five signs as its words."""
    words = ((sentence * 10, sentence * 10 + 5),) if loaded else ()
    return KeptMark(Mark(sentence, loaded, reason, words), seq)
