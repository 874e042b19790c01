"""What house rules found, made by hand: offsets are counted from the text itself."""

from __future__ import annotations

from math import nan
from typing import Any

from analysis.columns import frame
from analysis.frames import Result
from analysis.output.rules.house_check import HouseCheck
from analysis.rules.frames import FINDINGS

HOSTILE = "<img src=x onerror='window.harmed = 1'> **b** $x^2$ [a](javascript:1) \u202eesrever"
"""What a rule of a stranger may say: HTML, Markdown, a formula, a link, turned letters."""


def found(text: str, words: str, sentence: int = 0, nth: int = 0, **more: Any) -> dict[str, Any]:
    """Return a finding of the ``nth`` place where ``words`` stand in ``text``; ``more`` are other
    columns."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    given = {
        "finding": 0,
        "sentence": sentence,
        "start": start,
        "end": start + len(words),
        "text": words,
        "check": "some-rule",
        "kind": "rule",
        "severity": "warning",
        "message": "Say it plainly.",
        "plainer": [],
        "voice": "outlet",
        "part": "body",
        "reason": "",
        "link": "",
        "revision": 1,
        "probability": nan,
        "fingerprint": "0" * 32,
    }
    return {**given, **more}


def house_check_of(rows: list[dict[str, Any]], **more: Any) -> HouseCheck:
    """Return a check that found ``rows``; ``more`` are other fields of it."""
    rows = [{**row, "finding": number} for number, row in enumerate(rows)]
    columns = {name: [row[name] for row in rows] for name in FINDINGS}
    given = {"name": "style.csv", "live": 3, "drafts": 0}
    return HouseCheck(**{**given, **more}, findings=frame(columns, FINDINGS))


def hostile_check(result: Result, words: str) -> HouseCheck:
    """Return a check whose rule says what it should not, about ``words`` in ``result``."""
    row = found(
        result.text,
        words,
        check=HOSTILE,
        severity="error",
        message=f"{HOSTILE} {'long ' * 2_000}",
        plainer=[HOSTILE],
        reason=HOSTILE,
        link="javascript:window.harmed=1",
    )
    return house_check_of([row], name=f"{HOSTILE}.csv", notices=(HOSTILE,))
