"""A page with a text to mark, for the browser tests. ``?text=NAME`` picks one of ``TEXTS``."""

from dataclasses import dataclass

import streamlit as st
from marked_texts import TEXTS

from dashboard.components.marking import committed, marking


@dataclass(frozen=True)
class Apart:
    only_reader: tuple[int, ...]
    only_model: tuple[int, ...]


st.set_page_config(page_title="Marking", layout="wide")
state = st.session_state
name = st.query_params.get("text", "pool")
attempt = state.setdefault("attempt", 0)
chosen = TEXTS[name]
done = committed(chosen, "marking", attempt)
apart = None
if done:
    own = {mark.sentence for mark in done.marks if mark.loaded}
    model = {number for number, view in enumerate(chosen.views) if view.band == "loaded"}
    apart = Apart(tuple(sorted(own - model)), tuple(sorted(model - own)))
marking(chosen, key="marking", revealed=apart, attempt=attempt)
if done:
    marks = [(mark.sentence, mark.loaded, mark.reason, mark.words) for mark in done.marks]
    st.text(f"Python: {marks}")
    if st.button("Again"):
        state.attempt += 1
        st.rerun()
