"""The statements of a source, each with the way to its article in the queue."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.output.export import records
from analysis.output.phrasing.numerals import counted
from analysis.output.phrasing.speakers import FORM_NAMES
from analysis.text.one_line import one_line
from dashboard.escaping import cut
from dashboard.panels.desk.parts.links import queue_link
from store.desk.articles import article_text
from store.errors import StoreError

if TYPE_CHECKING:
    import pandas as pd

_MOST = 20
_LONGEST = 400
_LONGEST_TITLE = 100


def statements(engine: Any, quoted: pd.DataFrame) -> None:
    """Draw rows of ``QUOTED``, grouped by article, those of the latest articles first."""
    latest = quoted.sort_values(["article", "start"], ascending=[False, True]).head(_MOST)
    for article, rows in latest.groupby("article", sort=False):
        number = int(str(article))
        try:
            text, _ = article_text(engine, number)
        except StoreError:  # removed a moment ago
            continue
        told = records(rows)
        with st.container(gap="xxsmall"):
            st.html(statements_html(text, told))
            title = cut(told[0]["title"], _LONGEST_TITLE) or f"article {number}"
            when = f", {told[0]['published']}" if told[0]["published"] else ""
            queue_link(f"{title}{when}", ":material/article:", article=number, state="all")
    if len(quoted) > _MOST:
        st.caption(f"{counted(len(quoted) - _MOST, 'more statement')} in the download.")


def statements_html(text: str, rows: list[dict[str, Any]]) -> str:
    """Return the statements of one article, whose ``text`` their offsets point into, as a list."""
    items = []
    for row in rows:
        words = escape(cut(text[row["start"] : row["end"]], _LONGEST))
        verb = f"“{escape(one_line(row['verb']))}”, " if row["verb"] else ""
        form = FORM_NAMES.get(row["form"], "")
        items.append(f"<li><bdi>{words}</bdi> <span>— {verb}{form}</span></li>")
    return f'<ul class="desk-examples">{"".join(items)}</ul>'
