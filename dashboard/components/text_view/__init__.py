"""The source text with its marks, linked to the article strip: one Streamlit component.

Its script reads the article's pieces as data and puts every one in as text. See
``text_view.js`` for the part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.frames import VOICES
from analysis.output.blocks import Analysed
from dashboard.components.article_text.payload import EncodedArticle, encoded_article
from dashboard.components.component import component, handled, new_event

if TYPE_CHECKING:
    from analysis.output.rules.house_check import HouseCheck

__all__ = ["text_view"]

_component = component(
    "text_view",
    "sentence_card.js",
    "house_rules.js",
    "house_rules.css",
    "strip_link.js",
    "chart_links.js",
    uses=("article_text",),
)


def text_view(
    result: Analysed,
    *,
    selected: int | None,
    strip_key: str,
    card_key: str,
    key: str,
    rewordings: Mapping[int, str] | None = None,
    voices: Sequence[str] = VOICES,
    house: HouseCheck | None = None,
) -> int | None:
    """Show ``result``'s text and return the sentence selected now, None if there is none.

    ``selected`` is the sentence (0-based) Python wants selected; when it changes, the text
    scrolls there. A click, Enter or Escape in the browser since the last run goes before it:
    keep what is returned and pass it as ``selected`` the next time. ``strip_key`` is the key of
    the ``st.plotly_chart`` whose single bar trace has one bar per sentence; a click on bar
    ``i`` selects sentence ``i``, and the selected sentence's bar is marked, without the figure
    being touched. ``card_key`` is the key of the container that shows the selected sentence and
    goes with the selection: Escape in it clears, and the keyboard's focus, which would be lost
    with it, goes to the sentence. ``rewordings`` are the reader's own wordings by the number of
    their sentence; the view can copy the text with them. Sentences of other ``voices`` than these
    are shown without marks. ``house`` is what house rules found; without it there is no layer of
    them, nor its switch. ``key`` names this view and must be
    unique on the page.
    """
    article = _article(result, house, key)
    turn, event = new_event(key, "selection")
    # A click that was under way while another article came in is about the old one.
    if event is not None and event["digest"] == article.digest:
        selected = event["sentence"]
    if selected is not None and not 0 <= selected < article.sentences:
        selected = None
    _component(
        key=key,
        data={
            "article": article.encoded,
            "digest": article.digest,
            "selected": selected,
            "turn": turn,
            "strip": strip_key,
            "card": card_key,
            "rewordings": {str(number): text for number, text in (rewordings or {}).items()},
            "voices": list(voices),
            "key": key,
        },
        on_selection_change=_only_rerun,
    )
    handled(key, turn)
    return selected


def _only_rerun() -> None:
    """Declare ``selection`` as a state of the component; the rerun itself does the work."""


def _article(result: Analysed, house: HouseCheck | None, key: str) -> EncodedArticle:
    """Return the article cut and encoded, once per session and not on every rerun."""
    cache_key = f"{key}.article"
    cached: tuple[Analysed, HouseCheck | None, EncodedArticle] | None
    cached = st.session_state.get(cache_key)
    if cached is None or cached[0] is not result or cached[1] is not house:
        cached = (result, house, encoded_article(result, house))
        st.session_state[cache_key] = cached
    return cached[2]
