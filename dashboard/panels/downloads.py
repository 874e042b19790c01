"""Taking an analysis along: report, JSON, CSV and Parquet, in one menu, made when one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session.open_article import OpenArticle

if TYPE_CHECKING:
    import pandas as pd

    from analysis import Result

FRAMES = ("sentences", "spans", "statements", "names", "quotations", "article")
FRAME_NAMES = {
    "sentences": "Sentences",
    "spans": "Loaded words",
    "statements": "Statements",
    "names": "Names",
    "quotations": "Quotations",
    "article": "Article",
}

MENU = "Download"

PARQUET = "application/vnd.apache.parquet"


def file_stem(opened: OpenArticle) -> str:
    """Return the beginning of a download's file name, never with a word of an own text in it."""
    return f"slant-{opened.sample}" if opened.sample else f"slant-text-{opened.number}"


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV: UTF-8 with the mark that spreadsheets need, formulas neutralised."""
    from analysis.output.export import numbered, to_csv

    return to_csv(numbered(frame)).encode("utf-8-sig")


def html_bytes(result: Result, notices: tuple[str, ...] = ()) -> bytes:
    """Return the report to read and to print, as HTML in UTF-8; ``notices`` are the article's."""
    from analysis.output.report.html import to_html
    from analysis.reading.samples import is_invented

    report = to_html(result, invented=is_invented(result.text), notices=notices)
    return report.encode("utf-8")


def json_bytes(result: Result, notices: tuple[str, ...] = ()) -> bytes:
    """Return the whole analysis as JSON in UTF-8; ``notices`` are the article's."""
    from analysis.output.export import to_json

    return to_json(result, notices).encode("utf-8")


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Return a frame as Parquet, dtypes kept."""
    from analysis.output.export import numbered

    buffer = BytesIO()
    numbered(frame).to_parquet(buffer, index=False)
    return buffer.getvalue()


def downloads(opened: OpenArticle) -> None:
    """Draw one button, whose menu holds the downloads of the open article: the report first."""
    stem = file_stem(opened)
    result = opened.result

    def button(label: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
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

    with (
        st.popover(MENU, icon=":material/download:", key="downloads-menu"),
        st.container(key="downloads", gap="xxsmall"),
    ):
        st.caption("To read and to print")
        button(
            "Report, HTML",
            ".html",
            "text/html",
            partial(html_bytes, result, opened.article.notices),
        )
        st.caption("Data: all of it, or a table as CSV (spreadsheets) or Parquet (programs)")
        everything = partial(json_bytes, result, opened.article.notices)
        button("Everything, JSON", ".json", "application/json", everything)
        for name in FRAMES:
            frame = getattr(result, name)
            csv, parquet = partial(csv_bytes, frame), partial(parquet_bytes, frame)
            with st.container(horizontal=True, gap="xxsmall"):
                button(f"{FRAME_NAMES[name]}, CSV", f"-{name}.csv", "text/csv", csv)
                button(f"{FRAME_NAMES[name]}, Parquet", f"-{name}.parquet", PARQUET, parquet)
