"""Filling an empty desk, of either kind of database, from a backup."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import Engine, insert, select

from store import postgresql
from store.database import writing
from store.desk.backup.checking import opened
from store.desk.backup.errors import DeskNotEmpty
from store.desk.backup.form import TABLES
from store.desk.rows import note_in_trail

if TYPE_CHECKING:
    from store.desk.backup.form import Manifest

_ROWS_AT_ONCE = 1_000


def restore(engine: Engine, name: str) -> Manifest:
    """Fill an empty desk from the backup in the file ``name``; return what was in it.

    The whole file is looked at first; then all of it is kept in one transaction, with its numbers,
    and a line of the trail says so. Raises DeskNotEmpty, CannotRead, BadBackup, NewerBackup,
    OlderBackup, StoreFailed; the desk is then as it was.
    """
    with opened(name) as backup, writing(engine) as connection:
        postgresql.without_limits(connection)
        postgresql.hold(connection, TABLES)
        if any(connection.execute(select(table).limit(1)).first() for table in TABLES):
            raise DeskNotEmpty
        for table in TABLES:
            rows = backup.rows(table)
            while some := [*islice(rows, _ROWS_AT_ONCE)]:
                connection.execute(insert(table), some)
        postgresql.count_on(connection, TABLES)
        made = backup.manifest.made.isoformat()
        note_in_trail(connection, None, "restored", "desk", {"made": made})
    return backup.manifest
