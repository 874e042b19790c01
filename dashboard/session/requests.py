"""What a person asked to be opened: noted by a widget's callback, done in the page's next run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Request:
    """What a person asked to be opened, by ``sample``, ``paste``, ``upload``, ``address``,
    ``link`` (an address that a link asked for) or ``handed`` (from another page).

    ``text`` is a sample's slug, the pasted text or the web address; an upload has ``name`` and
    ``content``, and the number of ``files`` that were given at once. What was handed over has a
    selected ``text``, or a page's HTML as ``content``, with the page's title as ``name`` and its
    address as ``page``.
    """

    kind: str
    text: str = ""
    name: str = ""
    content: bytes = b""
    files: int = 1
    page: str = ""


_KEY = "request"
COMPARING = "compare-request"
"""Key of what was asked of the page that compares: a request for one page is none for another."""


def note_request(request: Request, key: str = _KEY) -> None:
    """Note what a widget's callback was asked to open; the page opens it in its next run."""
    st.session_state[key] = request


@contextmanager
def noted_request(key: str = _KEY) -> Iterator[Request | None]:
    """Give the request that was noted, None if there is none; after the block it is forgotten.

    Not so where Streamlit cuts the block short, because of a click elsewhere: then the run that
    follows is given it again.
    """
    request: Request | None = st.session_state.get(key)
    try:
        yield request
    except Exception:  # any, or the next run would fail at it again; the page says which
        st.session_state.pop(key, None)
        raise
    st.session_state.pop(key, None)
