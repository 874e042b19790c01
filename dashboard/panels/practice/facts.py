"""Which facts a rewording keeps: found in the inference queue, and drawn a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.practice.exercises import FACTS_NOTE, facts_said
from analysis.queue.inference_queue import inference_queue
from dashboard.escaping import for_markdown
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from analysis.practice.exercises.rewriting import Kept


def kept_facts(before: str, after: str) -> Kept:
    """Return which facts of ``before`` the rewording ``after`` keeps.

    Worked out before articles are scored, as somebody is typing. Raises ``SlantError`` as
    ``facts_kept`` does, and those of ``analysis.queue.errors``.
    """
    from analysis.practice.exercises.rewriting import facts_kept

    with inference_queue().place(stop_if_closed, urgent=True) as place:
        kept: Kept = place.run(1, lambda start, end: facts_kept(before, after))[0]
    return kept


def draw_facts(kept: Kept) -> None:
    """Draw what is missing and what is new, or that all facts are there."""
    sign = ":material/check:" if kept.all_kept else ":material/priority_high:"
    st.header("Facts", anchor=False)
    with st.container(gap="xxsmall"):
        for line in facts_said(kept):
            st.markdown(f"{sign} {for_markdown(line)}")
        st.caption(FACTS_NOTE)
