"""The view *Figures* of the desk: what its decisions say of rules, editors and the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.desk.agreement import Agreement, model_agreement, reviewers_agreement
from analysis.desk.check_figures import CheckFigures, check_figures
from analysis.desk.shares import PERHAPS, TO_MEND, accepted_shares
from analysis.output.export import records
from analysis.output.phrasing.desk import agreement as agreement_said
from analysis.output.phrasing.desk import shares as said
from dashboard.charts.palette import palette
from dashboard.escaping import for_markdown
from dashboard.panels.desk.parts.chart import show_chart
from dashboard.panels.desk.parts.check_card import check_card
from dashboard.panels.desk.parts.kept import decisions_at
from dashboard.panels.download_menu import download, download_menu
from dashboard.panels.downloads import csv_bytes
from dashboard.panels.html_tables import TABLES_STYLE, table_html
from store.desk.checks import desk_checks
from store.desk.trail import version

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.charts.palette import Palette
    from dashboard.panels.desk.record import Desk

STYLE = Path(__file__).parents[2] / "assets" / "desk_figures.css"

_MOST_CARDS = 8
"""Checks to mend that are drawn at once; the others are chosen by name."""


@dataclass(frozen=True)
class Figures:
    """All that is drawn, worked out of one version of the desk."""

    decided: str
    checks: tuple[CheckFigures, ...]
    shares: pd.DataFrame
    agreement: Agreement
    bands: pd.DataFrame


def view(desk: Desk) -> None:
    """Draw the view."""
    st.html(STYLE)
    st.html(TABLES_STYLE)
    made = _figures(desk.engine, version(desk.engine))
    if made is None:
        st.info(said.NOTHING_DECIDED)
        return
    colours = palette(st.context.theme.type)
    with st.container(key="figures", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(for_markdown(made.decided), width="stretch")
            _downloads(made)
        _shares(made, colours)
        _editors(made.agreement)
        _model(made.bands, colours)


# One version for all visitors: each would else read every decision at each run of the page.
@lru_cache(maxsize=2)
def _figures(engine: Any, version: int) -> Figures | None:
    decisions = decisions_at(engine, version)
    if decisions.empty:
        return None
    checks = desk_checks(engine)
    revisions = {one.check: one.revision for one in checks}
    return Figures(
        said.decided_said(decisions),
        check_figures(decisions, checks),
        accepted_shares(decisions, revisions),
        reviewers_agreement(decisions),
        model_agreement(decisions),
    )


def _downloads(made: Figures) -> None:
    with download_menu():
        for label, ending, frame in (
            ("Accepted shares, by check and month", "-shares.csv", made.shares),
            ("Why flags were dismissed", "-reasons.csv", reasons_frame(made.checks)),
            ("Agreement of editors", "-editors.csv", pairs_frame(made.agreement)),
            ("Accepted share by probability", "-probability.csv", made.bands),
        ):
            download(label, "slant-desk", ending, "text/csv", partial(csv_bytes, frame))


def reasons_frame(checks: tuple[CheckFigures, ...]) -> pd.DataFrame:
    """Return how often the flags of each check were dismissed for each reason, in long form."""
    import pandas as pd

    rows = [
        (one.check.check, one.check.revision, reason, count)
        for one in checks
        for reason, count in one.reasons
    ]
    return pd.DataFrame(rows, columns=["check", "revision", "reason", "dismissed"])


def pairs_frame(agreement: Agreement) -> pd.DataFrame:
    """Return how often each two editors judged alike."""
    import pandas as pd

    rows = [(*one.names, one.flags, one.same) for one in agreement.pairs]
    return pd.DataFrame(rows, columns=["editor", "other", "flags", "alike"])


def _shares(made: Figures, colours: Palette) -> None:
    st.header("How often each check is right", anchor=False)
    st.markdown(for_markdown(said.checks_summary(made.checks)))
    head = ["Check", "Found by", "Verdict", "Decided", "Accepted", "Share (95% interval)"]
    rows = []
    for one in made.checks:
        row = records(one.shares.iloc[:1])[0]
        share = said.share_said(row).partition(": ")[2] or "–"
        name = said.check_name(one.check.check)
        verdict = said.VERDICT_NAMES[one.verdict]
        found_by = said.kind_said(one.check.kind)
        rows.append([name, found_by, verdict, one.decided, one.accepted, share])
    st.html(table_html("Accepted share of each check", head, rows, numbers=(3, 4)))
    st.caption(said.ABOUT_SHARES)
    to_mend = [one for one in made.checks if one.verdict in (TO_MEND, PERHAPS)]
    for number, one in enumerate(to_mend[:_MOST_CARDS]):
        check_card(one, str(number), colours)
    others = {one.check.check: one for one in made.checks if one not in to_mend[:_MOST_CARDS]}
    if others:
        chosen = st.selectbox(
            "Look at another check",
            list(others),
            index=None,
            format_func=said.check_name,
            placeholder="Choose a check",
            key="figures-check",
        )
        if chosen in others:
            check_card(others[chosen], "chosen", colours)


def _editors(agreement: Agreement) -> None:
    st.header("How far editors agree", anchor=False)
    for line in agreement_said.agreement_said(agreement):
        st.markdown(for_markdown(line))
    if not agreement.flags:
        return
    rows = [[" and ".join(one.names), one.flags, one.same] for one in agreement.pairs]
    st.html(table_html("Editors in pairs", ["Editors", "Flags", "Alike"], rows, numbers=(1, 2)))
    checks = [[said.check_name(one.check), one.flags, one.differ] for one in agreement.checks]
    head = ["Check", "Judged by two or more", "They differ"]
    st.html(table_html("Checks on which editors differ", head, checks, numbers=(1, 2)))
    st.caption(agreement_said.ABOUT_ALPHA)


def _model(bands: pd.DataFrame, colours: Palette) -> None:
    from analysis.rules.frames import MODEL_CHECKS
    from dashboard.charts.desk import shares_by_band

    st.header("The model’s flags, and house rules by severity", anchor=False)
    lines = map(for_markdown, agreement_said.precision_said(bands))
    st.markdown("\n".join(f"- {line}" for line in lines))
    loaded = bands[(bands["what"] == MODEL_CHECKS["loaded"]) & (bands["band"] != "")]
    if len(loaded):
        caption = agreement_said.bands_caption(loaded)
        show_chart("bands", shares_by_band(loaded, colours), caption)
    st.caption(agreement_said.ONLY_PRECISION)
