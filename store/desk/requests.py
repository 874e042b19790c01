"""What an editor sends to be kept on a flag: looked at, and kept once under its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import IntegrityError

from analysis.desk.records import ACTS, DISMISS, DISMISS_REASONS, REWORD
from store.database import reading, writing
from store.desk.errors import BadDecision, NoSuchFlag, RequestTaken
from store.desk.queue import decision_of
from store.desk.records import (
    MOST_NOTE,
    MOST_WORDING,
    REMOVED,
    REVIEWER,
    Decision,
    row_number,
)
from store.desk.rows import require
from store.desk.tables import DECISIONS, EDITORS, FLAGS

MOST_REQUEST = 64
"""Most characters of the name of a request."""


@dataclass(frozen=True)
class Said:
    """What an editor sends: the name under which it is kept once, and what is decided."""

    request: str
    act: str
    reason: str
    wording: str
    note: str
    second: bool


class KeptMeanwhile(Exception):
    """The request was kept by another transaction while this one was under way."""


def look_at(said: Said) -> None:
    """Raise BadDecision, with what is missing or too much, for what cannot be kept."""
    if said.act not in ACTS:
        raise BadDecision("Accept, dismiss, reword or undo.")
    if said.act == DISMISS and said.reason not in DISMISS_REASONS:
        raise BadDecision("Say why the flag is dismissed.")
    if said.act == DISMISS and said.reason == "other" and not said.note.strip():
        raise BadDecision("Write a note that says why the flag is dismissed.")
    if said.act != DISMISS and said.reason:
        raise BadDecision("Only a dismissed flag has a reason: leave it out, or write a note.")
    if said.act == REWORD and not said.wording.strip():
        raise BadDecision("Type the wording that is to stand there instead.")
    if said.act != REWORD and said.wording:
        raise BadDecision("Only a reworded flag has a wording: leave it out, or reword.")
    if len(said.wording) > MOST_WORDING or len(said.note) > MOST_NOTE:
        raise BadDecision("A note or a wording has at most 2,000 characters: shorten it.")
    look_at_request(said.request)


def look_at_request(request: str) -> None:
    """Raise BadDecision for a name of a request that not every database could keep."""
    printable = request.isascii() and request.isprintable()
    if not (printable and 1 <= len(request) <= MOST_REQUEST):
        raise BadDecision("The request has no name of 1 to 64 letters and digits.")


def once(
    engine: Engine,
    editor: int,
    flag: int,
    said: Said,
    keep: Callable[[Connection, Row[Any], Row[Any]], Decision],
) -> Decision:
    """Return what is kept under the request, which ``keep`` does unless it was done before.

    The flag's row is locked first (SQLite locks the database): of two that come at once the second
    sees what the first has kept. ``keep`` is given the rows of the flag and of the editor.
    """
    try:
        with writing(engine) as connection:
            row = _locked(connection, flag)
            if (kept := _of_request(connection, said.request)) is not None:
                return _the_same(kept, editor, flag, said)
            by = require(connection, editor, REVIEWER)
            if row is None or row.state == REMOVED:
                raise NoSuchFlag
            try:
                return keep(connection, row, by)
            except IntegrityError:
                raise KeptMeanwhile from None
    except KeptMeanwhile:
        with reading(engine) as connection:
            kept = _of_request(connection, said.request)
    if kept is None:
        raise RequestTaken
    return _the_same(kept, editor, flag, said)


def _locked(connection: Connection, flag: int) -> Row[Any] | None:
    columns = FLAGS.c["seq", "state", "standing"]
    query = select(*columns).where(FLAGS.c.id == row_number(flag)).with_for_update()
    return connection.execute(query).one_or_none()


def _the_same(kept: Decision, editor: int, flag: int, said: Said) -> Decision:
    """Return what was kept if it is what is sent now; nobody is handed out another's decision."""
    before = Said(kept.request, kept.act, kept.reason, kept.wording, kept.note, kept.second)
    if (kept.editor, kept.flag, before) != (editor, flag, said):
        raise RequestTaken
    return kept


def _of_request(connection: Connection, request: str) -> Decision | None:
    query = select(DECISIONS, EDITORS.c.name).join(EDITORS).where(DECISIONS.c.request == request)
    row = connection.execute(query).one_or_none()
    return None if row is None else decision_of(row)
