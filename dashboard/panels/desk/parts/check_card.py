"""What was decided on one check: verdict, reasons, examples, months, and the way to its flags."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from analysis.desk.check_figures import CheckFigures, Dismissed
from analysis.desk.records import DISMISS, DISMISS_REASONS, OPEN
from analysis.output.export import records
from analysis.output.phrasing.desk import shares as said
from analysis.output.phrasing.numerals import counted
from dashboard.escaping import cut, for_markdown
from dashboard.panels.desk.parts.chart import show_chart
from dashboard.panels.desk.parts.links import queue_link

if TYPE_CHECKING:
    from dashboard.charts.palette import Palette

_LONGEST_MESSAGE = 300
_LONGEST_NOTE = 300
_AROUND = 160
"""Characters of a sentence that are shown on either side of the words."""


def check_card(figures: CheckFigures, key: str, palette: Palette) -> None:
    """Draw the figures of a check; ``key`` is the card's own on the page."""
    check = figures.check
    with st.container(border=True, key=f"check-{key}", gap="xsmall"):
        name = for_markdown(cut(said.check_name(check.check), 80))
        st.subheader(f"{name}: {said.VERDICT_NAMES[figures.verdict]}", anchor=False)
        if check.message:
            st.text(cut(check.message, _LONGEST_MESSAGE))
        share = said.share_said(records(figures.shares.iloc[:1])[0])
        lines = [
            f"{share[0].upper()}{share[1:]}. {said.verdict_said(figures)}",
            said.revisions_said(figures),
            said.reasons_said(figures),
        ]
        for line in filter(None, lines):
            st.markdown(for_markdown(line))
        if figures.examples:
            st.html(examples_html(figures.examples))
        _links(figures)
        if len(figures.months) > 1:
            from dashboard.charts.desk import shares_by_month

            caption = said.months_caption(figures)
            show_chart(f"months-{key}", shares_by_month(figures.months, palette), caption)


def examples_html(examples: tuple[Dismissed, ...]) -> str:
    """Return dismissed flags as a list: the sentence with the words marked, why, and the note."""
    return f'<ul class="desk-examples">{"".join(map(_example, examples))}</ul>'


def _example(one: Dismissed) -> str:
    before, after = one.sentence[: one.start], one.sentence[one.end :]
    before = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    after = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    why = DISMISS_REASONS.get(one.reason, one.reason)
    note = f": <bdi>{escape(cut(one.note, _LONGEST_NOTE))}</bdi>" if one.note else ""
    words = escape(cut(one.words, _AROUND))
    return (
        f"<li><bdi>{escape(before)}<mark>{words}</mark>{escape(after)}</bdi> "
        f"<span>— {escape(why)}{note}</span></li>"
    )


def _links(figures: CheckFigures) -> None:
    check, dismissed = figures.check, figures.decided - figures.accepted
    with st.container(horizontal=True, gap="small"):
        if dismissed:
            label = f"{counted(dismissed, 'dismissed flag')} in the queue"
            queue_link(label, check=check.check, state=DISMISS)
        if check.open:
            label = f"{counted(check.open, 'open flag')} in the queue"
            queue_link(label, check=check.check, state=OPEN)
