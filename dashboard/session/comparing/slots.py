"""The places in which a reader puts together what to compare: two to five, each with a way in.

What is typed stays with its place, through errors and visits to other pages: the values of the
widgets are the session's (``persist_state``), under the keys that ``key_of`` gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.session.comparing.address import name_of
from dashboard.session.open_article import OpenArticle
from dashboard.session.requests import Request

FEWEST, MOST = 2, 5

KINDS = ("paste", "upload", "address", "sample", "text")
"""Ways in: pasted text, a file, a web address, a sample, a text that is open in this session."""

_SLOTS, _MADE, _FILES = "slots", "slots-made", "slot-files"


def slots() -> tuple[int, ...]:
    """Return the numbers of the places in their order; a number is never used twice."""
    if _SLOTS not in st.session_state:
        st.session_state[_SLOTS] = ()
        while len(slots()) < FEWEST:
            add_slot()
    found: tuple[int, ...] = st.session_state[_SLOTS]
    return found


def key_of(slot: int, what: str) -> str:
    """Return the key of a place's widget; ``what`` is ``kind`` or one of ``KINDS``."""
    return f"slot-{slot}-{what}"


def kind_of(slot: int) -> str:
    """Return the way in that is chosen in a place."""
    kind: str | None = st.session_state.get(key_of(slot, "kind"))
    return kind or KINDS[0]


def add_slot(kind: str = KINDS[0], value: str = "") -> int | None:
    """Add a place at the end and return its number; None, and nothing happens, if there are as
    many as can be compared. ``value`` is what its widget holds at first."""
    order: tuple[int, ...] = st.session_state.get(_SLOTS, ())
    if len(order) >= MOST:
        return None
    number = int(st.session_state.get(_MADE, 0)) + 1
    st.session_state[_MADE] = number
    st.session_state[_SLOTS] = (*order, number)
    st.session_state[key_of(number, "kind")] = kind
    if value:
        st.session_state[key_of(number, kind)] = value
    return number


def remove_slot(slot: int) -> None:
    """Take a place away, with what was given in it; the last two stay, emptied."""
    order = tuple(number for number in slots() if number != slot)
    st.session_state[_SLOTS] = order
    for what in ("kind", *KINDS):
        st.session_state.pop(key_of(slot, what), None)
    _files().pop(slot, None)
    while len(slots()) < FEWEST:
        add_slot()


def move_slot(slot: int, by: int) -> None:
    """Move a place ``by`` places down, up where that is negative."""
    order = [*slots()]
    at = order.index(slot)
    order.insert(max(0, at + by), order.pop(at))
    st.session_state[_SLOTS] = tuple(order)


def fill_slots(articles: Sequence[OpenArticle]) -> None:
    """Have the places hold ``articles``; places for two at least are left. What was typed goes."""
    for slot in slots():
        for what in ("kind", *KINDS):
            st.session_state.pop(key_of(slot, what), None)
    _files().clear()
    st.session_state[_SLOTS] = ()
    for article in articles:
        add_slot("sample" if article.sample else "text", name_of(article))
    while len(slots()) < FEWEST:
        add_slot()


def offer_article(article: OpenArticle) -> None:
    """Put an article into a place, for another beside it.

    Where nothing was typed it is the first place of all; else the first that is empty, or a new
    one. Where all five hold something nothing happens.
    """
    if not hold_own_words():
        fill_slots([article])
        return
    kind, name = "sample" if article.sample else "text", name_of(article)
    if any(request_of(slot) == Request(kind, text=name) for slot in slots()):
        return
    empty = (slot for slot in slots() if not request_of(slot).text and not file_in(slot))
    place = next(empty, None)
    if place is None:
        add_slot(kind, name)
    else:
        st.session_state[key_of(place, "kind")] = kind
        st.session_state[key_of(place, kind)] = name


def hold_own_words() -> bool:
    """Return whether something was typed or uploaded in the places, which must not be lost."""
    kinds = ((slot, kind) for slot in slots() for kind in ("paste", "address"))
    return bool(_files()) or any(st.session_state.get(key_of(*one)) for one in kinds)


def put_files(slot: int, files: Sequence[tuple[str, bytes]]) -> int:
    """Put files (name, content) into a place and, of several, into further places after the last.

    Return how many found no place: a comparison has at most five articles.
    """
    held = _files()
    for number, file in enumerate(files):
        place = add_slot("upload") if number else slot
        if place is None:
            return len(files) - number
        held[place] = file
    return 0


def file_in(slot: int) -> tuple[str, bytes] | None:
    """Return the name and content of the file that was put into a place, else None."""
    return _files().get(slot)


def request_of(slot: int) -> Request:
    """Return what is asked for in a place; its text may be empty."""
    kind = kind_of(slot)
    if kind == "upload":
        name, content = file_in(slot) or ("", b"")
        return Request(kind, name=name, content=content)
    return Request(kind, text=st.session_state.get(key_of(slot, kind)) or "")


def letters(of: Iterable[int]) -> dict[int, str]:
    """Return the letter that each place has, by its number."""
    return {slot: chr(ord("A") + place) for place, slot in enumerate(of)}


def _files() -> dict[int, tuple[str, bytes]]:
    held: dict[int, tuple[str, bytes]] = st.session_state.setdefault(_FILES, {})
    return held
