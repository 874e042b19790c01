"""Comparisons of the last few texts, so that the browser's back button leads to one as it was left.

Streamlit forgets what a component said once it is not on the page, and the browser keeps the marks
of one text alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

MOST = 5
"""Texts of which a comparison is kept: the last ones."""

_KEPT, _MADE = "practice.comparisons", "practice.comparisons-made"
_STATE = "committed"


def give_back(text: str, component: str) -> None:
    """Let the component of that key have said what it said when ``text`` (its key) was compared; to
    be called before the component is drawn. Nothing changes while it is on the page."""
    event = _kept().get(text)
    if event is not None and component not in st.session_state:
        st.session_state[component] = {_STATE: event}


def keep_comparison(text: str, component: str) -> None:
    """Keep what the component said, of which ``text`` was compared."""
    kept = _kept()
    if text not in kept:
        st.session_state[_MADE] = comparisons_made() + 1
    kept.pop(text, None)
    kept[text] = dict(st.session_state[component][_STATE])
    for oldest in [*kept][:-MOST]:
        del kept[oldest]


def forget_comparison(text: str) -> None:
    """Forget it: the text was chosen anew, to be marked once more."""
    _kept().pop(text, None)


def comparisons_made() -> int:
    """Return how often a text was compared in this session."""
    made: int = st.session_state.get(_MADE, 0)
    return made


def _kept() -> dict[str, Mapping[str, Any]]:
    kept: dict[str, Mapping[str, Any]] = st.session_state.setdefault(_KEPT, {})
    return kept
