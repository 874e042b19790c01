"""The comparisons of a server: made once for the same analyses in the same order, and shared.

A comparison belongs to the sessions that show it, as an own text does, and goes with the last of
them; one of samples alone is kept, within ``KEPT_BYTES``. It holds its articles, so nothing of it
may be kept with one of them (``cached_with``); what is made from it is kept with the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from analysis.queue.articles import compare_in_queue
from analysis.queue.place import Waiting
from dashboard.server.shared import Shared

if TYPE_CHECKING:
    from analysis import Comparison, Result

KEPT_BYTES = 16_000_000
"""Most bytes of samples' comparisons, their articles not counted; one of three samples has about
200,000."""


def comparison_of(
    articles: Sequence[Result], waiting: Waiting, *, keep: bool = False
) -> Comparison:
    """Return the comparison of two to five analyses, the same object for the same ones.

    ``waiting`` is called in this thread with the number of articles ahead, for as long as one has
    to wait; ``keep`` says that all are samples. Raises what ``compare_all`` and ``waiting`` raise,
    and QueueFull.
    """
    # A comparison holds its articles, so no other can get their identities while it is there.
    key = tuple(map(id, articles))
    return _comparisons().get(key, partial(compare_in_queue, tuple(articles)), waiting, keep=keep)


@cache
def _comparisons() -> Shared[Comparison]:
    return Shared(size_of, KEPT_BYTES)


def size_of(comparison: Comparison) -> int:
    """Return about how many bytes a comparison's frames take."""
    from analysis.output.comparison.record import FRAMES

    frames = (getattr(comparison, name) for name in FRAMES)
    return sum(int(frame.memory_usage(deep=True).sum()) for frame in frames)
