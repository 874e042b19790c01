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
    """Declare the component in the folder ``name`` of this package; return what mounts it.

    The folder holds ``name.html``, ``name.css`` and ``name.js``; ``more_scripts`` are files
    beside them. Style and script follow ``component.css`` and ``component.js``, and all scripts
    together are one module.
    """
    folder = _HERE / name
    scripts = [_HERE / "component.js", folder / f"{name}.js"]
    scripts += [folder / script for script in more_scripts]
    return st.components.v2.component(
        f"slant_{name}",
        html=_joined(folder / f"{name}.html"),
        css=_joined(_HERE / "component.css", folder / f"{name}.css"),
        js=_joined(*scripts),
    )


def _joined(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
