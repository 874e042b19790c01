"""The queue: flags in the order in which an editor gets them, as each is now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, exists, false, func, select

from analysis.desk.records import ACCEPT, ACTS, DISMISS, OPEN, REWORD
from store.database import reading
from store.desk.errors import NoSuchFlag
from store.desk.records import REMOVED, RULES_FIRST, Decision, Flag, QueuePage, row_number
from store.desk.rows import version_of, with_zone
from store.desk.tables import DECISIONS, EDITORS, FLAGS, TRAIL

MOST_FLAGS = 500
"""Most flags of one part of the queue."""

DECIDED = "decided"
"""Asked for as a state: flags on which a decision stands."""

_DECIDED = (ACCEPT, DISMISS, REWORD)
_IN_ORDER = (
    FLAGS.c.severity_rank,
    FLAGS.c.certainty.desc(),
    FLAGS.c.article,
    FLAGS.c.start,
    FLAGS.c.id,
)
_DECISIONS_AT_ONCE = 5_000
_MOST_OFFSET = 1_000_000_000
_NEVER = false()


def queue(
    engine: Engine,
    *,
    articles: Sequence[int] | None = None,
    kind: str | None = None,
    check: str | None = None,
    state: str | None = OPEN,
    with_held_back: bool = False,
    offset: int = 0,
    most: int = 100,
) -> QueuePage:
    """Return a part of the queue: house rules first, then by severity, the most probable first.

    ``articles``, ``kind``, ``check`` and ``state`` leave only flags of these (None: all; the state
    ``decided``: all but open ones); with what there is not, the queue is empty. What the house's
    fit holds back is left out unless ``with_held_back``. At most ``MOST_FLAGS`` are returned.
    """
    wanted = _wanted(articles, kind, check)
    # SQLite would rather walk through the whole queue, which is in order, than sort a few articles.
    column = FLAGS.c.state if articles is None else FLAGS.c.state.concat("")
    if state is None:
        wanted.append(column != REMOVED)
    elif state == DECIDED:
        wanted.append(column.in_(_DECIDED))
    else:
        wanted.append(column == state if state in (OPEN, *_DECIDED) else _NEVER)
    # The flags of one check are of one kind; without this, it is the order of its own index.
    order = _IN_ORDER if check is not None else (FLAGS.c.kind_rank, *_IN_ORDER)
    with reading(engine) as connection:
        return _page(connection, wanted, order, with_held_back, offset, most)


def second_queue(
    engine: Engine,
    editor: int,
    *,
    articles: Sequence[int] | None = None,
    kind: str | None = None,
    check: str | None = None,
    with_held_back: bool = False,
    offset: int = 0,
    most: int = 100,
) -> QueuePage:
    """Return a part of what ``editor`` may read a second time, in the order of the queue: flags on
    which a decision of somebody else stands, and on which ``editor`` has never decided nor read.

    The flags tell nothing of what was decided: each looks as if it were open.
    """
    own = exists().where(DECISIONS.c.flag == FLAGS.c.id, DECISIONS.c.editor == editor)
    wanted = [*_wanted(articles, kind, check), FLAGS.c.standing.is_not(None), ~own]
    wanted.append(FLAGS.c.state != REMOVED)
    order = (FLAGS.c.kind_rank, *_IN_ORDER)
    with reading(engine) as connection:
        page = _page(connection, wanted, order, with_held_back, offset, most)
    blind = tuple(replace(one, state=OPEN, seq=0, decision=None) for one in page.flags)
    return replace(page, flags=blind)


def counts(engine: Engine) -> dict[str, int]:
    """Return how many flags of each kind are open, without those held back."""
    query = (
        select(FLAGS.c.kind_rank, func.count())
        .where(FLAGS.c.state == OPEN, ~FLAGS.c.held_back)
        .group_by(FLAGS.c.kind_rank)
    )
    with reading(engine) as connection:
        found = {row[0]: row[1] for row in connection.execute(query)}
    return {kind: found.get(rank, 0) for kind, rank in RULES_FIRST.items()}


def changes(engine: Engine, since: int, most: int = 200) -> tuple[int, tuple[Flag, ...], bool]:
    """Return the version of the desk, the flags that were decided on after the version ``since``,
    as each is now, and whether there are more.

    If there are, the version is the one up to which they are told, so that asking again with it
    gets the rest. What else was changed raises the version and names no flag: an article that was
    added or removed, a note, a fit. A ``since`` beyond the version gets the version and no flag.
    """
    with reading(engine) as connection:
        version = version_of(connection)
        if since >= version:
            return version, (), False
        lines = (
            select(TRAIL.c.id, TRAIL.c.subject)
            .where(TRAIL.c.id > max(since, 0), TRAIL.c.id <= version, TRAIL.c.act.in_(ACTS))
            .order_by(TRAIL.c.id)
            .limit(most + 1)
        )
        told = connection.execute(lines).all()
        if more := len(told) > most:
            told = told[:most]
            version = told[-1].id
        numbers = {int(line.subject.removeprefix("flag:")) for line in told}
        found = select(FLAGS).where(FLAGS.c.id.in_(numbers), FLAGS.c.state != REMOVED)
        return version, flags_of(connection, found.order_by(FLAGS.c.id)), more


def article_flags(engine: Engine, article: int) -> tuple[Flag, ...]:
    """Return all flags of an article, in reading order."""
    query = (
        select(FLAGS)
        .where(FLAGS.c.article == row_number(article), FLAGS.c.state != REMOVED)
        .order_by(FLAGS.c.start, FLAGS.c.end, FLAGS.c.check)
    )
    with reading(engine) as connection:
        return flags_of(connection, query)


def flag(engine: Engine, number: int) -> Flag:
    """Return a flag as it is now; raises NoSuchFlag."""
    return flag_and_version(engine, number)[0]


def flag_and_version(engine: Engine, number: int) -> tuple[Flag, int]:
    """Return a flag and the version of the desk at the same moment; raises NoSuchFlag."""
    with reading(engine) as connection:
        # First, as in ``_page``.
        version = version_of(connection)
        found = flags_of(
            connection,
            select(FLAGS).where(FLAGS.c.id == row_number(number), FLAGS.c.state != REMOVED),
        )
    if not found:
        raise NoSuchFlag
    return found[0], version


def flags_of(connection: Connection, query: Select[Any]) -> tuple[Flag, ...]:
    """Return the records of the rows of ``FLAGS`` that ``query`` finds."""
    rows = connection.execute(query).all()
    numbers = [row.standing for row in rows if row.standing is not None]
    standing = {}
    for first in range(0, len(numbers), _DECISIONS_AT_ONCE):
        some = numbers[first : first + _DECISIONS_AT_ONCE]
        found = (
            select(DECISIONS, EDITORS.c.name)
            .join(EDITORS, EDITORS.c.id == DECISIONS.c.editor)
            .where(DECISIONS.c.id.in_(some))
        )
        standing.update({row.id: decision_of(row) for row in connection.execute(found)})
    return tuple(_flag_of(row, standing.get(row.standing)) for row in rows)


def decision_of(row: Row[Any]) -> Decision:
    """Return the record of a row of ``DECISIONS`` with its editor's ``name``."""
    return Decision(
        row.id,
        row.flag,
        row.seq or 0,
        row.act,
        row.reason,
        row.wording,
        row.note,
        row.editor,
        row.name,
        with_zone(row.made),
        row.second,
        row.request,
    )


