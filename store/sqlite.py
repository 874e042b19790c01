"""All that is particular to SQLite: how it is opened, and how nothing deleted stays in its file.

The classes have one connection a process, in memory as in a file. A pool of one is the lock:
whoever needs the connection waits in line for it, which is fairer than SQLite's own waiting, where
each asks again after a while and may never be next. The desk has several, so that nobody who reads
waits for one who writes; those who write wait in line for their turn. Other processes on one file
wait by ``busy_timeout``.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import TimeoutError as PoolTimeout

WRITING = "slant_writing"
"""The execution option of a connection that is going to write."""

_TURN = "slant_turn"
"""The execution option of an engine that holds the lock of those who write, if there is one."""

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


def engine(path: str | None, *, connections: int = 1, synchronous: str = "NORMAL") -> Engine:
    """Return an engine on the database file ``path``, or on a database in memory (None).

    With the write-ahead log and ``synchronous`` NORMAL nothing is lost when the program dies, and
    the last moments at most when the machine does; with FULL nothing is lost then either, but every
    write waits for the disk.
    """
    made = create_engine(
        URL.create("sqlite", database=path),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=WAIT_S,
        # Messages of errors must not hold what was to be written.
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": WAIT_S},
        execution_options={_TURN: threading.Lock()} if connections > 1 else {},
    )

    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        _connected(connection, synchronous)

    event.listen(made, "connect", connected)
    event.listen(made, "begin", _begin)
    return made


@contextmanager
def turn(engine: Engine) -> Iterator[None]:
    """Wait for one's turn to write, where an engine has several connections to one file.

    Raises SQLAlchemy's TimeoutError after ``WAIT_S``.
    """
    lock: threading.Lock | None = engine.get_execution_options().get(_TURN)
    if lock is None:
        yield
        return
    if not lock.acquire(timeout=WAIT_S):
        raise PoolTimeout
    try:
        yield
    finally:
        lock.release()


def in_memory(engine: Engine) -> bool:
    """Whether the database is SQLite's in memory, which ends with the process."""
    return engine.dialect.name == "sqlite" and engine.url.database is None


def _connected(connection: sqlite3.Connection, synchronous: str) -> None:
    # The driver would begin transactions by itself, and only before a write; _begin does it.
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        # What is deleted is overwritten with zeros.
        "secure_delete = ON",
        # Sorting and VACUUM leave no files in the folder for temporary files.
        "temp_store = MEMORY",
        f"synchronous = {synchronous}",
        # What only asks to wait for the disk is not enough where disks answer too early (macOS).
        f"fullfsync = {synchronous == 'FULL'}",
        # A row that takes the place of another deletes it: triggers against that hold then too.
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: one that begins as a reader is refused when another process
    # has written in the meantime.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def log_ahead(engine: Engine) -> None:
    """Switch a file to a write-ahead log: readers and a writer do not wait for one another."""
    until = time.monotonic() + WAIT_S
    while True:
        try:
            _outside_transactions(engine, "PRAGMA journal_mode = WAL")
            return
        except ERRORS as error:
            # SQLite does not wait here where another program makes the same switch.
            busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > until:
                raise
        time.sleep(0.01)


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
