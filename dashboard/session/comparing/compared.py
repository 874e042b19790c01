"""The comparison that a session has open: its articles, which two are shown, which sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session.open_article import OpenArticle

if TYPE_CHECKING:
    from analysis import Comparison

_COMPARED, _SHOWN, _SELECTED = "compared", "compared-shown", "compared-selected"

Chosen = tuple[int, int]
"""A sentence: its article's place in the comparison and its number there, both from 0."""


@dataclass(frozen=True)
class Compared:
    """Two to five articles that are open beside each other, in their order, and what was found
    between them. At most five texts, held as long as they are compared."""

    articles: tuple[OpenArticle, ...]
    comparison: Comparison


def current_comparison() -> Compared | None:
    """Return the open comparison, None before the first."""
    compared: Compared | None = st.session_state.get(_COMPARED)
    return compared


def set_comparison(compared: Compared) -> None:
    """Make ``compared`` the open one: its first two articles shown, no sentence selected."""
    st.session_state[_COMPARED] = compared
    st.session_state[_SHOWN] = (0, 1)
    st.session_state[_SELECTED] = None


def shown_pair() -> tuple[int, int]:
    """Return the places of the two articles that are side by side."""
    pair: tuple[int, int] = st.session_state.get(_SHOWN, (0, 1))
    return pair


def chosen_sentence() -> Chosen | None:
    """Return the selected sentence, None if there is none."""
    chosen: Chosen | None = st.session_state.get(_SELECTED)
    return chosen


def set_pair(pair: tuple[int, int]) -> None:
    """Show these two different articles side by side; nothing changes where there are no such. A
    sentence of another article is selected no more."""
    compared = current_comparison()
    if compared is None or pair[0] == pair[1]:
        return
    if not all(0 <= place < len(compared.articles) for place in pair):
        return
    st.session_state[_SHOWN] = pair
    chosen = chosen_sentence()
    if chosen is not None and chosen[0] not in pair:
        st.session_state[_SELECTED] = None


def set_chosen(chosen: Chosen | None, beside: int | None = None) -> None:
    """Select a sentence, none where there is no such, and see that its article is shown.

    ``beside`` is the article that is to stand beside it, where that matters; else the pair that is
    shown changes only if the sentence is in neither, and then its first article stays.
    """
    compared = current_comparison()
    if compared is None or chosen is None or not _exists(compared, chosen):
        st.session_state[_SELECTED] = None
        return
    first, second = shown_pair()
    if beside is not None and {chosen[0], beside} != {first, second}:
        set_pair((min(chosen[0], beside), max(chosen[0], beside)))
    elif chosen[0] not in (first, second):
        set_pair((min(first, chosen[0]), max(first, chosen[0])))
    st.session_state[_SELECTED] = chosen


def _exists(compared: Compared, chosen: Chosen) -> bool:
    article, sentence = chosen
    if not 0 <= article < len(compared.articles):
        return False
    return 0 <= sentence < len(compared.articles[article].result.sentences)
