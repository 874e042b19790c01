"""The queue of the desk by itself, for the browser tests: ``?name=Ben`` says who is there.

``?role=reader`` shows it as readers see it. No network is needed: the bands' limits are made up.
"""

import streamlit as st

from dashboard.components.desk_view import desk_payload, desk_view
from dashboard.components.desk_view.payload import numbers
from store.desk.editors import open_session, session_editor, sign_in
from store.desk.errors import NotSignedIn
from store.desk.opening import desk_database

st.set_page_config(page_title="Queue", layout="wide")
st.title("Desk")
asked = st.query_params
editor = sign_in(desk_database(), asked.get("name", "Ann"))
state = st.session_state
try:
    session_editor(desk_database(), state.get("token", ""))
except NotSignedIn:
    state.token = open_session(desk_database(), editor.id)
flags = numbers(asked.get_all("flag"))
content = desk_payload(
    state.token,
    "",
    editor.id,
    numbers(asked.get_all("article")) or None,
    flags[0] if flags else None,
    asked.get("role") != "reader",
    (0.4, 0.6),
)
desk_view(content, key="desk-view")
