"""Which servers have the desk's file open: each holds a lock on a small file beside it.

SQLite's own locks do not tell, as they are only held for moments.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import weakref
from pathlib import Path

from sqlalchemy import Engine

if sys.platform != "win32":
    import fcntl

# Reentrant, as an engine may be collected, and leave, in the middle of anything.
_lock = threading.RLock()

# By the real path of the desk's file: the descriptor with the lock, and how many engines of this
# program there are. One descriptor only: to close any gives up all of a program's locks on a file.
_held: dict[str, tuple[int, int]] = {}


def come_to(path: Path, engine: Engine) -> None:
    """Let others see, while ``engine`` lives, that this program has the file ``path`` open.

    On Windows nothing can be told of it.
    """
    if sys.platform == "win32":
        return
    real = os.path.realpath(path)
    with _lock:
        if real in _held:
            held, engines = _held[real]
        else:
            try:
                held, engines = os.open(f"{real}-open", os.O_RDWR | os.O_CREAT, 0o600), 0
                fcntl.lockf(held, fcntl.LOCK_SH)
            except OSError:
                # Some file systems of networks have no locks.
                return
        _held[real] = held, engines + 1
    weakref.finalize(engine, _leave, real)


def others_at(path: Path) -> bool:
    """Whether another program serves the desk's file ``path``, as far as can be seen."""
    if sys.platform == "win32":
        return False
    real = os.path.realpath(path)
    with _lock:
        held, _ = _held.get(real, (None, 0))
        if held is None:
            return _is_locked(f"{real}-open")
        try:
            # Only granted where nobody else holds a lock; the one held before stays otherwise.
            fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        fcntl.lockf(held, fcntl.LOCK_SH)
        return False


def _is_locked(beside: str) -> bool:
    """Whether anybody holds a lock on the file, of whom this program is none."""
    if sys.platform == "win32":
        return False
    try:
        descriptor = os.open(beside, os.O_RDWR)
    except OSError:
        return False  # nobody ever served it
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EAGAIN)
    finally:
        os.close(descriptor)
    return False


def _leave(real: str) -> None:
    with _lock:
        held, engines = _held.pop(real)
        if engines > 1:
            _held[real] = held, engines - 1
        else:
            os.close(held)
