"""What the address asks the Read page to open once: ``?handed=`` and ``?url=``.

* ``?handed=KEY``: the text that the page ``/open`` has just handed over. It is opened at once, as
  somebody clicked for it, and the key is good for one time.
* ``?url=https://…``: a page on the web. It is fetched only after a click, as anybody can make such
  a link and a fetch tells the site that it was followed.

Both leave the address as soon as they were read.
"""

from __future__ import annotations

import streamlit as st

from dashboard.server.handed_over import handed_over
from dashboard.session.requests import Request, note_request

HANDED, URL = "handed", "url"

KEPT_NO_MORE = (
    "This text is not kept any more, as it is handed over once and within two minutes: go back to "
    "its page and use the bookmark again."
)

LONGEST_ADDRESS = 2_000

_ASKED = "asked-address"


def follow_once() -> str:
    """Note what the address asks for; return a sentence where it cannot be opened, else empty."""
    trouble = ""
    if HANDED in st.query_params:
        handed = handed_over().take(st.query_params.pop(HANDED))
        if handed is None:
            trouble = KEPT_NO_MORE
        elif handed.is_html:
            content = handed.content.encode("utf-8", "replace")
            note_request(Request("handed", name=handed.title, content=content, page=handed.url))
        else:
            note_request(Request("handed", text=handed.content, name=handed.title, page=handed.url))
    if URL in st.query_params:
        st.session_state[_ASKED] = st.query_params.pop(URL).strip()[:LONGEST_ADDRESS]
    return trouble


def asked_address() -> str:
    """Return the web address that a link asks to have fetched, empty if none does."""
    return str(st.session_state.get(_ASKED, ""))


def fetch_asked() -> None:
    """Have it fetched, as the person said yes."""
    address = asked_address()
    leave_asked()
    note_request(Request("link", text=address))


def leave_asked() -> None:
    """Forget it."""
    st.session_state.pop(_ASKED, None)
