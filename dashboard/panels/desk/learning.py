"""The view *Learning* of the desk: what its decisions teach, before it is used and after."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from analysis.desk.fit import FLOOR, HouseFit, house_fit
from analysis.desk.fit.counting import counted, fitted_decisions
from analysis.desk.training_set import training_rows
from analysis.output.phrasing.desk import learning as said
from dashboard.escaping import for_markdown
from dashboard.panels.desk.fitting.preview import preview
from dashboard.panels.desk.fitting.used import history, in_use, use_button
from dashboard.panels.desk.parts.kept import decisions_at, flags_at
from dashboard.panels.download_menu import download, download_menu
from dashboard.panels.downloads import csv_bytes, parquet_bytes
from dashboard.panels.html_tables import TABLES_STYLE
from dashboard.session.desk.signed_in import look_again
from store.desk.trail import version

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.panels.desk.record import Desk

STYLE = Path(__file__).parents[2] / "assets" / "desk_figures.css"

_PREVIEW = "desk-fit"
"""Where the session keeps a fit that is looked at and not used."""


def view(desk: Desk) -> None:
    """Draw the view. Raises StoreError."""
    st.html(STYLE)
    st.html(TABLES_STYLE)
    decisions = decisions_at(desk.engine, version(desk.engine))
    counts = counted(fitted_decisions(decisions))
    with st.container(key="learning", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(for_markdown(said.decided_said(counts)), width="stretch")
            if len(decisions):
                _downloads(desk)
        st.caption(said.ABOUT)
        in_use(desk)
        if counts.enough:
            _fitting(desk, decisions)
        else:
            st.info(for_markdown(said.missing_said(counts)), icon=":material/hourglass_empty:")
        history(desk)


def _fitting(desk: Desk, decisions: pd.DataFrame) -> None:
    """Draw the way to a fit, and the one that was made last in this session."""
    with st.form("fit", border=False):
        floor = st.slider(
            "Accepted flags that must stay, percent",
            50,
            100,
            round(100 * FLOOR),
            help="The floor: less holds more back, and loses more flags that your house accepts.",
        )
        asked = st.form_submit_button("Fit to our decisions", icon=":material/tune:")
    if asked:
        with st.spinner("Fitting …"):
            st.session_state[_PREVIEW] = house_fit(decisions, floor=floor / 100)
    fit = st.session_state.get(_PREVIEW)
    if not isinstance(fit, HouseFit):
        return
    with st.container(border=True, key="fit-preview", gap="small"):
        st.header("What it would change", anchor=False)
        preview(fit, flags_at(desk.engine, version(desk.engine)))
        if use_button(desk, fit):
            del st.session_state[_PREVIEW]
            st.rerun()


def _downloads(desk: Desk) -> None:
    """Draw the downloads of the training set."""

    def made() -> pd.DataFrame:
        look_again(desk)
        return training_rows(decisions_at(desk.engine, version(desk.engine)))

    with download_menu():
        stem, kind = "slant-desk-training", "application/vnd.apache.parquet"
        download("Training set, CSV", stem, ".csv", "text/csv", lambda: csv_bytes(made()))
        download("Training set, Parquet", stem, ".parquet", kind, lambda: parquet_bytes(made()))
