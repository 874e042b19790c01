"""What stands beside a text after the comparison: how far reader and model agree, and where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.practice.agreement import (
    REVEAL_NOTE,
    agreement_said,
    kappa_said,
    words_said,
)
from dashboard.escaping import cut, for_markdown
from dashboard.session.practice.texts import PRACTISING, another_sample
from dashboard.session.requests import Request, note_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.practice.marks import Mark
    from analysis.practice.material import Material
    from analysis.practice.with_model import WithModel

ONLY_READER, ONLY_MODEL = "Only you marked", "Only the model marked"

QUESTIONS = (
    "Is it the words that seem loaded, or what they tell?",
    "Who would tell it in other words, and in which?",
)
"""To think or talk about; no answer is asked for."""

EVERYTHING_MARKED = (
    "You marked every sentence. Which three are the most loaded, and what sets them apart?"
)

KEY_OF_THE_TEXT = (
    "In the text: a tint is *likely loaded* for the model, a dotted line *uncertain*; a bar at the "
    "start of a sentence is your mark. Press a sentence to see more."
)

SENTENCES_SHOWN = 6
"""So many sentences of a list are open at first; the others are in a fold."""

LONGEST = 240
"""Characters of a sentence in a list: it stands in full in the text."""

_SHOW = "practice.show"


def compared(material: Material, marks: Sequence[Mark], found: WithModel) -> None:
    """Draw it, for the ``marks`` of the reader and what ``with_model`` found."""
    st.header("You and the model", anchor=False)
    st.markdown(agreement_said(found))
    st.info(REVEAL_NOTE, icon=":material/balance:")
    st.caption(KEY_OF_THE_TEXT)
    if _all_marked(material, marks):
        st.markdown(EVERYTHING_MARKED)
    _list(ONLY_READER, found.only_reader, material, "only-reader")
    _list(ONLY_MODEL, found.only_model, material, "only-model")
    if found.only_reader or found.only_model:
        st.markdown("\n".join(f"- {question}" for question in QUESTIONS))
    if words := words_said(found):
        st.markdown(words)
    if chance := kappa_said(found):
        st.markdown(chance)
    st.button(
        "Mark another text",
        key="practice-another",
        type="primary",
        on_click=lambda: note_request(Request("sample", text=another_sample()), PRACTISING),
    )


def _all_marked(material: Material, marks: Sequence[Mark]) -> bool:
    counted = {number for number, line in enumerate(material.lines) if line.counts}
    return bool(counted) and counted <= {mark.sentence for mark in marks if mark.loaded}


def _list(heading: str, sentences: Sequence[int], material: Material, key: str) -> None:
    if not sentences:
        return
    with st.container(key=f"practice-{key}", gap="xsmall"):
        st.header(f"{heading} ({len(sentences)})", anchor=False)
        for number in sentences[:SENTENCES_SHOWN]:
            _sentence(number, material)
        if len(sentences) > SENTENCES_SHOWN:
            with st.expander(f"{len(sentences) - SENTENCES_SHOWN} more", type="compact"):
                for number in sentences[SENTENCES_SHOWN:]:
                    _sentence(number, material)


def _sentence(number: int, material: Material) -> None:
    line = material.lines[number]
    st.button(
        f"{number + 1}  {for_markdown(cut(material.text[line.start : line.end], LONGEST))}",
        key=f"practice-show-{number}",
        type="tertiary",
        on_click=_ask_to_show,
        args=(number,),
    )


def _ask_to_show(number: int) -> None:
    st.session_state[_SHOW] = (number, sentence_to_show()[1] + 1)


def sentence_to_show() -> tuple[int, int]:
    """Return the sentence (from 0) that was last chosen from a list, to be brought into view, with
    the number of the choice in this session, 0 before the first."""
    chosen: tuple[int, int] = st.session_state.get(_SHOW, (0, 0))
    return chosen
