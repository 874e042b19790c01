"""Choices that outlive a glance elsewhere: Streamlit forgets a widget that it does not draw.

A widget begins with what was chosen last (``first_choice``), given to it as its default: a value
written into its state is lost where that run is cut short before the browser has it.
"""

from __future__ import annotations

from typing import Any, TypeVar

import streamlit as st

_KEPT, _FIRST = "class-choices", "class-first-choices"

Value = TypeVar("Value")


def first_choice(key: str, value: Value) -> Value:
    """Return the default for the widget ``key``: what was chosen when it was last on the page, at
    first ``value``. It stays the same for as long as the widget is on the page."""
    first: dict[str, Any] = st.session_state.setdefault(_FIRST, {})
    if key not in st.session_state or key not in first:
        first[key] = st.session_state.get(_KEPT, {}).get(key, value)
    found: Value = first[key]
    return found


def keep_choices(*keys: str) -> None:
    """Keep what those of the widgets ``keys`` say that were on the page until now.

    To be called before they are drawn: what was typed last comes with the run in which something
    else was chosen, and in which the widget is gone.
    """
    kept = st.session_state.setdefault(_KEPT, {})
    kept |= {key: st.session_state[key] for key in keys if key in st.session_state}


def forget_choices() -> None:
    """Forget what was chosen, with the text that was pasted."""
    for key in (_KEPT, _FIRST):
        st.session_state.pop(key, None)
