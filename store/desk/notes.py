"""Notes that editors write on articles and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from store.desk.records import Note


def add_note(
    engine: Engine, editor: int, article: int, text: str, *, flag: int | None = None, request: str
) -> Note:
    """Keep a note and return it; the same ``request`` again returns the one that was kept.

    Raises BadNote, NoSuchArticle, NoSuchFlag, NotAllowed.
    """
    raise NotImplementedError


def notes(engine: Engine, article: int) -> tuple[Note, ...]:
    """Return the notes of an article and of its flags, the oldest first."""
    raise NotImplementedError
