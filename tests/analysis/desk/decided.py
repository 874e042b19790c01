"""Decisions made by hand, for tests of what is worked out of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.desk.frames import DECISIONS, FLAGS

MADE = pd.Timestamp("2026-11-02 09:00", tz="UTC")


def flag_row(number: int, sentence: str, words: str, **given: Any) -> dict[str, Any]:
    """Return a row of ``FLAGS``: a flag on the first ``words`` of a sentence, which begins at
    character 100 of its article."""
    start = 100 + sentence.index(words)
    return {
        "flag": number,
        "article": number // 4,
        "state": "open",
        "check": "slant.loaded-words",
        "kind": "loaded",
        "severity": "note",
        "revision": 0,
        "voice": "outlet",
        "part": "body",
        "text": words,
        "start": start,
        "end": start + len(words),
        "sentence": 3,
        "sentence_text": sentence,
        "sentence_start": 100,
        "probability": 0.6,
        "sentence_probability": 0.7,
        "outlet": "The Ashby Courier",
        "section": "",
        "model": "slant-minilm",
        "model_version": "0.9.0",
        **given,
    }


def decision_row(number: int, flag: dict[str, Any], act: str, **given: Any) -> dict[str, Any]:
    """Return a row of ``DECISIONS`` on a flag."""
    row = {
        "decision": number,
        **{name: value for name, value in flag.items() if name in DECISIONS},
        "standing": True,
        "second": False,
        "act": act,
        "reason": "fair" if act == "dismiss" else "",
        "wording": "plain" if act == "reword" else "",
        "note": "",
        "editor": 1,
        "name": "Ann",
        "made": MADE + pd.Timedelta(minutes=number),
        "url": "",
    }
    return {**row, **given}


def flags_frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Return a frame ``FLAGS``."""
    return frame(pd.DataFrame(list(rows), columns=list(FLAGS)), FLAGS)


def decisions_frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Return a frame ``DECISIONS``."""
    return frame(pd.DataFrame(list(rows), columns=list(DECISIONS)), DECISIONS)
