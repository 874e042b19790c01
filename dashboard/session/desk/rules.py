"""The rules with which articles are checked as they are added: the server's, or the examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from analysis.rules.rule import RuleSet

EXAMPLES = "desk-examples"
"""Key of the choice to check with the example rules."""


@dataclass(frozen=True)
class DeskRules:
    """The rules that articles are checked with now; ``served`` says that this server has rules of
    its own, and so no choice is given."""

    rules: RuleSet
    served: bool


def desk_rules() -> DeskRules:
    """Return the rules; raises BadRules or CannotRead while the server's cannot be used."""
    from analysis.rules.files.examples import example_rules
    from analysis.rules.files.served import served_rules
    from analysis.rules.rule import RuleSet

    served = served_rules()
    if served.rules:
        return DeskRules(served, True)
    return DeskRules(example_rules() if st.session_state.get(EXAMPLES) else RuleSet(), False)
