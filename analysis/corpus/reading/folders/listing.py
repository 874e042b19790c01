"""The files of an archive, in their order, and what tells them from other files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from analysis.errors import CannotRead
from analysis.text.one_line import one_line

_SAMPLE = 64 * 1024
_SAMPLES = 16
"""Places in a file, evenly apart, that its digest is made of: quick for files of any size."""

# What Spark, Dask and Hive write beside the parts of a table.
_BESIDE = ("_SUCCESS", "_metadata", "_common_metadata")


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the name in the folder, and the path, of each file below it, by folders and names.

    Left out are hidden ones, links that lead out of the folder, and what is no file. Raises
    CannotRead for a folder that cannot be listed.
    """
    root = folder.resolve()

    def refuse(error: OSError) -> None:
        reason = f"cannot be listed ({error.strerror or error})"
        raise CannotRead(str(error.filename or folder), reason, "check who may read it") from error

    for where, folders, names in os.walk(folder, onerror=refuse):  # follows no links to folders
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(names):
            path = Path(where) / name
            if name.startswith(".") or name in _BESIDE:
                continue
            # First, as what a link leads to may be nothing that can be looked at.
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
                continue
            if not path.is_file():
                continue
            yield path.relative_to(folder).as_posix(), path


def shown(name: str) -> str:
    """Return a file's name as it can be printed: on one line, nothing in it a command to a
    terminal."""
    return one_line(name.encode("utf-8", "replace").decode())


def digest_of(path: Path) -> str:
    """Return a digest of a file's size and of pieces of it, which another file of the same name
    hardly has; raises OSError."""
    size = path.stat().st_size
    found = sha256(str(size).encode())
    with path.open("rb") as file:
        if size <= _SAMPLE * _SAMPLES:
            found.update(file.read())
            return found.hexdigest()
        for number in range(_SAMPLES):
            file.seek((size - _SAMPLE) * number // (_SAMPLES - 1))
            found.update(file.read(_SAMPLE))
    return found.hexdigest()
