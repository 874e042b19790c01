"""A short tour of the Read page for the first visit: one Streamlit component.

The tour is wholly in the browser: nothing comes back to Python, and that it was shown is kept in
the browser's own storage. What it says stands in ``tour.html``; ``tour.js`` shows it.
"""

from __future__ import annotations

from dashboard.components.component import component

__all__ = ["tour"]

_component = component("tour")


def tour(*, key: str) -> None:
    """Draw the button that opens the tour; on a first visit the tour opens by itself, once,
    unless the address names a sentence or the screen is a phone's.

    Each step points at the part of the page named in ``tour.html`` by the keys of its
    containers; a part that is not on the page is told of all the same. The panel floats above
    the page and takes no room in it. ``key`` must be unique on the page.
    """
    _component(key=key)
