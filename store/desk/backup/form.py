"""What is in a backup: which tables, rows as lines of JSON, and the manifest that names them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Table, TypeDecorator

from store import migrations
from store.desk.tables import DESK, SESSIONS
from store.desk.texts import ExactText, packed, unpacked

KIND = "backup of a Slant desk"

FORMAT = 1
"""Number of the form that this module describes; one that is read otherwise gets the next."""

REVISION = migrations.DESK.released[-1]
"""The revision of the tables whose rows are in it: the present one, which every open desk has."""

MANIFEST = "manifest.json"

TABLES: tuple[Table, ...] = tuple(one for one in DESK.sorted_tables if one is not SESSIONS)
"""What is kept, each table after those that it refers to. Sessions of browsers end with the desk
that opened them, so that no backup lets anybody in."""


@dataclass(frozen=True)
class Part:
    """A table in a backup: how many ``rows`` and ``bytes`` its member has, and the SHA-256 of these
    bytes in hexadecimal."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself: the ``revision`` of the tables, Slant's ``version``, when it
    was ``made`` (UTC), the kind of ``database`` it comes from, and its ``tables`` by name."""

    revision: str
    version: str
    made: datetime
    database: str
    tables: Mapping[str, Part]

    def as_json(self) -> bytes:
        """Return the manifest as it is written."""
        said = {
            "kind": KIND,
            "format": FORMAT,
            **asdict(self),
            "made": self.made.astimezone(UTC).isoformat(),
        }
        return (json.dumps(said, indent=2) + "\n").encode()


def member(table: Table) -> str:
    """Return the name of the member that holds a table."""
    return f"{table.name}.jsonl"


def line_of(table: Table, row: Mapping[str, Any]) -> bytes:
    """Return a row of a table as its line: values by column, times as ISO 8601."""
    said = {name: _said(table, name, value) for name, value in row.items()}
    line = json.dumps(said, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return line.encode("ascii") + b"\n"


def row_of(table: Table, line: bytes) -> dict[str, Any]:
    """Return the row that a line of a table's member holds; raises ValueError."""
    said = json.loads(line)
    if not isinstance(said, dict) or said.keys() != set(table.c.keys()):
        raise ValueError("other columns")
    return {name: _value(table, name, value) for name, value in said.items()}


def _said(table: Table, name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and isinstance(table.c[name].type, ExactText):
        # JSON would join two halves of a surrogate pair into one character.
        return packed(value)
    return value


def type_of(column: Column[Any]) -> type:
    """Return the Python type of a column's values."""
    kept = column.type
    # Types of the project's own say only how a value is written down.
    return kept.impl_instance.python_type if isinstance(kept, TypeDecorator) else kept.python_type


def _value(table: Table, name: str, value: Any) -> Any:
    column = table.c[name]
    if value is None:
        if column.nullable:
            return None
        raise ValueError(f"{name} is missing")
    wanted = type_of(column)
    if wanted is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if wanted is float and type(value) is int:
        return float(value)
    # type(), as True is an int for isinstance.
    if type(value) is not wanted:
        raise ValueError(f"{name} is no {wanted.__name__}")
    return unpacked(str(value)) if isinstance(column.type, ExactText) else value
