"""The question before a page on the web is fetched that a link (``?url=``) asks for."""

from __future__ import annotations

import streamlit as st

from analysis.reading.web.fetch_switch import is_on
from dashboard.escaping import cut
from dashboard.session.handover import asked_address, fetch_asked, leave_asked

LONGEST = 300
"""Characters that are shown of the address, which a stranger may have made."""


def ask_before_fetching() -> None:
    """Ask whether the page is to be fetched; draw nothing where no link asked."""
    address = asked_address()
    if not address:
        return
    with st.container(border=True, key="asked-address", gap="xsmall"):
        if is_on():
            st.markdown("**Fetch this page and analyse it?** Its site will see that it was asked.")
        else:
            st.markdown("A link asks for this page, but fetching pages is switched off here.")
        st.text(cut(address, LONGEST))
        with st.container(horizontal=True, gap="small"):
            if is_on():
                st.button("Fetch and analyse", type="primary", on_click=fetch_asked)
            st.button("No, leave it", on_click=leave_asked)
