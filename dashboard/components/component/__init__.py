"""Components of the page's own: HTML, style and script from files, joined with what they share.

They live in the page itself (``st.components.v2``, no frame of their own), each with its style
kept apart in a shadow root.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def component(name: str, *more_scripts: str) -> Any:
    """Declare the component in the folder ``name`` beside this one; return what mounts it.

    The folder holds ``name.html``, ``name.css`` and ``name.js``; ``more_scripts`` are files
    beside them. Style and script follow ``component.css`` and ``component.js``, and all scripts
    together are one module.
    """
    folder = _HERE.parent / name
    scripts = [_HERE / "component.js", folder / f"{name}.js"]
    scripts += [folder / script for script in more_scripts]
    return st.components.v2.component(
        f"slant_{name}",
        html=_joined(folder / f"{name}.html"),
        css=_joined(_HERE / "component.css", folder / f"{name}.css"),
        js=_joined(*scripts),
    )


def sentence_event(key: str, name: str) -> dict[str, Any] | None:
    """Return what the component ``key`` last said of a sentence in its state ``name``, None if it
    has said nothing yet.

    It comes from the browser, so only its form can be relied on: ``turn``, the browser's number of
    the event, ``digest``, which names what was shown there, and ``sentence``, a number from 0 or
    None for no sentence.
    """
    state = st.session_state.get(key)
    event = state.get(name) if state else None
    if not isinstance(event, dict) or not isinstance(event.get("turn"), int):
        return None
    sentence = event.get("sentence")
    return {
        "turn": event["turn"],
        "digest": event.get("digest"),
        "sentence": sentence if isinstance(sentence, int) else None,
    }


def _joined(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
