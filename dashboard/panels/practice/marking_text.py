"""The exercise *Mark first*: the reader marks a text, then sees what the model makes of it.

Until the reader asks for the comparison nothing of the analysis goes to the browser, and no mark
comes from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.beside import beside
from dashboard.components.marking import committed, marking
from dashboard.panels.practice.compared import compared, sentence_to_show
from dashboard.session.practice.comparisons import (
    comparisons_made,
    give_back,
    keep_comparison,
)
from dashboard.session.practice.texts import material_to_mark

if TYPE_CHECKING:
    from dashboard.session.open_article import OpenArticle

BEFORE = (
    "A sentence is *loaded* if its words take a side or stir a feeling, and not only tell what "
    "happened. What is bad news can be told in plain words.",
    "There is no right number of marks. Your marks stay in your browser until you compare.",
)
"""What stands beside the text before the comparison."""

_SIDE = "practice-side"


def marking_text(text: OpenArticle) -> None:
    """Draw the text to mark and, once the reader has compared, the model's view and where the two
    differ."""
    from analysis.practice.with_model import with_model

    material = material_to_mark(text)
    key = f"marking-{text.key}"
    give_back(text.key, key)
    done = committed(material, key)
    found = with_model(done.marks, material) if done is not None else None
    if done is not None:
        keep_comparison(text.key, key)
    left, right = st.columns([7, 5], gap="large")
    with left:
        marking(material, key=key, revealed=found, show=sentence_to_show())
    with right, st.container(key=_SIDE, gap="small"):
        with st.container(key="practice-beside"):
            beside(_SIDE, comparisons_made(), key="practice-beside-text")
        if done is None or found is None:
            for line in BEFORE:
                st.markdown(line)
        else:
            compared(material, done.marks, found)
