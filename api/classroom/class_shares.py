"""The class's part of a reveal, worked out once for all who ask for it."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.practice.classes import alpha_said
from analysis.practice.class_figures import round_figures
from analysis.practice.material import Material
from store.classes.marks import finished, marks_of
from store.classes.opening import school_class

if TYPE_CHECKING:
    from sqlalchemy import Engine

MOST_KEPT = 32
"""Reveals whose figures are kept: of more classes than look at one at the same time."""

_kept: OrderedDict[tuple[Any, ...], dict[str, Any] | None] = OrderedDict()
_lock = threading.Lock()


def class_shares(
    engine: Engine, class_id: int, number: int, text: Material
) -> dict[str, Any] | None:
    """Return the class's share for each line of a revealed round, ready for JSON; None below the
    fewest pupils of whom figures are shown.

    Pupils ask for it all at once: the first has it worked out, the others wait for that. It is
    worked out anew after a late mark. Nothing that is kept here has a text or a nickname in it.
    """
    now = school_class(engine, class_id)
    # The number of a deleted class may be given out again; the time at which it was opened is not.
    key = (engine, class_id, now.opened, number, now.marks_version)
    with _lock:
        if key not in _kept:
            _kept[key] = _worked_out(engine, class_id, number, text)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(key)
        return _kept[key]


def forget() -> None:
    """Forget all figures, also of classes that the teacher has deleted."""
    with _lock:
        _kept.clear()


def _worked_out(
    engine: Engine, class_id: int, number: int, text: Material
) -> dict[str, Any] | None:
    marks = marks_of(engine, class_id, number)
    figures = round_figures(marks, finished(engine, class_id, number), text, over=True)
    if figures is None:
        return None
    shares: list[float | None] = [None] * len(text.lines)
    for sentence, share in zip(
        figures.sentences["sentence"], figures.sentences["share"], strict=True
    ):
        shares[int(sentence)] = None if math.isnan(share) else round(float(share), 3)
    return {
        "participants": figures.participants,
        "shares": shares,
        "said": [alpha_said(figures.alpha, figures.participants)],
    }
