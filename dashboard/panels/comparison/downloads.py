"""Taking a comparison along: report, JSON, and the pairs as a table, made when one is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.panels.comparison.heading import known
from dashboard.panels.download_menu import download, download_menu
from dashboard.panels.downloads import csv_bytes
from dashboard.session.comparing.address import name_of
from dashboard.session.comparing.compared import Compared

if TYPE_CHECKING:
    from analysis.output.comparison.about import About


def file_stem(compared: Compared) -> str:
    """Return the beginning of a download's file name, never with a word of an own text in it."""
    names = [name_of(article).replace(":", "-") for article in compared.articles]
    return "slant-compare-" + "-".join(names)


def report_bytes(compared: Compared, about: list[About]) -> bytes:
    """Return the report to read and to print, as HTML in UTF-8."""
    from analysis.output.report.comparison.html import comparison_report

    return comparison_report(compared.comparison, about).encode("utf-8")


def json_bytes(compared: Compared, about: list[About]) -> bytes:
    """Return the whole comparison as JSON in UTF-8."""
    from analysis.output.comparison.record import comparison_json

    return comparison_json(compared.comparison, about).encode("utf-8")


def downloads(compared: Compared) -> None:
    """Draw one button, whose menu holds the downloads of a comparison: the report first."""
    stem, about = file_stem(compared), known(compared)

    with download_menu():
        st.caption("To read and to print")
        report = partial(report_bytes, compared, about)
        download("Report, HTML", stem, ".html", "text/html", report)
        st.caption("Data")
        everything = partial(json_bytes, compared, about)
        download("Everything, JSON", stem, ".json", "application/json", everything)
        pairs = partial(csv_bytes, compared.comparison.pairs)
        download("Pairs of sentences, CSV", stem, "-pairs.csv", "text/csv", pairs)
