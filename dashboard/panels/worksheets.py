"""An article on paper, for a class: downloads of the worksheet and, apart from it, the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from analysis.frames import FURNITURE
from analysis.output.phrasing.numerals import counted
from dashboard.panels.download_menu import download, file_stem
from dashboard.session.open_article import OpenArticle

if TYPE_CHECKING:
    from analysis.output.worksheet.sheet import Sheet, Stretch

SEVERAL = 15
"""From so many sentences on they can be chosen: a short lesson wants a dozen."""

MANY = 40
"""Most sentences that go on a sheet unless more are asked for: about four pages to mark."""

NOTHING = "There is nothing to mark in these sentences."


@st.fragment
def worksheet_downloads(opened: OpenArticle) -> None:
    """Draw the downloads of an article's worksheet and answer sheet, once a page, with the choice
    of its sentences above them, unless it is short. Each is made when it is chosen."""
    frame = opened.result.sentences
    stretch = (1, len(frame))
    choosable = len(frame) >= SEVERAL
    if choosable:
        first, last = st.slider(
            "Sentences on the sheet",
            *stretch,
            (1, min(MANY, len(frame))),
            # Streamlit would keep the choice for another article, which may be shorter.
            key=f"worksheet-sentences-{len(frame)}",
        )
        stretch = (first, last)
    chosen = frame.iloc[stretch[0] - 1 : stretch[1]]
    marked = int((chosen["loaded"].notna() & (chosen["part"] != FURNITURE)).sum())
    if not marked:
        st.caption(NOTHING)
        return
    if choosable:
        st.caption(f"{counted(marked, 'sentence')} to mark")
    stem = file_stem(opened)
    with st.container(horizontal=True, gap="xxsmall"):
        sheet = partial(worksheet_bytes, opened, stretch)
        download("Worksheet, HTML", stem, "-worksheet.html", "text/html", sheet)
        answers = partial(answers_bytes, opened, stretch)
        download("Answer sheet, HTML", stem, "-answers.html", "text/html", answers)


def worksheet_bytes(opened: OpenArticle, stretch: Stretch | None = None) -> bytes:
    """Return the worksheet as HTML in UTF-8, of all sentences or of a ``stretch`` (from 1)."""
    from analysis.output.worksheet.html import worksheet_html

    return worksheet_html(_sheet(opened, stretch)).encode("utf-8")


def answers_bytes(opened: OpenArticle, stretch: Stretch | None = None) -> bytes:
    """Return the answer sheet to ``worksheet_bytes`` of the same as HTML in UTF-8."""
    from analysis.output.worksheet.answers import answers_of
    from analysis.output.worksheet.html import answers_html

    sheet = _sheet(opened, stretch)
    answers = answers_of(opened.result, sheet, opened.article.notices)
    return answers_html(sheet, answers).encode("utf-8")


def _sheet(opened: OpenArticle, stretch: Stretch | None) -> Sheet:
    from analysis.output.worksheet.sheet import sheet_of
    from analysis.reading.samples import is_invented

    invented = bool(opened.sample) or is_invented(opened.article.text)
    title = opened.article.title or ""
    return sheet_of(opened.result, title, stretch, invented=invented)
