"""The rounds that are over, while another is on: a text's view or the class's gain once more."""

from __future__ import annotations

import streamlit as st

from dashboard.components.class_text import class_text
from dashboard.escaping import cut
from dashboard.panels.classroom.live import class_gain, too_few
from dashboard.panels.classroom.rounds import TITLE_SHOWN, round_name
from dashboard.session.classroom.round_figures import (
    finished_in,
    revealed_before,
    test_figures,
    text_figures,
)
from store.classes.records import AFTER, MARKING, Round, SchoolClass


def earlier_rounds(school: SchoolClass) -> None:
    """Draw the choice of the rounds that were shown before the one that is on, and the chosen one
    as it was after its reveal; nothing where there are none."""
    found = {one.number: one for one in revealed_before(school, MARKING, AFTER)}
    if not found:
        return
    place = st.expander("Earlier rounds", key="earlier-rounds", on_change="rerun")
    if not place.open:
        return
    with place:
        number = st.selectbox(
            "An earlier round",
            [*found],
            format_func=lambda number: _name(found[number]),
            key="earlier-round",
            label_visibility="collapsed",
        )
        _shown(school, found[number])


def _shown(school: SchoolClass, earlier: Round) -> None:
    if earlier.kind != MARKING:
        class_gain(test_figures(school, earlier, revealed=True), key="earlier-gain")
        return
    done = finished_in(school, earlier.number)
    text = text_figures(school, earlier, done, revealed=True)
    if not text.enough:
        too_few(len(text.begun))
    class_text(text.text, text.drawn, key="class-text-earlier")


def _name(earlier: Round) -> str:
    if earlier.kind != MARKING:
        return round_name(earlier)
    title = earlier.material["title"] or earlier.material["text"].strip().split("\n", 1)[0]
    return f"{round_name(earlier)} – {cut(title, TITLE_SHOWN)}"
