"""What the lesson's measurements come to, in lines to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.bench.classroom.pupils import Mark, Pupil


def spread(seconds: Iterable[float], unit: str = "ms") -> str:
    """Return median, 95th percentile and largest of ``seconds``."""
    ranked = sorted(seconds)
    if not ranked:
        return "none"
    middle, high = ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    factor, digits = (1000, 0) if unit == "ms" else (1, 1)
    p50, p95, most = (f"{value * factor:.{digits}f}" for value in (middle, high, ranked[-1]))
    return f"p50 {p50}  p95 {p95}  max {most} {unit}  (n = {len(ranked)})"


def delays(
    answered: Sequence[tuple[int, float]], seen: Sequence[tuple[float, int, int]]
) -> tuple[list[float], int]:
    """Return how many seconds after its answer each mark was on the teacher's page, and how many
    never were.

    ``answered`` are (sentence, moment), ``seen`` (moment, sentence, how many have marked it). The
    k-th answer to a mark of a sentence is seen when the page first shows that k or more marked it.
    Marks made before the page showed anything are left out: below five pupils it shows nothing.
    """
    first: dict[int, list[float]] = {}
    for sentence, moment in sorted(answered, key=lambda one: one[1]):
        first.setdefault(sentence, []).append(moment)
    shown_from = min((moment for moment, *_ in seen), default=0.0)
    found, missing = [], 0
    for sentence, moments in first.items():
        for count, moment in enumerate(moments, 1):
            if moment < shown_from:
                continue
            later = [at for at, of, marked in seen if of == sentence and marked >= count]
            if later:
                found.append(max(0.0, min(later) - moment))
            else:
                missing += 1
    return found, missing


def lost(pupil: Pupil, kept: dict[int, Mark]) -> int:
    """Return how many of a pupil's marks the server has not, or not as they were made last."""
    return sum(kept.get(sentence) != mark for sentence, mark in pupil.marks.items())
