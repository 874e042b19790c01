"""The page's address: the query string that opens an article and one of its sentences.

A link opens on the same article and sentence, and the browser's back button returns to them:

* ``?sample=bus-fares-plain&s=12``: a sample, and the twelfth sentence as the page counts;
* ``?text=2&s=5``: the second text given in this session. The last few texts are kept, in the
  session and in the browser's tab (``dashboard.components.kept_text``), so such a link opens
  nothing for anybody else;
* ``?archive=news&article=7&s=2``: the second sentence of article 7 of an archive of this server
  (``dashboard.session.archive``), by the number that the archive gives it;
* ``&voices=outlet,quoted`` in each: charts and counts show these voices and leave the others out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.frames import VOICES
from dashboard.session.open_article import OpenArticle, current_article, selected_sentence
from dashboard.session.voices import as_parameter, shown_voices

MOST_DIGITS = 12
"""Digits of an article's number in an archive that are read."""

_NAMES = ("sample", "text", "archive", "article", "s", "voices")


def address_of(
    article: OpenArticle, sentence: int | None, voices: Sequence[str] = VOICES
) -> dict[str, str]:
    """Return the query parameters that open ``article`` on ``sentence`` (from 0, None for none),
    with ``voices`` switched on."""
    if article.place is not None:
        where = {"archive": article.place.archive, "article": str(article.place.number)}
    elif article.sample:
        where = {"sample": article.sample}
    else:
        where = {"text": str(article.number)}
    if sentence is not None:
        where["s"] = str(sentence + 1)
    parameter = as_parameter(voices)
    return where | {"voices": parameter} if parameter else where


def changed_address() -> dict[str, str] | None:
    """Return the query parameters if the person changed them: a link, or back and forward.

    None if they are those the page wrote last.
    """
    given = {name: st.query_params[name] for name in _NAMES if name in st.query_params}
    return None if given == st.session_state.get("address") else given


def note_address(given: Mapping[str, str]) -> None:
    """Note that the page has followed the query parameters ``given``."""
    st.session_state["address"] = dict(given)


def write_address() -> None:
    """Make the address that of the open article and the selected sentence."""
    article = current_article()
    if article is None:
        return
    wanted = address_of(article, selected_sentence(), shown_voices())
    if st.session_state.get("address") == wanted:
        return
    params: dict[str, str | list[str]] = {
        name: st.query_params.get_all(name) for name in st.query_params if name not in _NAMES
    }
    st.query_params.from_dict({**params, **wanted})
    note_address(wanted)


def whole_number(digits: str, most: int = 6) -> int | None:
    """Return the number in a query parameter, None if it is none of at most ``most`` digits."""
    # Six as a rule: no article has a million sentences, and int() takes ages on millions of digits.
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= most else None
