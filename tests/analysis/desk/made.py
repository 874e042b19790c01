"""Frames of the desk made by hand: a row says what differs, the rest is the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import nan
from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.desk.frames import DECISIONS, QUOTED

_DECISION: dict[str, Any] = {
    "flag": 1,
    "article": 1,
    "standing": True,
    "second": False,
    "act": "accept",
    "reason": "",
    "wording": "",
    "note": "",
    "editor": 1,
    "made": "2026-10-05 09:00",
    "check": "house.slam",
    "kind": "rule",
    "severity": "warning",
    "revision": 1,
    "voice": "outlet",
    "part": "body",
    "text": "slammed",
    "start": 110,
    "end": 117,
    "sentence": 3,
    "sentence_text": "Residents slammed the plan.",
    "sentence_start": 100,
    "probability": nan,
    "sentence_probability": 0.6,
    "outlet": "Seaford Gazette",
    "section": "News",
    "url": "",
    "model": "slant-minilm",
    "model_version": "1.6.0",
}

_QUOTED: dict[str, Any] = {
    "article": 1,
    "title": "A depot",
    "outlet": "Seaford Gazette",
    "section": "News",
    "published": "2026-10-05",
    "article_words": 200,
    "speaker": "Joan Hale",
    "kind": "person",
    "form": "direct",
    "act": "said",
    "verb": "say",
    "manner": "neutral",
    "words": 10,
    "quoted_words": 10,
    "sentence": 2,
    "start": 50,
    "end": 90,
}


def decisions_of(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a frame ``DECISIONS``, numbered from 1; editors 1, 2 and 3 are Ann, Ben and Cal."""
    whole = [{**_DECISION, "decision": number, **row} for number, row in enumerate(rows, start=1)]
    for row in whole:
        row.setdefault("name", {1: "Ann", 2: "Ben", 3: "Cal"}[row["editor"]])
        row["made"] = pd.Timestamp(row["made"], tz="UTC")
    return frame({name: [row[name] for row in whole] for name in DECISIONS}, DECISIONS)


def decided(check: str, accepted: int, dismissed: int, **more: Any) -> list[dict[str, Any]]:
    """Return rows: so many flags of a check accepted and dismissed, each a flag of its own."""
    first = more.pop("first", 1)
    acts = [{"act": "accept"}] * accepted + [{"act": "dismiss", "reason": "fair"}] * dismissed
    return [
        {"check": check, "flag": flag, **act, **more} for flag, act in enumerate(acts, start=first)
    ]


def quoted_of(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return a frame ``QUOTED``."""
    whole = [{**_QUOTED, **row} for row in rows]
    return frame({name: [row[name] for row in whole] for name in QUOTED}, QUOTED)
