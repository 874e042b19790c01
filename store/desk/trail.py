"""The trail: who did what at the desk. Lines are only ever added."""

from __future__ import annotations

import json

from sqlalchemy import Engine, select

from store.database import reading
from store.desk.records import TrailRow
from store.desk.rows import version_of, with_zone
from store.desk.tables import EDITORS, TRAIL


def trail(
    engine: Engine, most: int = 200, before: int | None = None, editor: int | None = None
) -> tuple[TrailRow, ...]:
    """Return the latest lines, the newest first; with ``before`` those older than that line, with
    ``editor`` those of one editor."""
    query = (
        select(TRAIL, EDITORS.c.name)
        .outerjoin(EDITORS, EDITORS.c.id == TRAIL.c.editor)
        .order_by(TRAIL.c.id.desc())
        .limit(most)
    )
    if before is not None:
        query = query.where(TRAIL.c.id < before)
    if editor is not None:
        query = query.where(TRAIL.c.editor == editor)
    with reading(engine) as connection:
        return tuple(
            TrailRow(
                row.id,
                with_zone(row.at),
                row.editor,
                row.name or "",
                row.act,
                row.subject,
                json.loads(row.detail),
            )
            for row in connection.execute(query)
        )


def version(engine: Engine) -> int:
    """Return the version of the desk, which grows with every change; all that polling reads."""
    with reading(engine) as connection:
        return version_of(connection)
