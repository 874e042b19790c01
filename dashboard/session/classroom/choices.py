"""Choices that outlive a glance elsewhere: Streamlit forgets a widget that it does not draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

_KEPT = "class-choices"

Value = TypeVar("Value")


def kept_choice(
    key: str, first: Value, widget: Callable[..., Value | None], *args: Any, **kwargs: Any
) -> Value:
    """Draw ``widget`` with these arguments under ``key``, with the value that it had when it was
    last on the page, at first ``first``; return its value."""
    kept: dict[str, Any] = st.session_state.setdefault(_KEPT, {})
    if key not in st.session_state:
        st.session_state[key] = kept.get(key, first)
    value = widget(*args, key=key, **kwargs)
    kept[key] = first if value is None else value
    chosen: Value = kept[key]
    return chosen


def forget_choices() -> None:
    """Forget what was chosen, with the text that was pasted."""
    st.session_state.pop(_KEPT, None)
