"""The exercise *Which is which*: two wordings of one fact, one of them loaded.

Scores and words go to the browser only after the answer: until then the page holds both sentences
and nothing else of the item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.numerals import percent
from analysis.output.phrasing.practice.exercises import wording_said
from dashboard.components.what_if.judgement import judge
from dashboard.escaping import for_markdown
from dashboard.panels.origin import COMPARE, event_name
from dashboard.panels.practice.outcome import next_button, so_far_line
from dashboard.session.comparing.address import LETTERS
from dashboard.session.opening import samples
from dashboard.session.practice.address import WORDINGS
from dashboard.session.practice.progress import answer, give_answer, item_shown, shown, swapped
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.practice.exercises.wordings import WordingItem

PLACES = ("first", "second")
_EDGES = "“”‘’\"'.,;:!?()[]…–—"


def wordings() -> None:
    """Draw the exercise."""
    from analysis.practice.exercises.wordings import wording_items

    try:
        items = wording_items()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    number = item_shown(WORDINGS, len(items))
    item = items[number]
    loaded = 0 if swapped(WORDINGS, number) else 1
    texts = (item.loaded, item.plain) if loaded == 0 else (item.plain, item.loaded)
    given = answer(WORDINGS)
    chosen = given[0] if given is not None else st.session_state.get(_choice_key())
    _pair(texts, chosen, None if given is None else loaded)
    if given is None:
        if chosen is not None:
            _words(texts[chosen], chosen, loaded)
    else:
        _outcome(item, texts, loaded, given)
    so_far_line(WORDINGS)


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence to choose from, each once, without the marks around them."""
    words = (word.strip(_EDGES) for word in sentence.split())
    return [*dict.fromkeys(word for word in words if word)]


def marked_of(marked: Sequence[str], words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which of the key's ``words`` hold a word that the reader ``marked``, and which hold
    none."""
    seen = {word.casefold() for word in marked}
    found: list[str] = []
    others: list[str] = []
    for phrase in words:
        hit = any(word.casefold() in seen for word in words_of(phrase))
        (found if hit else others).append(phrase)
    return found, others


def _choice_key() -> str:
    return f"practice-wordings-choice-{shown(WORDINGS)}"


def _words_key(chosen: int) -> str:
    return f"practice-wordings-words-{shown(WORDINGS)}-{chosen}"


def _pair(texts: Sequence[str], chosen: int | None, loaded: int | None) -> None:
    """Draw both sentences, each with the button that chooses it or, once the ``loaded`` one may be
    told, with what the reader and the key say of it."""
    with st.container(key="practice-pair"):
        for place, column in enumerate(st.columns(2, gap="medium")):
            with column, st.container(border=True, key=f"practice-wording-{place}"):
                st.text(texts[place])
                if loaded is not None:
                    said = ["Loaded by the key"] if place == loaded else []
                    said += ["your choice"] if place == chosen else []
                    st.caption(", ".join(said).capitalize() or "Not loaded by the key")
                else:
                    st.button(
                        f"The {PLACES[place]} is loaded",
                        key=f"practice-choose-{place}",
                        type="primary" if chosen == place else "secondary",
                        icon=":material/check:" if chosen == place else None,
                        on_click=_choose,
                        args=(place,),
                    )


def _choose(place: int) -> None:
    st.session_state[_choice_key()] = place


def _words(sentence: str, chosen: int, loaded: int) -> None:
    st.pills(
        f"Which words of the {PLACES[chosen]} make it loaded? You may leave this out.",
        words_of(sentence),
        selection_mode="multi",
        key=_words_key(chosen),
        format_func=for_markdown,
    )
    st.button(
        "Show the answer",
        key="practice-wordings-answer",
        type="primary",
        on_click=_answer,
        args=(chosen, loaded),
    )


def _answer(chosen: int, loaded: int) -> None:
    marked = tuple(st.session_state.get(_words_key(chosen)) or ())
    give_answer(WORDINGS, (chosen, marked), agrees=chosen == loaded)


def _outcome(
    item: WordingItem, texts: Sequence[str], loaded: int, given: tuple[int, Sequence[str]]
) -> None:
    chosen, marked = given
    with st.container(key="practice-outcome", gap="small"):
        st.info(wording_said(chosen == loaded))
        st.markdown(f"What makes the {PLACES[loaded]} loaded: {_listed(item.words)}.")
        if marked and chosen == loaded:
            found, others = marked_of(marked, item.words)
            if found:
                st.markdown(f"You marked these too: {_listed(found)}.")
            if others:
                st.markdown(f"You did not mark: {_listed(others)}. Would you now?")
        _model_said(texts, loaded)
        if item.plain_article in samples() and item.loaded_article in samples():
            st.page_link(
                COMPARE,
                label=f"See both reports side by side: {event_name(item.event)}",
                icon=":material/compare:",
                query_params=dict(
                    zip(LETTERS, (item.plain_article, item.loaded_article), strict=False)
                ),
            )
        next_button(WORDINGS)


def _model_said(texts: Sequence[str], loaded: int) -> None:
    """Draw the model's scores of both, and what to think of them where they are not as the key."""
    try:
        found = [judge(text, stop_if_closed) for text in texts]
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    scores = [
        f"the {place} *{BAND_NAMES[one.band]}* ({percent(one.probability)})"
        for place, one in zip(PLACES, found, strict=True)
    ]
    st.markdown(f"The model calls {scores[0]} and {scores[1]}.")
    if found[loaded].band != "loaded" or found[1 - loaded].band != "not loaded":
        st.caption("That is not as the key has it. The model can be wrong: what do you think?")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{for_markdown(word)}”" for word in words)
