"""A feed of articles: its address, then its articles with a tick each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.escaping import cut, for_markdown

if TYPE_CHECKING:
    from analysis.desk.adding import Source
    from analysis.reading.text_files.feeds import FeedEntry

_ENTRIES, _ASKED, _TROUBLE = "desk-feed-entries", "desk-feed-asked", "desk-feed-trouble"

LONGEST = 150
"""Most characters of a title in the list."""


def ways(begin: Callable[[Sequence[Source]], object]) -> None:
    """Draw them; ``begin`` is called with the sources of the articles that were ticked."""
    with st.form("desk-feed", border=False):
        st.text_input(
            "The address of a feed (RSS or Atom)", key="desk-feed-address", placeholder="https://"
        )
        st.caption("The site is asked for the feed, then for the pages of what you tick.")
        st.form_submit_button("List its articles", on_click=_ask)
    place = st.empty()
    address = st.session_state.pop(_ASKED, None)
    if address is not None:
        with place.container(), st.spinner("Reading the feed …"):
            _read(address)
        place.empty()
    if trouble := st.session_state.get(_TROUBLE, ""):
        st.error(for_markdown(trouble), icon=":material/error:")
    entries: tuple[FeedEntry, ...] = st.session_state.get(_ENTRIES, ())
    if entries:
        _list(entries, begin)


def _ask() -> None:
    st.session_state[_ASKED] = st.session_state["desk-feed-address"].strip()


def _read(address: str) -> None:
    from analysis.reading.web.feeds import read_feed_address

    for key in (_ENTRIES, _TROUBLE):
        st.session_state.pop(key, None)
    try:
        st.session_state[_ENTRIES] = read_feed_address(address)
    except SlantError as error:
        st.session_state[_TROUBLE] = error.message


def _list(entries: Sequence[FeedEntry], begin: Callable[[Sequence[Source]], object]) -> None:
    with st.form("desk-feed-list"):
        for number, entry in enumerate(entries):
            st.checkbox(
                _label(entry),
                value=_readable(entry),
                disabled=not _readable(entry),
                key=f"desk-feed-{number}",
            )
        st.form_submit_button(
            "Add those ticked", type="primary", on_click=_begin, args=(entries, begin)
        )


def _begin(entries: Sequence[FeedEntry], begin: Callable[[Sequence[Source]], object]) -> None:
    from analysis.desk.adding import feed_sources

    ticked = [
        entry
        for number, entry in enumerate(entries)
        if _readable(entry) and st.session_state.get(f"desk-feed-{number}")
    ]
    if not ticked:
        st.session_state[_TROUBLE] = "Tick at least one article first."
        return
    begin(feed_sources(ticked))
    for key in (_ENTRIES, _TROUBLE):
        st.session_state.pop(key, None)


def _readable(entry: FeedEntry) -> bool:
    return entry.whole or entry.article.url is not None


def _label(entry: FeedEntry) -> str:
    title = cut(entry.article.title or entry.article.url or "An article without a title", LONGEST)
    parts = [title, entry.article.date or ""]
    if not _readable(entry):
        parts.append("neither its text nor its address is in the feed")
    return for_markdown(" · ".join(filter(None, parts)))
