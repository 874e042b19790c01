"""The address of a comparison: its articles, the two that are shown, and a sentence.

``/compare?a=bus-fares-plain&b=bus-fares-loaded&shown=ab&s=a12``: two to five articles, each a
sample's slug or ``text:2`` for the second text given in this session; ``shown`` where there are
more than two; ``s`` is a sentence as people read it, the twelfth of A. As on the Read page, a link
opens on the same, and the browser's back button returns to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

import streamlit as st

from dashboard.session.address import MOST_DIGITS, whole_number
from dashboard.session.comparing.compared import (
    Chosen,
    chosen_sentence,
    current_comparison,
    shown_pair,
)
from dashboard.session.open_article import OpenArticle

LETTERS = "abcde"
"""Parameters of the articles, in their order."""

_NAMES = (*LETTERS, "shown", "s")
_WRITTEN = "compare-address"
_SENTENCE = re.compile(r"([a-e])([0-9]{1,6})")


def name_of(article: OpenArticle) -> str:
    """Return how the address calls an article: its sample's slug, ``text:2``, or
    ``archive:7:news`` for article 7 of the archive *news*, which becomes an own text there."""
    if article.place is not None:
        return f"archive:{article.place.number}:{article.place.archive}"
    return article.sample or f"text:{article.number}"


def address_of(
    articles: Sequence[OpenArticle], pair: tuple[int, int] = (0, 1), chosen: Chosen | None = None
) -> dict[str, str]:
    """Return the query parameters that open ``articles`` with this pair shown and this sentence
    selected."""
    where = {letter: name_of(article) for letter, article in zip(LETTERS, articles, strict=False)}
    if len(articles) > 2:
        where["shown"] = "".join(LETTERS[place] for place in pair)
    if chosen is not None:
        where["s"] = f"{LETTERS[chosen[0]]}{chosen[1] + 1}"
    return where


def names_in(given: Mapping[str, str]) -> list[str]:
    """Return how the query parameters call the articles, in the order of their letters."""
    return [given[letter] for letter in LETTERS if letter in given]


def text_number(name: str) -> int | None:
    """Return the number of the own text that ``text:2`` names, None for anything else."""
    kind, colon, number = name.partition(":")
    return whole_number(number) if kind == "text" and colon else None


def pair_in(given: Mapping[str, str], articles: int) -> tuple[int, int] | None:
    """Return the two of so many ``articles`` that the query parameters show, None if they name
    no such two."""
    named = given.get("shown", "").casefold()
    pairs = combinations(range(articles), 2)
    return next((pair for pair in pairs if sorted(named) == [LETTERS[n] for n in pair]), None)


def archived_number(name: str) -> tuple[str, int] | None:
    """Return the archive and the number that ``archive:7:news`` names, None for anything else."""
    kind, _, rest = name.partition(":")
    digits, colon, archive = rest.partition(":")
    number = whole_number(digits, MOST_DIGITS)
    return (archive, number) if kind == "archive" and colon and number is not None else None


def sentence_in(given: Mapping[str, str]) -> Chosen | None:
    """Return the sentence that the query parameters name, which there may not be; else None."""
    found = _SENTENCE.fullmatch(given.get("s", "").casefold())
    return (LETTERS.index(found[1]), int(found[2]) - 1) if found else None


def changed_address() -> dict[str, str] | None:
    """Return the query parameters if the person changed them: a link, or back and forward.

    None if they are those the page wrote last.
    """
    given = {name: st.query_params[name] for name in _NAMES if name in st.query_params}
    return None if given == st.session_state.get(_WRITTEN) else given


def note_address(given: Mapping[str, str]) -> None:
    """Note that the page has followed the query parameters ``given``."""
    st.session_state[_WRITTEN] = dict(given)


def write_address() -> None:
    """Make the address that of the open comparison."""
    compared = current_comparison()
    if compared is None:
        return
    wanted = address_of(compared.articles, shown_pair(), chosen_sentence())
    given = {name: st.query_params[name] for name in _NAMES if name in st.query_params}
    if given != wanted:
        params: dict[str, str | list[str]] = {
            name: st.query_params.get_all(name) for name in st.query_params if name not in _NAMES
        }
        st.query_params.from_dict({**params, **wanted})
    note_address(wanted)
