"""The dashboard's entry: page settings and navigation, nothing else.

Start it with ``streamlit run app.py``.
"""

from pathlib import Path

import streamlit as st

from dashboard.server import warm_up
from dashboard.session.archive.folders import archives
from dashboard.session.desk.switch import desk_in_bar

ASSETS = Path(__file__).parent / "dashboard" / "assets"

warm_up.load_archives()
warm_up.load_model()
st.set_page_config(
    page_title="Slant",
    page_icon=ASSETS / "icon.svg",
    layout="wide",
    initial_sidebar_state="collapsed",
)
st.logo(ASSETS / "logo.svg", size="medium")
pages = [
    st.Page("dashboard/pages/read.py", title="Read", url_path="read", default=True),
    st.Page("dashboard/pages/compare.py", title="Compare", url_path="compare"),
    st.Page("dashboard/pages/practice.py", title="Practice", url_path="practice"),
    st.Page("dashboard/pages/classroom.py", title="Class", url_path="class"),
    st.Page("dashboard/pages/how_it_works.py", title="How it works", url_path="how-it-works"),
]
# By their addresses desk and archive are always there, and say why they are off.
has_desk = desk_in_bar()
desk = st.Page(
    "dashboard/pages/desk.py",
    title="Desk",
    url_path="desk",
    visibility="visible" if has_desk else "hidden",
)
if has_desk:
    pages.insert(4, desk)
has_archive = bool(archives())
archive = st.Page(
    "dashboard/pages/archive.py",
    title="Archive",
    url_path="archive",
    visibility="visible" if has_archive else "hidden",
)
if has_archive:
    pages.insert(2, archive)
# Reached from the Class page and from the pupils' page, not from the bar.
privacy = st.Page(
    "dashboard/pages/privacy.py",
    title="Privacy for schools",
    url_path="privacy",
    visibility="hidden",
)
hidden = [privacy, *([] if has_desk else [desk]), *([] if has_archive else [archive])]
page = st.navigation([*pages, *hidden], position="top")
st.html(ASSETS / "page.css")
# For small screens (page.css): Streamlit's drawer there stays open over the page that was chosen.
with st.container(key="pages", horizontal=True, gap="small"):
    for other in pages:
        st.page_link(other)
page.run()
warm_up.load_the_rest()
