"""A component without anything to see: it brings the page back to its top when something new begins
there, which whoever asked for it further down would not see."""

from __future__ import annotations

from dashboard.components.component import component

__all__ = ["to_top"]

_component = component("to_top")


def to_top(turn: int) -> None:
    """Bring the page to its top whenever ``turn`` is another than in the run before."""
    _component(key="to-top", data={"turn": turn})
