"""A page with the text view, a strip and what Python knows, for the browser tests.

``?article=NAME`` picks an article of ``hand_made``, ``&s=N`` the sentence selected at first.
"""

import plotly.graph_objects as go
import streamlit as st
from hand_made import ARTICLES

from analysis.frames import VOICES
from dashboard.components.sentence_lists import Entry, Group, sentence_lists
from dashboard.components.text_view import text_view

st.set_page_config(page_title="Text view", layout="wide")
state = st.session_state
if "article" not in state:
    state.article = st.query_params.get("article", "harbour")
    state.selected = int(st.query_params["s"]) if "s" in st.query_params else None
    state.runs = 0
state.runs += 1


def show(name: str) -> None:
    state.article, state.selected = name, None


def select(sentence: int | None) -> None:
    state.selected = sentence


result = ARTICLES[state.article]
left, right = st.columns([3, 2])
with left:
    state.selected = text_view(
        result,
        selected=state.selected,
        strip_key="strip",
        card_key="card",
        key="article_text",
        voices=[voice for voice in VOICES if voice != state.get("off")],
    )
with right:
    figure = go.Figure(
        go.Bar(x=result.sentences["sentence"], y=result.sentences["loaded_probability"])
    )
    figure.update_layout(height=240, margin={"l": 40, "r": 8, "t": 8, "b": 32}, bargap=0.2)
    figure.update_yaxes(range=[0, 1])
    st.plotly_chart(figure, key="strip")
    st.text(f"Python: {state.article}, selected {state.selected}, run {state.runs}")
    st.button("Select the last", on_click=select, args=(len(result.sentences) - 1,))
    st.button("Show hostile", on_click=show, args=("hostile",))
    st.selectbox("Switched off", [None, *VOICES], key="off")
    sentence_lists(
        [
            Group("<b>Ann</b>", [Entry([4, 8], "<img src=x>", "■", "loaded")], 0.4, ["much"]),
            Group("Places", [Entry([1], "Wenlow", note="1", label="Wenlow, once")], folded=False),
        ],
        key="lists",
    )
