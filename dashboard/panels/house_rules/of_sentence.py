"""What house rules found in the selected sentence, in its card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.output.phrasing import rules as said
from analysis.output.phrasing.numerals import counted
from analysis.output.web_address import web_address

if TYPE_CHECKING:
    from analysis.output.rules.house_check import HouseCheck

MOST = 20
"""Most findings of a sentence that its card says; a sentence can be a page long."""


def findings_of_sentence(check: HouseCheck | None, sentence: int) -> None:
    """Draw the findings in ``sentence`` (from 0) under a heading; nothing where there are none.

    Rules are anybody's text: it goes in as plain text.
    """
    rows = check.by_sentence.get(sentence, []) if check else []
    if not rows:
        return
    st.subheader(said.TITLE, anchor=False)
    with st.container(gap="xsmall", key="card-rules"):
        for row in rows[:MOST]:
            st.text("\n".join(_lines(row)))
            link = web_address(row["link"])
            if link:
                st.link_button("The rule in the style guide", link, type="tertiary")
        if len(rows) > MOST:
            st.caption(f"And {counted(len(rows) - MOST, 'more finding')}.")


def _lines(row: dict[str, Any]) -> list[str]:
    lines = [
        said.found_line(row["severity"], row["text"], row["voice"]),
        said.shown(row["message"]),
        said.plainer_line(row["plainer"]),
        said.reason_line(row["reason"]),
        said.rule_line(row["check"], row["revision"]),
    ]
    return [line for line in lines if line]
