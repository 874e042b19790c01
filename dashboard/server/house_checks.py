"""What rules that are the same for all visitors find in an article: found once, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck
    from analysis.rules.rule import RuleSet


def shared_check(result: Result, rules: RuleSet) -> HouseCheck:
    """Return what ``rules`` find in ``result``, the same object for rules that say the same; raises
    BadRules.

    It is kept for as long as the article is: a server's files of rules change rarely.
    """
    from analysis.output.rules.house_check import house_check

    return cached_with(result, ("rules", rules.digest), lambda: house_check(result, rules))


def check_beforehand(result: Result) -> None:
    """Find what the server's rules, if it has some, find in ``result``; raises SlantError."""
    from analysis.rules.files.served import served_rules

    rules = served_rules()
    if rules.rules:
        shared_check(result, rules)
