"""The exercise *Make it plain, make it loaded*: a sentence to reword against the live score."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.practice.exercises import reached, rewriting_said
from dashboard.components.kept_wording import KeptWording, kept_wording, wording_back
from dashboard.components.what_if import Subject, what_if
from dashboard.escaping import for_markdown
from dashboard.panels.practice.facts import draw_facts, kept_facts
from dashboard.session.open_article import current_article, selected_sentence
from dashboard.session.practice.address import REWRITE
from dashboard.session.practice.progress import answer, give_answer, item_shown, show_next
from dashboard.session.rewordings import keep_rewording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.delta_generator import DeltaGenerator

    from analysis.practice.exercises.rewriting import RewritingItem

PLAIN = "plain"
TASKS = {
    PLAIN: (
        "**Make it plain.** Write what happened, without words that judge or stir a feeling. Get "
        "the score down to *not loaded*."
    ),
    "loaded": (
        "**Make it loaded.** Write the same so that it takes a side. Get the score up to *likely "
        "loaded*."
    ),
}
"""What to do, by the item's direction."""

_WORDINGS = "practice-rewriting"
_OWN = "practice.own-sentence"
_BACK = "practice.wording-back"
"""Whether the wording from before a reload was taken back, or one was written since."""


def rewriting() -> None:
    """Draw the exercise."""
    from analysis.practice.exercises.rewriting import rewriting_items

    try:
        items = rewriting_items()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    item = st.session_state.get(_OWN) or items[item_shown(REWRITE, len(items))]
    left, right = st.columns([7, 5], gap="large")
    with left:
        st.markdown(TASKS[item.direction])
        with st.container(key="practice-sentence"):
            st.text(item.text)
        box = st.container(key="practice-box")
    with right, st.container(key="practice-facts", gap="small"):
        beside = st.empty()
    with box:
        what_if(
            _subject(item),
            key="practice-what-if",
            label="Your wording",
            tones=False,
            english_only=True,
            also=lambda wording, band: _also(item, wording, band, beside, items),
        )
    _buttons(item, items)


def _subject(item: RewritingItem) -> Subject:
    # Kept under the sentence's own key: a file of other items brings no wording of these.
    key = sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    # Another name for what came back, so that the box takes it in place of what it shows already.
    back = "-back" if st.session_state.get(_OWN) == item else ""
    return Subject(item.text, 0, f"{_WORDINGS}-{key}{back}")


def _also(
    item: RewritingItem,
    wording: str,
    band: str,
    place: DeltaGenerator,
    items: Sequence[RewritingItem],
) -> None:
    _keep(item, wording, items)
    _judge(item, wording, band, place)


def _keep(item: RewritingItem, wording: str, items: Sequence[RewritingItem]) -> None:
    """Have the browser keep the wording; after a reload take back the one from before it, and draw
    the page anew with its sentence."""
    written = None
    if wording != item.text:
        written = KeptWording(item.text, item.direction, wording)
        st.session_state[_BACK] = True
    asked = not st.session_state.get(_BACK)
    with st.container(key="practice-kept-wording"):
        kept_wording(written, asked=asked)
    found = wording_back() if asked else None
    if found is None:
        return
    st.session_state[_BACK] = True
    back = _item_of(found, items)
    if back is not None:
        st.session_state[_OWN] = back
        keep_rewording(_subject(back).article, 0, found.wording)
        st.rerun()


def _item_of(found: KeptWording, items: Sequence[RewritingItem]) -> RewritingItem | None:
    """Return the item whose wording was kept: one of the ``items``, or a sentence of the reader's
    own; None for what is neither."""
    from analysis.practice.exercises.rewriting import LONGEST, RewritingItem

    known = next((one for one in items if one.text == found.sentence), None)
    if known is not None:
        return known
    fits = found.direction in TASKS and found.sentence.strip() and len(found.sentence) <= LONGEST
    return RewritingItem(found.sentence, found.direction, "") if fits else None


def _judge(item: RewritingItem, wording: str, band: str, place: DeltaGenerator) -> None:
    """Draw beside the box whether the facts are kept and the band is reached."""
    with place.container():
        if wording == item.text or not wording.strip():
            st.header("Facts", anchor=False)
            st.caption(
                "Keep every name, every number and every quotation. What is missing or new is "
                "listed here as you write."
            )
            return
        try:
            kept = kept_facts(item.text, wording)
        except SlantError as error:
            st.error(for_markdown(str(error)), icon=":material/error:")
            return
        draw_facts(kept)
        if band:
            done = kept.all_kept and reached(item.direction, band)
            (st.success if done else st.info)(rewriting_said(item.direction, band, kept))


def _buttons(item: RewritingItem, items: Sequence[RewritingItem]) -> None:
    with st.container(horizontal=True, key="practice-rewriting-buttons"):
        st.button(
            "Another sentence", key="practice-rewrite-next", on_click=_next, args=(item, items)
        )
        if item.example and answer(REWRITE) is None:
            st.button("Show an example", key="practice-example", on_click=_show_example)
        own = _chosen_on_read()
        if own is not None and own != item:
            st.button(
                "Take the sentence chosen on Read",
                key="practice-take",
                on_click=_take,
                args=(own,),
            )
    if item.example and answer(REWRITE) is not None:
        with st.container(key="practice-example-text"):
            st.caption("One way to do it; there are others.")
            st.text(item.example)


def _show_example() -> None:
    give_answer(REWRITE, "example", agrees=False)


def _next(shown: RewritingItem, items: Sequence[RewritingItem]) -> None:
    st.session_state.pop(_OWN, None)
    show_next(REWRITE)
    # After a reload the order is another one, in which the sentence that came back may be next.
    if items[item_shown(REWRITE, len(items))] == shown:
        show_next(REWRITE)


def _chosen_on_read() -> RewritingItem | None:
    """Return the sentence that is selected on the Read page as an item, None where there is none
    or it has no score. Loaded and uncertain ones are to become plain, others loaded."""
    from analysis.practice.exercises.rewriting import RewritingItem

    article, selected = current_article(), selected_sentence()
    if article is None or selected is None:
        return None
    row = article.result.sentences.iloc[selected]
    if not isinstance(row["loaded"], str):
        return None
    return RewritingItem(row["text"], "loaded" if row["loaded"] == "not loaded" else PLAIN, "")


def _take(item: RewritingItem) -> None:
    st.session_state[_OWN] = item
