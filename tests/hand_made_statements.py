"""Rows of the statements and names frames made by hand, for tests of what is shown of them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.frames import NAMES, STATEMENTS, empty, frame

NAN = float("nan")


def piece(text: str, content: str, statement: int = 0, /, **columns: Any) -> dict[str, Any]:
    """Return a piece of a statement: ``content`` as it first stands in ``text``.

    ``columns`` are other values than those of a loaded, direct statement without a speaker or a
    cue. A ``speaker`` and a ``cue`` that the text holds get their offsets.
    """
    start = text.index(content)
    row: dict[str, Any] = {
        "statement": statement,
        "sentence": 0,
        "start": start,
        "end": start + len(content),
        "text": content,
        "form": "direct",
        "act": "said",
        "speaker": "",
        "cue": "",
        "verb": "",
        "manner": "",
        "closed": True,
        "negative": 0.8,
        "neutral": 0.1,
        "positive": 0.1,
        "sentiment": "negative",
        "tone_label": "negative",
        "tone": -0.7,
        "loaded_probability": 0.9,
        "loaded": "loaded",
        "loaded_words": [],
    } | columns
    for name in ("speaker", "cue"):
        at = text.find(row[name]) if row[name] else -1
        row |= {
            f"{name}_start": None if at < 0 else at,
            f"{name}_end": None if at < 0 else at + len(row[name]),
        }
    return row


def statements_of(*pieces: dict[str, Any]) -> pd.DataFrame:
    """Return the statements frame of pieces."""
    if not pieces:
        return empty(STATEMENTS)
    return frame({name: [row[name] for row in pieces] for name in STATEMENTS}, STATEMENTS)


def names_of(*rows: tuple[str, str, Sequence[tuple[int, int]]]) -> pd.DataFrame:
    """Return the names frame of (name, kind, mentions), all in the outlet's own voice."""
    if not rows:
        return empty(NAMES)
    counts = [len(mentions) for _, _, mentions in rows]
    none = [0] * len(rows)
    columns = {
        "name": [name for name, _, _ in rows],
        "kind": [kind for _, kind, _ in rows],
        "mentions": [list(mentions) for _, _, mentions in rows],
        "count": counts,
        "outlet": counts,
        "quoted": none,
        "reported": none,
        "mixed": none,
    }
    tones = dict.fromkeys(("tone", "tone_low", "tone_high"), [NAN] * len(rows))
    return frame(columns | tones, NAMES)
