"""The folder that an archive is analysed into: claimed by one run at a time, with its settings."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from analysis.corpus.engine.errors import InUse, NotAnArchive, NotWritten, OtherSettings
from analysis.corpus.layout import DONE, SETTINGS, UNFINISHED, write_text

if sys.platform != "win32":
    import fcntl

LOCK = ".lock"
"""The file that a run holds a lock on; the lock ends with its process, the file stays."""

_CALLED = {
    "files": "the files that are read",
    "digest": "what is read",
    "count": "how many are read",
    "readers": "--fetch",
    "software": "Slant",
    "model": "the model",
    "voices": "the model of voices",
    "columns": "--column",
    "day_first": "--day-first or --month-first",
    "any_language": "--any-language",
    "part": "--part-size",
}
"""What messages call the settings."""

_MOST = 60
"""Characters of a value that a message shows."""


@contextmanager
def claimed(out: Path, settings: Mapping[str, Any]) -> Iterator[None]:
    """Hold the folder ``out`` for one run with these settings (in JSON's types).

    A new folder gets them written first; an older one must have the same. What a run that was ended
    left half written is taken away. Raises NotAnArchive, OtherSettings, InUse, NotWritten.
    """
    with writing(out):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
        _require_archive(out)
        held = _locked(out)
    try:
        with writing(out):
            for left in [*out.glob(f"{UNFINISHED}*"), *out.glob(f"*/{UNFINISHED}*")]:
                left.unlink(missing_ok=True)
            _settle(out, settings)
        yield
    finally:
        if held is not None:
            os.close(held)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Turn the errors of a disk into NotWritten."""
    try:
        yield
    except OSError as error:
        raise NotWritten(str(out), reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Return why something cannot be written, in the words of the system."""
    if error.errno is not None:
        return os.strerror(error.errno)
    return str(error) or type(error).__name__


def content(out: Path) -> dict[str, Any] | None:
    """Return what ``corpus.json`` says, None if there is none that can be understood; raises
    OSError."""
    try:
        found = json.loads((out / SETTINGS).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("settings"), dict) else None


def complete(out: Path, settings: Mapping[str, Any], totals: Mapping[str, Any]) -> None:
    """Write into ``corpus.json`` what became of the whole archive; raises NotWritten."""
    with writing(out):
        _write(out, {"settings": settings, **totals})


def finished_parts(out: Path) -> int:
    """Return how many partitions are finished; raises OSError."""
    return sum(1 for _ in (out / DONE).glob("part-*.json"))


def _require_archive(out: Path) -> None:
    for one in out.iterdir():
        if one.name != LOCK and not one.name.startswith(UNFINISHED):
            break
    else:
        return
    if content(out) is None:
        raise NotAnArchive(str(out))


def _locked(out: Path) -> int | None:
    """Return the descriptor that holds the folder's lock, None where there are no locks."""
    if sys.platform == "win32":
        return None
    held = os.open(out / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        # Unlike lockf's, this lock also keeps two threads of one program apart.
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise InUse(str(out)) from None
    except OSError:
        pass  # some file systems of networks have no locks
    return held


def _settle(out: Path, settings: Mapping[str, Any]) -> None:
    kept = content(out)
    if kept is None:
        _write(out, {"settings": settings})
        return
    now = json.loads(json.dumps(settings))
    differences = [
        _difference(name, kept["settings"].get(name), now.get(name))
        for name in sorted({*kept["settings"], *now})
        if kept["settings"].get(name) != now.get(name)
    ]
    if differences:
        raise OtherSettings(str(out), differences)


def _difference(name: str, before: Any, now: Any) -> str:
    called = _CALLED.get(name, name.replace("_", " "))
    shown = [json.dumps(value, ensure_ascii=False) for value in (before, now)]
    if any(len(value) > _MOST for value in shown):
        return f"{called} differ" if called.startswith("the files") else f"{called} differs"
    return f"{called}: {shown[0]} then, {shown[1]} now"


def _write(out: Path, whole: Mapping[str, Any]) -> None:
    write_text(out / SETTINGS, json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True))
