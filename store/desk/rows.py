"""What the modules of the desk share: times, the trail, roles, and the version of the desk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from store import postgresql
from store.desk.errors import NotAllowed
from store.desk.records import Editor, may
from store.desk.tables import EDITORS, TRAIL


def now_utc() -> datetime:
    """Return this moment as the tables keep it: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def with_zone(kept: datetime) -> datetime:
    """Return a time of the tables with its zone, UTC."""
    return kept.replace(tzinfo=UTC)


def require(connection: Connection, editor: int, role: str) -> Row[Any]:
    """Return the row of an editor who has at least this role now; raise NotAllowed.

    The role is read in the transaction of the change, so that one that was taken away a moment ago
    is not used any more.
    """
    row = connection.execute(select(EDITORS).where(EDITORS.c.id == editor)).one_or_none()
    if row is None or not may(row.role, role):
        raise NotAllowed(role)
    return row


def note_in_trail(
    connection: Connection,
    editor: int | None,
    act: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Add a line to the trail, in the transaction of what it tells of; return its number.

    The largest number is the version of the desk: whatever is changed, it grows. This is to be the
    last write of its transaction: from here on all others wait until it ends, as PostgreSQL would
    else show a line before one with a smaller number, which nobody who asks for what came after the
    former would hear of. ``editor`` is None for whoever has the machine.
    """
    postgresql.alone(connection, postgresql.TRAIL)
    kept = insert(TRAIL).values(
        at=now_utc(), editor=editor, act=act, subject=subject, detail=json.dumps(detail or {})
    )
    (number,) = connection.execute(kept).inserted_primary_key or (0,)
    return int(number)


def version_of(connection: Connection) -> int:
    """Return the version of the desk: 0 for an empty one, more after each change."""
    return int(connection.scalar(select(func.max(TRAIL.c.id))) or 0)


def editor_of(row: Row[Any]) -> Editor:
    """Return the record of a row of ``EDITORS``."""
    return Editor(row.id, row.name, row.verified, row.role, with_zone(row.since))
