"""The line under the heading: what an own text's file or page says of itself, or which sample it
is, with a button to a sample that tells the same event in another style."""

from __future__ import annotations

import streamlit as st

from analysis.reading.samples import twin
from dashboard.escaping import cut, for_markdown
from dashboard.session.open_article import OpenArticle
from dashboard.session.opening import samples
from dashboard.session.requests import Request, note_request

STYLE_NAMES = {
    "plain": "told plainly",
    "loaded": "told loaded",
    "opposed": "told loaded the other way",
}

LONGEST = 120
"""Characters that are shown of an author's or file's name; strangers' files may say anything."""

LONGEST_ADDRESS = 300

LONGEST_NOTICE = 300
NOTICES_SHOWN = 5
"""So many notices are shown; each page of a file may have one."""


def origin(opened: OpenArticle) -> None:
    """Draw a line on where an own text is from, and its address below it, as plain text."""
    article = opened.article
    url = article.url or ""
    source = "" if opened.source == url else opened.source
    parts = [source or ("Web page" if url else "Pasted"), article.author, article.date]
    shown = [for_markdown(cut(part, LONGEST)) for part in parts if part]
    words = opened.result.article["words"].iloc[0]
    st.caption(" · ".join([*shown, f"{words:,} words"]))
    if url:
        st.text(cut(url, LONGEST_ADDRESS))


def notices(opened: OpenArticle) -> None:
    """Draw what is to be known of how complete the text is, a line each: what was not read, what
    was repaired."""
    said = opened.article.notices
    for notice in said[:NOTICES_SHOWN]:
        st.caption(for_markdown(cut(notice, LONGEST_NOTICE)))
    if len(said) > NOTICES_SHOWN:
        st.caption(f"And {len(said) - NOTICES_SHOWN:,} more notes of this kind.")


def event_name(event: str) -> str:
    """Return an event's slug as words: ``bus-fares`` is ``Bus fares``."""
    return event.replace("-", " ").capitalize()


def sample_origin(opened: OpenArticle) -> None:
    """Draw a line on where the open sample is from, and a button that opens its twin."""
    sample = samples()[opened.sample]
    style = STYLE_NAMES.get(sample.style, sample.style)
    words = opened.result.article["words"].iloc[0]
    with st.container(
        horizontal=True, vertical_alignment="center", key="sample-origin", gap="xxsmall"
    ):
        st.caption(
            # First, as a phone cuts the line.
            f"Invented for this project · {for_markdown(sample.outlet)} · "
            f"{for_markdown(event_name(sample.event))}, {style} · {words:,} words",
            width="content",
        )
        other = twin(sample, samples().values())
        if other is not None:
            st.button(
                f"Read the {other.style} telling",
                key="twin",
                type="tertiary",
                icon=":material/swap_horiz:",
                on_click=note_request,
                args=(Request("sample", text=other.slug),),
            )
