"""Choosing the text to mark: one of the session's own, a sample, or one that is pasted here.

Nothing here says how a sample is told, plainly or loaded: that is what the reader is to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.practice.material import MOST_WORDS
from dashboard.escaping import cut, for_markdown
from dashboard.panels.origin import event_name
from dashboard.session.opening import samples
from dashboard.session.practice.texts import PRACTISING, choices, text_to_mark
from dashboard.session.requests import Request, note_request

if TYPE_CHECKING:
    from dashboard.session.open_article import OpenArticle

LONGEST_NAME = 90
_CHOICE, _PASTED = "practice-choice", "practice-pasted"


def choosing(error: str, kind: str) -> None:
    """Draw the ways to choose, folded in one row while a text is open.

    ``error`` is said in the way in that it belongs to: ``kind`` is that of its request, empty for
    the page's own address.
    """
    opened = text_to_mark()
    if error and not kind:
        st.error(for_markdown(error), icon=":material/error:")
    # Another key for each text folds it again, while an error leaves it open.
    with st.expander(
        "Choose another text",
        expanded=opened is None or bool(error and kind),
        key=f"practice-choosing-{opened.key}" if opened else "practice-choosing-first",
        type="compact",
    ):
        choose, paste = st.tabs(["Choose a text", "Paste a text"], key="practice-ways-in")
        with choose:
            _list()
            if error and kind in ("sample", "text"):
                st.error(for_markdown(error), icon=":material/error:")
        with paste:
            _box()
            if error and kind == "paste":
                st.error(for_markdown(error), icon=":material/error:")


def _list() -> None:
    opened = text_to_mark()
    named = (opened.sample or f"text:{opened.number}") if opened else ""
    labels = {name: _label(name, text) for name, text in choices().items()}
    if named not in labels:
        named = ""
        labels = {"": "Choose a text", **labels}
    st.session_state[_CHOICE] = named
    st.selectbox(
        "A text to mark: the invented samples, and texts that you opened on Read",
        [*labels],
        format_func=labels.__getitem__,
        key=_CHOICE,
        on_change=_request_choice,
    )


def _label(name: str, text: OpenArticle | None) -> str:
    """Return how the list calls a text of ``choices``; samples without the style of telling."""
    if text is not None:
        return f"Your text: {cut(text.article.title or text.article.text, LONGEST_NAME)}"
    sample = samples()[name]
    return f"{event_name(sample.event)}: {sample.title}"


def _request_choice() -> None:
    name = st.session_state[_CHOICE]
    if name.startswith("text:"):
        note_request(Request("text", text=name.removeprefix("text:")), PRACTISING)
    elif name:
        note_request(Request("sample", text=name), PRACTISING)


def _box() -> None:
    with st.form("practice-paste", border=False):
        st.text_area(
            f"Paste an article in English, of {MOST_WORDS:,} words at most",
            key=_PASTED,
            height=180,
            placeholder="The text stays on this machine.",
        )
        st.form_submit_button(
            "Mark this text",
            type="primary",
            on_click=lambda: note_request(
                Request("paste", text=st.session_state[_PASTED]), PRACTISING
            ),
        )
