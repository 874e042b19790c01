"""The trail of the desk, as people read it: one sentence a line, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.escaping import for_markdown
from dashboard.session.desk.signed_in import look_again
from store.desk.trail import trail

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.database import Engine
    from store.desk.records import Editor, TrailRow

AT_ONCE = 50
"""Lines that are shown at first, and more with each click."""

_READ = 500
"""Lines that are read from the store at a time."""

_LINES = "desk-trail-lines"

_DONE = {
    "joined": "came to the desk",
    "added": "added",
    "removed": "removed",
    "accept": "accepted",
    "dismiss": "dismissed",
    "reword": "reworded",
    "undo": "undid the last decision on",
    "second": "gave a second reading of",
    "note": "wrote a note on",
    "role": "changed the role of",
    "renamed": "changed the name of",
    "restored": "restored",
    "fit": "kept",
}
"""What an act is called in a sentence; one that is not here is said as it is kept."""


def trail_of(desk: Desk, known: Sequence[Editor]) -> None:
    """Draw the trail, of everybody or of one of the editors ``known``; raises StoreError."""
    names = {one.id: one.name for one in known}
    chosen = st.selectbox(
        "Done by",
        [None, *names],
        format_func=lambda number: names[number] if number else "everybody",
        key="desk-trail-by",
        width=320,
    )
    most = st.session_state.setdefault(_LINES, AT_ONCE)
    found: list[TrailRow] = []
    for line in lines(desk.engine, chosen):
        found.append(line)
        if len(found) > most:
            break
    said = [f"- {for_markdown(sentence(line, names))}" for line in found[:most]]
    with st.container(key="desk-trail"):
        st.markdown("\n".join(said) if said else "Nothing yet.")

    def taken_along() -> bytes:
        look_again(desk)
        return trail_csv(desk.engine, chosen)

    with st.container(horizontal=True, gap="xsmall"):
        if len(found) > most:
            st.button("Older lines", key="desk-trail-more", on_click=_show_more)
        st.download_button(
            "Trail, CSV",
            taken_along,
            file_name="slant-desk-trail.csv",
            mime="text/csv",
            on_click="ignore",
            key="desk-trail-csv",
        )


def lines(engine: Engine, editor: int | None) -> Iterator[TrailRow]:
    """Yield the lines of the trail, the newest first, those of one ``editor`` or (None) all."""
    before = None
    while part := trail(engine, _READ, before, editor):
        yield from part
        before = part[-1].id


def sentence(line: TrailRow, names: dict[int, str]) -> str:
    """Return a line in words: “2026-03-02 14:05 UTC: Ann accepted flag 12”.

    ``names`` are the editors' names by number. A line without an editor was written by the command
    ``slant desk``.
    """
    who = line.name or "The command slant desk"
    kind, _, number = line.subject.partition(":")
    what = f"{kind} {number}".strip()
    if kind == "editor" and number.isdecimal():
        what = names.get(int(number), what)
    if line.act == "joined":
        what = ""
    said = f"{who} {_DONE.get(line.act, line.act)} {what}".strip()
    role = line.detail.get("role")
    if isinstance(role, str):
        said += f" as {role}" if line.act == "joined" else f" to {role}"
    return f"{line.at:%Y-%m-%d %H:%M} UTC: {said}"


def trail_csv(engine: Engine, editor: int | None) -> bytes:
    """Return the trail as CSV, the newest line first; formulas are neutralised."""
    import json

    import pandas as pd

    from dashboard.panels.downloads import csv_bytes

    rows = [
        {
            "line": line.id,
            "at": line.at.isoformat(),
            "name": line.name,
            "act": line.act,
            "subject": line.subject,
            "detail": json.dumps(line.detail, ensure_ascii=False),
        }
        for line in lines(engine, editor)
    ]
    columns = ["line", "at", "name", "act", "subject", "detail"]
    return csv_bytes(pd.DataFrame(rows, columns=columns))


def _show_more() -> None:
    st.session_state[_LINES] += AT_ONCE
