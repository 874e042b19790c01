"""The text that the reader marks.

It is another one than the article that is open on the Read page: opening one here changes nothing
there. Its marks are the browser's until they are compared (``dashboard.components.marking``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.practice.material import MOST_WORDS, too_many_words
from dashboard.server.results import results
from dashboard.session.address import whole_number
from dashboard.session.open_article import (
    OpenArticle,
    keep_own_text,
    next_number,
    own_texts,
)
from dashboard.session.opening import analysed_sample, samples
from dashboard.session.practice.comparisons import forget_comparison
from dashboard.session.practice.progress import order_of
from dashboard.session.reading import read_request
from dashboard.session.requests import Request

if TYPE_CHECKING:
    from analysis import Article
    from analysis.practice.material import Material
    from analysis.queue.place import Waiting
    from dashboard.components.kept_text import Kept

PRACTISING = "practice-request"
"""Key of what was asked of the Practice page: a request for one page is none for another."""

FIRST_SAMPLE = "school-meals-loaded"
"""A fresh page opens on it: not the one that Read opens on, whose scores the reader may have
seen."""

_ORDER = "mark"
_TEXT, _MATERIAL = "practice-text", "practice-material"


class TooLongToMark(SlantError):
    """A text has ``words`` words, more than ``MOST_WORDS``."""

    def __init__(self, words: int) -> None:
        super().__init__(
            f"This text has {words:,} words, more than the {MOST_WORDS:,} that can be marked: "
            "paste a part of it."
        )
        self.words = words


def text_to_mark() -> OpenArticle | None:
    """Return the text that is being marked, None before the first."""
    text: OpenArticle | None = st.session_state.get(_TEXT)
    return text


def choices() -> dict[str, OpenArticle | None]:
    """Return what can be marked besides pasting, by name: ``text:2`` for the own texts of the
    session, the last first, then the samples by slug (None: analysed when chosen)."""
    own = {f"text:{number}": own_texts()[number] for number in sorted(own_texts(), reverse=True)}
    return {**own, **dict.fromkeys(samples())}


def another_sample() -> str:
    """Return the slug of the sample to mark after the one that is open: the next in the order of
    this session that tells another event."""
    text = text_to_mark()
    slugs = [*samples()]
    opened = text.sample if text is not None else ""
    order = [slugs[number] for number in order_of(_ORDER, len(slugs))]
    at = order.index(opened) + 1 if opened in order else 0
    event = samples()[opened].event if opened in samples() else ""
    after = (*order[at:], *order[:at])
    return next((slug for slug in after if samples()[slug].event != event), after[0])


def open_asked(request: Request, waiting: Waiting) -> None:
    """Open what a widget asked for: ``sample``, ``text`` (an own text's number) or ``paste``.

    It begins without marks. Raises ``SlantError``, and then nothing has changed. ``waiting`` is
    called for as long as the analysis waits for its turn, with the number of articles ahead, here
    and in the other functions.
    """
    if request.kind == "sample":
        st.session_state[_TEXT] = analysed_sample(request.text, waiting)
    elif request.kind == "text":
        text = own_texts().get(whole_number(request.text) or 0)
        if text is not None:
            _check_length(text.article)
            st.session_state[_TEXT] = text
    else:
        article, source = read_request(request)
        _check_length(article)
        _open_own(OpenArticle(article, source, results().get(article, source, waiting), "", 0))
    opened = text_to_mark()
    if opened is not None:
        forget_comparison(opened.key)


def open_kept(given: Mapping[str, str], kept: Kept, waiting: Waiting) -> None:
    """Open an own text again that the browser kept, under the number that the query parameters
    ``given`` name; raises ``SlantError``."""
    _check_length(kept.article)
    result = results().get(kept.article, kept.source, waiting, any_language=kept.any_language)
    number = whole_number(given["text"]) or next_number()
    _open_own(OpenArticle(kept.article, kept.source, result, "", number))


def open_named(given: Mapping[str, str], waiting: Waiting) -> str:
    """Open the text that the query parameters ``given`` name; raises ``SlantError``.

    What is open stays open where they name none or one that is not there; without that it is
    ``FIRST_SAMPLE``. Returns a sentence for the person if they cannot be followed, else an
    empty string.
    """
    slug, number = given.get("sample", ""), whole_number(given.get("text", ""))
    if slug in samples():
        st.session_state[_TEXT] = analysed_sample(slug, waiting)
        return ""
    if not slug and number in own_texts():
        _check_length(own_texts()[number].article)
        st.session_state[_TEXT] = own_texts()[number]
        return ""
    if text_to_mark() is None:
        st.session_state[_TEXT] = analysed_sample(FIRST_SAMPLE, waiting)
    if slug:
        return f"There is no sample called “{slug}”: choose one from the list."
    if "text" in given:
        return (
            "This link is to a text that was not kept, as texts stay in the browser tab that gave "
            "them: paste it again."
        )
    return ""


def material_to_mark(text: OpenArticle) -> Material:
    """Return the material of ``text``, the same object as long as the text is."""
    from analysis.practice.material import material_of

    kept: tuple[OpenArticle, Material] | None = st.session_state.get(_MATERIAL)
    if kept is None or kept[0] is not text:
        kept = st.session_state[_MATERIAL] = (
            text,
            material_of(text.result, text.article.title or ""),
        )
    return kept[1]


def _check_length(article: Article) -> None:
    """Raise TooLongToMark for a text of more than ``MOST_WORDS`` words, parted by white space."""
    words = too_many_words(article.text)
    if words:
        raise TooLongToMark(words)


def _open_own(text: OpenArticle) -> None:
    if not text.number:
        text = OpenArticle(text.article, text.source, text.result, "", next_number())
    keep_own_text(text)
    st.session_state[_TEXT] = text
