"""All that is particular to SQLite: how it is opened, and how nothing deleted stays in its file.

One connection a process, in memory as in a file. A pool of one is the lock: whoever needs the
connection waits in line for it, which is fairer than SQLite's own waiting, where each asks again
after a while and may never be next. Other processes on one file wait by ``busy_timeout``.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

WRITING = "slant_writing"
"""The execution option of a connection that is going to write."""

WAIT_S = 20
"""How long a read or a write waits for others before it gives up."""

_CLEANING_WAITS_MS = 500


class StillRead(sqlite3.OperationalError):
    """Another process reads the file, so that its log cannot be emptied."""

    sqlite_errorname = "SQLITE_BUSY"


ERRORS = sqlite3.Error
"""The driver's errors, for statements that go past SQLAlchemy."""

_REASONS = {
    "SQLITE_FULL": ("the disk is full", "make room on it and try again"),
    "SQLITE_READONLY": ("its file may not be written", "let Slant write it, or name another file"),
    "SQLITE_PERM": ("its file may not be opened", "let Slant read and write it"),
    "SQLITE_CANTOPEN": ("its file cannot be opened", "let Slant read and write its folder"),
    "SQLITE_BUSY": ("another program holds its file", "try again in a moment"),
    "SQLITE_LOCKED": ("another program holds its file", "try again in a moment"),
    "SQLITE_NOTADB": ("its file is not a database", "name another file"),
    "SQLITE_CORRUPT": ("its file is damaged", "name another file"),
    "SQLITE_IOERR": ("its disk did not answer", "look at the disk, then try again"),
}


def engine(path: str | None) -> Engine:
    """Return an engine on the database file ``path``, or on a database in memory (None)."""
    made = create_engine(
        URL.create("sqlite", database=path),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_S,
        # Messages of errors must not hold what was to be written.
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": WAIT_S},
    )
    event.listen(made, "connect", _connected)
    event.listen(made, "begin", _begin)
    return made


def in_memory(engine: Engine) -> bool:
    """Whether the database is SQLite's in memory, which ends with the process."""
    return engine.dialect.name == "sqlite" and engine.url.database is None


def _connected(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver would begin transactions by itself, and only before a write; _begin does it.
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        # What is deleted is overwritten with zeros.
        "secure_delete = ON",
        # Sorting and VACUUM leave no files in the folder for temporary files.
        "temp_store = MEMORY",
        # With a write-ahead log nothing is lost when the program dies, and the last moments at
        # most when the machine does; FULL would wait for the disk at every mark.
        "synchronous = NORMAL",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: one that begins as a reader is refused when another process
    # has written in the meantime.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def log_ahead(engine: Engine) -> None:
    """Switch the file to a write-ahead log: readers and a writer do not wait for one another."""
    _outside_transactions(engine, "PRAGMA journal_mode = WAL")


def cleaning_is_due(connection: Connection) -> None:
    """Note, in the transaction that deletes something, that ``clean`` has to follow.

    The note is SQLite's ``user_version``, which is in the file: if the program dies in between, the
    next one to open the file cleans it.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 1")


def clean(engine: Engine) -> None:
    """Remove from the file what was deleted, if that is due; without SQLite do nothing.

    ``secure_delete`` overwrites deleted rows, but copies may be left where SQLite moved rows
    between pages, and in the write-ahead log. VACUUM writes the file anew, and then the log is
    emptied. What the disk does with blocks that no file uses any more is beyond a program; other
    databases clean up by themselves. Raises the driver's errors.
    """
    if engine.dialect.name != "sqlite":
        return
    (due,) = _outside_transactions(engine, "PRAGMA user_version")
    if not due:
        return
    # A class must not stand still while another process reads: it is tried again later.
    _outside_transactions(engine, f"PRAGMA busy_timeout = {_CLEANING_WAITS_MS}")
    try:
        _outside_transactions(engine, "VACUUM")
        _empty_log(engine)
        _outside_transactions(engine, "PRAGMA user_version = 0")
    finally:
        _outside_transactions(engine, f"PRAGMA busy_timeout = {WAIT_S * 1000}")


def _empty_log(engine: Engine) -> None:
    """Move the write-ahead log into the file and cut it to nothing."""
    (busy, *_) = _outside_transactions(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
    if busy:
        raise StillRead


def _outside_transactions(engine: Engine, statement: str) -> tuple[Any, ...]:
    """Run a statement that SQLite refuses inside a transaction; return its first row."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement)
        row: tuple[Any, ...] = tuple(cursor.fetchone() or ())
        cursor.close()
        return row
    finally:
        connection.close()


def reason_of(error: BaseException | None) -> tuple[str, str] | None:
    """Return what an error of SQLite means and what to do, None for one that is not known."""
    name = getattr(error, "sqlite_errorname", "")
    # SQLITE_IOERR_WRITE and the like are kinds of the same.
    return next((told for start, told in _REASONS.items() if name.startswith(start)), None)
