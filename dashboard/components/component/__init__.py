"""Components of the page's own: HTML, style and script from files, joined with what they share.

They live in the page itself (``st.components.v2``, no frame of their own), each with its style
kept apart in a shadow root.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def component(name: str, *more_files: str, uses: Sequence[str] = ()) -> Any:
    """Declare the component in the folder ``name`` beside this one; return what mounts it.

    The folder holds ``name.html``, ``name.css`` and ``name.js``; ``more_files`` are scripts
    and styles beside them. Before them come the styles and scripts of this folder and of the
    folders that the component ``uses``; all scripts together are one module.
    """
    folder = _HERE.parent / name
    shared = [
        file for used in (_HERE.name, *uses) for file in sorted((_HERE.parent / used).iterdir())
    ]
    own = [folder / f"{name}.css", folder / f"{name}.js"]
    files = [*shared, *own, *(folder / file for file in more_files)]
    return st.components.v2.component(
        f"slant_{name}",
        html=_joined([folder / f"{name}.html"]),
        css=_joined([file for file in files if file.suffix == ".css"]),
        js=_joined([file for file in files if file.suffix == ".js"]),
    )


def sentence_event(key: str, name: str) -> dict[str, Any] | None:
    """Return what the component ``key`` last said of a sentence in its state ``name``, None if it
    has said nothing yet.

    It comes from the browser, so only its form can be relied on: ``turn``, the browser's number of
    the event, ``digest``, which names what was shown there, ``sentence``, a number from 0 or None
    for no sentence, and ``article``, the place of its article where several are shown, else None.
    """
    state = st.session_state.get(key)
    event = state.get(name) if state else None
    if not isinstance(event, dict) or not isinstance(event.get("turn"), int):
        return None
    sentence, article = event.get("sentence"), event.get("article")
    return {
        "turn": event["turn"],
        "digest": event.get("digest"),
        "sentence": sentence if isinstance(sentence, int) else None,
        "article": article if isinstance(article, int) else None,
    }


def new_event(key: str, name: str) -> tuple[int, dict[str, Any] | None]:
    """Return the turn that the component ``key`` is to be answered with, and its event, None if it
    was handled in an earlier run (``handled``)."""
    turn: int = st.session_state.get(f"{key}.handled", 0)
    event = sentence_event(key, name)
    if event is None or event["turn"] <= turn:
        return turn, None
    return event["turn"], event


def handled(key: str, turn: int) -> None:
    """Note that the event of this turn is handled.

    To be called only after the component is on the page: a run cut short before that repeats the
    event.
    """
    st.session_state[f"{key}.handled"] = turn


def _joined(files: Sequence[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
