"""What the exercises with a key share: how it went so far, and the way to the next item."""

from __future__ import annotations

import streamlit as st

from dashboard.session.practice.progress import show_next, so_far


def so_far_line(exercise: str) -> None:
    """Draw how many answers of this session were as the key has them; nothing before the first."""
    agreed, answered = so_far(exercise)
    if answered:
        st.caption(f"As in the key: {agreed} of {answered} so far. Only you see this.")


def next_button(exercise: str) -> None:
    """Draw the button to the next item."""
    st.button(
        "Next",
        key=f"practice-{exercise}-next",
        type="primary",
        on_click=show_next,
        args=(exercise,),
    )
