"""What the store gives back of the desk: frozen records, no rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

ROLES = WAITING, READER, REVIEWER, ADMIN = ("waiting", "reader", "reviewer", "admin")
"""What an editor may do, from little to much: nothing until an admin lets them in; look; decide and
add articles; and say who may do what, remove articles, and use or undo a fit of the house."""


def may(role: str, needed: str) -> bool:
    """Whether somebody with ``role`` may do what needs the role ``needed``."""
    return ROLES.index(role) >= ROLES.index(needed)


RULES_FIRST = {"rule": 0, "loaded": 1, "doubting": 2}
"""The order of the queue by what found a flag; then by severity, then the most probable first."""

REMOVED = "removed"
"""The state of a flag whose article was taken off the desk; no record has it."""

_MOST_NUMBER = 2**31 - 1

MOST_NOTE = 2_000
"""Most characters of a note."""

MOST_WORDING = 2_000
"""Most characters of a wording."""

MOST_NAME = 80
"""Most characters of an editor's name."""

MOST_CHECK = 80
"""Most characters of a check's id."""


def row_number(number: int) -> int:
    """Return ``number`` if a row may have it in every database, else 0, which no row has."""
    return number if 0 < number <= _MOST_NUMBER else 0


@dataclass(frozen=True)
class Editor:
    """Somebody at the desk. ``verified`` says whether a login vouches for the name; a typed one is
    what was typed. ``since`` is in UTC."""

    id: int
    name: str
    verified: bool
    role: str
    since: datetime


@dataclass(frozen=True)
class Decision:
    """What an editor decided on a flag.

    ``seq`` counts the decisions of the flag from 1, ``act``, ``reason`` and ``wording`` are those
    of ``analysis.desk.records``, ``made`` is in UTC. ``second`` says that it is a second reading,
    which does not change the flag; its ``seq`` is 0. ``request`` is the name under which the page
    sent it, so that one sent twice is kept once.
    """

    id: int
    flag: int
    seq: int
    act: str
    reason: str
    wording: str
    note: str
    editor: int
    name: str
    made: datetime
    second: bool
    request: str


@dataclass(frozen=True)
class Flag:
    """A flag as it is now: ``NewFlag`` with its number, its article, and what was decided.

    ``state`` is ``open`` or the act of the standing ``decision``; ``seq`` counts its decisions so
    far, undone ones and undoings too, and is what ``decide`` is told as seen.
    ``house_probability`` is what the house's own fit says, None without one, ``held_back`` whether
    it is under that fit's threshold.
    """

    id: int
    article: int
    start: int
    end: int
    text: str
    check: str
    kind: str
    severity: str
    message: str
    plainer: tuple[str, ...]
    voice: str
    part: str
    reason: str
    link: str
    revision: int
    probability: float | None
    fingerprint: str
    sentence: int
    sentence_start: int
    sentence_end: int
    sentence_probability: float | None
    house_probability: float | None
    held_back: bool
    state: str
    seq: int
    decision: Decision | None


@dataclass(frozen=True)
class QueuePage:
    """A part of the queue: its ``flags``, how many there are in all (``total``), how many more the
    house's fit holds back, and the ``version`` of the desk that it shows."""

    flags: tuple[Flag, ...]
    total: int
    held_back: int
    version: int


@dataclass(frozen=True)
class DeskArticle:
    """An article on the desk, without its text. ``flags`` counts its flags, ``open`` those on which
    nothing is decided. ``added`` is in UTC, ``added_by`` the name of the editor."""

    id: int
    title: str
    author: str
    section: str
    outlet: str
    published: str
    url: str
    source: str
    kind: str
    language: str
    words: int
    model: str
    model_version: str
    added: datetime
    added_by: str
    flags: int
    open: int
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A note on an article, or on one of its flags (``flag`` is None for the article)."""

    id: int
    article: int
    flag: int | None
    text: str
    editor: int
    name: str
    made: datetime


@dataclass(frozen=True)
class TrailRow:
    """A line of the trail: who did what to what, when (UTC). ``detail`` is plain data."""

    id: int
    at: datetime
    editor: int | None
    name: str
    act: str
    subject: str
    detail: dict[str, Any]


@dataclass(frozen=True)
class KeptFit:
    """A fit of the house: ``said`` is what ``analysis.desk.fit`` makes of it as plain data;
    ``in_use`` whether the queue goes by it."""

    id: int
    said: dict[str, Any]
    made: datetime
    name: str
    in_use: bool
