"""The sentences frame as a table in which a row can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.frames import FURNITURE
from analysis.output.phrasing.labels import SENTIMENT_SIGNS, TONE_NAMES, VOICE_NAMES
from analysis.output.phrasing.language_note import NOT_PART, UNSCORED
from analysis.text.one_line import one_line
from dashboard.panels.sentence_card import BAND_SIGNS
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

_TONES = {name: f"{sign} {name}" for name, sign in SENTIMENT_SIGNS.items()} | {
    "unclear": TONE_NAMES["unclear"]
}
CHOICES = ("All", "Likely loaded", "Uncertain", "Quoted")


def table(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences frame as it is shown: numbers from 1, names in words, one line a text.

    The index is ``sentence``, from 0.
    """
    import pandas as pd

    return pd.DataFrame(
        {
            "sentence": sentences["sentence"] + 1,
            "text": sentences["text"].map(one_line),
            "loaded": sentences["loaded_probability"] * 100,
            "band": sentences["loaded"]
            .map(BAND_SIGNS)
            .fillna(sentences["part"].map({FURNITURE: NOT_PART}))
            .fillna(UNSCORED),
            "voice": sentences["voice"].map(VOICE_NAMES),
            "sentiment": sentences["tone_label"].map(_TONES),
            "tone": sentences["tone"],
            "paragraph": sentences["paragraph"] + 1,
            "words": sentences["words"],
            "reading_ease": sentences["reading_ease"],
        }
    ).set_index(sentences["sentence"].rename("position"))


def chosen(sentences: pd.DataFrame, choice: str) -> pd.Series:
    """Return which rows of the sentences frame a filter of ``CHOICES`` lets through."""
    if choice == "Likely loaded":
        return sentences["loaded"] == "loaded"
    if choice == "Uncertain":
        return sentences["loaded"] == "uncertain"
    if choice == "Quoted":
        return sentences["voice"] != "outlet"
    return sentences["sentence"] >= 0


def sentence_table(
    sentences: pd.DataFrame,
    selected: int | None,
    key: str,
    on_select: Callable[[int | None], None],
) -> None:
    """Draw the table with its filter; ``on_select`` is called with the sentence (from 0) chosen in
    it, None for none.

    The row of ``selected`` is marked. ``key`` tells articles apart: another one is shown whole.
    """
    # Not keys of its own for each article, which Streamlit would hold on to (see downloads.py).
    if st.session_state.get("table-of") != key:
        st.session_state["table-of"] = key
        st.session_state["show"] = "All"
    choice = st.segmented_control("Show", CHOICES, required=True, key="show")
    rows = cached_with(
        sentences,
        ("rows", choice),
        lambda: table(sentences[chosen(sentences, choice or "All")]),
    )
    if rows.empty:
        st.caption("No sentence is of this kind. Choose All to see the others.")
        return
    grid = f"table-{choice}"
    place = [] if selected not in rows.index else [rows.index.get_loc(selected)]
    st.session_state[grid] = {"selection": {"rows": place, "columns": [], "cells": []}}

    def on_row_chosen() -> None:
        places = st.session_state[grid]["selection"]["rows"]
        on_select(int(rows.index[places[0]]) if places else None)

    st.dataframe(
        rows,
        key=grid,
        hide_index=True,
        on_select=on_row_chosen,
        selection_mode="single-row",
        alt="Sentences of the article with their scores",
        column_config={
            "sentence": st.column_config.NumberColumn("No.", width=56, pinned=True),
            "text": st.column_config.TextColumn("Sentence", width="large"),
            "loaded": st.column_config.ProgressColumn(
                "Loaded",
                format="%.0f%%",
                min_value=0,
                max_value=100,
                width=110,
                help="Calibrated probability that the sentence is loaded",
            ),
            "band": st.column_config.TextColumn("Band", width=120),
            "voice": st.column_config.TextColumn("Voice", width=110),
            "sentiment": st.column_config.TextColumn("Sentiment", width=110),
            "tone": st.column_config.NumberColumn(
                "Tone", format="%.2f", width=70, help="Positive minus negative, −1 to 1"
            ),
            "paragraph": st.column_config.NumberColumn("Par.", width=60),
            "words": st.column_config.NumberColumn("Words", width=70),
            "reading_ease": st.column_config.NumberColumn(
                "Reading ease",
                format="%.0f",
                width=110,
                help="Flesch Reading Ease; rough for a single sentence, empty for a very short one",
            ),
        },
    )
