"""The line under the heading: what an own text's file or page says of itself, which article of an
archive it is, or which sample, with a button to a sample that tells the same event in another
style.

Beside each stands a link that compares the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.reading.samples import tellings, twin
from dashboard.escaping import cut, for_markdown
from dashboard.session.archive.left import address_left
from dashboard.session.comparing.address import LETTERS, name_of
from dashboard.session.comparing.slots import MOST
from dashboard.session.open_article import OpenArticle, Place
from dashboard.session.opening import samples
from dashboard.session.requests import Request, note_request

if TYPE_CHECKING:
    from analysis.reading.samples import Sample

COMPARE = "dashboard/pages/compare.py"
ARCHIVE = "dashboard/pages/archive.py"

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
    with st.container(
        horizontal=True, vertical_alignment="center", key="text-origin", gap="xxsmall"
    ):
        st.caption(" · ".join([*shown, f"{words:,} words"]), width="content")
        _compare_own(opened)
    if url:
        st.text(cut(url, LONGEST_ADDRESS))


def archive_origin(opened: OpenArticle, place: Place) -> None:
    """Draw a line on where an article of an archive is from, with a link back to the archive, and
    its address below it, as plain text."""
    article = opened.article
    words = opened.result.article["words"].iloc[0]
    parts = [place.outlet, article.date, article.author]
    shown = [for_markdown(cut(part, LONGEST)) for part in parts if part]
    name = for_markdown(cut(place.archive, LONGEST))
    with st.container(
        horizontal=True, vertical_alignment="center", key="archive-origin", gap="xxsmall"
    ):
        st.caption(
            " · ".join([*shown, f"{words:,} words", f"from the archive {name}"]), width="content"
        )
        st.page_link(
            ARCHIVE,
            label="Back to the archive",
            icon=":material/inventory_2:",
            query_params=address_left(place.archive),
        )
        _compare_own(opened)
    if article.url:
        st.text(cut(article.url, LONGEST_ADDRESS))


def _compare_own(opened: OpenArticle) -> None:
    """Draw a link that compares an article that is no sample."""
    st.page_link(
        COMPARE,
        label="Compare with another article",
        icon=":material/compare:",
        query_params={LETTERS[0]: name_of(opened)},
    )


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
        _compare_link(sample)


def _compare_link(sample: Sample) -> None:
    """Draw a link that compares a sample with the other tellings of its event."""
    others = tellings(sample, samples().values())
    if others:
        slugs = [one.slug for one in (sample, *others)][:MOST]
        st.page_link(
            COMPARE,
            label=f"Compare with the other telling{'s' if len(others) > 1 else ''}",
            icon=":material/compare:",
            query_params=dict(zip(LETTERS, slugs, strict=False)),
        )
