"""The exercise *Who says it*: a sentence in its context: own voice, quoted or reported.

What the key and the program say goes to the browser only after the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.speakers import whose_words
from dashboard.escaping import cut, for_markdown
from dashboard.panels.practice.outcome import next_button, so_far_line
from dashboard.session.opening import analysed_sample, samples
from dashboard.session.practice.address import VOICES
from dashboard.session.practice.progress import answer, give_answer, item_shown
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from analysis.practice.exercises.voices import VoiceItem

ANSWERS = {"outlet": "Own voice", "quoted": "Quoted", "reported": "Reported"}
"""What the key can say, as the buttons call it."""

MEANINGS = (
    "*Own voice*: the outlet says it itself. *Quoted*: somebody’s exact words, in quotation marks. "
    "*Reported*: what somebody said, told in the outlet’s words."
)
LONGEST_NAME = 80


def voices() -> None:
    """Draw the exercise."""
    from analysis.practice.exercises.voices import voice_items

    try:
        items = [item for item in voice_items() if item.article in samples()]
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    item = items[item_shown(VOICES, len(items))]
    before, after = context_of(samples()[item.article].text, item.text)
    with st.container(key="practice-context", gap="small"):
        if before:
            st.text(before)
        with st.container(key="practice-asked"):
            st.text(item.text)
        if after:
            st.text(after)
    given = answer(VOICES)
    if given is None:
        _question(item)
    else:
        _outcome(item, given)
    so_far_line(VOICES)


def context_of(text: str, passage: str) -> tuple[str, str]:
    """Return what stands before ``passage`` in ``text`` and what stands after it: the rest of its
    own sentence and one sentence more, empty at the text's ends or where it is not in the text."""
    from analysis.text.segmentation.sentences import segment

    start = text.find(passage)
    if start < 0:
        return "", ""
    end = start + len(passage)
    sentences = [(one.start, one.end) for one in segment(text)]
    over = [n for n, (a, b) in enumerate(sentences) if a < end and start < b]
    if not over:
        return "", ""
    first = sentences[max(over[0] - 1, 0)][0]
    last = sentences[min(over[-1] + 1, len(sentences) - 1)][1]
    return text[first:start].strip(), text[end:last].strip()


def _question(item: VoiceItem) -> None:
    with st.container(horizontal=True, key="practice-voices-answers"):
        for voice, name in ANSWERS.items():
            st.button(
                name,
                key=f"practice-voice-{voice}",
                on_click=give_answer,
                args=(VOICES, voice, voice == item.voice),
            )
    st.caption(MEANINGS)


def _outcome(item: VoiceItem, given: str) -> None:
    with st.container(key="practice-outcome", gap="small"):
        st.markdown(f"**{_key_said(item, given)}**")
        st.markdown(for_markdown(item.why))
        try:
            with st.spinner("Asking the program …"):
                taken = taken_for(item)
        except SlantError as error:
            st.error(for_markdown(str(error)), icon=":material/error:")
        else:
            if taken and taken[0] != item.voice:
                whose = for_markdown(whose_words(*taken))
                st.markdown(f"Slant takes it for *{whose}*. The program can be wrong, as here.")
        next_button(VOICES)


def _key_said(item: VoiceItem, given: str) -> str:
    """Say whose words they are by the key, and what the reader chose where that is another."""
    name = ANSWERS[item.voice]
    speaker = f": {for_markdown(cut(item.speaker, LONGEST_NAME))}" if item.speaker else ""
    if given == item.voice:
        return f"{name}{speaker}. You say so too."
    return f"You chose {ANSWERS[given].lower()}. The key has {name.lower()}{speaker}."


def taken_for(item: VoiceItem) -> tuple[str, str] | None:
    """Return the voice and the speaker that the program finds for the sentence of an item, None
    where the item is not in its article. Raises ``SlantError``."""
    result = analysed_sample(item.article, stop_if_closed).result
    start = result.text.find(item.text)
    if start < 0:
        return None
    frame = result.sentences
    over = frame[(frame["start"] < start + len(item.text)) & (frame["end"] > start)]
    if over.empty:
        return None
    row = over.iloc[0]
    return str(row["voice"]), str(row["speaker"])
