"""The open article of a session, the selected sentence, and the own texts it can go back to.

The session is what keeps an own text and its analysis in memory (``server.results``): they go when
it ends, which Streamlit says is two minutes after its page was closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.server.results import size_of

if TYPE_CHECKING:
    from analysis import Article, Result

TEXTS_KEPT = 5
"""How many own texts a session can go back to."""

BYTES_KEPT = 4_000_000
"""Most bytes of own texts with their analyses in a session, the newest not counted. An article
of 600 words has about 25,000, the longest there may be, of 100,000 words, a few million."""


@dataclass(frozen=True)
class Place:
    """Where an article of an archive is from: the name of the archive's folder, the article's
    ``number`` in it, and the ``outlet``, empty if not known."""

    archive: str
    number: int
    outlet: str


@dataclass(frozen=True)
class OpenArticle:
    """An article that is open: what was read and what was found in it.

    ``article`` is as it was read, with the title it is shown under; ``source`` is its file's
    name, its web address or its sample's slug, empty for a pasted text; ``result`` is its
    analysis. Exactly one of ``sample`` (a slug), ``number`` (of an own text in this session, from
    1) and ``place`` (in an archive) is set; the others are empty, 0 or None. What strangers wrote
    is plain, untrusted text.
    """

    article: Article
    source: str
    result: Result
    sample: str = ""
    number: int = 0
    place: Place | None = None

    @cached_property
    def key(self) -> str:
        """A short name of its text, for widgets that have to tell articles apart."""
        return sha256(self.article.text.encode("utf-8")).hexdigest()[:12]


def current_article() -> OpenArticle | None:
    """Return the open article, or None before the first."""
    article: OpenArticle | None = st.session_state.get("opened")
    return article


def selected_sentence() -> int | None:
    """Return the selected sentence's number from 0, or None."""
    sentence: int | None = st.session_state.get("selected")
    return sentence


def set_opened(article: OpenArticle) -> None:
    """Make ``article`` the open one, with no sentence selected."""
    st.session_state["opened"] = article
    st.session_state["selected"] = None


def set_selected(sentence: int | None) -> None:
    """Make ``sentence`` (from 0) the selected one; none where the open article has no such."""
    article = current_article()
    if article is None or sentence is None or not 0 <= sentence < len(article.result.sentences):
        sentence = None
    st.session_state["selected"] = sentence


def next_number() -> int:
    """Return the number of the next own text of this session."""
    return int(st.session_state.get("texts_opened", 0)) + 1


def own_texts() -> dict[int, OpenArticle]:
    """Return the own texts that are kept, by number."""
    texts: dict[int, OpenArticle] = st.session_state.get("texts", {})
    return texts


def keep_own_text(article: OpenArticle) -> None:
    """Keep an own text with its number; the oldest ones may go."""
    texts: dict[int, OpenArticle] = st.session_state.setdefault("texts", {})
    texts[article.number] = article
    forget_oldest(texts)
    # Not lower than before: one that the browser gave back is older than the last.
    st.session_state["texts_opened"] = max(next_number() - 1, article.number)


def forget_oldest(texts: dict[int, OpenArticle]) -> None:
    """Leave the last texts that are within ``TEXTS_KEPT`` and ``BYTES_KEPT``, the newest always."""
    room = BYTES_KEPT
    for place, number in enumerate(sorted(texts, reverse=True)):
        if place:
            room -= size_of(texts[number].result)
        if place >= TEXTS_KEPT or room < 0:
            del texts[number]
