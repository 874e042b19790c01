"""A page with two texts side by side, the matrix of facts and what Python knows, for the browser.

``?of=3`` compares all three articles of ``hand_made``, ``?of=strange`` what looks like markup,
``?of=long`` 20,000 words a side; ``&a=1&s=2`` selects at first; ``&alone=1`` shows the matrix
without the texts.
"""

import streamlit as st
from long_comparison import long_comparison

from dashboard.components.compare_view import compare_view
from dashboard.components.fact_matrix import fact_matrix
from tests.hand_made_comparison import hand_made
from tests.strange_comparison import comparison_with

MARKUP = '<img src=x onerror="window.harmed = 1"> & <b>𝔟old</b>'

st.set_page_config(page_title="Compare view", layout="wide")
state = st.session_state
if "comparison" not in state:
    asked = st.query_params
    of = asked.get("of", "2")
    if of == "long":
        state.comparison = long_comparison()
    elif of == "strange":
        state.comparison = comparison_with(MARKUP)
    else:
        state.comparison = hand_made(int(of))
    state.selected = (int(asked["a"]), int(asked["s"])) if "s" in asked else None
    state.shown = (0, 1)
    state.runs = 0
state.runs += 1


def select(sentence: tuple[int, int] | None) -> None:
    state.selected = sentence


st.title("Two texts")
if "alone" not in st.query_params:
    state.selected = compare_view(
        state.comparison, shown=state.shown, selected=state.selected, key="texts"
    )
state.selected = fact_matrix(state.comparison, selected=state.selected, key="facts")
if state.selected is not None and state.selected[0] not in state.shown:
    state.shown = (0, state.selected[0])
    st.rerun()
st.text(f"Python: selected {state.selected}, run {state.runs}")
st.button("Select B 5", on_click=select, args=((1, 4),))
