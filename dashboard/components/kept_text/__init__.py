"""Own texts outlive a reload of the page: one Streamlit component without anything to see.

A reload begins a new session, which knows nothing of the one before. So the browser keeps the last
own texts in its storage for the tab (``sessionStorage``), which ends with the tab, and gives one
back when the address names a text that the session does not have. Nothing is kept on the server.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from analysis import Article
from analysis.errors import SlantError
from dashboard.components.component import component
from dashboard.session.open_article import TEXTS_KEPT, OpenArticle

__all__ = ["Kept", "given_back", "kept_text"]

KEY = "kept-text"

_component = component("kept_text")


@dataclass(frozen=True)
class Kept:
    """An own text as the browser kept it: the ``article``, its ``source`` (file name or address)
    and whether it was analysed in ``any_language``.

    It comes from outside, as a pasted text does.
    """

    article: Article
    source: str
    any_language: bool


def kept_text(opened: OpenArticle | None, wanted: int | None = None) -> None:
    """Give the browser the own text that is open, to keep; samples and None are left out.

    ``wanted`` asks the browser for the text of that number; its answer comes with the next run
    (``given_back``).
    """
    _component(
        key=KEY,
        data={"keep": _content(opened), "wanted": wanted, "most": TEXTS_KEPT},
        on_found_change=lambda: None,
    )


def given_back(number: int) -> Kept | bool:
    """Return the text ``number`` as the browser gave it back; False before its answer, and True
    if it has no such text, or none that can be used."""
    state = st.session_state.get(KEY)
    found = state.get("found") if state else None
    if not isinstance(found, dict) or found.get("number") != number:
        return False
    return _kept(found.get("kept")) or True


def _content(opened: OpenArticle | None) -> dict[str, Any] | None:
    if opened is None or not opened.number:
        return None
    return {
        "number": opened.number,
        "kept": {
            "article": asdict(opened.article),
            "source": opened.source,
            "any_language": bool(opened.result.article["any_language"].iloc[0]),
        },
    }


def _kept(content: Any) -> Kept | None:
    """Return what the browser gave back, None if it is not of the form it was given in."""
    from analysis.reading.documents.sandbox import article_of

    if not isinstance(content, dict) or not isinstance(content.get("article"), dict):
        return None
    source = content.get("source")
    try:
        article = article_of(content["article"], "The text")
    except SlantError:
        return None
    if not isinstance(source, str):
        return None
    return Kept(article, source, content.get("any_language") is True)
