"""What is made from an analysis (figures, rows of the table), kept as long as the analysis is."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Made = TypeVar("_Made")

_values: dict[int, dict[Hashable, Any]] = {}
"""What was made for each owner, by the owner's id and then by name."""

_lock = threading.RLock()


def cached_with(owner: object, name: Hashable, make: Callable[[], _Made]) -> _Made:
    """Return what ``make`` returns, made once for ``owner`` and ``name`` and freed with the owner.

    ``owner`` is a ``Result`` or a frame of one. What is made may not refer to it, or neither
    would ever be freed.
    """
    with _lock:
        values = _values.get(id(owner))
        if values is None:
            values = _values[id(owner)] = {}
            weakref.finalize(owner, _values.pop, id(owner), None).atexit = False
    if name not in values:
        # Two sessions may make it at once: both get the first.
        values.setdefault(name, make())
    made: _Made = values[name]
    return made
