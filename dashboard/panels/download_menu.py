"""One button whose menu holds downloads, each made when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.session.open_article import OpenArticle

MENU = "Download"


def file_stem(opened: OpenArticle) -> str:
    """Return the beginning of a download's file name, never with a word of an own text or of an
    archive in it."""
    if opened.place is not None:
        return f"slant-article-{opened.place.number}"
    return f"slant-{opened.sample}" if opened.sample else f"slant-text-{opened.number}"


@contextmanager
def download_menu() -> Iterator[None]:
    """Draw the button; what is drawn inside is its menu."""
    with (
        st.popover(MENU, icon=":material/download:", key="downloads-menu"),
        st.container(key="downloads", gap="xxsmall"),
    ):
        yield


def download(label: str, stem: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    """Draw a download named ``stem`` and ``ending``, of what ``make`` returns when it is chosen."""
    # The same key for every article: Streamlit holds what a widget was last drawn with for as
    # long as the session lasts, here the article, and would hold each one that was opened.
    st.download_button(
        label,
        make,
        file_name=stem + ending,
        mime=mime,
        on_click="ignore",
        key=f"download{ending}",
        width="stretch",
    )
