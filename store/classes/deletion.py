"""Deleting classes, so that nothing of them is left in the file."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Engine, delete

from store import sqlite
from store.classes.rows import is_over
from store.database import clean, writing
from store.tables import CLASSES


def delete_class(engine: Engine, class_id: int) -> None:
    """Delete a class with its rounds, pupils and marks. One that is not there is no error.

    Raises StoreFailed if it is still there; NotCleaned if it is gone for everybody, but traces are
    left in the file, which the next deletion or start removes.
    """
    _delete(engine, CLASSES.c.id == class_id)


def delete_old(engine: Engine, now: datetime | None = None) -> int:
    """Delete the classes that are over at ``now``; return how many.

    Cheap where there are none: meant to be called every few minutes. Also cleans the file where
    an earlier deletion could not. Raises StoreFailed, NotCleaned.
    """
    return _delete(engine, is_over(now))


def _delete(engine: Engine, which: ColumnElement[bool]) -> int:
    with writing(engine) as connection:
        # The other tables' rows go with it (ON DELETE CASCADE).
        deleted = connection.execute(delete(CLASSES).where(which)).rowcount
        if deleted:
            sqlite.cleaning_is_due(connection)
    clean(engine)
    return deleted
