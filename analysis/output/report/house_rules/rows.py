"""The rows of the report's table of what house rules found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.output.phrasing import rules as said
from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.numerals import counted
from analysis.output.rules.house_check import HouseCheck, RuleFindings
from analysis.output.web_address import web_address

MOST_RULES, MOST_WORDINGS, MOST_SENTENCES = 60, 12, 24
"""Most rules that the report lists, errors first, wordings that one found, and sentences that one
wording links to: what is left out is counted. A sheet of paper holds about forty rows."""


@dataclass(frozen=True)
class Found:
    """Words that a rule found, whose they are, the sentences with them, from 1, and how many of
    those are left out."""

    text: str
    voice: str
    sentences: list[int]
    more: int


@dataclass(frozen=True)
class RuleRow:
    """A rule in words; ``more`` says how many other wordings it found, or nothing."""

    heading: str
    check: str
    severity: str
    found: list[Found]
    more: str
    plainer: list[str]
    reason: str
    link: str


@dataclass(frozen=True)
class RuleTable:
    """What the section says: its ``title``, which rules there are, rows, notices."""

    title: str
    rules: str
    drafts: str
    rows: list[RuleRow]
    more: str
    notices: list[str]


def rule_table(check: HouseCheck) -> RuleTable:
    """Return the table of a check."""
    more = len(check.by_rule) - MOST_RULES
    return RuleTable(
        title=said.title(check),
        rules=said.rules_line(check.name, check.live, check.drafts),
        drafts=said.DRAFTS if check.drafts else "",
        rows=[_row(rule) for rule in check.by_rule[:MOST_RULES]],
        more=f"and {counted(more, 'more rule')} that found less" if more > 0 else "",
        notices=said.notices_shown(check),
    )


def spoken_findings(check: HouseCheck | None, sentence: int) -> str:
    """Return what the description of a sentence (from 0) says of its findings, ``House rules: error
    on “regime”.``; empty without any."""
    rows = check.by_sentence.get(sentence, []) if check else []
    named = [f"{row['severity']} on “{said.shown(row['text'])}”" for row in rows[:MOST_WORDINGS]]
    return f"{said.TITLE}: {', '.join(named)}." if named else ""


def _row(rule: RuleFindings) -> RuleRow:
    wordings: dict[tuple[str, str], list[int]] = {}
    for row in rule.findings:
        key = (said.shown(row["text"]), VOICE_NAMES[row["voice"]])
        numbers = wordings.setdefault(key, [])
        if row["sentence"] + 1 not in numbers[-1:]:  # findings are in reading order
            numbers.append(row["sentence"] + 1)
    more = len(wordings) - MOST_WORDINGS
    return RuleRow(
        heading=said.heading(rule),
        check=said.shown(rule.check),
        severity=rule.severity,
        found=_found(wordings)[:MOST_WORDINGS],
        more=f"and {counted(more, 'other wording')}" if more > 0 else "",
        plainer=[said.shown(one) for one in rule.plainer[: said.MOST_WORDINGS]],
        reason=said.shown(rule.reason),
        link=web_address(rule.link),
    )


def _found(wordings: Mapping[tuple[str, str], Sequence[int]]) -> list[Found]:
    return [
        Found(text, voice, list(numbers[:MOST_SENTENCES]), max(len(numbers) - MOST_SENTENCES, 0))
        for (text, voice), numbers in wordings.items()
    ]