def _flag_of(row: Row[Any], decision: Decision | None) -> Flag:
    kept = row._asdict()
    for name in ("kind_rank", "severity_rank", "certainty", "standing"):
        del kept[name]
    kept["plainer"] = tuple(json.loads(row.plainer))
    return Flag(**kept, decision=decision)


def _wanted(
    articles: Sequence[int] | None, kind: str | None, check: str | None
) -> list[ColumnElement[bool]]:
    """Return conditions on ``FLAGS``. What no row can have is not asked for: databases differ in
    what they say to a number or a text that they cannot keep."""
    wanted: list[ColumnElement[bool]] = []
    if articles is not None:
        wanted.append(FLAGS.c.article.in_(sorted({*map(row_number, articles)})))
    if kind is not None:
        rank = RULES_FIRST.get(kind)
        wanted.append(_NEVER if rank is None else FLAGS.c.kind_rank == rank)
    if check is not None:
        known = check.isascii() and check.isprintable()
        wanted.append(FLAGS.c.check == check if known else _NEVER)
    return wanted


def _page(
    connection: Connection,
    wanted: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
    with_held_back: bool,
    offset: int,
    most: int,
) -> QueuePage:
    # First of all: what is changed in between is then told by ``changes`` once more.
    version = version_of(connection)
    held = func.count().filter(FLAGS.c.held_back)
    every, held_back = connection.execute(
        select(func.count(), held).select_from(FLAGS).where(*wanted)
    ).one()
    query = (
        select(FLAGS)
        .where(*wanted)
        .order_by(*order)
        .offset(max(0, min(offset, _MOST_OFFSET)))
        .limit(max(0, min(most, MOST_FLAGS)))
    )
    if not with_held_back:
        query = query.where(~FLAGS.c.held_back)
    found = flags_of(connection, query)
    return QueuePage(found, every if with_held_back else every - held_back, held_back, version)
