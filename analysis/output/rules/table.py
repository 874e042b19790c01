"""What house rules found, as a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.output.phrasing import rules as said
from analysis.output.phrasing.numerals import counted, listed
from analysis.output.rules.house_check import HouseCheck, RuleFindings
from analysis.output.table import padded, printable, wrapped

MOST_RULES, MOST_WORDINGS = 30, 3
"""Most rules that are listed, errors first, and most wordings that one names."""

_SEVERITY, _SENTENCES = len("severity"), 12
"""Widths of the first columns, in cells."""


def house_rules_lines(check: HouseCheck, width: int) -> Iterator[str]:
    """Yield a line on all findings, then each rule: severity, sentences, words found and message.

    ``width`` is that of a line, in terminal cells. Control and direction characters of rules and
    article are left out.
    """
    rules = said.rules_line(check.name, check.live, check.drafts)
    yield from wrapped(printable(f"{said.title(check)} ({rules})."), width)
    yield from wrapped(said.elsewhere_line(check.elsewhere), width)
    if check.by_rule:
        yield f"{'severity':<{_SEVERITY}} {'sentences':<{_SENTENCES}} found"
    for rule in check.by_rule[:MOST_RULES]:
        start = f"{rule.severity:<{_SEVERITY}} {padded(_sentences(rule), _SENTENCES)} "
        for line in wrapped(printable(_found(rule)), width - len(start)):
            yield start + line
            start = " " * len(start)
    more = len(check.by_rule) - MOST_RULES
    if more > 0:
        yield f"and {counted(more, 'more rule')} that found less"


def _sentences(rule: RuleFindings) -> str:
    return listed(number + 1 for number in rule.sentences)


def _found(rule: RuleFindings) -> str:
    wordings = [*dict.fromkeys(said.shown(row["text"]) for row in rule.findings)]
    named = ", ".join(f"“{one}”" for one in wordings[:MOST_WORDINGS])
    more = len(wordings) - MOST_WORDINGS
    named += f" and {more} more" if more > 0 else ""
    return " ".join(
        filter(None, [f"{named}: {said.heading(rule)}", said.plainer_line(rule.plainer)])
    )
