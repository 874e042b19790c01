"""How well spans and pairs are found, in plain counts; the evaluation and the choice of thresholds
use the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def f1(hits: float, found: float, wanted: float) -> float:
    """2 × hits / (found + wanted), 0 where nothing was found and nothing wanted."""
    return 2 * hits / (found + wanted) if found + wanted else 0.0


def characters(spans: Iterable[Span]) -> set[int]:
    """The characters that any of the spans holds."""
    return {index for start, end in spans for index in range(start, end)}


def overlapping(found: Sequence[Span], wanted: Sequence[Span]) -> int:
    """How many of `found` overlap one of `wanted`, each taken once, in reading order."""
    free = sorted(wanted)
    hits = 0
    for start, end in sorted(found):
        for index, (a, b) in enumerate(free):
            if start < b and a < end:
                del free[index]
                hits += 1
                break
    return hits
