"""The view *Articles* of the desk: what is on it, how far each is, and the way to add more.

The list is a fragment that looks at the version of the desk every few seconds, so that what others
add and decide is seen without a reload.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.numerals import counted
from dashboard.escaping import cut, for_markdown
from dashboard.panels.desk import one_article
from dashboard.panels.desk.adding.progress import progress
from dashboard.panels.desk.adding.ways import ways
from dashboard.panels.desk.parts.kept import articles_at
from dashboard.session.desk import adding
from dashboard.session.desk.signed_in import look_again
from dashboard.session.desk.views import show_view
from store.desk.errors import NotAllowed, NotSignedIn
from store.desk.records import REVIEWER, may
from store.desk.trail import version

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.desk.records import DeskArticle

EVERY_S = 4.0
"""Seconds between two looks at the version of the desk."""

AT_ONCE = 20
"""Articles that are shown at first, and more with each click."""

LONGEST = 150
"""Most characters of a title in the list."""

EMPTY = "There is no article on the desk yet."

_SHOWN, _GO = "desk-articles-shown", "desk-articles-go"


def view(desk: Desk) -> None:
    """Draw the view."""
    now = adding.current()
    if now is not None:
        progress(now)
    if may(desk.editor.role, REVIEWER) and not _runs(now):
        # Open only for whoever has nothing else to do here.
        empty = now is None and not articles_at(desk.engine, version(desk.engine))
        with st.expander("Add articles", expanded=empty, key="desk-add"):
            ways(desk)
    _list(desk)


def _runs(now: adding.Adding | None) -> bool:
    return now is not None and now.progress().runs


@st.fragment(run_every=EVERY_S)
def _list(desk: Desk) -> None:
    if st.session_state.pop(_GO, False):
        st.rerun()  # another view was chosen here
    try:
        look_again(desk)
    except (NotSignedIn, NotAllowed):
        st.rerun()  # the page says what is left to do
    except SlantError:
        pass  # said below
    try:
        _draw(desk, articles_at(desk.engine, version(desk.engine)))
    except SlantError as error:  # for example, the database is away: it is asked again
        st.error(for_markdown(str(error)), icon=":material/error:")


def _draw(desk: Desk, every: Sequence[DeskArticle]) -> None:
    if not every:
        st.caption(EMPTY)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="desk-find-place"):
        wanted = st.text_input("Find a title, an outlet or a section", key="desk-find")
        only_open = st.toggle("Only with open flags", key="desk-only-open")
    found = matching(every, wanted, only_open)
    total, still = sum(one.flags for one in found), sum(one.open for one in found)
    st.caption(f"{counted(len(found), 'article')}, {still:,} of {counted(total, 'flag')} open")
    shown = st.session_state.setdefault(_SHOWN, AT_ONCE)
    for one in found[:shown]:
        _row(desk, one)
    if len(found) > shown:
        st.button("Show more", key="desk-more", on_click=_show_more)


def matching(every: Sequence[DeskArticle], wanted: str, only_open: bool) -> list[DeskArticle]:
    """Return the articles that have all words of ``wanted`` in title, outlet, section, author or
    source, and, if ``only_open``, flags on which nothing is decided."""
    words = wanted.casefold().split()
    found = []
    for one in every:
        said = " ".join((one.title, one.outlet, one.section, one.author, one.source)).casefold()
        if all(word in said for word in words) and (one.open or not only_open):
            found.append(one)
    return found


def name_of(article: DeskArticle) -> str:
    """Return how an article is called: its title, else its source, else its number."""
    return article.title or article.source or f"Article {article.id}"


def about(article: DeskArticle) -> str:
    """Return what is said of an article in one line: outlet, section, length, who added it, when,
    how far it is."""
    decided = article.flags - article.open
    how_far = f"{decided} of {counted(article.flags, 'flag')} decided" if article.flags else ""
    parts = (
        article.outlet,
        article.section,
        article.published,
        counted(article.words, "word"),
        f"added by {article.added_by} on {article.added:%Y-%m-%d}",
        how_far or "no flags",
    )
    return " · ".join(filter(None, parts))


def _row(desk: Desk, article: DeskArticle) -> None:
    with st.container(border=True, key=f"desk-article-{article.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            with st.container(gap="xxsmall"):
                st.markdown(f"**{for_markdown(cut(name_of(article), LONGEST))}**")
                st.caption(for_markdown(about(article)))
            st.button(
                f"{article.open} open" if article.open else "Queue",
                key=f"desk-queue-{article.id}",
                icon=":material/checklist:",
                help="To its flags in the queue",
                on_click=_to_queue,
                args=(article.id,),
            )
            one_article.switch(article.id)
        if one_article.is_open(article.id):
            one_article.details(desk, article)


def _show_more() -> None:
    st.session_state[_SHOWN] += AT_ONCE


def _to_queue(article: int) -> None:
    show_view("queue", [article])
    st.session_state[_GO] = True
