"""The view *Queue* of the desk: one flag after the other, decided with one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.components.desk_view import Bands, desk_payload, desk_view
from dashboard.components.desk_view.payload import name_of_check, numbers
from dashboard.server.address import base_path
from store.desk.records import REVIEWER, may

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk


def view(desk: Desk) -> None:
    """Draw the queue of the articles that the address names (``article``, several times; none:
    all), filtered as it says (``kind``, ``check``, ``state``), with the flag that it names
    (``flag``) in front."""
    flags = numbers(st.query_params.get_all("flag"))
    content = desk_payload(
        desk.token,
        base_path(st.get_option("server.baseUrlPath") or ""),
        desk.editor.id,
        numbers(st.query_params.get_all("article")) or None,
        flags[0] if flags else None,
        may(desk.editor.role, REVIEWER),
        _bands(),
        kind=st.query_params.get("kind", ""),
        check=name_of_check(st.query_params.get("check", "")),
        state=st.query_params.get("state", ""),
    )
    # Another editor, or role, has a view of its own; what is unsent is kept by the browser.
    desk_view(content, key=f"desk-view-{desk.editor.id}-{desk.editor.role}")


def _bands() -> Bands | None:
    """Return the limits of the model's bands; None without a model, as the queue needs none."""
    from analysis.scoring.classifier import classifier

    try:
        thresholds = classifier().thresholds
    except SlantError:
        return None
    return thresholds.not_loaded_below, thresholds.loaded_from
