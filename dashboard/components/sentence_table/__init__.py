"""The table of sentences: text that wraps, rows that are chosen by a click anywhere on them.

``st.dataframe`` draws on a canvas: there only a box of its own selects a row, and all rows have one
height. See ``sentence_table.js`` for the part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.components.component import component, sentence_event
from dashboard.components.component.encoding import encoded

__all__ = ["EncodedRows", "encoded_rows", "sentence_table"]

_component = component("sentence_table")


@dataclass(frozen=True)
class EncodedRows:
    """Rows on their way to the browser: JSON in ASCII, and the ``digest`` that names them."""

    encoded: str
    digest: str


def encoded_rows(
    columns: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, Any]], *, high_end: str
) -> EncodedRows:
    """Return columns and rows, ready for the browser; the rows come ordered by the column
    ``high_end``, its highest first.

    A column has ``name`` (the key of its cells), ``title``, and ``help``, which may be empty. A row
    has ``sentence``, its number from 0, and for each column a cell: ``shown``, the text to show,
    and, where sorting goes by something else, ``value``: a number, or None for nothing, which is
    last in either direction. A cell with ``share`` (0 to 1) has a bar of that length.
    """
    names = [column["name"] for column in columns]
    content = {
        "columns": [*columns],
        # Without the names, which would be a third of it.
        "rows": [[row["sentence"], *([*row[name].values()] for name in names)] for row in rows],
        "sorted": {"name": high_end, "high": True},
    }
    return EncodedRows(*encoded(content))


def sentence_table(
    rows: EncodedRows, *, selected: int | None, key: str, on_select: Callable[[int | None], None]
) -> None:
    """Show ``rows`` in their order, until a heading is clicked, and mark that of ``selected``.

    ``on_select`` is called with the sentence that was chosen in the table, None where Escape
    cleared the selection. ``key`` must be unique on the page.
    """
    digest_key = f"{key}.digest"
    st.session_state[digest_key] = rows.digest

    def on_choice() -> None:
        choice = sentence_event(key, "choice")
        # A click that was under way while other rows came in is about the old ones.
        if choice is not None and choice["digest"] == st.session_state.get(digest_key):
            on_select(choice["sentence"])

    choice = sentence_event(key, "choice")
    turn = choice["turn"] if choice is not None else 0
    # Two messages: Streamlit sends one that is as it was by its name alone.
    with st.container(gap=None):
        _component(
            key=key,
            data={"key": key, "rows": rows.encoded, "digest": rows.digest},
            on_choice_change=on_choice,
        )
        _component(key=f"{key}-mark", data={"of": key, "selected": selected, "turn": turn})
