"""The page *Practice*: one reader's exercises: mark first, reword, which is which, who says it.

Nothing is stored: what the reader answers is the session's. What the model says of a text or a
sentence reaches the browser only after the reader's own answer: this page draws no panel of Read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.components.kept_text import Kept, given_back, kept_text
from dashboard.panels.practice.choosing import choosing
from dashboard.panels.practice.marking_text import marking_text
from dashboard.panels.practice.rewriting import rewriting
from dashboard.panels.practice.switch import exercise_switch
from dashboard.panels.practice.voices import voices
from dashboard.panels.practice.wordings import wordings
from dashboard.session.opening import missing_text
from dashboard.session.practice import texts
from dashboard.session.practice.address import (
    MARK,
    REWRITE,
    VOICES,
    WORDINGS,
    changed_address,
    current_exercise,
    follow_exercise,
    write_address,
)
from dashboard.session.requests import noted_request
from dashboard.session.waiting import on_change

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

# Key in the session: what could not be opened, and the way in it was given by; said until something
# else is asked for.
_TROUBLE = "practice-trouble"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Practice · Slant")
    address = changed_address()
    if address is not None:
        follow_exercise(address)
    exercise_switch()
    if current_exercise() == MARK:
        _mark(address)
    else:
        {REWRITE: rewriting, WORDINGS: wordings, VOICES: voices}[current_exercise()]()
        write_address()


def _mark(address: dict[str, str] | None) -> None:
    """Draw the exercise that needs a text, and the ways to choose one."""
    missing = missing_text(address) if address is not None else None
    if missing is not None and not given_back(missing):
        st.caption("Opening your text again …")
        kept_text((), wanted=(missing,))
        return
    ways_in = st.container(key="inputs")
    error, kind = _open(st.empty(), address, given_back(missing) if missing is not None else None)
    text = texts.text_to_mark()
    kept_text((text,) if text else ())
    write_address()
    with ways_in:
        choosing(error, kind)
    if text is not None:
        marking_text(text)


def _open(
    place: DeltaGenerator, address: dict[str, str] | None, kept: Kept | bool | None
) -> tuple[str, str]:
    """Open what a widget or the changed ``address`` asks for; ``kept`` is the own text that the
    address names, where the browser gave it back.

    Returns the sentence to show if that failed, else an empty string, and the way in that it
    belongs to (its request's ``kind``; empty for the page's own address).
    """
    with noted_request(texts.PRACTISING) as request:
        kind = request.kind if request else ""
        if request is None and address is None and texts.text_to_mark() is not None:
            told: tuple[str, str] = st.session_state.get(_TROUBLE, ("", ""))
            return told
        st.session_state.pop(_TROUBLE, None)
        try:
            with place.container(), st.spinner("Getting the text ready …"):
                line = st.empty()
                waiting = on_change(
                    lambda ahead: line.caption(f"{ahead} ahead of you" if ahead else "")
                )
                if request is not None:
                    texts.open_asked(request, waiting)
                elif address is not None and isinstance(kept, Kept):
                    texts.open_kept(address, kept, waiting)
                else:
                    return _troubled(texts.open_named(address or {}, waiting), "")
        except SlantError as error:
            return _troubled(str(error), kind)
        finally:
            place.empty()
    return "", ""


def _troubled(error: str, kind: str) -> tuple[str, str]:
    """Keep what ``_open`` returns for the runs that ask for nothing new; return it."""
    st.session_state[_TROUBLE] = (error, kind)
    return error, kind


if __name__ == "__main__":
    main()
