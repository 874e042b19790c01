"""Which articles the Archive page looks at: the filters, and the line that says them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.corpus.archive.frames import Chosen
from analysis.output.phrasing.archive.names import GROUPING_NAMES
from analysis.output.phrasing.archive.notes import chosen_said, unknown_said, value_name
from dashboard.escaping import for_markdown
from dashboard.server.cached_with import cached_with
from dashboard.session.archive import answers
from dashboard.session.archive.address import LISTS, MOST_VALUES, ask, keep_in_step

if TYPE_CHECKING:
    from analysis.corpus.archive.asking import Asking
    from dashboard.panels.archive.record import OpenedArchive

MOST_OPTIONS = 500
"""Values that a filter offers: those of most articles. A link can choose others."""

_MENU = "archive-filter-menu"


def known_only(asking: Asking, chosen: Chosen) -> tuple[Chosen, list[str]]:
    """Return the choice without values that no article of the archive has, and those as the address
    has them (``outlet=Nope``). Raises CannotRead."""
    lost: list[str] = []
    kept: dict[str, Any] = {}
    for name in LISTS:
        if wanted := getattr(chosen, name):
            known = _all_values(asking, name)
            kept[name] = tuple(value for value in wanted if value in known)
            lost += [f"{name}={value}" for value in wanted if value not in known]
    return replace(chosen, **kept), lost


def filter_bar(opened: OpenedArchive, place: Any, unknown: Sequence[str] = ()) -> int:
    """Draw the button whose menu has the filters into ``place``, and below what is chosen;
    ``unknown`` is what the address asks for in vain.

    Returns how many articles are chosen. Raises CannotRead.
    """
    chosen = opened.chosen
    with place:
        # Its label stays: another one would close it.
        menu = st.popover("Filters", icon=":material/filter_alt:", key=_MENU, on_change="rerun")
    articles = answers.articles(opened.asking, chosen)
    said = chosen_said(chosen, articles)
    with st.container(key="archive-chosen"):
        st.caption(for_markdown(said))
    if unknown:
        st.caption(f":material/info: {for_markdown(unknown_said(unknown))}")
    # Its lists are asked for only once it is open.
    if menu.open:
        with menu:
            _filters(opened)
    return articles


def _filters(opened: OpenedArchive) -> None:
    for name in LISTS:
        _values_filter(opened, name)
    months = sorted(filter(None, _all_values(opened.asking, "month")))
    if months:
        with st.container(horizontal=True):
            _month("From", "first", opened.chosen.first, months)
            _month("To", "last", opened.chosen.last, months)
    st.toggle(
        "Count copies once",
        key=keep_in_step("archive-once", opened.chosen.once),
        on_change=lambda: ask(once=st.session_state["archive-once"]),
        help="Of near-duplicates, as wire copy in several outlets, only the earliest counts.",
    )
    st.button("Take all filters away", on_click=_clear, width="stretch", key="archive-clear")


def _values_filter(opened: OpenedArchive, name: str) -> None:
    # Counts of the whole archive: a multiselect knows its choice by what is shown, and would lose
    # it where another filter changed that.
    counts = _all_values(opened.asking, name)
    wanted = [*getattr(opened.chosen, name)]
    options = list(dict.fromkeys([*[*counts][:MOST_OPTIONS], *wanted]))
    if not wanted and (not options or options == [""]):
        return
    key = f"archive-{name}"
    labels = unique_labels([f"{value_name(one)} ({counts[one]:,})" for one in options])
    shown = dict(zip(options, labels, strict=True))
    st.multiselect(
        GROUPING_NAMES[name],
        options,
        format_func=shown.__getitem__,
        key=keep_in_step(key, wanted),
        on_change=lambda: ask(**{name: tuple(st.session_state[key])}),
        placeholder="All",
        max_selections=MOST_VALUES,
    )


def unique_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels, each different: names that are cut may be the same, and lists know what is
    chosen by its label."""
    seen: Counter[str] = Counter()
    found = []
    for label in labels:
        seen[label] += 1
        found.append(label if seen[label] == 1 else f"{label} #{seen[label]}")
    return found


def _month(label: str, field: str, now: str, months: Sequence[str]) -> None:
    key = f"archive-{field}"
    st.selectbox(
        label,
        sorted({*months, *([now] if now else [])}),
        key=keep_in_step(key, now or None),
        on_change=lambda: ask(**{field: st.session_state[key] or ""}),
        placeholder="Any month",
        index=None,
    )


def _clear() -> None:
    empty: dict[str, Any] = dict.fromkeys(LISTS, ())
    ask(**empty, first="", last="", once=True)


def _all_values(asking: Asking, name: str) -> dict[str, int]:
    """Return the values of a grouping in the whole archive with their articles, most articles
    first; asked once, for nobody to change."""

    def ask_for() -> dict[str, int]:
        rows = asking.values(name, Chosen(once=False))
        return dict(zip(rows["value"].tolist(), rows["articles"].tolist(), strict=True))

    return cached_with(asking, ("values", name), ask_for)
