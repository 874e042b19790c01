"""What views share: rows of found things that lead to the Read page, pages of them, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.corpus.archive.phrases.finding import AROUND
from analysis.output.export import records
from analysis.text.one_line import one_line
from dashboard.components.to_top import to_top
from dashboard.escaping import cut, for_markdown
from dashboard.panels.download_menu import download, download_menu
from dashboard.panels.downloads import PARQUET, csv_bytes, parquet_bytes
from dashboard.session.address import whole_number
from dashboard.session.archive.address import PAGE, ask
from dashboard.session.archive.left import note_left

if TYPE_CHECKING:
    import pandas as pd
    from streamlit.delta_generator import DeltaGenerator

READ = "dashboard/pages/read.py"

A_PAGE = 50
"""Rows of a page of a list."""

MOST_PAGES = 40
"""Pages of a list that can be turned to: nobody reads 2,000 sentences, and the file has more."""

MOST_ROWS = 10_000
"""Rows of a list that its files have."""

LONGEST = 400
"""Characters of a sentence that a row shows; a “sentence” of a damaged text may have millions."""

_STEM = "slant-archive"
_STYLE = Path(__file__).parents[2] / "assets" / "archive_finding.css"
# Not seen, no space, and no punctuation: bold begins and ends beside it whatever the words are.
_JOINER = "\u2060"


def begin(archive: str) -> DeltaGenerator:
    """Begin a view of found things, with its style and the way back to it from the Read page;
    return the container for it."""
    st.html(_STYLE)
    note_left(archive)
    return st.container(key="archive-finding", gap="small")


def rows(
    archive: str,
    found: pd.DataFrame,
    shown: int,
    label: Callable[[Mapping[str, Any]], str],
    about: Callable[[Mapping[str, Any]], str],
) -> None:
    """Draw the rows of the page ``shown``, of a list whose rows up to its end are ``found``.

    The ``label`` of a row, in Markdown, leads to its sentence on the Read page; what is said
    ``about`` it, plain text, stands below.
    """
    with st.container(key="archive-found", gap="small"):
        for one in records(found.iloc[(shown - 1) * A_PAGE : shown * A_PAGE]):
            where = {
                "archive": archive,
                "article": str(one["article"]),
                "s": str(one["sentence"] + 1),
            }
            with st.container(gap=None):
                st.page_link(READ, label=label(one), query_params=where, width="stretch")
                st.caption(for_markdown(about(one)))


def text_of(row: Mapping[str, Any]) -> str:
    """Return the text of a row as Markdown, cut where it is very long."""
    return for_markdown(cut(row["text"], LONGEST))


def in_context(before: str, phrase: str, after: str) -> str:
    """Return words with what stands before and after them, a row of ``HITS``, as Markdown: the
    words in bold, and an ellipsis where a side was cut."""
    left = " " if before[-1:].isspace() or phrase[:1].isspace() else ""
    right = " " if after[:1].isspace() or phrase[-1:].isspace() else ""
    marked = f"**{_JOINER}{for_markdown(phrase)}{_JOINER}**" if one_line(phrase) else ""
    opening = "… " if len(before) >= AROUND else ""
    closing = " …" if len(after) >= AROUND else ""
    return f"{opening}{_from_word(before)}{left}{marked}{right}{_to_word(after)}{closing}"


def _from_word(text: str) -> str:
    """Return what stands before a phrase, without a piece of a word at its beginning."""
    rest = text.partition(" ")[2] if len(text) >= AROUND else text
    return for_markdown(rest or text)


def _to_word(text: str) -> str:
    """Return what stands after a phrase, without a piece of a word at its end."""
    rest = text.rpartition(" ")[0] if len(text) >= AROUND else text
    return for_markdown(rest or text)


def page_asked() -> int:
    """Return which page of a list the address asks for, from 1."""
    return min(whole_number(st.query_params.get(PAGE, "")) or 1, MOST_PAGES)


def page_shown(total: int) -> int:
    """Return the page that is shown of a list of ``total`` rows: the one that the address asks for,
    or the last there is."""
    return min(page_asked(), max(-(-total // A_PAGE), 1))


def pages(total: int, shown: int) -> None:
    """Draw which rows are on the page ``shown`` of a list of ``total``, with buttons to the pages
    beside it; nothing where all are on one."""
    last = min(-(-total // A_PAGE), MOST_PAGES)
    if last < 2:
        return
    # Another page begins at its first row, which is above where it was asked for.
    to_top(shown)
    first = (shown - 1) * A_PAGE + 1
    key = "archive-pages"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=key):
        st.caption(f"{first:,} to {min(shown * A_PAGE, total):,} of {total:,}", width="content")
        for label, page, off in (
            ("Earlier", shown - 1, shown <= 1),
            ("Later", shown + 1, shown >= last),
        ):
            st.button(
                label,
                key=f"{key}-{label.lower()}",
                disabled=off,
                on_click=ask,
                kwargs={PAGE: str(page) if page > 1 else ""},
            )
    if shown == last == MOST_PAGES:
        st.caption("The rest is in the files below.")


def files(tables: Sequence[tuple[str, str, Callable[[], pd.DataFrame]]], caption: str = "") -> None:
    """Draw a button whose menu has each table as CSV and as Parquet, below its ``caption``.

    A table is what it is called, what its file's name ends in, and what makes it once one of the
    two is chosen.
    """
    with download_menu():
        if caption:
            st.caption(caption)
        for label, name, make in tables:
            csv, parquet = partial(_made, csv_bytes, make), partial(_made, parquet_bytes, make)
            download(f"{label}, CSV", _STEM, f"-{name}.csv", "text/csv", csv)
            download(f"{label}, Parquet", _STEM, f"-{name}.parquet", PARQUET, parquet)


def _made(write: Callable[[pd.DataFrame], bytes], make: Callable[[], pd.DataFrame]) -> bytes:
    return write(make())
