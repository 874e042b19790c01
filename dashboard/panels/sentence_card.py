"""The card of the selected sentence: its probabilities, its words, and what an edit would do."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.frames import FURNITURE
from analysis.output.phrasing.labels import TONE_NAMES
from analysis.output.phrasing.language_note import unscored_words
from analysis.output.phrasing.numerals import counted
from analysis.output.phrasing.speakers import whose_words
from analysis.output.speakers.notes import statement_notes
from analysis.scoring.wording.alternatives import with_plainer_words
from analysis.text.words.normalised import as_read
from dashboard.components.what_if import Subject, what_if
from dashboard.components.what_if.statement_part import passages_of
from dashboard.escaping import for_markdown
from dashboard.panels.house_rules.of_sentence import findings_of_sentence
from dashboard.server.cached_with import cached_with
from dashboard.session.opening import select

if TYPE_CHECKING:
    import pandas as pd

    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck

CARD = "card-place"
"""Key of the container on the page that the card is drawn in."""

BAND_MEANING = {
    "loaded": (
        "**Likely loaded**: the probability is above the model's upper threshold. It is an "
        "estimate: read the sentence and judge."
    ),
    "uncertain": (
        "**Uncertain**: the probability lies between the model's two thresholds, where it is "
        "wrong too often to say either way. Your own reading counts for more."
    ),
    "not loaded": (
        "**Not loaded**: the probability is below the model's lower threshold. That says "
        "nothing about whether the sentence is true or fair."
    ),
}
_WHY_UNSCORED = {
    False: "Slant can judge the wording of English only.",
    True: "Menus, dates, credits and lists of links say nothing about how the article is worded.",
}
NO_WORD = "No single word stands out to the model: it is how the sentence reads as a whole."
SCALE_MEANING = (
    "The bars are probabilities, 0 to 100%. Negative, neutral and positive are the tone of the "
    "sentence and add up to 100%; a plain report of something terrible is often negative. "
    "Where none of the three is sure enough, the tone is called unclear and the sentence has no "
    "mark. Loaded is judged apart from them."
)


def span_line(span: Any) -> str:
    """Return one row of the spans frame as plain text: the word and what hangs on it."""
    if isnan(span.effect):
        effect = "its effect was not measured"
    else:
        effect = f"without it {_change(span.effect)}"
    line = f"“{as_read(span.text)}”: {effect}"
    if span.alternative:
        line += f". Plainer: “{span.alternative}”"
    return line


def joint_line(effect: float, words: int) -> str:
    """Say how much of the score a sentence's loaded ``words`` explain together; empty for NaN."""
    if isnan(effect):
        return ""
    return f"Without {'both' if words == 2 else f'all {words}'} of them: {_change(effect)}"


def _change(effect: float) -> str:
    points = round(effect * 100)
    if not points:
        return "about the same"
    return f"{counted(abs(points), 'point')} {'lower' if points > 0 else 'higher'}"


def words_lines(row: Any, spans: pd.DataFrame) -> list[str]:
    """Return what is said of a sentence's loaded words, a line each: what several of them weigh
    together first, as each of them alone may change nothing."""
    together = joint_line(float(row["joint_effect"]), len(spans)) if len(spans) else ""
    return [*([together] if together else []), *map(span_line, spans.itertuples())]


def sentence_card(
    result: Result, selected: int | None, article: str, house: HouseCheck | None = None
) -> None:
    """Draw the card of sentence ``selected`` (from 0); its button clears the selection.

    ``article`` is the article's key, under which rewordings are kept; ``house`` is what house rules
    found. Without a selection one line says how to make one.
    """
    if selected is None:
        st.caption("Click a sentence or a bar to see what the model makes of it.")
        return
    row = result.sentences.iloc[selected]
    with st.container(border=True, key="card", gap="xsmall"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.header(
                f"Sentence {selected + 1} of {len(result.sentences)}", anchor=False, width="content"
            )
            st.caption(_voice_and_tone(row), width="content")
            st.button("Close", key="close-card", type="tertiary", on_click=lambda: select(None))
        if not isinstance(row["loaded"], str):
            with st.container(key="card-text"):
                st.text(row["text"])
            why = unscored_words(row["language"], row["part"])
            st.markdown(f"**{why[0].upper()}{why[1:]}.** {_WHY_UNSCORED[row['part'] == FURNITURE]}")
            findings_of_sentence(house, selected)
            return
        notes = cached_with(result, "notes", lambda: statement_notes(result))
        if selected in notes:
            with st.container(gap=None, key="card-notes"):
                for note in notes[selected]:
                    st.caption(for_markdown(note))
        spans = result.spans[result.spans["sentence"] == selected]
        lines = words_lines(row, spans)
        if lines:
            st.subheader("Loaded words", anchor=False)
            with st.container(gap=None, key="card-words"):
                for line in lines:
                    st.text(line)
        elif row["loaded"] != "not loaded":
            st.markdown(NO_WORD)
        findings_of_sentence(house, selected)
        plainer = _in_plainer_words(row, spans)
        passages = passages_of(result, selected)
        what_if(Subject(row["text"], selected, article, plainer, passages), key="what-if")
        with st.expander("What this means", type="compact"):
            st.markdown(BAND_MEANING[row["loaded"]])
            st.markdown(SCALE_MEANING)


def _voice_and_tone(row: pd.Series) -> str:
    """Return, as Markdown, whose words a sentence is and, if it was scored, its tone: ``own voice ·
    tone unclear``, ``quoted: Ann Hale · negative tone``."""
    whose = for_markdown(whose_words(row["voice"], row["speaker"]))
    tone = row["tone_label"]
    return whose + (f" · {TONE_NAMES[tone]}" if isinstance(tone, str) else "")


def _in_plainer_words(row: pd.Series, spans: pd.DataFrame) -> str:
    """Return the sentence with the plainer wordings of its loaded words put in; "" without any."""
    if not spans["alternative"].any():
        return ""
    starts, ends = spans["start"] - row["start"], spans["end"] - row["start"]
    return with_plainer_words(row["text"], zip(starts, ends, spans["alternative"], strict=True))
