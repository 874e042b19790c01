"""The house rules of a visitor: the server's, a file of their own for this visit, or the examples.

The server's rules (``SLANT_RULES``) are the house's: where it has some, visitors load none. A
visitor's own are in the session and nowhere else, so a reload of the page forgets them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.server.house_checks import server_rules, shared_check

if TYPE_CHECKING:
    from analysis import Result
    from analysis.errors import SlantError
    from analysis.output.rules.house_check import HouseCheck
    from analysis.rules.errors import BadRules
    from analysis.rules.rule import RuleSet

LARGEST_FILE = 5
"""Megabytes of the largest file of rules that is read here; 13,000 rules take about two."""

MOST_PROBLEMS = 20
"""Most problems of a file that are listed."""

_OWN, _TROUBLE, _CHECKED = "house-rules-own", "house-rules-trouble", "house-rules-checked"

Origin = Literal["", "server", "file", "examples"]
"""Where rules are from; empty where there are none."""


@dataclass(frozen=True)
class RulesInUse:
    """The rules that a visitor's articles are checked with, None where there are none.

    ``trouble`` says why rules that were asked for are not in use: a sentence, and one more for each
    thing that is wrong with them; empty where nothing is. ``refused`` says that it is about rules
    of the visitor's own.
    """

    rules: RuleSet | None
    origin: Origin
    trouble: tuple[str, ...] = ()
    refused: bool = False


def rules_in_use() -> RulesInUse:
    """Return the visitor's rules."""
    from analysis.errors import SlantError

    broken: tuple[str, ...] = ()
    try:
        served = server_rules()
        if served is not None:
            return RulesInUse(served, "server")
    except SlantError as error:
        broken = (f"This server’s house rules are not in use. {without_folders(error)}",)
    own: tuple[RuleSet | None, Origin] | None = st.session_state.get(_OWN)
    refused: tuple[str, ...] = st.session_state.get(_TROUBLE, ())
    rules, origin = own or (None, "")
    return RulesInUse(rules, origin, refused or broken, bool(refused))


def load_rules(name: str, content: bytes) -> None:
    """Use the rules of a CSV file for this visit; of one that cannot be used, note why, and leave
    those in use that were."""
    from analysis.output.phrasing.rules import shown
    from analysis.rules.errors import BadRules
    from analysis.rules.files.rule_files import rules_from_csv

    called = shown(name)
    st.session_state.pop(_TROUBLE, None)
    try:
        if len(content) > LARGEST_FILE * 1024**2:
            problem = f"is larger than the {LARGEST_FILE} MB that a visit may load; divide it"
            raise BadRules(called, problem)
        rules = rules_from_csv(content, called)
    except BadRules as error:
        st.session_state[_TROUBLE] = _all_of(error)
    else:
        st.session_state[_OWN] = (rules, "file")


def without_folders(error: SlantError) -> str:
    """Return an error's message without the folders of its file: visitors need not know them."""
    name = getattr(error, "name", "")
    return str(error).replace(name, PurePath(name).name) if name else str(error)


def _all_of(error: BadRules) -> tuple[str, ...]:
    """Return all that is wrong with a file of rules, the whole first if it is more than one."""
    from analysis.output.phrasing.numerals import counted
    from analysis.rules.errors import BadRules

    each = [
        BadRules(one.name, one.problem, one.line, one.rule).message
        for one in error.problems[:MOST_PROBLEMS]
    ]
    count = len(error.problems)
    if count == 1:
        return (each[0],)
    more = count - len(each)
    last = [f"And {counted(more, 'more problem')}."] if more else []
    return (f"{error.name} was not loaded, as it has {count:,} problems:", *each, *last)


def use_examples() -> None:
    """Use the example rules for this visit."""
    from analysis.rules.files.examples import example_rules

    st.session_state.pop(_TROUBLE, None)
    st.session_state[_OWN] = (example_rules(), "examples")


def dismiss_trouble() -> None:
    """Say no more of what is wrong with a file that was not loaded."""
    st.session_state.pop(_TROUBLE, None)


def remove_rules() -> None:
    """Use no rules of the visitor's own any more."""
    for key in (_OWN, _TROUBLE, _CHECKED):
        st.session_state.pop(key, None)


def checked(result: Result) -> tuple[RulesInUse, HouseCheck | None]:
    """Return the visitor's rules and what they find in ``result``, None without rules.

    It is the same object as long as article and rules are the same. A trouble that shows only now
    is said with the rules.
    """
    from analysis.errors import SlantError

    used = rules_in_use()
    if used.rules is None:
        return used, None
    try:
        return used, _checked(result, used.rules, shared=used.origin != "file")
    except SlantError as error:
        return replace(used, rules=None, trouble=(*used.trouble, str(error))), None


def _checked(result: Result, rules: RuleSet, *, shared: bool) -> HouseCheck:
    from analysis.output.rules.house_check import house_check

    if shared:
        return shared_check(result, rules)
    # A visitor's own rules are kept with the visitor: samples stay in memory for as long as the
    # server runs.
    last: tuple[Result, str, HouseCheck] | None = st.session_state.get(_CHECKED)
    if last is None or last[0] is not result or last[1] != rules.digest:
        last = (result, rules.digest, house_check(result, rules))
        st.session_state[_CHECKED] = last
    return last[2]
