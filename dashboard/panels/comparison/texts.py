"""The two texts side by side, which two where there are more, and who tells which fact."""

from __future__ import annotations

from itertools import combinations

import streamlit as st

from analysis.comparison.frames import letter
from dashboard.components.compare_view import compare_view
from dashboard.components.fact_matrix import fact_matrix
from dashboard.panels.comparison.heading import known
from dashboard.session.comparing.compared import Chosen, Compared, shown_pair
from dashboard.session.comparing.opening import show_pair

_WIDGET = "compare-pair"


def pair_switch(compared: Compared) -> None:
    """Draw a switch for which two articles stand side by side, if there are more than two."""
    count = len(compared.articles)
    if count < 3:
        return
    st.session_state[_WIDGET] = shown_pair()
    st.segmented_control(
        "Side by side",
        [*combinations(range(count), 2)],
        key=_WIDGET,
        format_func=lambda pair: f"{letter(pair[0])} and {letter(pair[1])}",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: show_pair(st.session_state[_WIDGET]),
    )


def texts(compared: Compared, selected: Chosen | None) -> Chosen | None:
    """Draw the two texts that are shown; return the sentence that is selected now, None if there
    is none."""
    return compare_view(
        compared.comparison,
        shown=shown_pair(),
        selected=selected,
        known=known(compared),
        key="compared-texts",
    )


def facts(compared: Compared, selected: Chosen | None) -> Chosen | None:
    """Draw the table of facts and articles; return the sentence that is selected now, which may be
    one that was chosen there."""
    return fact_matrix(
        compared.comparison, selected=selected, known=known(compared), key="compared-facts"
    )
