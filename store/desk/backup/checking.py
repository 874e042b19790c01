"""Reading a backup: whether it is one, and whether all of it is there as it was written."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from analysis.errors import CannotRead
from store import migrations
from store.desk.backup.errors import BadBackup, NewerBackup, OlderBackup
from store.desk.backup.form import (
    FORMAT,
    KIND,
    MANIFEST,
    REVISION,
    TABLES,
    Manifest,
    Part,
    member,
    row_of,
)

_MOST_MANIFEST = 100_000
_MOST_LINE = 64_000_000
"""Bytes of a row: the longest article, with every sign written as two escapes, has less."""

_MOST_TIMES, _FROM = 250, 10_000_000
"""How much smaller than its content a member is at most, where that has so many bytes: real rows
get about 10 times smaller, zeros and repeated ones 1,000 times."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Backup:
    """A backup that is open, whole, and of a form that can be restored. ``manifest`` says what it
    holds."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self._name = name
        self._archive = archive
        _look_at_members(name, archive)
        self.manifest = _manifest(name, archive)
        for table in TABLES:
            for _ in self.rows(table):
                pass

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table; raises BadBackup, at their end too if they are not those that
        were written."""
        said = self.manifest.tables[table.name]
        rows, size, digest = 0, 0, hashlib.sha256()
        with _damage(self._name), self._archive.open(member(table)) as lines:
            while line := lines.readline(_MOST_LINE):
                rows, size = rows + 1, size + len(line)
                digest.update(line)
                try:
                    row = row_of(table, line)
                except (ValueError, RecursionError):
                    raise BadBackup(
                        self._name, f"row {rows} of {table.name} is no row of that table"
                    ) from None
                yield row
        if Part(rows, size, digest.hexdigest()) != said:
            raise BadBackup(self._name, f"{table.name} is not as it was written")


@contextmanager
def opened(name: str) -> Iterator[Backup]:
    """Open a backup and look at all of it; raises CannotRead, BadBackup, NewerBackup or
    OlderBackup."""
    with ExitStack() as until_read:
        try:
            file = until_read.enter_context(open(name, "rb"))
            archive = until_read.enter_context(zipfile.ZipFile(file))
        except _DAMAGED:
            raise BadBackup(name, "it is no backup, or its end is missing") from None
        except OSError as error:
            reason = f"cannot be read ({error.strerror or error})"
            raise CannotRead(name, reason, "check the file's name") from None
        yield Backup(name, archive)


def _look_at_members(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse members that no backup has, before any of them is read."""
    found = [one.filename for one in archive.infolist()]
    if MANIFEST not in found:
        raise BadBackup(name, "it is no backup of a desk")
    for one in archive.infolist():
        if found.count(one.filename) > 1:
            raise BadBackup(name, f"it holds {one.filename} twice")
        if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadBackup(name, f"{one.filename} is packed in a way that backups are not")
        if one.file_size > max(_FROM, _MOST_TIMES * one.compress_size):
            raise BadBackup(name, f"{one.filename} is far larger than it can be")


def _manifest(name: str, archive: zipfile.ZipFile) -> Manifest:
    with _damage(name), archive.open(MANIFEST) as file:
        content = file.read(_MOST_MANIFEST)
    try:
        said = json.loads(content)
        if said["kind"] != KIND:
            raise BadBackup(name, "it is no backup of a desk")
        # Looked at before the rest, which a later version may have in another form.
        if said["revision"] in migrations.DESK.released[:-1] or int(said["format"]) < FORMAT:
            raise OlderBackup(name, str(said["version"])[:20])
        if int(said["format"]) > FORMAT or said["revision"] != REVISION:
            raise NewerBackup(name, str(said["version"])[:20])
        found = {one.filename for one in archive.infolist()}
        for odd in found ^ {MANIFEST, *map(member, TABLES)}:
            raise BadBackup(name, f"it holds {odd} too" if odd in found else f"it lacks {odd}")
        return Manifest(
            said["revision"],
            str(said["version"])[:20],
            datetime.fromisoformat(said["made"]),
            str(said["database"])[:20],
            {one.name: Part(**said["tables"][one.name]) for one in TABLES},
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise BadBackup(name, f"its {MANIFEST} does not say what it holds") from None


@contextmanager
def _damage(name: str) -> Iterator[None]:
    try:
        yield
    except _DAMAGED:
        raise BadBackup(name, "it is damaged") from None
    except OSError as error:
        raise CannotRead(
            name, f"cannot be read ({error.strerror or error})", "look at its disk"
        ) from None
