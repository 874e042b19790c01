"""Several who do something at the same moment, in threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")


def at_once(number: int, act: Callable[[int], T]) -> list[T]:
    """Call ``act`` with 0, 1, 2, … in as many threads, which start together; return the results."""
    start = Barrier(number)

    def begin(place: int) -> T:
        start.wait()
        return act(place)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begin, range(number)))
