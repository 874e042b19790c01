"""What the teacher sees of a class at work: how far it is, the text with the class's marks, how far
the class agrees and, once it is shown, how it compares with the model."""

from __future__ import annotations

import streamlit as st

from analysis.output.phrasing.practice.classes import too_few_said
from analysis.output.phrasing.practice.classroom import (
    SHOW_MARKS_HELP,
    SO_FAR,
    progress_said,
    pupils_said,
)
from analysis.output.phrasing.practice.gain import gain_said
from dashboard.components.class_text import class_text
from dashboard.escaping import for_markdown
from dashboard.session.classroom.figures import Figures
from dashboard.session.classroom.round_figures import TestFigures, TextFigures
from store.classes.records import REVEALED, SchoolClass

TEST_OVER = (
    "The class's gain is shown when a test before the practice and one after it are both over."
)


def progress(figures: Figures) -> None:
    """Draw how many pupils there are and, in a round, how many have begun and are done."""
    now = figures.progress
    if figures.round is None:
        said = pupils_said(now.pupils)
    else:
        said = progress_said(now.pupils, now.begun, now.done)
    st.markdown(said)


def round_figures(school: SchoolClass, figures: Figures) -> None:
    """Draw what the class has done in the round that is on, as far as it may be shown."""
    if figures.text is not None:
        _text(school, figures, figures.text)
    elif figures.test is not None and school.state == REVEALED:
        class_gain(figures.test, key="class-gain")


def _text(school: SchoolClass, figures: Figures, text: TextFigures) -> None:
    now = figures.progress
    with st.container(
        horizontal=True, vertical_alignment="center", key="class-shown", gap="medium"
    ):
        # Not by itself: this page is often on the wall, and people follow what others have marked.
        shown = school.state == REVEALED or st.toggle(
            "Show the marks as they arrive",
            key="class-show-marks",
            help=SHOW_MARKS_HELP,
            width="content",
        )
        if shown and not text.enough:
            too_few(now.begun)
        elif shown and now.done < now.begun and school.state != REVEALED:
            st.caption(SO_FAR, width="content")
    class_text(text.text, text.drawn if shown else text.bare, key="class-text-view")


def too_few(begun: int) -> None:
    """Say why nothing of the class is shown, of which so many have begun."""
    st.caption(for_markdown(too_few_said(begun)), width="content")


def class_gain(test: TestFigures, *, key: str) -> None:
    """Draw the class's gain, or why there is none."""
    with st.container(key=key):
        if test.both is None:
            st.markdown(TEST_OVER)
            return
        if test.gain is None:
            st.markdown(for_markdown(too_few_said(test.both)))
            return
        st.header("The class's gain", anchor=False)
        for sentence in gain_said(test.gain, test.sentences):
            st.markdown(for_markdown(sentence))
