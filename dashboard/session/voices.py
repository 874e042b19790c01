"""Which voices charts and counts show: the outlet's own, quoted, reported, partly quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from analysis.frames import VOICES
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result

_KEY = "voices-shown"


def shown_voices() -> tuple[str, ...]:
    """Return the voices that are switched on, in the order of ``VOICES``."""
    voices: tuple[str, ...] = st.session_state.get(_KEY, VOICES)
    return voices


def show_voices(voices: Iterable[str]) -> None:
    """Switch ``voices`` on and the others off; with none of them all are on, as a page that shows
    nothing helps nobody."""
    wanted = set(voices)
    st.session_state[_KEY] = tuple(voice for voice in VOICES if voice in wanted) or VOICES


def result_shown(result: Result) -> Result:
    """Return ``result`` with the voices that are switched on, the same object for the same ones."""
    voices = shown_voices()
    if set(voices).issuperset(result.sentences["voice"].unique()):
        return result  # and not kept with itself, or it would never be freed

    def make() -> Result:
        from analysis.output.speakers.choice import of_voices

        return of_voices(result, voices)

    return cached_with(result, ("voices", voices), make)


def as_parameter(voices: Iterable[str]) -> str:
    """Return ``voices`` as the address has them, ``outlet,quoted``; empty where all are on."""
    wanted = set(voices)
    return "" if wanted.issuperset(VOICES) else ",".join(v for v in VOICES if v in wanted)


def from_parameter(parameter: str) -> tuple[str, ...]:
    """Return the voices that the address names; all of them where it names none that there is."""
    named = parameter.split(",", len(VOICES))
    return tuple(voice for voice in VOICES if voice in named) or VOICES
