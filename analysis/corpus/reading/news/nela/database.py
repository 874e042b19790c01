"""NELA-GT's database: SQLite with a table ``newsdata``.

The file comes from strangers. It is opened read-only and immutable, so that nothing is written
beside it; the connection may do nothing but read that table (an authorizer refuses the rest:
functions, other tables, extensions), which must be a real table, no view; values and times are
limited; types of columns are not trusted.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from analysis.corpus.reading.news.nela.rows import COLUMNS, NelaRows
from analysis.corpus.reading.news.pieces.streamed import unreadable
from analysis.corpus.reading.news.pieces.values import line_of
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead
from analysis.reading.limits import MAX_CHARACTERS

TABLE = "newsdata"

MAX_VALUE = 4 * MAX_CHARACTERS
"""Most bytes of a value, a whole row among them; a row with a longer one is unreadable."""

STATEMENT_SECONDS = 20.0
"""Seconds that one statement may take; looking up a row by its number takes microseconds."""

COUNT_SECONDS = 5.0
"""Seconds that counting the rows may take; the number is then not known beforehand."""

_KEYS_AT_ONCE = 256
_STEPS = 10_000  # of SQLite's machine between two looks at the clock
_ROWIDS = ("rowid", "_rowid_", "oid")


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is a SQLite database."""
    return head.startswith(b"SQLite format 3\0")


def open_file(path: Path, choices: Choices) -> NelaDatabase:
    """Open one; raises CannotRead for a database without the table, or a damaged one."""
    return NelaDatabase(path, choices)


class NelaDatabase:
    """A ``Reader`` of NELA-GT's database."""

    kind = "a NELA-GT database"

    def __init__(self, path: Path, choices: Choices) -> None:
        self.path = path
        self.settings: dict[str, object] = {}
        self._choices = choices
        self._rows = NelaRows(choices.day_first)
        self._given = 0
        self._waiting: list[str] = []
        waiting = path.with_name(path.name + "-wal")
        if waiting.exists() and waiting.stat().st_size:
            self._waiting.append(
                f"changes that wait in {waiting.name} are not read: open and close the database "
                "once with the program that wrote it."
            )
        connection = self._connected()
        try:
            self._columns, self._rowid = self._layout(connection)
            self.total = self._count(connection)
        except sqlite3.Error as error:
            raise self._broken(error) from None
        finally:
            connection.close()

    @property
    def notes(self) -> Sequence[str]:
        """Sentences; more while it is read."""
        return [*self._waiting, *self._rows.notes()]

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the rows in the order of their numbers; raises CannotRead where the file is
        damaged."""
        self._given, self._rows = 0, NelaRows(self._choices.day_first)
        connection = self._connected()
        try:
            connection.set_authorizer(_only_reading)
            last: int | None = None
            while keys := self._keys(connection, last):
                for key in keys:
                    self._given += 1
                    yield self._article(connection, key)
                last = keys[-1]
        finally:
            connection.close()

    def claimed(self) -> int | None:
        """Return the number of rows, None if counting them took too long."""
        return self.total

    def share_read(self) -> float:
        """Return how many of the rows have been read."""
        return min(self._given / self.total, 1.0) if self.total else 0.0

    def _connected(self) -> sqlite3.Connection:
        address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._broken(error) from None
        connection.text_factory = bytes
        for limit, most in (
            (sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE),
            (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
            (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 10_000),
        ):
            connection.setlimit(limit, most)
        for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _layout(self, connection: sqlite3.Connection) -> tuple[dict[str, str], str]:
        """Return NELA's columns with their names in the table, and the name of the row's number."""
        _limit(connection, STATEMENT_SECONDS)
        found = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND lower(name) = ? "
            "AND rootpage > 0",
            (TABLE,),
        ).fetchone()
        if found is None:
            reason = f"is a database without the table {TABLE} of NELA-GT"
            raise CannotRead(self.path.name, reason, "export its articles as CSV or JSON lines")
        names = [
            str(row[1], "utf-8", "replace")
            for row in connection.execute(f"PRAGMA table_xinfo({TABLE})")
            if not row[6]  # what is computed is not read
        ]
        known = {name.lower(): name for name in names}
        columns = {name: known[name] for name in COLUMNS if name in known}
        if "content" not in columns:
            reason = f"has no column content in its table {TABLE}, but {', '.join(names[:30])}"
            raise CannotRead(self.path.name, reason, "export its articles as CSV or JSON lines")
        rowid = next((name for name in _ROWIDS if name not in known), "")
        try:
            connection.execute(f"SELECT {rowid or 'none'} FROM {TABLE} LIMIT 0")
        except sqlite3.OperationalError:
            raise CannotRead(
                self.path.name,
                f"has a table {TABLE} whose rows have no numbers",
                "export its articles as CSV or JSON lines",
            ) from None
        return columns, rowid

    def _count(self, connection: sqlite3.Connection) -> int | None:
        _limit(connection, COUNT_SECONDS)
        try:
            return int(connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0])
        except sqlite3.Error:  # too slow, or damaged, which is said once what can be read was
            return None

    def _keys(self, connection: sqlite3.Connection, last: int | None) -> list[int]:
        after, bound = (f"WHERE {self._rowid} > ? ", (last,)) if last is not None else ("", ())
        _limit(connection, STATEMENT_SECONDS)
        try:
            rows = connection.execute(
                f"SELECT {self._rowid} FROM {TABLE} {after}ORDER BY {self._rowid} "
                f"LIMIT {_KEYS_AT_ONCE}",
                bound,
            ).fetchall()
        except sqlite3.Error as error:
            raise self._broken(error) from None
        keys: list[int] = []
        for (key,) in rows:
            # In a file that is damaged or cut off the same rows may come again and again.
            if last is not None and key <= last:
                break
            keys.append(key)
            last = key
        if rows and not keys:
            raise self._broken(sqlite3.DatabaseError("the numbers of its rows do not rise"))
        return keys

    def _article(self, connection: sqlite3.Connection, key: int) -> Found | Unreadable:
        place = f"row {key}"
        name = f"The database's {place}"
        quoted = ", ".join('"' + one.replace('"', '""') + '"' for one in self._columns.values())
        _limit(connection, STATEMENT_SECONDS)
        try:
            row: Any = connection.execute(
                f"SELECT {quoted} FROM {TABLE} WHERE {self._rowid} = ?", (key,)
            ).fetchone()
        except (sqlite3.Error, OverflowError) as error:
            return unreadable(_unread(name, error), place)
        if row is None:
            return unreadable(CannotRead(name, "is gone", "have the database repaired"), place)
        return self._rows.article(dict(zip(self._columns, row, strict=True)), place, name)

    def _broken(self, error: sqlite3.Error) -> CannotRead:
        return CannotRead(
            self.path.name,
            f"is a database that cannot be read ({line_of(str(error))[:200]})",
            "get the file again, or have it repaired",
        )


def _unread(name: str, error: Exception) -> CannotRead:
    if "too big" in str(error):
        return CannotRead(name, f"has more than {MAX_VALUE // 1_000_000} MB", "leave it out")
    reason = f"cannot be read ({line_of(str(error))[:200]})"
    return CannotRead(name, reason, "have the database repaired")


def _limit(connection: sqlite3.Connection, seconds: float) -> None:
    """Stop a statement that takes longer."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)


def _only_reading(
    action: int, first: str | None, second: str | None, database: str | None, within: str | None
) -> int:
    """Allow a SELECT that reads the table itself, and nothing else."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (first or "").lower() == TABLE and not within:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
