"""What belongs to one article of the list: its downloads, its notes, and taking it off the desk."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.escaping import for_markdown
from dashboard.session.desk.signed_in import look_again
from store.desk.articles import article_text, remove_article
from store.desk.notes import add_note, notes
from store.desk.records import ADMIN, MOST_NOTE, REVIEWER, may

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.desk.records import DeskArticle

_OPEN, _REMOVING, _TROUBLE = "desk-article-open", "desk-removing", "desk-article-trouble"


def is_open(article: int) -> bool:
    """Return whether the article's details are shown."""
    return bool(st.session_state.get(_OPEN) == article)


def switch(article: int) -> None:
    """Draw the button that shows the article's details, or puts them away."""
    shown = is_open(article)
    st.button(
        "Less" if shown else "More",
        key=f"desk-details-{article}",
        help="Downloads, notes",
        on_click=_show,
        args=(None if shown else article,),
    )


def details(desk: Desk, article: DeskArticle) -> None:
    """Draw an article's details; raises StoreError."""
    for notice in article.notices:
        st.caption(for_markdown(notice))
    with st.container(horizontal=True, gap="xsmall", key="desk-downloads"):
        _download(
            "Reworded text", "-reworded.txt", "text/plain", article.id,
            partial(reworded, desk, article.id),
        )  # fmt: skip
        _download(
            "Decisions, CSV", "-decisions.csv", "text/csv", article.id,
            partial(decisions_csv, desk, article.id),
        )  # fmt: skip
    _notes(desk, article)
    if desk.editor.role == ADMIN:
        _removal(desk, article)
    if trouble := st.session_state.get(_TROUBLE, ""):
        st.error(for_markdown(trouble), icon=":material/error:")


def reworded(desk: Desk, article: int) -> bytes:
    """Return the article's text with the wordings that editors decided on, in UTF-8, which has a
    question mark for half a surrogate."""
    from analysis.desk.reworded import reworded_text
    from store.desk.decisions import rewordings

    look_again(desk)
    text, _ = article_text(desk.engine, article)
    return reworded_text(text, rewordings(desk.engine, article)).encode("utf-8", "replace")


def decisions_csv(desk: Desk, article: int) -> bytes:
    """Return what was decided on the article's flags as CSV; formulas are neutralised."""
    from dashboard.panels.desk.parts.kept import decisions_at
    from dashboard.panels.downloads import csv_bytes
    from store.desk.trail import version

    look_again(desk)
    every = decisions_at(desk.engine, version(desk.engine))
    return csv_bytes(every[every["article"] == article])


def _download(label: str, ending: str, mime: str, article: int, make: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        make,
        file_name=f"slant-article-{article}{ending}",
        mime=mime,
        on_click="ignore",
        key=f"desk-download{ending}",
    )


def _notes(desk: Desk, article: DeskArticle) -> None:
    for note in notes(desk.engine, article.id):
        with st.container(gap="xxsmall"):
            where = " on a flag" if note.flag is not None else ""
            st.caption(for_markdown(f"{note.name}{where}, {note.made:%Y-%m-%d %H:%M} UTC"))
            st.text(note.text)
    if not may(desk.editor.role, REVIEWER):
        return
    with st.form(f"desk-note-{article.id}", border=False):
        key = f"desk-note-text-{article.id}"
        st.text_area("A note on the article", key=key, height=80, max_chars=MOST_NOTE)
        st.form_submit_button("Keep the note", on_click=_keep, args=(desk, article.id, key))


def _removal(desk: Desk, article: DeskArticle) -> None:
    if st.session_state.get(_REMOVING) != article.id:
        st.button("Remove …", key="desk-remove", on_click=_ask, args=(article.id,))
        return
    st.warning(
        "Take this article off the desk? Its flags leave the queue; what was decided on them stays "
        "in the figures.",
        icon=":material/warning:",
    )
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            "Yes, remove it", key="desk-remove-yes", on_click=_remove, args=(desk, article.id)
        )
        st.button("Keep it", key="desk-remove-no", on_click=_ask, args=(None,))


def _show(article: int | None) -> None:
    st.session_state[_OPEN] = article
    for key in (_REMOVING, _TROUBLE):
        st.session_state.pop(key, None)


def _ask(article: int | None) -> None:
    st.session_state[_REMOVING] = article


def _remove(desk: Desk, article: int) -> None:
    if _told(lambda: remove_article(desk.engine, desk.editor.id, article)):
        _show(None)


def _keep(desk: Desk, article: int, key: str) -> None:
    """Keep a note; what was typed stays if that fails, and is sent again under the same name."""
    request = st.session_state.setdefault(f"{key}-request", secrets.token_urlsafe(16))
    text = st.session_state[key]
    if _told(lambda: add_note(desk.engine, desk.editor.id, article, text, request=request)):
        st.session_state[key] = ""
        del st.session_state[f"{key}-request"]


def _told(act: Callable[[], object]) -> bool:
    """Do something; return whether it was done, and have it said if not."""
    st.session_state.pop(_TROUBLE, None)
    try:
        act()
    except SlantError as error:
        st.session_state[_TROUBLE] = error.message
        return False
    return True
