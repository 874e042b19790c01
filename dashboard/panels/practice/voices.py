"""The exercise *Who says it*: a sentence in its context: own voice, quoted or reported.

What the key and the program say goes to the browser only after the answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.practice.exercises import voice_said
from analysis.output.phrasing.speakers import whose_words
from dashboard.escaping import cut, for_markdown
from dashboard.panels.practice.outcome import next_button, so_far_line
from dashboard.session.opening import analysed_sample, samples
from dashboard.session.practice.address import VOICES
from dashboard.session.practice.progress import answer, give_answer, item_shown
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from analysis.practice.exercises.voices import VoiceItem

_BETWEEN_PARAGRAPHS = "\n\n"

CAN_BE_WRONG = "The program can be wrong: what do you think?"

MEANINGS = (
    "*Own voice*: the outlet says it itself. *Quoted*: somebody’s exact words, in quotation marks. "
    "*Reported*: what somebody said, told in the outlet’s words."
)
LONGEST_NAME = 80


def voices() -> None:
    """Draw the exercise."""
    from analysis.practice.exercises.voices import voice_items

    try:
        items = voice_items()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    item = items[item_shown(VOICES, len(items))]
    with st.container(key="practice-context"):
        st.markdown(in_context(item))
    given = answer(VOICES)
    if given is None:
        _question(item)
    else:
        _outcome(item, given)
    so_far_line(VOICES)


def in_context(item: VoiceItem) -> str:
    """Return an item's passage, marked, with what stands around it, as Markdown: one paragraph
    for each of the article's."""
    marked = f":blue-background[**{for_markdown(item.text)}**]"
    before, after = item.context[: item.start], item.context[item.end :]
    # A mark of Markdown needs its place: beside the passage stands a space or a sign, as written.
    *paragraphs, beginning = (_as_markdown(part) for part in before.split(_BETWEEN_PARAGRAPHS))
    end, *others = (_as_markdown(part) for part in after.split(_BETWEEN_PARAGRAPHS))
    return "\n\n".join([*paragraphs, f"{beginning}{marked}{end}", *others])


def _as_markdown(text: str) -> str:
    """Return ``text`` as Markdown shows it, the spaces at its ends as they are."""
    inner = text.strip()
    if not inner:
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    return lead + for_markdown(inner) + (" " if text[-1].isspace() else "")


def _question(item: VoiceItem) -> None:
    from analysis.practice.exercises.voices import CHOICES

    with st.container(horizontal=True, key="practice-voices-answers"):
        for voice in CHOICES:
            st.button(
                VOICE_NAMES[voice].capitalize(),
                key=f"practice-voice-{voice}",
                on_click=give_answer,
                args=(VOICES, voice, voice == item.voice),
            )
    st.caption(MEANINGS)


def _outcome(item: VoiceItem, given: str) -> None:
    with st.container(key="practice-outcome", gap="small"):
        harmless = replace(item, speaker=for_markdown(cut(item.speaker, LONGEST_NAME)))
        st.info(voice_said(harmless, given))
        st.markdown(for_markdown(item.why))
        try:
            with st.spinner("Asking the program …"):
                taken = taken_for(item)
        except SlantError as error:
            st.error(for_markdown(str(error)), icon=":material/error:")
        else:
            if taken and taken[0] != item.voice:
                whose = for_markdown(whose_words(*taken))
                st.markdown(f"Slant takes it for *{whose}*. {CAN_BE_WRONG}")
        next_button(VOICES)


def taken_for(item: VoiceItem) -> tuple[str, str] | None:
    """Return the voice and the speaker that the program finds for the sentence that an item's
    passage is most of. None where it has no article, and where the sentence is partly quoted: the
    program says that of the whole sentence, not of the passage. Raises ``SlantError``."""
    if item.article not in samples():
        return None
    result = analysed_sample(item.article, stop_if_closed).result
    start = result.text.find(item.text)
    if start < 0:
        return None
    frame = result.sentences
    shared = frame["end"].clip(upper=start + len(item.text)) - frame["start"].clip(lower=start)
    row = frame.iloc[int(shared.to_numpy().argmax())]
    if row["voice"] == "mixed":
        return None
    return str(row["voice"]), str(row["speaker"])
