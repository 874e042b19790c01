"""The rounds of a class: halting one, showing what came of it, and choosing what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.practice.classroom import question_said
from analysis.practice.items import COLUMNS
from analysis.practice.material import MOST_WORDS
from dashboard.escaping import cut, for_markdown
from dashboard.panels.classroom.starting import start_button
from dashboard.panels.origin import event_name
from dashboard.session.classroom import acting
from dashboard.session.classroom.choices import first_choice, keep_choices
from dashboard.session.classroom.next_round import (
    ASKING,
    OPEN,
    PASTE,
    SAMPLE,
    TEST,
    items_file,
)
from dashboard.session.open_article import current_article
from dashboard.session.opening import samples
from dashboard.session.practice.texts import FIRST_SAMPLE
from dashboard.session.requests import Request, note_request
from store.classes.records import AFTER, BEFORE, MARKING, PAUSED, REVEALED, Round, SchoolClass
from store.classes.records import OPEN as GOING

if TYPE_CHECKING:
    from collections.abc import Collection

    from analysis.reading.samples import Sample

NEXT = {"text": "A text to mark", BEFORE: "Test before", AFTER: "Test after"}
"""What a round may be, as the teacher chooses it."""

SOURCES = {SAMPLE: "A sample", OPEN: "The text open on Read", PASTE: "Paste a text"}
"""Where a text comes from."""

TITLE_SHOWN = 80
"""Most characters of a title in a list."""

ABOUT_TESTS = (
    "Short sentences before the practice and as many others after it, which each pupil calls "
    "loaded or not. Half of the class gets the two forms in the other order. Results are shown for "
    "the class only, and only for five pupils or more who did both."
)

SCORES_ON_READ = (
    "Pupils who open the page Read can look up the scores of a sample there. A text of your own is "
    "not there."
)

_FILES = "class-items"


def round_name(now: Round) -> str:
    """Return how a round is called on the page."""
    kinds = {BEFORE: "the test before", AFTER: "the test after"}
    return f"Round {now.number}: {kinds.get(now.kind, 'a text to mark')}"


def controls(school: SchoolClass, now: Round) -> None:
    """Draw the buttons of the round that is on."""
    if school.state == GOING:
        st.button("Pause", key="pause", on_click=acting.pause_round)
    elif school.state == PAUSED:
        st.button("Go on", key="resume", on_click=acting.resume_round)
    if school.state in (GOING, PAUSED):
        st.button(
            "End the test" if now.kind in (BEFORE, AFTER) else "Show the model's view",
            key="reveal",
            type="primary",
            on_click=acting.reveal_round,
        )


def state_said(school: SchoolClass, now: Round) -> str:
    """Say where the round is."""
    return {
        GOING: "The pupils are at work.",
        PAUSED: "Paused: the pupils can read, and mark no more.",
        # Of a test the pupils are shown nothing.
        REVEALED: "Over: the pupils see what came of it." if now.kind == MARKING else "Over.",
    }.get(school.state, "")


def next_round(school: SchoolClass, now: Round | None, had: Collection[str]) -> object:
    """Draw the choice of what comes next and return what is chosen, to be compared. What is asked
    for is noted; the page does it in its next run. ``now`` is the last round, None before the
    first; ``had`` are the kinds of tests that the class has had."""
    # Another choice for each round: after a test comes a text, not the same test once more.
    key = f"next-kind-{school.round or 0}"
    keep_choices(key, "next-source", "next-sample", "next-pasted")
    chosen = st.segmented_control(
        "What comes next",
        [*NEXT],
        format_func=NEXT.__getitem__,
        default=first_choice(key, "text"),
        required=True,
        key=key,
        label_visibility="collapsed",
    )
    if chosen == "text":
        _text()
        label, start, ask = "Give this text to the class", "start-text", _ask_text
    else:
        _test(chosen, has_before=BEFORE in had)
        label, start, ask = "Begin the test", "start-test", partial(_ask_test, chosen)
    running = school.state in (GOING, PAUSED)
    coming = MARKING if chosen == "text" else chosen
    question = question_said(now.kind if now else "", coming, running=running, had=coming in had)
    # In a round that is on it is not what the page suggests.
    start_button(
        label, start, ask, question, suggested=not running, turn=(school.round, running, coming)
    )
    return chosen, st.session_state.get("next-source")


def _text() -> None:
    source = st.radio(
        "Which text",
        [*SOURCES],
        index=[*SOURCES].index(first_choice("next-source", SAMPLE)),
        format_func=SOURCES.__getitem__,
        horizontal=True,
        key="next-source",
    )
    if source != PASTE:
        st.caption(SCORES_ON_READ)
    if source == SAMPLE:
        known = samples()
        st.selectbox(
            "A sample article",
            [*known],
            index=[*known].index(first_choice("next-sample", FIRST_SAMPLE)),
            format_func=lambda slug: _sample_name(known[slug]),
            key="next-sample",
        )
    elif source == OPEN:
        article = current_article()
        if article is None:
            st.caption("No text is open on Read: open one there first.")
        else:
            st.markdown(for_markdown(cut(article.article.title or "A text without a title", 200)))
    else:
        st.text_area(
            f"Paste an article in English, of {MOST_WORDS:,} words at most",
            first_choice("next-pasted", ""),
            key="next-pasted",
            height=180,
            placeholder="The text stays on this machine.",
        )


def _sample_name(sample: Sample) -> str:
    """Return how a sample is called: not in which style it is told, which pupils are to see."""
    return f"{event_name(sample.event)}: {cut(sample.title, TITLE_SHOWN)}"


def _ask_text() -> None:
    source = st.session_state["next-source"]
    text = {
        SAMPLE: st.session_state.get("next-sample", ""),
        PASTE: st.session_state.get("next-pasted", ""),
    }.get(source, "")
    note_request(Request(source, text=text), ASKING)


def _test(kind: str, *, has_before: bool) -> None:
    st.caption(ABOUT_TESTS)
    if kind == AFTER and has_before:
        st.markdown("The sentences are the other form of the test before.")
    else:
        if kind == AFTER:
            st.caption("This class has had no test before: no gain can be shown.")
        st.file_uploader(
            f"Your own sentences instead: a CSV file with the columns {', '.join(COLUMNS)}",
            type=["csv"],
            key=_FILES,
            max_upload_size=1,
        )
        _template()


def _template() -> None:
    try:
        name, content = items_file()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    st.download_button(
        "Download the sentences as a template", content, name, "text/csv", key="items-template"
    )


def _ask_test(kind: str) -> None:
    file = st.session_state.get(_FILES)
    name, content = (file.name, file.getvalue()) if file else ("", b"")
    note_request(Request(TEST, text=kind, name=name, content=content), ASKING)
