"""A text in which a reader marks what seems loaded, and only then sees the model's view.

The marks stay in the browser, for the tab (``sessionStorage``), until the reader asks for the
comparison; nothing of the model's goes there before. The same scripts draw the text on the pupils'
page (``dashboard/pupil``): ``core.js`` with ``text.js``, ``bar.js`` and ``reveal.js``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import streamlit as st

from analysis.practice.marks import REASONS, BadMark, Mark, mark_of, mark_told
from analysis.practice.material import Material, model_told, told
from dashboard.components.component import component
from dashboard.components.component.encoding import encoded

__all__ = ["Committed", "Differences", "committed", "committed_marks", "marking"]

SCRIPTS = ("text.js", "bar.js", "reveal.js", "core.js")
"""Scripts of this folder that draw a text to mark, without Streamlit."""

_component = component("marking", *SCRIPTS)


@dataclass(frozen=True)
class Committed:
    """What the reader marked: ``marks`` in the order of the sentences, one a sentence. A sentence
    that the reader left alone has none."""

    marks: tuple[Mark, ...]


class Differences(Protocol):
    """Where reader and model differ, as sentences from 0 (``analysis.practice.with_model``)."""

    @property
    def only_reader(self) -> Sequence[int]: ...
    @property
    def only_model(self) -> Sequence[int]: ...


def committed(material: Material, key: str, attempt: int = 0) -> Committed | None:
    """Return what the reader committed of ``material`` in the component ``key``; None before that,
    and where what the browser sent does not fit the material.

    ``attempt`` is as in ``marking``. Call it before that, to work out what is to be revealed.
    """
    try:
        return _committed(material, key, attempt)
    except BadMark:
        return None


def committed_marks(given: object, sentences: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
    """Return the marks that ``given``, a browser's decoded JSON, stands for, by sentence.

    ``sentences`` are the offsets of the material's sentences. Of two marks of one sentence the
    later counts. Raises BadMark.
    """
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise BadMark("is not on a list")
    marks = {mark.sentence: mark for mark in (mark_of(one, sentences) for one in given)}
    return tuple(marks[sentence] for sentence in sorted(marks))


def marking(
    material: Material,
    *,
    key: str,
    revealed: Differences | None = None,
    attempt: int = 0,
    show: tuple[int, int] = (0, 0),
) -> Committed | None:
    """Show ``material`` to be marked; return what the reader committed, None before that.

    With ``revealed``, worked out from what ``committed`` gives, the text shows the model's view and
    where the two differ. It is left out as long as the reader has committed nothing: until then
    only ``told`` and the reasons go to the browser. Another ``attempt`` (a higher number) at the
    same text begins without marks. ``show`` is a sentence (from 0) to bring into view, with the
    number of that wish: a higher number than before asks for it anew; there is none before the
    view is revealed. ``key`` names the component and must be unique on the page.

    Marks that do not fit the text are told to the reader and forgotten.
    """
    text, digest = _told(material, key)
    refused = False
    try:
        done = _committed(material, key, attempt)
    except BadMark as error:
        st.error(str(error))
        done, refused = None, True
    turn = _event(key).get("turn")
    _component(
        key=key,
        data={
            "material": text,
            "digest": digest,
            "attempt": attempt,
            "refused": refused,
            "turn": turn if isinstance(turn, int) else 0,
            "show": [*show],
            "revealed": encoded(_view(material, done, revealed))[0] if done and revealed else None,
        },
        on_committed_change=_only_rerun,
    )
    return done


def _committed(material: Material, key: str, attempt: int) -> Committed | None:
    """Return what was committed, None before that; raise BadMark if it does not fit."""
    event = _event(key)
    if event.get("of") != attempt or event.get("text") != _told(material, key)[1]:
        return None
    return Committed(committed_marks(event.get("marks"), material.sentences))


def _event(key: str) -> Mapping[str, Any]:
    """Return what the browser said last: ``text``, its digest, the attempt it is ``of``, the
    ``marks`` and the browser's number of it, ``turn``; empty before that."""
    state = st.session_state.get(key)
    event = state.get("committed") if state else None
    return event if isinstance(event, Mapping) else {}


def _view(material: Material, done: Committed, differences: Differences) -> dict[str, Any]:
    """Return what the browser draws after the reveal."""
    return {
        "model": model_told(material),
        "only_reader": [*differences.only_reader],
        "only_model": [*differences.only_model],
        "marks": [mark_told(mark) for mark in done.marks],
    }


def _told(material: Material, key: str) -> tuple[str, str]:
    """Return what is told of ``material`` as JSON, with its digest; once a material and session."""
    cache_key = f"{key}.told"
    cached: tuple[Material, tuple[str, str]] | None = st.session_state.get(cache_key)
    if cached is None or cached[0] is not material:
        cached = (material, encoded({**told(material), "reasons": REASONS}))
        st.session_state[cache_key] = cached
    return cached[1]


def _only_rerun() -> None:
    """Declare ``committed`` as a state of the component; the rerun itself does the work."""
