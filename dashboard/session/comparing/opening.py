"""Opening a comparison: its articles are read and analysed, compared, and the address written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import streamlit as st

from analysis.comparison.frames import letter
from analysis.errors import EmptyText, NotEnglish, SlantError
from dashboard.server.comparisons import comparison_of
from dashboard.server.results import Asked, analyse_all
from dashboard.session.comparing.address import (
    archived_number,
    names_in,
    note_address,
    pair_in,
    sentence_in,
    text_number,
    write_address,
)
from dashboard.session.comparing.compared import (
    Chosen,
    Compared,
    current_comparison,
    set_chosen,
    set_comparison,
    set_pair,
)
from dashboard.session.comparing.slots import (
    FEWEST,
    fill_slots,
    hold_own_words,
    offer_article,
    request_of,
    slots,
)
from dashboard.session.open_article import OpenArticle, keep_own_text, next_number, own_texts
from dashboard.session.opening import sample_article, samples
from dashboard.session.reading import read_request
from dashboard.session.requests import Request

if TYPE_CHECKING:
    from analysis import Result
    from analysis.reading.samples import Sample
    from dashboard.components.kept_text import Kept

_READ, _TROUBLES, _ALL_THE_SAME = "slots-read", "slots-troubles", "slots-all-the-same"

NOT_KEPT = (
    "This link is to a text that was not kept, as texts stay in the browser tab that gave them: "
    "paste or upload it again."
)


class NoSuchArticle(SlantError):
    """What a place or an address names is not there; the message says what to do."""


class Progress(Protocol):
    """Says on the page how far the opening is; ``ahead`` other articles go first."""

    def reading(self, place: int, count: int, ahead: int = 0) -> None:
        """Say that the article at ``place`` (from 0) of ``count`` is being read."""

    def comparing(self, ahead: int = 0) -> None:
        """Say that all are read and are being compared."""


@dataclass(frozen=True)
class Trouble:
    """Why the article of a place could not be read: a sentence for the reader, and whether it was
    refused for its ``language``, so that it can be analysed all the same."""

    said: str
    language: bool = False


def tellings(event: str) -> list[Sample]:
    """Return the samples that tell this event, the plain one first."""
    return [sample for sample in samples().values() if sample.event == event]


def events() -> list[str]:
    """Return the events that samples tell at least twice."""
    found = [sample.event for sample in samples().values()]
    return [event for event in dict.fromkeys(found) if found.count(event) > 1]


def missing_texts(given: Mapping[str, str]) -> list[int]:
    """Return the numbers of the own texts that the query parameters name and this session does
    not have. After a reload the browser may have them still."""
    numbers = (text_number(name) for name in names_in(given))
    had = {**own_texts(), **_compared_texts()}
    return [number for number in numbers if number is not None and number not in had]


def restore_texts(kept: Mapping[int, Kept], progress: Progress) -> None:
    """Open own texts that the browser kept again, under the same numbers; raises SlantError."""
    asked = [Asked(one.article, one.source, one.any_language) for one in kept.values()]
    for (number, one), made in zip(kept.items(), _analyses(asked, progress), strict=True):
        if isinstance(made, SlantError):
            raise made
        keep_own_text(OpenArticle(one.article, one.source, made, number=number))


def open_address(given: Mapping[str, str], first: Sequence[str], progress: Progress) -> str:
    """Open the comparison that the query parameters name; raises SlantError.

    If they name nothing, what is open stays open; without that, and where they cannot be followed,
    the samples ``first`` are compared. One article alone is put in a place of its own, for another
    beside it. Returns a sentence for the person if the address cannot be followed, else an empty
    string.
    """
    if not given and current_comparison() is not None:
        write_address()
        return ""
    names = names_in(given)
    if not names:
        # Own articles begin with empty places then: nobody asked for these samples.
        open_samples(first, progress, in_places=False)
        return ""
    found = _analysed([*map(_named, names)], progress)
    for place, article in enumerate(found):
        if isinstance(article, SlantError):
            if current_comparison() is None:
                open_samples(first, progress)
            else:
                write_address()
            return f"{letter(place)}: {article}"
    articles = [article for article in found if isinstance(article, OpenArticle)]
    if len(articles) < FEWEST:
        offer_article(articles[0])
        note_address(given)
        return ""
    _open(articles, progress)
    pair = pair_in(given, len(articles))
    if pair is not None:
        set_pair(pair)
    set_chosen(sentence_in(given))
    note_address(given)
    write_address()
    return ""


def open_samples(slugs: Sequence[str], progress: Progress, *, in_places: bool = True) -> None:
    """Compare the samples ``slugs``, which must exist; raises SlantError.

    ``in_places`` says that the places for own articles hold them too, so that another can be added.
    """
    found = _analysed([*map(_named, slugs)], progress)
    for article in found:
        if isinstance(article, SlantError):
            raise article
    articles = [article for article in found if isinstance(article, OpenArticle)]
    _open(articles, progress, in_places=in_places)
    write_address()


def open_slots(progress: Progress) -> None:
    """Compare what is in the places; raises SlantError if the comparison itself fails.

    Where one cannot be read, ``troubles`` says why, and what is compared stays. What was read is
    not read again for the next time.
    """
    order = slots()
    read: dict[int, tuple[Request, bool, OpenArticle]] = st.session_state.setdefault(_READ, {})
    for gone in read.keys() - set(order):
        del read[gone]
    asked: list[_Found] = []
    for place, slot in enumerate(order):
        request, any_language = request_of(slot), slot in all_the_same()
        before = read.get(slot)
        if before is not None and before[:2] == (request, any_language):
            asked.append(before[2])
        else:
            progress.reading(place, len(order))
            asked.append(_given(request, any_language))
    found: dict[int, Trouble] = {}
    articles = []
    for slot, article in zip(order, _analysed(asked, progress), strict=True):
        if isinstance(article, SlantError):
            found[slot] = Trouble(str(article), isinstance(article, NotEnglish))
        else:
            read[slot] = (request_of(slot), slot in all_the_same(), article)
            articles.append(article)
    st.session_state[_TROUBLES] = found
    if not found:
        _open(articles, progress)
        write_address()


def troubles() -> dict[int, Trouble]:
    """Return why places could not be read when they were last, by the place's number."""
    found: dict[int, Trouble] = st.session_state.get(_TROUBLES, {})
    return found


