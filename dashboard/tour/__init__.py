"""A short tour of the Read page for the first visit: one Streamlit component.

The tour is wholly in the browser: nothing comes back to Python, and that it was shown is kept in
the browser's own storage. What it says stands in ``tour.html``; ``tour.js`` shows it.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

__all__ = ["tour"]

_HERE = Path(__file__).parent

_component = st.components.v2.component(
    "slant_tour",
    html=(_HERE / "tour.html").read_text(encoding="utf-8"),
    css=(_HERE / "tour.css").read_text(encoding="utf-8"),
    js=(_HERE / "tour.js").read_text(encoding="utf-8"),
)


def tour(*, key: str) -> None:
    """Draw the button that opens the tour; on a first visit the tour opens by itself, once.

    Each step points at the part of the page named in ``tour.html`` by the keys of its
    containers; a part that is not on the page is told of all the same. The panel floats above
    the page and takes no room in it. ``key`` must be unique on the page.
    """
    _component(key=key)
