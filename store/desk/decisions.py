"""Deciding on flags: one transaction each, confirmed when it is kept, and kept once.

Decisions are only ever added. Those on one flag are a pile: an undo takes off the one that stands,
and the one below it, if there is one, stands again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from analysis.desk.records import ACCEPT, DISMISS, OPEN, REWORD, UNDO
from store.database import reading
from store.desk.errors import AlreadyDecided, BadDecision, NoSuchArticle
from store.desk.queue import decision_of
from store.desk.records import Decision, row_number
from store.desk.requests import Said, look_at, once
from store.desk.rows import note_in_trail, now_utc, with_zone
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
    sender made up (1 to 64 printable ASCII characters): a decision that was kept under it is
    returned again, so that one may be sent until it is confirmed. Any reviewer may undo what
    stands; then what stood before stands again. Raises BadDecision, RequestTaken, NoSuchFlag,
    NotAllowed, StoreFailed.
    """
    said = Said(request, act, reason, wording, note, second=False)
    look_at(said)

    def keep(connection: Connection, row: Row[Any], by: Row[Any]) -> Decision:
        if row.seq != seen:
            if row.seq == 0:
                raise BadDecision("Nothing is decided on this flag yet: load it again.")
            raise AlreadyDecided(_last(connection, flag, row.seq), row.seq)
        below = None
        if act == UNDO:
            if row.state == OPEN:
                raise BadDecision("There is nothing to undo on this flag: decide on it.")
            below = _below(connection, flag)
        made = _insert(connection, by, flag, said, seen + 1)
        stands = below if act == UNDO else (made.id, act)
        standing, state = stands or (None, OPEN)
        connection.execute(
            update(FLAGS)
            .where(FLAGS.c.id == flag)
            .values(state=state, seq=seen + 1, standing=standing)
        )
        note_in_trail(connection, editor, act, f"flag:{flag}", {"decision": made.id})
        return made

    return once(engine, editor, flag, said, keep)


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

    ``act`` is accept or dismiss. An editor reads a flag a second time once, as the decision is
    shown afterwards. Raises what ``decide`` raises; BadDecision also for who has decided on the
    flag, for who has read it a second time already, and where no decision stands.
    """
    said = Said(request, act, reason, "", note, second=True)
    look_at(said)
    if act not in (ACCEPT, DISMISS):
        raise BadDecision("A second reading accepts or dismisses.")

    def keep(connection: Connection, row: Row[Any], by: Row[Any]) -> Decision:
        own = select(DECISIONS.c.second).where(
            DECISIONS.c.flag == flag, DECISIONS.c.editor == editor
        )
        before = connection.scalars(own).all()
        if not all(before):
            raise BadDecision(
                "You have decided on this flag yourself: a second reading is for others."
            )
        if before:
            raise BadDecision("You have read this flag a second time already: go on to the next.")
        if row.standing is None:
            raise BadDecision(
                "Nothing is decided on this flag any more: decide on it in the queue."
            )
        made = _insert(connection, by, flag, said, None)
        note_in_trail(connection, editor, "second", f"flag:{flag}", {"decision": made.id})
        return made

    return once(engine, editor, flag, said, keep)


def history(engine: Engine, flag: int) -> tuple[Decision, ...]:
    """Return all decisions on a flag, the oldest first, without second readings."""
    query = (
        select(DECISIONS, EDITORS.c.name)
        .join(EDITORS)
        .where(DECISIONS.c.flag == row_number(flag), ~DECISIONS.c.second)
        .order_by(DECISIONS.c.seq)
    )
    with reading(engine) as connection:
        return tuple(decision_of(row) for row in connection.execute(query))


def rewordings(engine: Engine, article: int) -> tuple[tuple[int, int, str], ...]:
    """Return the wordings that stand in an article: start and end of the words in its text, and
    what is to stand there; in the order in which they were decided. Raises NoSuchArticle."""
    there = select(ARTICLES.c.id).where(ARTICLES.c.id == row_number(article), ~ARTICLES.c.removed)
    query = (
        select(FLAGS.c.start, FLAGS.c.end, DECISIONS.c.wording)
        .join(DECISIONS, DECISIONS.c.id == FLAGS.c.standing)
        .where(FLAGS.c.article.in_(there), DECISIONS.c.act == REWORD)
        .order_by(DECISIONS.c.id)
    )
    with reading(engine) as connection:
        if connection.scalar(there) is None:
            raise NoSuchArticle
        return tuple((row.start, row.end, row.wording) for row in connection.execute(query))


def _insert(
    connection: Connection, by: Row[Any], flag: int, said: Said, seq: int | None
) -> Decision:
    """Add a decision of the editor whose row is ``by``; return it, without asking for it again, as
    others wait for the end of this transaction."""
    now = now_utc()
    made = connection.execute(
        insert(DECISIONS).values(
            flag=flag,
            seq=seq,
            act=said.act,
            reason=said.reason,
            wording=said.wording,
            note=said.note,
            editor=by.id,
            made=now,
            second=said.second,
            request=said.request,
        )
    )
    (number,) = made.inserted_primary_key or (0,)
    return Decision(
        int(number),
        flag,
        seq or 0,
        said.act,
        said.reason,
        said.wording,
        said.note,
        by.id,
        by.name,
        with_zone(now),
        said.second,
        said.request,
    )


def _below(connection: Connection, flag: int) -> tuple[int, str] | None:
    """Return number and act of the decision below the one that stands, None if there is none."""
    query = (
        select(DECISIONS.c.id, DECISIONS.c.act)
        .where(DECISIONS.c.flag == flag, ~DECISIONS.c.second)
        .order_by(DECISIONS.c.seq)
    )
    pile: list[tuple[int, str]] = []
    for number, act in connection.execute(query):
        if act == UNDO:
            pile.pop()
        else:
            pile.append((number, act))
    return pile[-2] if len(pile) > 1 else None


def _last(connection: Connection, flag: int, seq: int) -> Decision:
    query = (
        select(DECISIONS, EDITORS.c.name)
        .join(EDITORS)
        .where(DECISIONS.c.flag == flag, DECISIONS.c.seq == seq)
    )
    return decision_of(connection.execute(query).one())
