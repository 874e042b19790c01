"""Deciding on flags: one transaction each, confirmed when it is kept, and kept once."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, insert, select, update

from analysis.desk.records import (
    ACCEPT,
    ACTS,
    DISMISS,
    DISMISS_REASONS,
    OPEN,
    REWORD,
    UNDO,
)
from store.database import reading, writing
from store.desk.errors import AlreadyDecided, BadDecision, NoSuchFlag
from store.desk.queue import decision_of
from store.desk.records import MOST_NOTE, MOST_WORDING, REVIEWER, Decision
from store.desk.rows import note_in_trail, now_utc, require
from store.desk.tables import ARTICLES, DECISIONS, EDITORS, FLAGS


def decide(
    engine: Engine,
    editor: int,
    flag: int,
    act: str,
    *,
    seen: int,
    request: str,
    reason: str = "",
    wording: str = "",
    note: str = "",
) -> Decision:
    """Keep what ``editor`` decides on a flag, and return it.

    ``seen`` is the ``seq`` of the flag that the editor saw: if it is another by now, AlreadyDecided
    is raised, with the decision of the other, and nothing is kept. ``request`` is a name that the
    sender made up (1 to 64 characters): a decision that was kept under it is returned again, so
    that one may be sent until it is confirmed. Raises BadDecision, NoSuchFlag, NotAllowed,
    StoreFailed.
    """
    _look_at(act, reason, wording, note, request)
    with writing(engine) as connection:
        require(connection, editor, REVIEWER)
        if (kept := _of_request(connection, request)) is not None:
            return kept
        row = connection.execute(
            select(FLAGS.c.seq, FLAGS.c.state)
            .join(ARTICLES)
            .where(FLAGS.c.id == flag, ~ARTICLES.c.removed)
            .with_for_update(of=FLAGS)
        ).one_or_none()
        if row is None:
            raise NoSuchFlag
        if row.seq != seen:
            raise AlreadyDecided(_last(connection, flag, row.seq), row.seq)
        if act == UNDO and row.state == OPEN:
            raise BadDecision("There is nothing to undo on this flag: decide on it.")
        made = connection.execute(
            insert(DECISIONS).values(
                flag=flag,
                seq=seen + 1,
                act=act,
                reason=reason,
                wording=wording,
                note=note,
                editor=editor,
                made=now_utc(),
                second=False,
                request=request,
            )
        )
        state = OPEN if act == UNDO else act
        connection.execute(
            update(FLAGS).where(FLAGS.c.id == flag).values(state=state, seq=seen + 1)
        )
        (number,) = made.inserted_primary_key or (0,)
        note_in_trail(connection, editor, act, f"flag:{flag}", {"decision": number})
        return _of_request(connection, request)  # type: ignore[return-value]


def second_reading(
    engine: Engine,
    editor: int,
    flag: int,
    act: str,
    *,
    request: str,
    reason: str = "",
    note: str = "",
) -> Decision:
    """Keep what an editor thinks of a flag without having seen what was decided; nothing changes.

    ``act`` is accept or dismiss. Raises BadDecision, also for the one who decided on it.
    """
    _look_at(act, reason, "", note, request)
    if act not in (ACCEPT, DISMISS):
        raise BadDecision("A second reading accepts or dismisses.")
    with writing(engine) as connection:
        require(connection, editor, REVIEWER)
        if (kept := _of_request(connection, request)) is not None:
            return kept
        connection.execute(
            insert(DECISIONS).values(
                flag=flag,
                seq=None,
                act=act,
                reason=reason,
                wording="",
                note=note,
                editor=editor,
                made=now_utc(),
                second=True,
                request=request,
            )
        )
        note_in_trail(connection, editor, "second", f"flag:{flag}")
        return _of_request(connection, request)  # type: ignore[return-value]


def history(engine: Engine, flag: int) -> tuple[Decision, ...]:
    """Return all decisions on a flag, the oldest first, without second readings."""
    query = (
        select(DECISIONS, EDITORS.c.name)
        .join(EDITORS)
        .where(DECISIONS.c.flag == flag, ~DECISIONS.c.second)
        .order_by(DECISIONS.c.seq)
    )
    with reading(engine) as connection:
        return tuple(decision_of(row) for row in connection.execute(query))


def _look_at(act: str, reason: str, wording: str, note: str, request: str) -> None:
    if act not in ACTS:
        raise BadDecision("Accept, dismiss, reword or undo.")
    if act == DISMISS and reason not in DISMISS_REASONS:
        raise BadDecision("Say why the flag is dismissed.")
    if act == DISMISS and reason == "other" and not note.strip():
        raise BadDecision("Write a note that says why the flag is dismissed.")
    if act == REWORD and not wording.strip():
        raise BadDecision("Type the wording that is to stand there instead.")
    if len(wording) > MOST_WORDING or len(note) > MOST_NOTE:
        raise BadDecision("A note or a wording has at most 2,000 characters: shorten it.")
    if not 1 <= len(request) <= 64:
        raise BadDecision("The request has no name of 1 to 64 characters.")


def _of_request(connection: Connection, request: str) -> Decision | None:
    row = connection.execute(
        select(DECISIONS, EDITORS.c.name).join(EDITORS).where(DECISIONS.c.request == request)
    ).one_or_none()
    return None if row is None else decision_of(row)


def _last(connection: Connection, flag: int, seq: int) -> Decision:
    return decision_of(
        connection.execute(
            select(DECISIONS, EDITORS.c.name)
            .join(EDITORS)
            .where(DECISIONS.c.flag == flag, DECISIONS.c.seq == seq)
        ).one()
    )
