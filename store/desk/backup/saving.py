"""Writing a backup of the desk while editors go on working."""

from __future__ import annotations

import hashlib
import os
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, Table, select

from analysis.errors import CannotWrite
from analysis.version import VERSION
from store import postgresql
from store.database import reading
from store.desk.backup.errors import FileExists
from store.desk.backup.form import MANIFEST, REVISION, TABLES, Manifest, Part, line_of, member

_ROWS_AT_ONCE = 1_000


def save(engine: Engine, name: str, *, replace: bool = False) -> Manifest:
    """Write a backup of the desk into the file ``name``; return what is in it.

    All of it is one state of the desk: what was confirmed before this call is in it, and of what
    comes while it is written nothing, or all. The file is written beside its place and moved there
    when it is whole and on the disk; only this user may read it. Raises FileExists, unless
    ``replace`` lets it write over a file, CannotWrite and StoreFailed.
    """
    made = datetime.now(UTC)
    with (
        _new_file(name, replace) as file,
        reading(engine) as connection,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        # However long it takes: nobody waits for it.
        postgresql.without_limits(connection)
        parts = {table.name: _write(archive, connection, table) for table in TABLES}
        manifest = Manifest(REVISION, VERSION, made, engine.dialect.name, parts)
        archive.writestr(MANIFEST, manifest.as_json())
    return manifest


def _write(archive: zipfile.ZipFile, connection: Connection, table: Table) -> Part:
    rows, size, digest = 0, 0, hashlib.sha256()
    query = select(table).order_by(*table.primary_key)
    # Some at a time: an archive of articles need not fit into memory.
    found = connection.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE})
    with archive.open(member(table), "w", force_zip64=True) as written:
        for row in found.mappings():
            line = line_of(table, dict(row))
            written.write(line)
            digest.update(line)
            rows, size = rows + 1, size + len(line)
    return Part(rows, size, digest.hexdigest())


@contextmanager
def _new_file(name: str, replace: bool) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of ``name`` when the block ends, and leaves no trace if it
    raises."""
    path = Path(os.path.realpath(name))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        if path.exists() and not path.is_file():
            raise CannotWrite(name, "it is no file")
        if path.exists() and not replace:
            raise FileExists(name)
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(name, error.strerror or str(error)) from None
