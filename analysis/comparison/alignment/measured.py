"""How often a pair that is shown as the same fact is one: read from what the evaluation wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "measured.json"


@dataclass(frozen=True)
class Measured:
    """Precision and recall of the pairs shown as the same fact, each 0 to 1, on the judged events
    that nothing was tuned on; and how many pairs of articles and of sentences these have."""

    precision: float
    recall: float
    articles: int
    same: int


@cache
def measured() -> Measured:
    """Return what ``python -m tests.bench.same_event`` wrote."""
    given = json.loads(PATH.read_text(encoding="utf-8"))["untouched"]
    found = given["comparison"]
    return Measured(
        precision=float(found["precision"]),
        recall=float(found["recall"]),
        articles=int(given["pairs_of_articles"]),
        same=int(given["same"]),
    )
