"""The queue: flags in the order in which an editor gets them, as each is now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select

from analysis.desk.records import OPEN
from store.database import reading
from store.desk.errors import NoSuchFlag
from store.desk.records import Decision, Flag, QueuePage
from store.desk.rows import version_of, with_zone
from store.desk.tables import ARTICLES, DECISIONS, EDITORS, FLAGS

MOST_FLAGS = 500
"""Most flags of one part of the queue."""


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

    ``articles``, ``kind``, ``check`` and ``state`` leave only flags of these (None: all). What the
    house's fit holds back is left out unless ``with_held_back``.
    """
    wanted = [~ARTICLES.c.removed]
    if articles is not None:
        wanted.append(FLAGS.c.article.in_(articles))
    for column, value in ((FLAGS.c.kind, kind), (FLAGS.c.check, check), (FLAGS.c.state, state)):
        if value is not None:
            wanted.append(column == value)
    counted = select(func.count()).select_from(FLAGS).join(ARTICLES).where(*wanted)
    query = (
        select(FLAGS)
        .join(ARTICLES)
        .where(*wanted)
        .order_by(
            FLAGS.c.kind_rank,
            FLAGS.c.severity_rank,
            func.coalesce(FLAGS.c.house_probability, FLAGS.c.probability, 0).desc(),
            FLAGS.c.article,
            FLAGS.c.start,
            FLAGS.c.id,
        )
        .offset(offset)
        .limit(min(most, MOST_FLAGS))
    )
    if not with_held_back:
        query = query.where(~FLAGS.c.held_back)
    with reading(engine) as connection:
        every = int(connection.scalar(counted) or 0)
        held = int(connection.scalar(counted.where(FLAGS.c.held_back)) or 0)
        found = flags_of(connection, query)
        return QueuePage(
            found, every if with_held_back else every - held, held, version_of(connection)
        )


def article_flags(engine: Engine, article: int) -> tuple[Flag, ...]:
    """Return all flags of an article, in reading order."""
    query = (
        select(FLAGS)
        .where(FLAGS.c.article == article)
        .order_by(FLAGS.c.start, FLAGS.c.end, FLAGS.c.check)
    )
    with reading(engine) as connection:
        return flags_of(connection, query)


def flag(engine: Engine, number: int) -> Flag:
    """Return a flag as it is now; raises NoSuchFlag."""
    with reading(engine) as connection:
        found = flags_of(
            connection,
            select(FLAGS).join(ARTICLES).where(FLAGS.c.id == number, ~ARTICLES.c.removed),
        )
    if not found:
        raise NoSuchFlag
    return found[0]


def flags_of(connection: Connection, query: Select[Any]) -> tuple[Flag, ...]:
    """Return the records of the rows of ``FLAGS`` that ``query`` finds."""
    rows = connection.execute(query).all()
    decided = [row.id for row in rows if row.state != OPEN]
    last = {}
    if decided:
        found = (
            select(DECISIONS, EDITORS.c.name)
            .join(EDITORS, EDITORS.c.id == DECISIONS.c.editor)
            .join(FLAGS, FLAGS.c.id == DECISIONS.c.flag)
            .where(DECISIONS.c.flag.in_(decided), DECISIONS.c.seq == FLAGS.c.seq)
        )
        last = {row.flag: decision_of(row) for row in connection.execute(found)}
    return tuple(_flag_of(row, last.get(row.id)) for row in rows)


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
    for name in ("kind_rank", "severity_rank"):
        del kept[name]
    kept["plainer"] = tuple(json.loads(row.plainer))
    return Flag(**kept, decision=decision)
