"""The flags of an article that is being added, in the frame that a fit reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.desk.frames import FLAGS
from analysis.desk.records import OPEN

if TYPE_CHECKING:
    import pandas as pd

    from analysis.desk.records import NewArticle

_AS_THEY_ARE = (
    *("check", "kind", "severity", "revision", "voice", "part", "text", "start", "end"),
    *("sentence", "sentence_start"),
)


def as_flags(new: NewArticle) -> pd.DataFrame:
    """Return a frame ``FLAGS`` of the flags of ``new``, numbered from 0, as no number is given to
    them yet."""
    flags, many = new.flags, len(new.flags)
    return frame(
        {
            "flag": range(many),
            "article": [0] * many,
            "state": [OPEN] * many,
            **{name: [getattr(flag, name) for flag in flags] for name in _AS_THEY_ARE},
            "sentence_text": [new.text[flag.sentence_start : flag.sentence_end] for flag in flags],
            "probability": [_number(flag.probability) for flag in flags],
            "sentence_probability": [_number(flag.sentence_probability) for flag in flags],
            "outlet": [new.outlet] * many,
            "section": [new.section] * many,
            "model": [new.model] * many,
            "model_version": [new.model_version] * many,
        },
        FLAGS,
    )


def _number(probability: float | None) -> float:
    return float("nan") if probability is None else probability
