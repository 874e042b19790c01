"""The files of a Vale style: of a folder, a zip archive, or one file; never more than fits."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from analysis.errors import CannotRead
from analysis.rules.files.other_tools.imported import LeftOut
from analysis.text.one_line import one_line

MAX_FILE = 2 * 1024 * 1024
"""Largest file of a style in bytes; the largest known has some 100 KB."""

MAX_FILES = 5_000
"""Most files of a style; the largest known has some 200."""

MAX_BYTES = 64 * 1024 * 1024
"""Most bytes of all files together, unpacked."""

_READ = (".yml", ".yaml", ".txt", ".ini")


@dataclass(frozen=True)
class StyleFile:
    """One file: its path inside the source with ``/``, and its bytes."""

    path: str
    content: bytes

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its folders and its own."""
        return PurePosixPath(self.path).parts


def style_files(path: str | os.PathLike[str]) -> tuple[list[StyleFile], list[LeftOut]]:
    """Return the files of a style that could hold rules, sorted by path, and those that are not
    read: links, too large ones.

    The first part of each path is the name of the folder, or of the archive without its ending.
    Nothing is unpacked to the disk. Raises CannotRead for what is not there or no archive, and for
    one that holds too much.
    """
    given = Path(path)
    name = os.fspath(path)
    left_out: list[LeftOut] = []
    try:
        if given.is_dir():
            found = _of_folder(given, left_out)
        elif given.suffix.lower() == ".zip":
            found = _of_zip(given, left_out)
        else:
            found = _of_file(given, left_out)
        files, size = [], 0
        for file in found:
            files.append(file)
            size += len(file.content)
            if len(files) > MAX_FILES or size > MAX_BYTES:
                limit = f"{MAX_FILES:,} files or {MAX_BYTES // 2**20} MB"
                raise CannotRead(name, f"holds more than {limit}", "give one style at a time")
    except FileNotFoundError:
        raise CannotRead(name, "does not exist", "check the name") from None
    except zipfile.BadZipFile:
        raise CannotRead(name, "is no zip archive, or a damaged one", "download it again") from None
    except (OSError, RuntimeError, NotImplementedError) as error:
        # zipfile raises the last two for archives with a password or an unknown compression.
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise CannotRead(name, f"cannot be read ({one_line(reason)})", "unpack it first") from error
    return sorted(files, key=lambda file: file.path), left_out


def _of_file(path: Path, left_out: list[LeftOut]) -> Iterator[StyleFile]:
    inside = f"{path.absolute().parent.name}/{path.name}"
    with path.open("rb") as file:
        yield from _limited(file.read(MAX_FILE + 1), inside, left_out)


def _of_folder(folder: Path, left_out: list[LeftOut]) -> Iterator[StyleFile]:
    top = folder.absolute().name or "style"
    for where, folders, names in os.walk(folder):  # does not follow links to folders
        folders[:] = sorted(one for one in folders if one == "config" or not one.startswith("."))
        for one in sorted(names):
            path = Path(where) / one
            inside = PurePosixPath(top, *path.relative_to(folder).parts).as_posix()
            if path.suffix.lower() not in _READ:
                continue
            if path.is_symlink() or not path.is_file():
                left_out.append(LeftOut(one_line(inside), None, "", "is a link, not a file"))
                continue
            with path.open("rb") as file:
                yield from _limited(file.read(MAX_FILE + 1), inside, left_out)


def _of_zip(path: Path, left_out: list[LeftOut]) -> Iterator[StyleFile]:
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            inside = PurePosixPath(entry.filename.replace("\\", "/"))
            if entry.is_dir() or inside.suffix.lower() not in _READ:
                continue
            if inside.is_absolute() or ".." in inside.parts or ":" in inside.parts[0]:
                reason = "has a name that leads out of the archive"
                left_out.append(LeftOut(one_line(entry.filename), None, "", reason))
                continue
            if stat.S_ISLNK(entry.external_attr >> 16):
                left_out.append(LeftOut(str(inside), None, "", "is a link, not a file"))
                continue
            if "__MACOSX" in inside.parts:
                continue
            inside = PurePosixPath(path.stem, inside)
            with archive.open(entry) as file:  # the size that the archive claims may be wrong
                yield from _limited(file.read(MAX_FILE + 1), str(inside), left_out)


def _limited(content: bytes, inside: str, left_out: list[LeftOut]) -> Iterator[StyleFile]:
    inside = one_line(inside)
    if len(content) > MAX_FILE:
        reason = f"is larger than {MAX_FILE // 2**20} MB"
        left_out.append(LeftOut(inside, None, "", reason))
    else:
        yield StyleFile(inside, content)
