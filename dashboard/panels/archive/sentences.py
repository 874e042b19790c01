"""The view *Sentences* of the Archive page: where a point of a chart leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.corpus.archive.frames import GROUPINGS, MEASURES
from analysis.output.phrasing.archive.finding import (
    group_said,
    listed_said,
    order_said,
    sentence_about,
)
from analysis.output.phrasing.archive.names import GROUPING_NAMES, MEASURE_NAMES
from analysis.output.phrasing.labels import VOICE_NAMES
from dashboard.escaping import cut, for_markdown
from dashboard.panels.archive.found import (
    A_PAGE,
    MOST_ROWS,
    begin,
    files,
    page_asked,
    page_shown,
    pages,
    rows,
    text_of,
)
from dashboard.session.archive.address import Asked, ask, asked, keep_in_step

if TYPE_CHECKING:
    from dashboard.panels.archive.record import OpenedArchive

MOST_GROUPS = 500
"""Groups that can be chosen in the list; a link can name any."""

CHOOSE = "Choose a group, or a point of a chart under Wording: its sentences are listed here."


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead."""
    with begin(opened.name):
        _view(opened)


def _view(opened: OpenedArchive) -> None:
    now = asked()
    _choices(opened, now)
    if now.group is None:
        st.info(CHOOSE, icon=":material/info:")
        return
    where = (now.by, now.group, now.voice, now.measure)
    # A mean tone has two ends: half of what is asked for is of either, so there is one page.
    ends = now.measure == "tone"
    page = 1 if ends else page_asked()
    found, total = opened.asking.sentences(*where, opened.chosen, most=page * A_PAGE)
    shown = 1 if ends else page_shown(total)
    if not total:
        st.info(listed_said(total, *where), icon=":material/info:")
        return
    st.header(for_markdown(listed_said(total, *where)), anchor=False)
    st.caption(order_said(now.measure))
    rows(opened.name, found, shown, text_of, sentence_about)
    if not ends:
        pages(total, shown)
    if total > MOST_ROWS:
        st.caption(f"The files have the first {MOST_ROWS:,}.")
    files(
        [
            (
                "Sentences",
                "sentences",
                lambda: opened.asking.sentences(*where, opened.chosen, most=MOST_ROWS)[0],
            )
        ],
    )


def _choices(opened: OpenedArchive, now: Asked) -> None:
    """Draw what the sentences are of: grouping, group, voice and measure."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="archive-listed"):
        st.selectbox(
            "By",
            GROUPINGS,
            key=keep_in_step("archive-listed-by", now.by),
            format_func=GROUPING_NAMES.__getitem__,
            on_change=lambda: ask(by=st.session_state["archive-listed-by"], group=None),
            width=140,
        )
        _groups(opened, now)
        st.selectbox(
            "Whose words",
            [*VOICE_NAMES],
            key=keep_in_step("archive-listed-voice", now.voice),
            format_func=VOICE_NAMES.__getitem__,
            on_change=lambda: ask(voice=st.session_state["archive-listed-voice"]),
            width=160,
        )
        st.selectbox(
            "Measure",
            MEASURES,
            key=keep_in_step("archive-listed-measure", now.measure),
            format_func=MEASURE_NAMES.__getitem__,
            on_change=lambda: ask(measure=st.session_state["archive-listed-measure"]),
            width=200,
        )


def _groups(opened: OpenedArchive, now: Asked) -> None:
    values = opened.asking.values(now.by, opened.chosen)
    counts = dict(zip(values["value"].tolist(), values["articles"].tolist(), strict=True))
    names = [*counts][:MOST_GROUPS]
    if now.by == "month":
        names.sort()
    if now.group is not None and now.group not in names:
        names.append(now.group)
    key = "archive-listed-group"
    st.selectbox(
        GROUPING_NAMES[now.by],
        names,
        index=None,
        key=keep_in_step(key, now.group),
        format_func=lambda one: f"{_shown(now.by, one)} ({counts.get(one, 0):,})",
        on_change=lambda: ask(group=st.session_state[key]),
        placeholder="Choose one",
        width=280,
    )


def _shown(by: str, group: str) -> str:
    return cut(group, 60) or group_said(by, group)
