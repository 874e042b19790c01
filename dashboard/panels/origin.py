"""Where an own text is from: what its file or page says of itself, under the heading.

It is kept by the text's number in the session, as long as the text is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.text.one_line import one_line
from dashboard.escaping import for_markdown
from dashboard.session import state

if TYPE_CHECKING:
    from analysis import Article

LONGEST = 120
"""Characters that are shown of an author's or file's name; strangers' files may say anything."""

LONGEST_ADDRESS = 300


@dataclass(frozen=True)
class Origin:
    """What an article says of itself, each empty where it says nothing; plain, untrusted text."""

    author: str = ""
    date: str = ""
    address: str = ""


def keep_origin(article: Article) -> None:
    """Keep what is known of the own text that was just opened."""
    opened = state.opened()
    if opened is None:
        return
    origins: dict[int, Origin] = st.session_state.setdefault("origins", {})
    origins[opened.number] = Origin(article.author or "", article.date or "", article.url or "")
    for number in [*origins]:
        if number not in st.session_state["texts"]:
            del origins[number]


def origin(opened: state.Opened) -> None:
    """Draw a line on where an own text is from, and its address below it, as plain text."""
    known = st.session_state.get("origins", {}).get(opened.number, Origin())
    source = "" if opened.source == known.address else opened.source
    parts = [source or ("Web page" if known.address else "Pasted"), known.author, known.date]
    shown = [for_markdown(cut(part, LONGEST)) for part in parts if part]
    words = opened.result.article["words"].iloc[0]
    st.caption(" · ".join([*shown, f"{words:,} words"]))
    if known.address:
        st.text(cut(known.address, LONGEST_ADDRESS))


def cut(text: str, longest: int) -> str:
    """Return ``text`` on one line, with an ellipsis in place of what is over ``longest``."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
