"""The address at which a visitor left an archive's page: the way back to its view and filters."""

from __future__ import annotations

import streamlit as st

_KEY = "archive-left"


def note_left(archive: str) -> None:
    """Note the page's address of now, before a link from it is followed."""
    st.session_state[_KEY] = (
        archive,
        {name: values for name in st.query_params if (values := st.query_params.get_all(name))},
    )


def address_left(archive: str) -> dict[str, str | list[str]]:
    """Return the query parameters that lead back to the page of ``archive`` as it was left, or as
    it first opens if this session has not seen it."""
    held: tuple[str, dict[str, str | list[str]]] = st.session_state.get(_KEY, ("", {}))
    named, address = held
    return {**address, "archive": archive} if named == archive else {"archive": archive}
