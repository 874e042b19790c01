"""The sentences frame as a table in which a row can be chosen, most loaded first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.frames import FURNITURE
from analysis.output.phrasing.labels import BAND_NAMES, SENTIMENT_SIGNS, TONE_NAMES
from analysis.output.phrasing.language_note import NOT_PART, UNSCORED
from analysis.output.phrasing.numerals import percent, two_decimals
from analysis.output.phrasing.speakers import whose_words
from analysis.text.one_line import one_line
from dashboard.components.sentence_table import EncodedRows, encoded_rows
from dashboard.components.sentence_table import sentence_table as draw_rows
from dashboard.model.bands import BAND_SIGNS
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    import pandas as pd

CHOICES = ("All", "Likely loaded", "Uncertain", "Others’ words")

COLUMNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "number": ("No.", ""),
        "text": ("Sentence", ""),
        "loaded": ("Loaded", "Calibrated probability that the sentence is loaded"),
        "voice": ("Whose words", ""),
        "tone": ("Tone", "Positive minus negative, −1 to 1"),
        "paragraph": ("Par.", "Paragraph"),
        "words": ("Words", ""),
        "ease": (
            "Reading ease",
            "Flesch Reading Ease; rough for a single sentence, empty for a very short one",
        ),
    }
)
"""The table's columns: title and, where it needs one, an explanation."""


def table_rows(sentences: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of the table, most loaded first, sentences without scores last.

    ``sentences`` are rows of the sentences frame. Each row has ``sentence`` (from 0) and, for each
    of ``COLUMNS``, a cell as ``encoded_rows`` describes it: people count from 1.
    """
    by_score = sentences.sort_values(
        ["loaded_probability", "sentence"], ascending=[False, True], na_position="last"
    )
    return [_row(row) for row in by_score.to_dict("records")]


def _row(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {
        "sentence": row["sentence"],
        "number": _number(row["sentence"] + 1),
        "text": {"shown": one_line(row["text"])},
        "loaded": _loaded(row),
        "voice": {"shown": whose_words(row["voice"], row["speaker"])},
        "tone": _tone(row),
        "paragraph": _number(row["paragraph"] + 1),
        "words": _number(row["words"]),
        "ease": _number(row["reading_ease"]),
    }


def _number(value: float) -> dict[str, Any]:
    """Return the cell of a whole number, empty for NaN."""
    if isnan(value):
        return {"shown": "", "value": None}
    return {"shown": f"{round(value):,}".replace("-", "−"), "value": value}


def _loaded(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    band, probability = row["loaded"], row["loaded_probability"]
    if not isinstance(band, str):
        return {"shown": NOT_PART if row["part"] == FURNITURE else UNSCORED, "value": None}
    shown = f"{BAND_SIGNS[band]} {BAND_NAMES[band]}, {percent(probability)}"
    return {"shown": shown, "value": probability, "share": round(probability, 3)}


def _tone(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    label, tone = row["tone_label"], row["tone"]
    if not isinstance(label, str):
        return {"shown": "", "value": None}
    shown = f"{SENTIMENT_SIGNS[label]} {label}" if label in SENTIMENT_SIGNS else TONE_NAMES[label]
    return {"shown": f"{shown}, {two_decimals(tone)}", "value": tone}


def chosen(sentences: pd.DataFrame, choice: str) -> pd.Series:
    """Return which rows of the sentences frame a filter of ``CHOICES`` lets through."""
    if choice == "Likely loaded":
        return sentences["loaded"] == "loaded"
    if choice == "Uncertain":
        return sentences["loaded"] == "uncertain"
    if choice == "Others’ words":
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
    choice = st.segmented_control("Show", CHOICES, required=True, key="show") or "All"
    shown = sentences[chosen(sentences, choice)]
    if shown.empty:
        st.caption("No sentence is of this kind. Choose All to see the others.")
        return
    rows = cached_with(sentences, ("rows", choice), lambda: _encoded(shown))
    draw_rows(rows, selected=selected, key="sentence-table", on_select=on_select)


def _encoded(sentences: pd.DataFrame) -> EncodedRows:
    columns = [{"name": name, "title": t, "help": h} for name, (t, h) in COLUMNS.items()]
    return encoded_rows(columns, table_rows(sentences), high_end="loaded")
