"""A wording that is being written outlives a reload: a component without anything to see.

A reload begins a new session, which would show another sentence. So the browser keeps the sentence
and what was written of it in its storage for the tab (``sessionStorage``), as ``kept_text`` does.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import streamlit as st

from dashboard.components.component import component

__all__ = ["KEY", "KeptWording", "kept_wording", "wording_back"]

KEY = "kept-wording"
LONGEST = 10_000
"""Most characters of what is taken back: what the box of a wording holds."""

_component = component("kept_wording")


@dataclass(frozen=True)
class KeptWording:
    """A ``sentence``, what it is to become (its ``direction``), and the ``wording`` so far. Given
    back it comes from outside, as what is typed does."""

    sentence: str
    direction: str
    wording: str


def kept_wording(keep: KeptWording | None, *, asked: bool) -> None:
    """Give the browser what it is to ``keep``, None for nothing.

    If it is ``asked`` and there is nothing to keep yet, it says what it kept before the reload;
    that comes with a later run (``wording_back``).
    """
    content = asdict(keep) if keep is not None else None
    _component(key=KEY, data={"keep": content, "asked": asked}, on_found_change=lambda: None)


def wording_back() -> KeptWording | None:
    """Return what the browser gave back; None before that, and where it cannot be used."""
    state = st.session_state.get(KEY)
    given = state.get("found") if state else None
    if not isinstance(given, dict):
        return None
    parts = [given.get(name) for name in ("sentence", "direction", "wording")]
    if not all(isinstance(part, str) and len(part) <= LONGEST for part in parts):
        return None
    return KeptWording(*map(str, parts))
