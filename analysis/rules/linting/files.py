"""Which files are meant: those named, those in folders, those that globs name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from analysis.errors import CannotRead
from analysis.reading.limits import MAX_FILE_BYTES

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
"""What is taken from a folder. Other kinds (.docx, .pdf) are linted where they are named, or where
a glob ends so."""

_GLOB = frozenset("*?[")


def named_files(argument: str) -> Iterator[tuple[str, bool]]:
    """Yield the files that one argument means, in order, and whether each was searched for.

    A file is itself, whatever its kind. A folder means its files with one of ``SUFFIXES``, those of
    the folders in it too; hidden ones are left out, and links to folders are not followed. What is
    neither and holds ``*``, ``?`` or ``[`` is a glob, in which ``**`` stands for any folders.
    Raises CannotRead where nothing is named, or no file that a glob names.
    """
    if not argument:
        advice = "give a file or a folder; a variable of a script may be empty"
        raise CannotRead("An empty name", "was given", advice)
    if os.path.isdir(argument):
        yield from ((file, True) for file in _in_folder(argument))
    elif not os.path.lexists(argument) and _GLOB & set(argument):
        found = sorted(_of_glob(argument))
        if not found:
            advice = f"check it; with ** it finds {', '.join(SUFFIXES)} in all folders below"
            raise CannotRead(argument, "names no file", advice)
        yield from ((file, True) for file in found)
    else:
        yield argument, False


def content_of(path: str) -> bytes:
    """Return a file's bytes, at most one more than an article may have; raises CannotRead."""
    advice = "check the file's name"
    try:
        with open(path, "rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise CannotRead(path, "does not exist", advice) from None
    except ValueError:  # a NUL character in the path
        raise CannotRead(repr(path), "is no file's name", advice) from None
    except OSError as error:
        raise CannotRead(path, f"cannot be read ({error.strerror or error})", advice) from None


def _of_glob(pattern: str) -> Iterator[str]:
    """Yield the files that a pattern names. ``glob.glob`` would follow links to folders in ``**``,
    and two that lead upwards would keep it busy for ever."""
    whole = PurePath(f"{pattern}/*" if PurePath(pattern).name == "**" else pattern)
    base = Path(whole.anchor)
    with_hidden = any(part.startswith(".") for part in whole.parts if part not in (".", ".."))
    try:
        for found in base.glob(str(whole.relative_to(whole.anchor))):
            hidden = any(part.startswith(".") for part in found.parts if part != "..")
            if (with_hidden or not hidden) and found.is_file() and _is_taken(str(found), pattern):
                yield str(found)
    except ValueError:
        advice = "write ** as the name of a folder, as in 'news/**/*.md'"
        raise CannotRead(pattern, "is no pattern", advice) from None


def _is_taken(file: str, pattern: str = "") -> bool:
    suffix = os.path.splitext(file)[1].lower()
    return suffix in SUFFIXES or bool(suffix and pattern.lower().endswith(suffix))


def _in_folder(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            path = os.path.normpath(os.path.join(place, file))
            if not file.startswith(".") and _is_taken(file) and os.path.isfile(path):
                yield path
