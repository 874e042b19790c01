"""Who tells what: a table of facts and articles whose rows open to the wordings of the fact.

See ``fact_matrix.js`` for the part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.comparing.choice import chosen
from dashboard.components.component import component, handled, new_event
from dashboard.components.component.encoding import encoded
from dashboard.components.fact_matrix.payload import matrix_payload

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison
    from analysis.output.comparison.about import About

__all__ = ["fact_matrix"]

_component = component("fact_matrix", "rows.js", uses=("article_text", "comparing"))


def fact_matrix(
    comparison: Comparison,
    *,
    selected: tuple[int, int] | None,
    key: str,
    known: Sequence[About] = (),
) -> tuple[int, int] | None:
    """Show the facts and return the sentence selected now, as (article, sentence) from 0, or None.

    ``selected`` is the one that Python knows of; it is marked, and so is what ``compare_view``
    selects on the same page. A wording that was clicked since the last run goes before it, unless
    a ``compare_view`` took the click and returns it itself. ``known`` is what is known of each
    article beside its text, or empty; ``key`` names this table and must be unique on the page.
    """
    cache_key = f"{key}.facts"
    cached: tuple[Comparison, tuple[str, str]] | None = st.session_state.get(cache_key)
    if cached is None or cached[0] is not comparison:
        cached = (comparison, encoded(matrix_payload(comparison, known)))
        st.session_state[cache_key] = cached
    facts, digest = cached[1]
    turn, event = new_event(key, "choice")
    selected = chosen(comparison, selected, event, digest)
    _component(
        key=key,
        data={
            "facts": facts,
            "digest": digest,
            "selected": list(selected) if selected is not None else None,
            "turn": turn,
        },
        on_choice_change=_only_rerun,
    )
    handled(key, turn)
    return selected


def _only_rerun() -> None:
    """Declare ``choice`` as a state of the component; the rerun itself does the work."""
