"""Frames of invented articles, as the readers of an archive give them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.corpus.frames import INPUT

POOL = (
    "The council voted on Monday. “It is a reckless betrayal,” said Ana Hale.\n\n"
    "Tom Reed claimed that the pool leaks."
)
FERRY = "The ferry to Skerry sails on Monday. It is a shameful mess."
FRENCH = "Le conseil municipal a voté lundi. Il est fermé et personne ne sait vraiment pourquoi."


def given(*texts: str, **columns: list[Any]) -> pd.DataFrame:
    """Return the frame ``INPUT`` of articles with these texts, numbered from 0, in which all that
    ``columns`` does not give is empty."""
    empty: dict[str, Any] = dict.fromkeys(INPUT, "")
    numbers = [*range(len(texts))]
    rows = {name: [value] * len(texts) for name, value in empty.items()}
    rows |= {"article": numbers, "text": [*texts], "quoted": [[] for _ in texts]}
    rows["date"] = pd.to_datetime(columns.pop("date", [None] * len(texts)))
    rows["source"] = [f"made.csv, row {number + 1}" for number in numbers]
    return frame(rows | columns, INPUT)
