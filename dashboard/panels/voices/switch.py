"""The switch of voices, which every chart and count on the page follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.frames import VOICES
from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.speakers import left_out_note
from analysis.output.speakers.choice import voice_counts
from dashboard.session.opening import switch_voices
from dashboard.session.voices import shown_voices

if TYPE_CHECKING:
    from analysis import Result

_WIDGET = "voices"


def voice_switch(result: Result) -> None:
    """Draw a switch for each voice, and what the charts leave out where one is off.

    ``result`` is the whole article's.
    """
    counts = voice_counts(result.sentences)
    # The address may have switched them, and Streamlit forgets a widget that a page does not draw.
    st.session_state[_WIDGET] = list(shown_voices())
    st.pills(
        "Whose words charts and counts show",
        VOICES,
        selection_mode="multi",
        key=_WIDGET,
        format_func=lambda voice: f"{VOICE_NAMES[voice].capitalize()} {counts[voice]}",
        on_change=_switch,
    )
    note = left_out_note(counts, shown_voices())
    if note:
        st.caption(note)


def _switch() -> None:
    switch_voices(st.session_state[_WIDGET])
