"""The part of the page about house rules: what they found, and which are in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.panels.house_rules.choosing import house_rules_place
from dashboard.panels.house_rules.findings import house_findings

if TYPE_CHECKING:
    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck
    from dashboard.session.house_rules import RulesInUse


def house_rules(
    used: RulesInUse, house: HouseCheck | None, shown: Result | None, only: str
) -> None:
    """Draw what ``house`` says was found, if rules are in use, and the place to choose rules.

    The findings follow the switch of voices as the charts do: where some are off, ``shown`` is the
    result without them, and ``only`` says which are left; else they are None and empty.
    """
    with st.container(key="house-rules", gap="xsmall"):
        if house is not None:
            left = None if shown is None else set(shown.sentences["sentence"].tolist())
            house_findings(house, left, only)
        house_rules_place(used)
