"""Lists whose entries lead to sentences of the text: speakers with their statements, and names.

A click tells the text view in the browser (``slant-go``), which selects the sentence and tells
Python; the sentence selected there is marked here. Entries that lead to sentences of several
articles tell Python themselves (``gone_to``). See ``sentence_lists.js``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from dashboard.components.component import component

__all__ = ["Entry", "GoneTo", "Group", "gone_to", "sentence_lists"]

_component = component("sentence_lists")


@dataclass(frozen=True)
class Entry:
    """A line that leads to ``sentences`` (from 0): to the first, and clicked again to the next.

    ``sign`` stands before the ``text``, ``note`` after it; all plain text, drawn as such. ``label``
    is what a screen reader says instead of the three, where it is not empty. Where several articles
    are on the page, ``articles`` has the place of each sentence's article. A ``faint`` entry is
    greyed, which its text has to give the reason for.
    """

    sentences: Sequence[int]
    text: str
    sign: str = ""
    note: str = ""
    label: str = ""
    articles: Sequence[int] = ()
    faint: bool = False


@dataclass(frozen=True)
class Group:
    """Entries under a ``title``, plain text, drawn as such.

    With ``share`` (0 to 1) a bar of that length stands under the title; ``facts`` are a line each.
    A group that is ``folded`` shows its ``notes`` and entries once it is opened, a line each, with
    ``unfolded`` from the start; the entries of another one stand side by side under the title.
    """

    title: str
    entries: Sequence[Entry]
    share: float | None = None
    facts: Sequence[str] = ()
    notes: Sequence[str] = ()
    folded: bool = True
    unfolded: bool = False


@dataclass(frozen=True)
class GoneTo:
    """A sentence that an entry led to: its ``article``'s place, its number there, and the article
    that is to be seen ``beside`` it, None where that does not matter."""

    article: int
    sentence: int
    beside: int | None


def sentence_lists(
    groups: Sequence[Group], *, key: str, selected: tuple[int, int] | None = None
) -> None:
    """Show ``groups``; ``key`` must be unique on the page.

    ``selected`` is the article and sentence that are to be marked, where there are several
    articles.
    """
    _component(
        key=key,
        data={
            "groups": [asdict(group) for group in groups],
            "selected": list(selected) if selected else None,
        },
        on_gone_change=lambda: None,
    )


def gone_to(key: str) -> GoneTo | None:
    """Return where an entry of the lists ``key`` has led since the last run, None if nowhere.

    It comes from the browser: there may be no such article or sentence.
    """
    state = st.session_state.get(key)
    event = state.get("gone") if state else None
    if not isinstance(event, dict):
        return None
    turn, article, sentence = (_number(event, name) for name in ("turn", "article", "sentence"))
    if turn is None or article is None or sentence is None:
        return None
    handled = f"{key}.handled"
    if turn <= st.session_state.get(handled, 0):
        return None
    st.session_state[handled] = turn
    return GoneTo(article, sentence, _number(event, "beside"))


def _number(event: dict[str, Any], name: str) -> int | None:
    number = event.get(name)
    return number if isinstance(number, int) else None
