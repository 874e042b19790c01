"""An article checked with a house's rules: the findings by rule and by sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import Found
from analysis.output.export import records
from analysis.rules.rule import SEVERITIES

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result
    from analysis.rules.rule import RuleSet


@dataclass(frozen=True)
class RuleFindings:
    """What one rule found: its findings in reading order, at least one, each a row of the frame.

    ``check`` is the rule's id; ``message``, ``plainer``, ``reason`` and ``link`` are those of the
    first finding. All of it was written by whoever wrote the rules: untrusted, plain text.
    """

    check: str
    severity: str
    message: str
    plainer: Sequence[str]
    reason: str
    link: str
    findings: Sequence[dict[str, Any]]

    @property
    def sentences(self) -> list[int]:
        """The sentences of the findings, each once, from 0."""
        return sorted({row["sentence"] for row in self.findings})


@dataclass(frozen=True, eq=False)
class HouseCheck:
    """What the live rules of a house found in one article.

    ``name`` is what the rules are called, ``live`` and ``drafts`` how many there are; drafts find
    nothing. ``elsewhere`` are the live ones for sections or paths that this article is not known to
    be of. ``findings`` has the columns of ``analysis.rules.frames.FINDINGS``, all of the kind
    ``rule``; ``notices`` are sentences on what was not done. It does not refer to the article's
    ``Result``, so it can be kept with that.
    """

    name: str
    live: int
    drafts: int
    findings: pd.DataFrame
    notices: tuple[str, ...] = ()
    elsewhere: int = 0

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The findings in reading order, as plain values."""
        return records(self.findings)

    @property
    def found(self) -> list[Found]:
        """The places of the findings, for ``analysis.output.blocks``."""
        return [(row["start"], row["end"], row["severity"]) for row in self.rows]

    @cached_property
    def by_sentence(self) -> dict[int, list[dict[str, Any]]]:
        """The findings by the sentence in which each begins."""
        rows: dict[int, list[dict[str, Any]]] = {}
        for row in self.rows:
            rows.setdefault(row["sentence"], []).append(row)
        return rows

    @cached_property
    def by_rule(self) -> list[RuleFindings]:
        """The rules that found something: errors, then warnings, then notes; of the same severity
        the one that found most first, then the one that found something first."""
        rules: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows:
            rules.setdefault(row["check"], []).append(row)
        groups = [_rule_findings(rows) for rows in rules.values()]
        return sorted(groups, key=lambda g: (-SEVERITIES.index(g.severity), -len(g.findings)))

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of findings of each severity that there is, errors first."""
        severities = [row["severity"] for row in self.rows]
        counts = {severity: severities.count(severity) for severity in reversed(SEVERITIES)}
        return {severity: count for severity, count in counts.items() if count}

    def of_sentences(self, sentences: Collection[int]) -> HouseCheck:
        """Return the same check with the findings in these sentences only."""
        return replace(self, findings=self.findings[self.findings["sentence"].isin(sentences)])


def house_check(result: Result, rules: RuleSet, *, path: str = "") -> HouseCheck:
    """Check an analysed article with the live ones of ``rules``, without the model's notes.

    ``path`` is that of the article's file, for rules about certain paths. Raises BadRules for a
    pattern that is none.
    """
    from analysis.rules.checking.check import check_result
    from analysis.rules.checking.scopes import Where

    checked = check_result(result, rules, path=path, with_model=False)
    findings = checked.findings[checked.findings["kind"] == "rule"].reset_index(drop=True)
    live = rules.live.rules
    where = Where(path=path)
    return HouseCheck(
        name=rules.name,
        live=len(live),
        drafts=len(rules.rules) - len(live),
        findings=findings,
        notices=checked.notices,
        elsewhere=sum(not where.applies(rule) for rule in live if rule.sections or rule.paths),
    )


def _rule_findings(rows: Sequence[dict[str, Any]]) -> RuleFindings:
    first = rows[0]
    return RuleFindings(
        check=first["check"],
        severity=first["severity"],
        message=first["message"],
        plainer=first["plainer"],
        reason=first["reason"],
        link=first["link"],
        findings=rows,
    )
