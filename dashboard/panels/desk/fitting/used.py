"""The fit in use, and all fits that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.desk.fit import BadFit, HouseFit
from analysis.output.phrasing.desk import learning as said
from analysis.output.phrasing.numerals import percent
from dashboard.escaping import for_markdown
from dashboard.panels.html_tables import table_html
from store.desk.fits import fit_in_use, fits, keep_fit, use_fit
from store.desk.frames import flags_frame
from store.desk.records import ADMIN

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.desk.records import KeptFit


def in_use(desk: Desk) -> None:
    """Say by which fit the queue goes, with a button that undoes it. Raises StoreError."""
    kept = fit_in_use(desk.engine)
    with st.container(horizontal=True, vertical_alignment="center", key="fit-in-use"):
        if kept is None:
            st.markdown("**No fit is in use:** the queue shows all flags.", width="stretch")
            return
        made = for_markdown(said.made_said(kept.name, kept.made))
        st.markdown(f"**A fit is in use,** {made}.", width="stretch")
        if may_use(desk) and st.button("Undo", key="undo-fit", icon=":material/undo:"):
            use_fit(desk.engine, desk.editor.id, None, {})
            st.rerun()


def use_button(desk: Desk, fit: HouseFit) -> bool:
    """Draw the button that lets the queue go by ``fit``; return whether it did. Raises
    StoreError."""
    if not may_use(desk):
        st.caption("An admin of the desk can use it.")
        return False
    if not st.button("Use it", key="use-fit", type="primary"):
        return False
    number = keep_fit(desk.engine, desk.editor.id, fit.said())
    use_fit(desk.engine, desk.editor.id, number, fit.judged(flags_frame(desk.engine)))
    return True


def history(desk: Desk) -> None:
    """List the fits that were kept, the newest first. Raises StoreError."""
    found = fits(desk.engine)
    if found:
        st.header("Fits so far", anchor=False)
        head = ("Made", "Decisions", "Accepted of those shown", "Now")
        st.html(table_html("fits so far", head, list(map(_row, found)), numbers=(1,)))


def may_use(desk: Desk) -> bool:
    """Say whether the editor may use and undo fits; the store asks again."""
    return desk.editor.role == ADMIN


def _row(kept: KeptFit) -> tuple[str, int | str, str, str]:
    made, used = f"{kept.made:%Y-%m-%d %H:%M} UTC, {kept.name}", "in use" if kept.in_use else ""
    try:
        figures = HouseFit.from_said(kept.said).figures
    except BadFit:
        return made, "–", "of another version of Slant", used
    before, after = percent(figures.before.value), percent(figures.after.value)
    return made, figures.decided, f"{before} → {after}", used
