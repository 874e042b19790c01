"""Two texts of a comparison side by side, their sentences linked: one Streamlit component.

Its scripts read the pieces of both articles as data and put every one in as text. See
``compare_view.js`` for the part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.compare_view.payload import comparison_payload
from dashboard.components.comparing.choice import chosen
from dashboard.components.component import component, handled, new_event
from dashboard.components.component.encoding import encoded

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison
    from analysis.output.comparison.about import About

__all__ = ["compare_view"]

_component = component(
    "compare_view",
    "column.js",
    "pairs.js",
    "sheet.js",
    "sheet.css",
    uses=("article_text", "comparing"),
)


def compare_view(
    comparison: Comparison,
    *,
    shown: tuple[int, int],
    selected: tuple[int, int] | None,
    key: str,
    known: Sequence[About] = (),
) -> tuple[int, int] | None:
    """Show two texts and return the sentence selected now, as (article, sentence) from 0, or None.

    ``shown`` are the places of the articles on the left and on the right. ``selected`` is the
    sentence Python wants selected; when it changes, both texts go to it and its match. A click,
    Enter or Escape in the browser since the last run goes before it: keep what is returned and
    pass it as ``selected`` the next time. Lists on the page may ask for a sentence of an article
    that is not shown (``slant-go``); it is returned all the same, and the page has to show its
    article. ``key`` names this view and must be unique on the page; ``known`` is what is known of
    each article beside its text, or empty.

    Raises ValueError if ``shown`` does not name two different articles.
    """
    view, digest = _encoded(comparison, shown, known, key)
    turn, event = new_event(key, "selection")
    selected = chosen(comparison, selected, event, digest)
    _component(
        key=key,
        data={
            "view": view,
            "digest": digest,
            "selected": list(selected) if selected is not None and selected[0] in shown else None,
            "turn": turn,
            "key": key,
        },
        on_selection_change=_only_rerun,
    )
    handled(key, turn)
    return selected


def _only_rerun() -> None:
    """Declare ``selection`` as a state of the component; the rerun itself does the work."""


def _encoded(
    comparison: Comparison, shown: tuple[int, int], known: Sequence[About], key: str
) -> tuple[str, str]:
    """Return what is shown, encoded, and its digest: once per comparison, not on every rerun."""
    cache_key = f"{key}.view"
    cached: tuple[Comparison, tuple[int, int], tuple[str, str]] | None
    cached = st.session_state.get(cache_key)
    if cached is None or cached[0] is not comparison or cached[1] != shown:
        cached = (comparison, shown, encoded(comparison_payload(comparison, shown, known)))
        st.session_state[cache_key] = cached
    return cached[2]