def forget_trouble(slot: int) -> None:
    """Say no more why this place could not be read: it has changed."""
    troubles().pop(slot, None)
    all_the_same().discard(slot)


def all_the_same() -> set[int]:
    """Return the places whose text is to be analysed whatever its language."""
    found: set[int] = st.session_state.setdefault(_ALL_THE_SAME, set())
    return found


def select(chosen: Chosen | None, beside: int | None = None) -> None:
    """Select a sentence (see ``set_chosen``) and write the address."""
    set_chosen(chosen, beside)
    write_address()


def show_pair(pair: tuple[int, int]) -> None:
    """Show these two articles side by side and write the address."""
    set_pair(pair)
    write_address()


def _open(articles: Sequence[OpenArticle], progress: Progress, *, in_places: bool = True) -> None:
    """Compare ``articles``, two to five, and make that the open comparison."""
    progress.comparing()
    found = comparison_of(
        [article.result for article in articles],
        progress.comparing,
        keep=all(article.sample for article in articles),
    )
    set_comparison(Compared(tuple(articles), found))
    if not hold_own_words():
        fill_slots(articles if in_places else ())
    st.session_state.pop(_TROUBLES, None)


_Found = OpenArticle | Asked | SlantError
"""An article that is open already, one that is to be analysed, or why there is none."""


def _analysed(found: Sequence[_Found], progress: Progress) -> list[OpenArticle | SlantError]:
    """Analyse what is to be, several at a time; own texts get their numbers in their order."""
    asked = [one for one in found if isinstance(one, Asked)]
    made = iter(_analyses(asked, progress))
    return [_opened(one, next(made)) if isinstance(one, Asked) else one for one in found]


def _analyses(asked: Sequence[Asked], progress: Progress) -> list[Result | SlantError]:
    return analyse_all(asked, lambda place, ahead: progress.reading(place, len(asked), ahead))


def _opened(asked: Asked, made: Result | SlantError) -> OpenArticle | SlantError:
    if isinstance(made, SlantError):
        return made
    if asked.keep:
        return OpenArticle(asked.article, asked.source, made, sample=asked.source)
    for text in own_texts().values():
        if text.result is made:
            return text
    text = OpenArticle(asked.article, asked.source, made, number=next_number())
    keep_own_text(text)
    return text


def _named(name: str) -> _Found:
    """Return the article that an address or a list calls ``name``."""
    number = text_number(name)
    if number is not None:
        text = own_texts().get(number) or _compared_texts().get(number)
        return text or NoSuchArticle(NOT_KEPT)
    where = archived_number(name)
    if where is not None:
        from dashboard.session.archive.articles import archived

        try:
            found = archived(*where)
        except SlantError as error:
            return error
        return Asked(found.article, found.source, found.any_language)
    if name not in samples():
        return NoSuchArticle(f"There is no sample called “{name}”: choose one from the list.")
    return Asked(sample_article(name), name, keep=True)


def _compared_texts() -> dict[int, OpenArticle]:
    """Return the own texts of the open comparison by number; the session may hold them no more."""
    compared = current_comparison()
    texts = compared.articles if compared else ()
    return {text.number: text for text in texts if text.number}


def _given(request: Request, any_language: bool) -> _Found:
    """Return the article that a place asks for."""
    if request.kind in ("sample", "text"):
        if not request.text:
            return NoSuchArticle("No article is chosen here: choose one, or remove this place.")
        return _named(request.text)
    if request.kind == "upload" and not request.name:
        return NoSuchArticle("No file was given: choose one, or remove this place.")
    if request.kind == "paste" and not request.text.strip():
        return EmptyText("is empty")
    try:
        return Asked(*read_request(request), any_language)
    except SlantError as error:
        return error
