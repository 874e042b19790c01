"""The server's house rules, and what rules that are the same for all visitors find in an article:
found once, kept with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck
    from analysis.rules.rule import RuleSet


SETTING = "SLANT_RULES"
"""Name of the setting that names the server's rules (``analysis.rules.files.served``)."""


def shared_check(result: Result, rules: RuleSet) -> HouseCheck:
    """Return what ``rules`` find in ``result``, the same object for rules that say the same; raises
    BadRules.

    It is kept for as long as the article is: a server's files of rules change rarely.
    """
    from analysis.output.rules.house_check import house_check

    return cached_with(result, ("rules", rules.digest), lambda: house_check(result, rules))


def server_rules() -> RuleSet | None:
    """Return the rules that this server was given, None where it was given none; raises BadRules or
    CannotRead."""
    if not os.environ.get(SETTING):
        return None  # most servers have none: they need not load what reads rules
    from analysis.rules.files.served import served_rules

    rules = served_rules()
    return rules if rules.rules else None


def check_beforehand(result: Result) -> None:
    """Find what the server's rules, if it has some, find in ``result``; raises SlantError."""
    rules = server_rules()
    if rules is not None:
        shared_check(result, rules)
