"""Taking an analysis along: report, JSON, CSV and Parquet, in one menu, made when one is chosen."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.panels.download_menu import download, download_menu, file_stem
from dashboard.panels.worksheets import worksheet_downloads
from dashboard.session.open_article import OpenArticle

if TYPE_CHECKING:
    import pandas as pd

    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck

FRAMES = ("sentences", "spans", "statements", "names", "quotations", "article")
FRAME_NAMES = {
    "sentences": "Sentences",
    "spans": "Loaded words",
    "statements": "Statements",
    "names": "Names",
    "quotations": "Quotations",
    "article": "Article",
    "findings": "Findings of house rules",
}

PARQUET = "application/vnd.apache.parquet"


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV: UTF-8 with the mark that spreadsheets need, formulas neutralised."""
    from analysis.output.export import numbered, to_csv

    return to_csv(numbered(frame)).encode("utf-8-sig")


def html_bytes(
    result: Result, notices: tuple[str, ...] = (), house: HouseCheck | None = None
) -> bytes:
    """Return the report to read and to print, as HTML in UTF-8; ``notices`` are the article's,
    ``house`` is what house rules found."""
    from analysis.output.report.html import to_html
    from analysis.reading.samples import is_invented

    invented = is_invented(result.text)
    report = to_html(result, invented=invented, notices=notices, house=house)
    return report.encode("utf-8")


def json_bytes(
    result: Result, notices: tuple[str, ...] = (), house: HouseCheck | None = None
) -> bytes:
    """Return the whole analysis as JSON in UTF-8; the rest as ``html_bytes``."""
    from analysis.output.export import to_json
    from analysis.output.phrasing.rules import notices_shown

    if house is None:
        return to_json(result, notices).encode("utf-8")
    return to_json(result, (*notices, *notices_shown(house)), house.findings).encode("utf-8")


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Return a frame as Parquet, dtypes kept."""
    from analysis.output.export import numbered

    buffer = BytesIO()
    numbered(frame).to_parquet(buffer, index=False)
    return buffer.getvalue()


def downloads(opened: OpenArticle, house: HouseCheck | None = None) -> None:
    """Draw one button, whose menu holds the downloads of the open article: the report first.

    ``house`` is what house rules found: report and data hold it too.
    """
    stem = file_stem(opened)
    result = opened.result

    with download_menu():
        st.caption("To read and to print")
        report = partial(html_bytes, result, opened.article.notices, house)
        download("Report, HTML", stem, ".html", "text/html", report)
        st.caption("On paper, for a class")
        worksheet_downloads(opened)
        st.caption("Data: all of it, or a table as CSV (spreadsheets) or Parquet (programs)")
        everything = partial(json_bytes, result, opened.article.notices, house)
        download("Everything, JSON", stem, ".json", "application/json", everything)
        frames = {name: getattr(result, name) for name in FRAMES}
        if house is not None:
            frames["findings"] = house.findings
        for name, frame in frames.items():
            csv, parquet = partial(csv_bytes, frame), partial(parquet_bytes, frame)
            with st.container(horizontal=True, gap="xxsmall"):
                download(f"{FRAME_NAMES[name]}, CSV", stem, f"-{name}.csv", "text/csv", csv)
                download(
                    f"{FRAME_NAMES[name]}, Parquet", stem, f"-{name}.parquet", PARQUET, parquet
                )
