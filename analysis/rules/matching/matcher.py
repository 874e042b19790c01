"""All places where the patterns of a set of rules match a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from analysis.rules.rule import Rule, RuleSet


@dataclass(frozen=True)
class Match:
    """``rule``'s pattern matches ``text[start:end]``, which is not empty."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True)
class Matches:
    """What was found, in reading order, and sentences on what was cut off."""

    found: tuple[Match, ...]
    notices: tuple[str, ...] = ()


class Matcher:
    """The patterns of ``rules`` (all of them, drafts too); raises BadRules for one that is none."""

    def __init__(self, rules: RuleSet) -> None:
        self._patterns = [
            (
                rule,
                regex.compile(
                    rule.pattern
                    if rule.kind == "regex"
                    else r"\b(?:" + "|".join(map(regex.escape, rule.pattern.split("|"))) + r")\b",
                    0 if rule.case == "exact" else regex.IGNORECASE,
                ),
            )
            for rule in rules.rules
        ]

    def matches(self, text: str) -> Matches:
        """Return where the patterns match, without regard to voices, parts, sections and paths;
        exceptions and accepted words are left out already."""
        found = [
            Match(rule, *match.span())
            for rule, pattern in self._patterns
            for match in pattern.finditer(text)
        ]
        return Matches(tuple(sorted(found, key=lambda m: (m.start, m.end, m.rule.rule))))


@lru_cache(8)
def _matcher_of(_: str, rules: RuleSet) -> Matcher:
    return Matcher(rules)


def matcher(rules: RuleSet) -> Matcher:
    """Return the matcher of ``rules``, made once for rules that say the same; raises BadRules."""
    return _matcher_of(rules.digest, rules)
