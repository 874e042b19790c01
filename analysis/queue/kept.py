"""What was worked out before, kept for a while: a cache bounded in entries and in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Kept(Generic[_Key, _Value]):
    """Values by key, those that were asked for last; safe to share between threads.

    At most ``entries`` values and ``most_bytes`` bytes are kept, where ``size_of`` says about how
    many bytes a value takes with its key.
    """

    def __init__(self, entries: int, most_bytes: int, size_of: Callable[[_Value], int]) -> None:
        self._most_entries = entries
        self._most_bytes = most_bytes
        self._size_of = size_of
        self._values: OrderedDict[_Key, _Value] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(
        self, keys: Sequence[_Key], make: Callable[[list[int]], Sequence[_Value]]
    ) -> list[_Value]:
        """Return the value of each of ``keys``.

        ``make`` is given the places in ``keys`` of values that are not kept, each key once, and
        returns these values in order; it is not called if there are none. What it raises is raised,
        and nothing is kept of it. Two threads that ask for one key at once may both make it.
        """
        found: dict[_Key, _Value] = {}
        missing: dict[_Key, int] = {}
        with self._lock:
            for place, key in enumerate(keys):
                if key in self._values:
                    self._values.move_to_end(key)
                    found[key] = self._values[key]
                else:
                    missing.setdefault(key, place)
        if missing:
            made = make(list(missing.values()))
            found.update(zip(missing, made, strict=True))
            with self._lock:
                for key in missing:
                    self._keep(key, found[key])
        return [found[key] for key in keys]

    def __len__(self) -> int:
        """Return how many values are kept."""
        with self._lock:
            return len(self._values)

    @property
    def bytes_kept(self) -> int:
        """About how many bytes the values take."""
        with self._lock:
            return self._bytes

    def _keep(self, key: _Key, value: _Value) -> None:
        if key in self._values:
            self._bytes -= self._size_of(self._values.pop(key))
        self._values[key] = value
        self._bytes += self._size_of(value)
        while len(self._values) > self._most_entries or self._bytes > self._most_bytes:
            _, oldest = self._values.popitem(last=False)
            self._bytes -= self._size_of(oldest)
