"""What the lesson's measurements come to, in lines to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from analysis.practice.class_figures import FEWEST
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
    answered: Sequence[Sequence[tuple[int, float]]],
    done: Sequence[float],
    seen: Sequence[tuple[float, int, int]],
) -> tuple[list[float], int]:
    """Return how many seconds behind each mark the teacher's page was, and how many marks it never
    showed.

    ``answered`` are each pupil's marks as (sentence, moment of the answer), ``done`` the moments at
    which the pupils said to be done, ``seen`` what the page showed: (moment, sentence, how many
    have marked it). The k-th answer to marks of a sentence is seen when the page first shows that k
    or more marked it. It may show that once ``FEWEST`` pupils have read as far as that sentence.
    """
    found, missing = [], 0
    for sentence, moments in _by_sentence(answered).items():
        allowed = _read_by_fewest(answered, done, sentence)
        for count, moment in enumerate(moments, 1):
            later = [at for at, of, marked in seen if of == sentence and marked >= count]
            if later:
                found.append(max(0.0, min(later) - max(moment, allowed)))
            else:
                missing += 1
    return found, missing


def _by_sentence(answered: Sequence[Sequence[tuple[int, float]]]) -> dict[int, list[float]]:
    moments: dict[int, list[float]] = {}
    for sentence, moment in sorted(chain.from_iterable(answered), key=lambda one: one[1]):
        moments.setdefault(sentence, []).append(moment)
    return moments


def _read_by_fewest(
    answered: Sequence[Sequence[tuple[int, float]]], done: Sequence[float], sentence: int
) -> float:
    """Return when ``FEWEST`` pupils had marked that sentence or a later one, or were done."""
    reached = sorted(
        min([moment for other, moment in marks if other >= sentence] + [over])
        for marks, over in zip(answered, done, strict=True)
    )
    return reached[FEWEST - 1]


def lost(pupil: Pupil, kept: dict[int, Mark]) -> int:
    """Return how many of a pupil's marks the server has not, or not as they were made last."""
    return sum(kept.get(sentence) != mark for sentence, mark in pupil.marks.items())
