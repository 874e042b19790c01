"""Under the summary: what *loaded* means and, where little is, what the model passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.loaded_language import (
    MEANING,
    likeliest_unflagged,
    passed_over_note,
)
from analysis.scoring.release import passed_over
from dashboard.session.opening import select

if TYPE_CHECKING:
    import pandas as pd

    from analysis import Result

FIND = "Find what it missed"


def loaded_note(result: Result) -> None:
    """Draw the note; its button goes to the sentence that most deserves a second look."""
    article = result.article.iloc[0]
    with st.container(key="loaded-note", gap=None):
        st.caption(MEANING)
        note = passed_over_note(
            result.sentences, passed_over(article["model"], article["model_version"])
        )
        if note:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.caption(note, width="content")
                st.button(
                    FIND,
                    key="find-missed",
                    type="tertiary",
                    icon=":material/search:",
                    on_click=_find_missed,
                    args=(result.sentences,),
                )


def _find_missed(sentences: pd.DataFrame) -> None:
    """Select the likeliest sentence that is not flagged, and have the table list the uncertain
    ones, if there are any."""
    (found,) = likeliest_unflagged(sentences, 1)
    if (sentences.loc[sentences["sentence"] == found, "loaded"] == "uncertain").all():
        st.session_state["show"] = "Uncertain"
    select(found)
