"""How far the adding of articles is, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.output.phrasing.numerals import counted
from dashboard.escaping import cut, for_markdown
from dashboard.session.desk import adding
from dashboard.session.desk.views import show_view

EVERY_S = 1.0
"""Seconds between two looks at how far it is."""

MOST_NAMED = 50
"""Articles that the queue is opened with after they were added; of more, it has all there are."""

LONGEST = 120
"""Most characters of a name or title."""


def progress(now: adding.Adding) -> None:
    """Draw it: while it runs, again every second."""
    with st.container(key="desk-progress"):
        if now.progress().runs:
            _running(now)
        else:
            _ended(now)


@st.fragment(run_every=EVERY_S)
def _running(now: adding.Adding) -> None:
    found = now.progress()
    if not found.runs:
        st.rerun()
    done = len(found.done)
    st.progress(done / max(found.total, 1), text=said_of(found))
    _failures(found.done)
    st.button("Stop", key="desk-stop", on_click=now.stop)


def _ended(now: adding.Adding) -> None:
    found = now.progress()
    if found.trouble:
        st.error(for_markdown(found.trouble), icon=":material/error:")
    st.markdown(summary(found))
    _failures(found.done)
    with st.container(horizontal=True, key="desk-after"):
        if len(found.done) < found.total:
            st.button("Go on", key="desk-go-on", type="primary", on_click=now.go_on)
        added = [one.number for one in found.done if one.number is not None]
        if added:
            st.button(
                "Decide on their flags",
                key="desk-decide",
                type="primary" if len(found.done) == found.total else "secondary",
                icon=":material/checklist:",
                on_click=_decide,
                args=(added,),
            )
        st.button("Done", key="desk-done", on_click=adding.forget)


def _decide(added: Sequence[int]) -> None:
    adding.forget()
    # An address cannot name any number of them.
    show_view("queue", added if len(added) <= MOST_NAMED else [])


def said_of(found: adding.Progress) -> str:
    """Return how far it is in words: “3 of 12 read, about 20 seconds left”."""
    said = f"{len(found.done)} of {found.total} read"
    if found.seconds_left is None or len(found.done) == found.total:
        return said
    seconds = max(round(found.seconds_left), 1)
    left = counted(round(seconds / 60), "minute") if seconds >= 90 else counted(seconds, "second")
    return f"{said}, about {left} left"


def summary(found: adding.Progress) -> str:
    """Return what became of all: how many were added, were there, could not be read, are left."""
    added = sum(one.number is not None and not one.known for one in found.done)
    known = sum(one.known for one in found.done)
    failed = sum(bool(one.trouble) for one in found.done)
    left = found.total - len(found.done)
    parts = [f"{counted(added, 'article')} added"]
    if known:
        parts.append(f"{known} {'was' if known == 1 else 'were'} on the desk already")
    if failed:
        parts.append(f"{failed} could not be read")
    if left:
        parts.append(f"{left} not read yet")
    return ", ".join(parts) + "."


def _failures(done: Sequence[adding.Outcome]) -> None:
    """List what was not added, and why."""
    said = []
    for one in done:
        name = cut(one.title or one.source or "The text", LONGEST)
        if one.trouble:
            where = cut(one.source, LONGEST)
            said.append(
                one.trouble if where and where in one.trouble else f"{where}: {one.trouble}"
            )
        elif one.known:
            said.append(f"“{name}” is on the desk already: it was not added again.")
    if said:
        st.markdown("\n".join(f"- {for_markdown(line.removeprefix(': '))}" for line in said))
