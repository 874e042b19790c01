"""The reader's own wordings of sentences, kept for the session."""

from __future__ import annotations

import streamlit as st

MOST_KEPT = 200
"""How many rewordings a session keeps; the oldest go first. One has at most 10,000 characters."""

_KEY = "rewordings"

Rewordings = dict[tuple[str, int], str]
"""Wordings by the article's key and the sentence's number, from 0."""


def reworded(article: str, sentence: int) -> str | None:
    """Return the reader's wording of a sentence, None if there is none."""
    return _kept().get((article, sentence))


def keep_rewording(article: str, sentence: int, wording: str | None) -> None:
    """Keep the reader's ``wording`` of a sentence; None takes it back."""
    kept = _kept()
    kept.pop((article, sentence), None)
    if wording is not None:
        kept[article, sentence] = wording
        while len(kept) > MOST_KEPT:
            del kept[next(iter(kept))]


def rewordings_of(article: str) -> dict[int, str]:
    """Return the reader's wordings of an article's sentences, by their number from 0."""
    return {sentence: text for (key, sentence), text in _kept().items() if key == article}


def _kept() -> Rewordings:
    kept: Rewordings = st.session_state.setdefault(_KEY, {})
    return kept
