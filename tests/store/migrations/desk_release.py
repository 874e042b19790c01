"""Writes the databases of a release of the desk's tables, from which later versions have to climb.

Before a release that changes tables, write ``released/desk/REVISION.json`` by hand, with rows for
every table, the largest number last, then run ``python -m tests.store.migrations.desk_release``,
which needs PostgreSQL's ``pg_dump``. What was released once is never written again.
"""

import json
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import DateTime, Engine, MetaData, func, insert, select

from store.desk.opening import FILE, open_desk
from store.migrations import DESK
from tests.postgres import Server, server

RELEASED = Path(__file__).parent / "released" / "desk"

Rows = dict[str, list[dict[str, Any]]]


def rows_of(revision: str) -> Rows:
    """Return what the databases of a release hold: the rows of each table."""
    rows: Rows = json.loads((RELEASED / f"{revision}.json").read_text(encoding="utf-8"))
    return rows


def present(engine: Engine) -> MetaData:
    """Return the tables that a database has."""
    found = MetaData()
    found.reflect(engine)
    return found


def put(engine: Engine, rows: Rows) -> None:
    """Write rows into an empty desk."""
    tables = present(engine).tables
    with engine.begin() as connection:
        for name, given in rows.items():
            times = {c.name for c in tables[name].c if isinstance(c.type, DateTime)}
            for row in given:
                kept = {k: datetime.fromisoformat(v) if k in times else v for k, v in row.items()}
                connection.execute(insert(tables[name]).values(kept))
            if engine.dialect.name == "postgresql" and "id" in tables[name].c:
                # The numbers that come next, as if these had been given out one by one.
                sequence = func.pg_get_serial_sequence(name, "id")
                connection.execute(select(func.setval(sequence, given[-1]["id"])))


def sqlite_dump(rows: Rows) -> str:
    """Return an SQLite file with rows in it as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_desk(folder=folder)
        put(engine, rows)
        engine.dispose()
        with closing(sqlite3.connect(Path(folder) / FILE)) as made:
            return "\n".join(made.iterdump()) + "\n"


def postgresql_dump(running: Server, rows: Rows) -> str:
    """Return a PostgreSQL database with rows in it as SQL, without what only psql understands."""
    name = running.fresh()
    engine = open_desk(running.address(name))
    put(engine, rows)
    engine.dispose()
    command = [str(running.programs / "pg_dump"), "--inserts", "--no-owner", running.address(name)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    kept = [
        line
        for line in said.splitlines()
        if line and not line.startswith(("--", "\\", "SET transaction_timeout"))
    ]
    return "\n".join(kept) + "\n"


if __name__ == "__main__":
    revision = DESK.released[-1]
    with server("fsync=off") as running:
        for kind, dump in (
            ("sqlite", sqlite_dump(rows_of(revision))),
            ("postgresql", postgresql_dump(running, rows_of(revision))),
        ):
            path = RELEASED / f"{revision}.{kind}.sql"
            path.write_text(dump, encoding="utf-8")
            print(f"{path.name}: {len(dump):,} characters")
