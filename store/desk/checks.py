"""The checks that have flags on the desk, with what each says now."""

from __future__ import annotations

from sqlalchemy import Engine, case, func, select

from analysis.desk.checks import DeskCheck
from analysis.desk.records import OPEN
from store.database import reading
from store.desk.tables import ARTICLES, FLAGS


def desk_checks(engine: Engine) -> tuple[DeskCheck, ...]:
    """Return the checks with flags on articles that are on the desk, by id."""
    counted = (
        select(
            FLAGS.c.check,
            func.count().label("flags"),
            func.sum(case((FLAGS.c.state == OPEN, 1), else_=0)).label("open"),
            func.max(FLAGS.c.revision).label("revision"),
            func.max(FLAGS.c.id).label("latest"),
        )
        .join(ARTICLES, ARTICLES.c.id == FLAGS.c.article)
        .where(~ARTICLES.c.removed)
        .group_by(FLAGS.c.check)
        .subquery()
    )
    # Kind and message are those of the latest flag: a rule may be worded anew.
    query = (
        select(
            counted.c.check,
            counted.c.flags,
            counted.c.open,
            counted.c.revision,
            FLAGS.c.kind,
            FLAGS.c.severity,
            FLAGS.c.message,
        )
        .join(FLAGS, FLAGS.c.id == counted.c.latest)
        .order_by(counted.c.check)
    )
    with reading(engine) as connection:
        return tuple(
            DeskCheck(
                row.check,
                row.kind,
                row.severity,
                row.revision,
                row.message,
                row.flags,
                row.open,
            )
            for row in connection.execute(query)
        )
