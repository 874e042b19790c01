"""The house rules of a visitor: the server's, a file of their own for this visit, or the examples.

The server's rules (``SLANT_RULES``) are the house's: where it has some, visitors load none. A
visitor's own are in the session and nowhere else, so a reload of the page forgets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck
    from analysis.rules.rule import RuleSet

LARGEST_FILE = 5
"""Megabytes of the largest file of rules that is read here; 13,000 rules take about two."""

_OWN, _TROUBLE, _CHECKED = "house-rules-own", "house-rules-trouble", "house-rules-checked"

Origin = Literal["", "server", "file", "examples"]
"""Where rules are from; empty where there are none."""


@dataclass(frozen=True)
class RulesInUse:
    """The rules that a visitor's articles are checked with, None where there are none.

    ``trouble`` is a sentence on why rules that were asked for are not in use, or empty.
    """

    rules: RuleSet | None
    origin: Origin
    trouble: str = ""


def rules_in_use() -> RulesInUse:
    """Return the visitor's rules."""
    from analysis.errors import SlantError
    from analysis.rules.files.served import served_rules

    broken = ""
    try:
        served = served_rules()
        if served.rules:
            return RulesInUse(served, "server")
    except SlantError as error:
        broken = str(error)
    own: tuple[RuleSet, Origin] | None = st.session_state.get(_OWN)
    trouble = st.session_state.get(_TROUBLE, "") or broken
    return RulesInUse(own[0], own[1], trouble) if own else RulesInUse(None, "", trouble)


def load_rules(name: str, content: bytes) -> None:
    """Use the rules of a CSV file for this visit; of one that cannot be used, note why, and leave
    those in use that were."""
    from analysis.errors import SlantError
    from analysis.output.phrasing.rules import shown
    from analysis.rules.errors import BadRules
    from analysis.rules.files.rule_files import rules_from_csv
    from analysis.rules.matching.matcher import matcher

    st.session_state.pop(_TROUBLE, None)
    try:
        if len(content) > LARGEST_FILE * 1024**2:
            raise BadRules(
                shown(name),
                f"this is more than the {LARGEST_FILE} MB of rules that a visit may load: divide it, "
                "or have the server use it (SLANT_RULES)",
            )
        rules = rules_from_csv(content, shown(name))
        matcher(rules.live)  # a pattern that is none is said now, not at the next article
    except SlantError as error:
        st.session_state[_TROUBLE] = str(error)
    else:
        st.session_state[_OWN] = (rules, "file")


def use_examples() -> None:
    """Use the example rules for this visit."""
    from analysis.rules.files.examples import example_rules

    st.session_state.pop(_TROUBLE, None)
    st.session_state[_OWN] = (example_rules(), "examples")


def remove_rules() -> None:
    """Use no rules of the visitor's own any more."""
    st.session_state.pop(_OWN, None)
    st.session_state.pop(_TROUBLE, None)


def checked(result: Result, used: RulesInUse) -> HouseCheck | None:
    """Return what the rules find in ``result``, the same object as long as both are the same; None
    where there are no rules. Raises BadRules for a pattern that is none."""
    from analysis.output.rules.house_check import house_check

    rules = used.rules
    if rules is None:
        return None
    if used.origin != "file":
        # The same for all visitors. Old ones stay until the article goes: files change rarely.
        return cached_with(result, ("rules", rules.digest), lambda: house_check(result, rules))
    # A stranger's rules are kept with the stranger: samples stay in memory for months.
    last: tuple[Result, str, HouseCheck] | None = st.session_state.get(_CHECKED)
    if last is None or last[0] is not result or last[1] != rules.digest:
        last = (result, rules.digest, house_check(result, rules))
        st.session_state[_CHECKED] = last
    return last[2]
