"""A page with a text to mark, for the browser tests. ``?text=NAME`` picks one of ``TEXTS``."""

from dataclasses import dataclass

import streamlit as st

from analysis.practice.material import Line, Material, View
from dashboard.components.marking import committed, marking


def material(title: str, paragraphs: list[list[tuple[str, bool, float]]]) -> Material:
    """Return a material of paragraphs of (sentence, whether it counts, the model's probability)."""
    text, lines, views = "", [], []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        for place, (sentence, counts, probability) in enumerate(paragraph):
            text += " " if place else ""
            start = len(text)
            text += sentence
            lines.append(Line(start, len(text), number, counts))
            band = (
                "loaded"
                if probability > 0.6
                else "uncertain"
                if probability > 0.4
                else "not loaded"
            )
            words = ((start, start + 3),) if band == "loaded" else ()
            views.append(View(band, probability, words, "outlet", ""))
    return Material(title, text, tuple(lines), tuple(views))


TEXTS = {
    "pool": material(
        "The pool",
        [
            [("By Ada Fenn", False, 0.0)],
            [
                ("The town pool closes on Friday.", True, 0.0625),
                ("It is a cruel, heartless blow to every child in Wenlow.", True, 0.9375),
            ],
            [
                ("🏊 Swimmers 👩‍👧 from three clubs met at the gate.", True, 0.125),
                ("Only a fool would call the plan careful.", True, 0.875),
                ("Some think the council hopes nobody notices.", True, 0.53125),
            ],
        ],
    ),
    "odd": material(
        "<b>Odd</b>",
        [
            [("<img src=x onerror=alert(1)> came, she said.", True, 0.25)],
            [("הבריכה נסגרת ביום שישי.", True, 0.75), ("A final line.", True, 0.25)],
        ],
    ),
}


@dataclass(frozen=True)
class Apart:
    only_reader: tuple[int, ...]
    only_model: tuple[int, ...]


st.set_page_config(page_title="Marking", layout="wide")
state = st.session_state
name = st.query_params.get("text", "pool")
attempt = state.setdefault("attempt", 0)
chosen = TEXTS[name]
done = committed(chosen, "marking", attempt)
apart = None
if done:
    own = {mark.sentence for mark in done.marks if mark.loaded}
    model = {number for number, view in enumerate(chosen.views) if view.band == "loaded"}
    apart = Apart(tuple(sorted(own - model)), tuple(sorted(model - own)))
marking(chosen, key="marking", revealed=apart, attempt=attempt)
if done:
    marks = [(mark.sentence, mark.loaded, mark.reason, mark.words) for mark in done.marks]
    st.text(f"Python: {marks}")
    if st.button("Again"):
        state.attempt += 1
        st.rerun()
