"""All that is particular to PostgreSQL: how it is opened, who waits for whom, what errors mean.

With another database the functions here do nothing, so that callers need not ask which it is.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

DRIVER = "postgresql+psycopg"

CLIMBING, EDITORS, TRAIL = range(1, 4)
"""What only one transaction at a time may do (``alone``): move tables up, let somebody in, and add
to the trail."""

_LOCKS = 0x51A47
"""The first half of the names of Slant's locks, so that they are no other program's."""

# A page that waits longer is of no use; nothing that Slant asks takes nearly as long.
_SETTINGS = {
    "lock_timeout": "10s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "5min",
}

_CONNECTING = {
    "connect_timeout": 5,
    # A machine that has gone away without a word is noticed within seconds.
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "application_name": "slant",
}

_SURE_S = 1
"""A connection that rested for longer is tried before it is used, and replaced, with all others, if
the database was away in the meantime. To try each every time would cost a tenth of a request."""

_RESTS = "slant_rests"

_LATER = "try again in a moment"
_FOR_ITS_KEEPER = "whoever keeps that database has to look at it"
_REASONS = {
    "08": ("the database cannot be reached", "see that it runs and that its address is right"),
    "25006": ("the database may only be read", "name the one that may be written"),
    "25P03": ("the database waited too long for Slant", _LATER),
    "28": ("the database does not accept the user or the password", "put them right"),
    "3D000": ("there is no database of that name", "make it, or name another"),
    "3F000": ("it has no schema in which tables can be made", "make one, or name another"),
    "40": ("others were writing at the same moment", _LATER),
    "42501": ("the database's user may not make or write tables there", "let that user do so"),
    "42P01": ("the database lacks tables of Slant", "start Slant anew, which makes them"),
    "42P07": ("the database holds other tables under the names of Slant's", "name another"),
    "53100": ("the disk of the database is full", "make room on it and try again"),
    "53300": ("the database has too many connections", _LATER),
    "53": ("the database lacks memory or other means", _FOR_ITS_KEEPER),
    "55P03": ("others were writing at the same moment", _LATER),
    "57014": ("the database took too long to answer", _LATER),
    "57P": ("the database is being stopped or started", _LATER),
    "58": ("the database could not read or write its files", _FOR_ITS_KEEPER),
    "XX": ("the database's files are damaged", _FOR_ITS_KEEPER),
}
"""Reason and advice by error code, or by its first characters."""


def engine(url: URL) -> Engine:
    """Return an engine on the database at ``url``; nothing is asked of it yet.

    Its pool serves twenty editors: a connection is only held while a transaction runs. What
    ``url`` says of connecting goes before what is said here. Raises ImportError without a driver.
    """
    made = create_engine(
        url.set(drivername=DRIVER),
        # Messages of errors must not hold what was to be written.
        hide_parameters=True,
        pool_use_lifo=True,
        pool_size=16,
        max_overflow=8,
        pool_timeout=10,
        pool_recycle=1800,
        connect_args={name: value for name, value in _CONNECTING.items() if name not in url.query},
    )
    event.listen(made, "connect", _connected)
    event.listen(made, "checkin", _rests)

    def is_taken(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
        rests_since = record.info.get(_RESTS)
        if rests_since is None or time.monotonic() - rests_since < _SURE_S:
            return
        try:
            made.dialect.do_ping(connection)
        except made.dialect.loaded_dbapi.Error:
            raise InvalidatePoolError from None

    event.listen(made, "checkout", is_taken)
    return made


def _rests(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_RESTS] = time.monotonic()


def _connected(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        for name, value in _SETTINGS.items():
            cursor.execute("SELECT set_config(%s, %s, false)", (name, value))
        # Where a server confirms before its disk does, it does not so for Slant.
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') = 'off'"
        )
    connection.commit()


def for_reading(connection: Connection) -> None:
    """Let all that a connection reads in its next transaction be of one moment, as with SQLite."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ")


def alone(connection: Connection, what: int) -> None:
    """Wait until no other transaction does ``what``, and keep others from it until this one ends.

    With SQLite every transaction that writes is alone already.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCKS, what)))


def without_limits(connection: Connection) -> None:
    """Let the statements of this transaction take as long as they need."""
    if connection.dialect.name == "postgresql":
        for name in _SETTINGS:
            connection.execute(select(func.set_config(name, "0", True)))


def hold(connection: Connection, tables: Sequence[Table]) -> None:
    """Let nobody else write to ``tables`` until this transaction ends.

    SQLite's writers wait for each other anyway.
    """
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in tables)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def count_on(connection: Connection, tables: Sequence[Table]) -> None:
    """Let the next rows of ``tables`` have the numbers after their last; SQLite does so itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        last = connection.scalar(select(func.max(table.c.id)))
        if last is not None:
            sequence = func.pg_get_serial_sequence(table.name, "id")
            connection.execute(select(func.setval(sequence, last)))


def keeps_any_text(connection: Connection) -> bool:
    """Whether the database can keep every character: PostgreSQL may have been set up otherwise."""
    if connection.dialect.name != "postgresql":
        return True
    return bool(connection.scalar(select(func.current_setting("server_encoding"))) == "UTF8")


def reason_of(error: BaseException | None) -> tuple[str, str] | None:
    """Return what an error of its driver means and what to do, None for one that is not known."""
    if error is None or not type(error).__module__.startswith("psycopg"):
        return None
    code = getattr(error, "sqlstate", None)
    if code is not None:
        starts = (code[:length] for length in (5, 3, 2))
        return next((_REASONS[start] for start in starts if start in _REASONS), None)
    kind = type(error).__name__
    if kind == "ProgrammingError":
        return "its address says something that PostgreSQL does not know", "put it right"
    return _not_connected(str(error)) if kind == "OperationalError" else None


def _not_connected(said: str) -> tuple[str, str]:
    """Tell what stood in the way of a connection, of which there is no code, only words."""
    if 'database "' in said and "does not exist" in said:
        return _REASONS["3D000"]
    if "too many" in said or "remaining connection slots" in said:
        return _REASONS["53300"]
    if "password" in said or "role" in said or "pg_hba.conf" in said:
        return _REASONS["28"]
    if "resolve host" in said or "translate host" in said:
        return "there is no machine of that name", "put the name right"
    if "starting up" in said or "shutting down" in said or "recovery" in said:
        return _REASONS["57P"]
    return _REASONS["08"]
