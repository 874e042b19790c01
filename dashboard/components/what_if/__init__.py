"""The box in which a sentence is reworded and scored as it is typed: one Streamlit component.

The text box belongs to the browser: Python reads it and never writes into it, except when
another sentence takes its place. See ``what_if.js`` for the part that runs in the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import streamlit as st

from analysis.output.blocks import direction
from dashboard.charts.palette import palette
from dashboard.components.component import component
from dashboard.components.what_if.judgement import (
    EMPTY,
    HINT,
    MAX_CHARACTERS,
    NOT_ENGLISH,
    Judgement,
    change,
    cut_notice,
    gone,
    judge,
    language_notice,
    scale,
    shown,
    too_long,
)
from dashboard.components.what_if.statement_part import alone, moved
from dashboard.session.rewordings import keep_rewording, reworded
from dashboard.session.waiting import stop_if_closed

__all__ = ["Subject", "what_if"]

LABEL = "What if it were worded differently?"

Also = Callable[[str, str], object]
"""Draws what else there is to say; given the wording and its band, empty where it has none."""

_component = component("what_if")


@dataclass(frozen=True)
class Subject:
    """The sentence in the box: its ``text``, its ``number`` from 0, the key of its ``article``,
    the text in ``plainer`` words (empty where there are none), and the ``passages`` of the text
    that are scored by themselves, as ``statement_part.passages_of`` gives them."""

    text: str
    number: int
    article: str
    plainer: str = ""
    passages: tuple[tuple[int, int], ...] = ()


@st.fragment
def what_if(
    subject: Subject,
    *,
    key: str,
    label: str = LABEL,
    tones: bool = True,
    english_only: bool = False,
    also: Also | None = None,
) -> None:
    """Draw the box with the ``subject`` and the scores before and after what is typed into it, and
    a button that puts it into plainer words, if it has any.

    A fragment: an edit reruns this and nothing else, ``also`` with it, after the scores. The edit
    is kept for the session (``dashboard.session.rewordings``) and stands in the box when the
    sentence comes back into it. ``key`` must be unique on the page, ``label`` stands above the box,
    and ``tones`` says whether the scores of the tone are shown too. With ``english_only`` a wording
    that does not look like English is not scored. What cannot be scored is said
    in one sentence below the box.
    """
    sentence = subject.text
    named = f"{subject.article} {subject.number} {sentence}"
    digest = sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    kept = reworded(subject.article, subject.number)
    turn, wording = _edit(key, digest, sentence, sentence if kept is None else kept)
    keep_rewording(subject.article, subject.number, None if wording == sentence else wording)
    found = scores(sentence, wording, lambda given: _judged_once(given, subject, key), english_only)
    _component(
        key=key,
        data={
            "sentence": sentence,
            "number": subject.number,
            "plainer": subject.plainer,
            "digest": digest,
            "turn": turn,
            "wording": wording,
            "direction": direction(wording or sentence),
            "colours": _colours(),
            "label": label,
            "tones": tones,
            **found,
        },
        on_edit_change=_only_rerun,
    )
    if also is not None:
        also(wording, found["after"]["band"] if found["after"] else "")


def scores(
    sentence: str,
    wording: str,
    judge: Callable[[str], Judgement] = judge,
    english_only: bool = False,
) -> dict[str, Any]:
    """Return what the component shows of ``sentence`` and of its new ``wording``, both scored by
    ``judge``.

    ``before`` and ``after`` are ``judgement.shown`` or None, ``gone`` the loaded words no
    longer found, ``marks`` the two thresholds, ``scale`` their meaning, ``change`` the
    difference in words, ``notice`` what else there is to say: a hint, an error, a cut.
    ``english_only``: a wording in another language is not scored, else with a notice of its own.
    """
    from analysis import SlantError
    from analysis.scoring.classifier import classifier

    found: dict[str, Any] = {"before": None, "after": None, "gone": [], "marks": []}
    found |= {"scale": "", "change": "", "notice": ""}
    try:
        thresholds = classifier().thresholds
        marks = (thresholds.not_loaded_below, thresholds.loaded_from)
        before = judge(sentence)
        found |= {"before": shown(before), "marks": marks, "scale": scale(*marks)}
        if not wording.strip():
            return {**found, "notice": EMPTY}
        edited = wording != sentence
        if edited and (notice := too_long(wording)):
            return {**found, "notice": notice}
        if edited and english_only and language_notice(wording):
            return {**found, "notice": NOT_ENGLISH}
        after = judge(wording) if edited else before
        notice = cut_notice(wording, after.read_to) or language_notice(wording)
        return {
            **found,
            "after": shown(after),
            "gone": gone(before, after),
            "change": change(before, after) if edited else "",
            "notice": notice or ("" if edited else HINT),
        }
    except SlantError as error:
        return {**found, "notice": str(error)}


def _judged_once(wording: str, subject: Subject, key: str) -> Judgement:
    """Return the judgement of ``wording``. That of the subject as it stands, which every edit
    needs, is kept in the session until the box ``key`` gets another sentence."""
    if wording != subject.text:
        return judged_part(wording, subject)
    kept: tuple[Subject, Judgement] | None = st.session_state.get(f"{key}.before")
    if kept is None or kept[0] != subject:
        kept = st.session_state[f"{key}.before"] = (subject, judged_part(wording, subject))
    return kept[1]


def judged_part(wording: str, subject: Subject) -> Judgement:
    """Score ``wording`` as the article's sentence was scored: what it holds of a statement by
    itself, else all of it."""
    part = alone(wording, moved(subject.text, wording, subject.passages))
    if not part:
        return judge(wording, stop_if_closed)
    found = judge(part, stop_if_closed)
    # Of the part the model read all, or only the beginning; what stands around it is not missing.
    return replace(found, read_to=len(wording)) if found.read_to >= len(part) else found


def _edit(key: str, digest: str, sentence: str, kept: str) -> tuple[int, str]:
    """Return the number of the last edit received and the wording that counts now.

    Edits are numbered by the browser. One counts if it was made to this sentence (``digest``)
    and since the sentence came into the box: an older one, even of the same words, is past, and
    the wording is the one ``kept``, or the ``sentence`` itself.
    """
    state = st.session_state.get(key)
    event = state.get("edit") if state else None
    last, edited, typed = 0, None, None
    if isinstance(event, dict) and isinstance(event.get("turn"), int):
        last, edited, typed = event["turn"], event.get("digest"), event.get("wording")
    since_key = f"{key}.since"
    shown, since = st.session_state.get(since_key, ("", 0))
    last = max(last, since)
    if shown != digest:
        since = last
        st.session_state[since_key] = (digest, since)
    if last > since and edited == digest and isinstance(typed, str):
        return last, typed
    return last, kept if len(kept) <= MAX_CHARACTERS else sentence


def _colours() -> dict[str, str]:
    """Return the custom properties of the style that depend on the theme."""
    colours = palette(st.context.theme.type)
    tones = {f"tone-{name}": colour for name, colour in colours.sentiments.items()}
    bands = {band.replace(" ", "-"): colour for band, colour in colours.bands.items()}
    return {**bands, **tones, "muted": colours.muted}


def _only_rerun() -> None:
    """Declare ``edit`` as a state of the component; the rerun itself does the work."""
