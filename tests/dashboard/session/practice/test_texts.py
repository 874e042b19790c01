"""Texts to mark: what is too long for that is told at once, before anything is analysed."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from analysis.practice.material import MOST_WORDS
from dashboard.session.practice.texts import TooLongToMark


def page() -> None:
    import streamlit as st

    from dashboard.session.practice.texts import TooLongToMark, open_asked, text_to_mark
    from dashboard.session.requests import Request

    try:
        open_asked(Request("paste", text=st.session_state["pasted"]), lambda ahead: None)
    except TooLongToMark as error:
        st.error(str(error))
    st.text("open" if text_to_mark() else "none")


def told(pasted: str) -> tuple[list[str], str]:
    app = AppTest.from_function(page)
    app.session_state["pasted"] = pasted
    app.run(timeout=60)
    assert not app.exception
    return [one.value for one in app.error], app.text[0].value


def test_a_text_that_is_too_long_is_told_with_its_words_and_not_opened() -> None:
    errors, opened = told("The bus stops here. " * 750 + "Once.")
    assert opened == "none"
    assert errors == [str(TooLongToMark(MOST_WORDS + 1))]
    assert "3,001 words, more than the 3,000" in errors[0]


def test_a_shorter_one_is_opened() -> None:
    assert told("The bus stops here. It leaves at noon.") == ([], "open")
