"""Own texts outlive a reload of the page: one Streamlit component without anything to see.

A reload begins a new session, which knows nothing of the one before. So the browser keeps the last
own texts in its storage for the tab (``sessionStorage``), which ends with the tab, and gives those
back that the address names and the session does not have. Nothing is kept on the server.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def kept_text(opened: Iterable[OpenArticle], wanted: Iterable[int] = ()) -> None:
    """Give the browser the own texts among the ``opened``, to keep; samples are left out.

    ``wanted`` asks the browser for the texts of these numbers; its answer comes with the next run
    (``given_back``).
    """
    _component(
        key=KEY,
        data={
            "keep": [_content(article) for article in opened if article.number],
            "wanted": [*wanted],
            "most": TEXTS_KEPT,
        },
        on_found_change=lambda: None,
    )


def given_back(number: int) -> Kept | bool:
    """Return the text ``number`` as the browser gave it back; False before its answer, and True
    if it has no such text, or none that can be used."""
    state = st.session_state.get(KEY)
    found = state.get("found") if state else None
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and one.get("number") == number:
            return _kept(one.get("kept")) or True
    return False


def _content(opened: OpenArticle) -> dict[str, Any]:
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
