"""Which facts a rewording keeps: found in the inference queue, and drawn a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.escaping import cut, for_markdown
from dashboard.server.inference_queue import inference_queue
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.practice.exercises.rewriting import Fact, Kept

LONGEST_FACT = 120
MOST_SHOWN = 12
"""So many facts of a kind are shown; a pasted page may have hundreds."""


def kept_facts(before: str, after: str) -> Kept:
    """Return which facts of ``before`` the rewording ``after`` keeps.

    Worked out before articles are scored, as somebody is typing. Raises ``SlantError`` as
    ``facts_kept`` does, and those of ``dashboard.server.errors``.
    """
    from analysis.practice.exercises.rewriting import facts_kept

    with inference_queue().place(stop_if_closed, urgent=True) as place:
        kept: Kept = place.run(1, lambda start, end: facts_kept(before, after))[0]
    return kept


def draw_facts(kept: Kept) -> None:
    """Draw what is missing and what is new, or that all facts are kept."""
    with st.container(gap="xxsmall", key="practice-facts-lines"):
        st.subheader("Facts", anchor=False)
        if kept.all_kept:
            st.markdown(":material/check: All names, numbers and quotations are there.")
        _lines(":material/remove: Missing", kept.lost)
        _lines(":material/add: New", kept.added)


def _lines(heading: str, facts: Sequence[Fact]) -> None:
    for fact in facts[:MOST_SHOWN]:
        st.markdown(f"{heading} {fact.kind}: **{for_markdown(cut(fact.text, LONGEST_FACT))}**")
    if len(facts) > MOST_SHOWN:
        st.markdown(f"{heading}: {len(facts) - MOST_SHOWN:,} more")
