"""The ways to give the desk articles: files, a folder, a feed, a web address, a pasted text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.rules import rules_line
from analysis.reading.web.fetch_switch import is_on
from dashboard.escaping import for_markdown
from dashboard.panels.desk.adding import feed
from dashboard.session.desk import adding
from dashboard.session.desk.rules import EXAMPLES, desk_rules
from dashboard.session.house_rules import without_folders

if TYPE_CHECKING:
    from analysis.desk.adding import Source
    from dashboard.panels.desk.record import Desk

NO_RULES = (
    "This server has no house rules of its own (SLANT_RULES names them), so only what the model "
    "notes becomes a flag."
)

OUTLET, SECTION = "desk-outlet", "desk-section"
"""Keys of what is said of all articles that are added."""

_UPLOADS = "desk-uploads"
_TROUBLE = "desk-adding-trouble"


def ways(desk: Desk) -> None:
    """Draw them; an editor says first which outlet and section the articles are from."""
    with st.container(horizontal=True, key="desk-about"):
        for label, key, longest in (("Outlet", OUTLET, 200), ("Section", SECTION, 100)):
            # As long as the session: the next ones are mostly from the same.
            st.text_input(
                label,
                key=key,
                max_chars=longest,
                placeholder="for all of them",
                persist_state="session",
            )
    try:
        _rules_line()
    except SlantError as error:
        st.error(for_markdown(without_folders(error)), icon=":material/error:")
        return
    names = ["Files", "Folder", "Paste"] + (["Feed", "Web address"] if is_on() else [])
    files, folder, paste, *web = st.tabs(names, key="desk-ways")
    with files:
        _upload(desk, "Articles: text, web pages, PDF, Word files or e-mails", True)
    with folder:
        _upload(desk, "A folder with articles, and the folders in it", "directory")
    with paste:
        _paste(desk)
    if web:
        with web[0]:
            feed.ways(lambda sources: _begin(desk, sources))
        with web[1]:
            _address(desk)
    trouble = st.session_state.get(_TROUBLE, "")
    if trouble:
        st.error(for_markdown(trouble), icon=":material/error:")


def _rules_line() -> None:
    found = desk_rules()
    if found.served:
        live = len(found.rules.live.rules)
        line = rules_line(found.rules.name, live, len(found.rules.rules) - live)
        st.caption(for_markdown(f"They are checked with {line}."))
        return
    st.caption(NO_RULES)
    st.checkbox("Check them with Slant’s example rules", key=EXAMPLES, persist_state="session")


def _upload(desk: Desk, label: str, several: Literal[True, "directory"]) -> None:
    number = st.session_state.setdefault(_UPLOADS, 0)
    kind = "folder" if several == "directory" else "files"
    key = f"desk-{kind}-{number}"
    files = st.file_uploader(label, accept_multiple_files=several, key=key)
    st.button(
        "Add them",
        key=f"desk-add-{kind}",
        type="primary",
        disabled=not files,  # until all of them have arrived
        on_click=_begin_uploads,
        args=(desk, key),
    )


def _begin_uploads(desk: Desk, key: str) -> None:
    from analysis.desk.adding import bytes_source

    found = [
        bytes_source(file.name, file.getvalue)
        for file in st.session_state.get(key) or []
        # As .DS_Store, of which the person knows nothing.
        if not PurePath(file.name).name.startswith(".")
    ]
    if not found:
        st.session_state[_TROUBLE] = "There is no file in it that can be read: choose others."
        return
    if _begin(desk, found):
        # Another key: a new box has no files.
        st.session_state[_UPLOADS] += 1


def _paste(desk: Desk) -> None:
    with st.form("desk-paste", border=False):
        st.text_area("The text of an article in English", key="desk-pasted", height=180)
        st.form_submit_button("Add it", type="primary", on_click=_begin_pasted, args=(desk,))


def _begin_pasted(desk: Desk) -> None:
    from analysis.desk.adding import text_source

    if _begin(desk, [text_source(st.session_state["desk-pasted"])]):
        st.session_state["desk-pasted"] = ""


def _address(desk: Desk) -> None:
    with st.form("desk-address", border=False):
        st.text_input("The web address of an article", key="desk-web", placeholder="https://")
        st.caption("Only this way and a feed leave this machine: the site is asked for the page.")
        st.form_submit_button("Fetch and add it", on_click=_begin_address, args=(desk,))


def _begin_address(desk: Desk) -> None:
    from analysis.desk.adding import address_sources

    if _begin(desk, address_sources([st.session_state["desk-web"].strip()])):
        st.session_state["desk-web"] = ""


def _begin(desk: Desk, sources: Sequence[Source]) -> bool:
    """Begin to add; return whether that was possible."""
    try:
        rules = desk_rules().rules
    except SlantError as error:
        st.session_state[_TROUBLE] = without_folders(error)
        return False
    st.session_state.pop(_TROUBLE, None)
    adding.begin(
        adding.Adding(
            desk.engine,
            desk.editor.id,
            sources,
            rules,
            outlet=" ".join(st.session_state.get(OUTLET, "").split()),
            section=" ".join(st.session_state.get(SECTION, "").split()),
        )
    )
    if len(sources) > adding.MOST_SOURCES:
        st.session_state[_TROUBLE] = (
            f"{len(sources):,} were given: only the first {adding.MOST_SOURCES} are added; give "
            "the others afterwards."
        )
    return True
