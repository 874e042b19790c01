"""What the modules of a class share: its row, its time, its versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, update

from store.classes.errors import NoSuchClass
from store.classes.records import HOURS_KEPT, MOST_ROUNDS, SchoolClass
from store.tables import CLASSES

_KEPT = timedelta(hours=HOURS_KEPT)


def in_utc(now: datetime | None) -> datetime:
    """Return ``now`` (None: this moment) as the tables keep it: UTC, without a zone."""
    given = datetime.now(UTC) if now is None else now
    if given.tzinfo is None:
        raise ValueError("give a time with its zone")
    return given.astimezone(UTC).replace(tzinfo=None)


def not_over(now: datetime | None) -> ColumnElement[bool]:
    """The condition that a class is not due for deletion.

    Every look-up asks it, so that a class ends on time even where nobody calls ``delete_old``.
    """
    return CLASSES.c.opened > in_utc(now) - _KEPT


def is_over(now: datetime | None) -> ColumnElement[bool]:
    """The condition that a class is due for deletion."""
    return CLASSES.c.opened <= in_utc(now) - _KEPT


def class_row(
    connection: Connection,
    which: ColumnElement[bool],
    now: datetime | None = None,
    *,
    to_change: bool = False,
) -> Row[Any]:
    """Return the row of the class that fulfils ``which``; raise NoSuchClass.

    With ``to_change`` others who want to change it wait until this transaction ends.
    """
    query = select(CLASSES).where(which, not_over(now))
    if to_change:
        query = query.with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchClass
    return row


def hold(connection: Connection, class_id: int) -> None:
    """Let others who want to change a class wait until this transaction ends; raise NoSuchClass.

    Each change of a class begins so, or with ``class_row(…, to_change=True)``: two that took their
    rows in different orders would wait for one another. SQLite has one writer at a time anyway.
    """
    query = select(CLASSES.c.id).where(CLASSES.c.id == class_id).with_for_update()
    if connection.scalar(query) is None:
        raise NoSuchClass


def school_class_of(row: Row[Any]) -> SchoolClass:
    """Return the record of a row of ``CLASSES``."""
    opened = row.opened.replace(tzinfo=UTC)
    return SchoolClass(
        id=row.id,
        code=row.code,
        word=row.word,
        joining=row.joining,
        state=row.state,
        round=row.round,
        version=row.version,
        marks_version=row.marks_version,
        opened=opened,
        ends=opened + _KEPT,
    )


def as_round(number: int) -> int:
    """Return ``number``, or 0, which no round has, where no round can have it.

    Numbers come from addresses that strangers write; SQLite takes 64 bits.
    """
    return number if 1 <= number <= MOST_ROUNDS else 0


def change_for_all(connection: Connection, class_id: int, **values: Any) -> None:
    """Set ``values`` in the class's row and count a change that pupils see."""
    _change(connection, class_id, version=CLASSES.c.version + 1, **values)


def change_for_teacher(connection: Connection, class_id: int, **values: Any) -> None:
    """Set ``values`` in the class's row and count a change that only the teacher sees."""
    _change(connection, class_id, marks_version=CLASSES.c.marks_version + 1, **values)


def _change(connection: Connection, class_id: int, **values: Any) -> None:
    connection.execute(update(CLASSES).where(CLASSES.c.id == class_id).values(**values))
