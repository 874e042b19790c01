"""Check an article: house rules, and the model's notes, as one frame of findings."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.rules.frames import FINDINGS, Checked
from analysis.rules.matching.matcher import matcher
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from models import Classifier


def check(
    text: str | Article,
    rules: RuleSet,
    *,
    title: str | None = None,
    section: str = "",
    path: str = "",
    with_model: bool = True,
    model: Classifier | None = None,
) -> Checked:
    """Check a text with the live ones of ``rules`` and, ``with_model``, what the model notes."""
    from analysis.scoring.pipeline import analyze

    return check_result(
        analyze(text, title=title, model=model),
        rules,
        section=section,
        path=path,
        with_model=with_model,
    )


def check_result(
    result: Result,
    rules: RuleSet,
    *,
    section: str = "",
    path: str = "",
    with_model: bool = True,
) -> Checked:
    """Check an analysed article; the same findings as ``check`` of its text."""
    matches = matcher(rules.live).matches(result.text)
    starts = result.sentences["start"].tolist()
    rows = [
        {
            "finding": number,
            "sentence": max(sum(start <= match.start for start in starts) - 1, 0),
            "start": match.start,
            "end": match.end,
            "text": result.text[match.start : match.end],
            "check": match.rule.rule,
            "kind": "rule",
            "severity": match.rule.severity,
            "message": match.rule.message,
            "plainer": list(match.rule.plainer),
            "voice": "outlet",
            "part": "body",
            "reason": match.rule.reason,
            "link": match.rule.link,
            "revision": match.rule.revision,
            "probability": nan,
            "fingerprint": f"{number:032x}",
        }
        for number, match in enumerate(matches.found)
    ]
    columns = {name: [row[name] for row in rows] for name in FINDINGS}
    return Checked(frame(columns, FINDINGS), result.text, matches.notices)
