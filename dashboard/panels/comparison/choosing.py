"""Choosing what to compare: an event of the samples, or own articles, each by a way in of its own.

Callbacks only note what was asked for; the page opens it in the run that follows, where progress
has its place. What was typed stays in its place, and beside it what could not be read.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis.reading.web.fetch_switch import is_on
from dashboard.escaping import cut, for_markdown
from dashboard.panels.inputs import LARGEST_UPLOAD, sample_label
from dashboard.panels.origin import STYLE_NAMES, event_name
from dashboard.session.comparing.compared import current_comparison
from dashboard.session.comparing.opening import (
    all_the_same,
    events,
    forget_trouble,
    tellings,
    troubles,
)
from dashboard.session.comparing.slots import (
    MOST,
    add_slot,
    file_in,
    key_of,
    kind_of,
    letters,
    move_slot,
    put_files,
    remove_slot,
    slots,
)
from dashboard.session.open_article import own_texts
from dashboard.session.opening import samples
from dashboard.session.requests import COMPARING, Request, note_request

FIRST = 3
"""So many tellings of an event are compared when it is chosen."""

SAMPLES, SLOTS = "samples", "slots"
"""Kinds of request: compare these samples, compare what is in the places."""

LONGEST_NAME = 80

KIND_NAMES = {
    "paste": "Paste",
    "upload": "File",
    "address": "Web address",
    "sample": "Sample",
    "text": "Open text",
}

_EVENT, _TELLINGS = "compare-event", "compare-tellings"
_TOO_FEW, _TOO_MANY = "compare-too-few", "compare-too-many"


def first_samples(event: str) -> list[str]:
    """Return the slugs of an event's first tellings, those that are compared at first."""
    return [sample.slug for sample in tellings(event)[:FIRST]]


def choosing(trouble: str, waits: bool) -> None:
    """Draw the ways to choose what is compared, folded while a comparison is open.

    ``trouble`` is said above them; ``waits`` says that an article waits for another beside it.
    """
    st.html(Path(__file__).parents[2] / "assets" / "compare.css")
    if trouble:
        st.error(for_markdown(trouble), icon=":material/error:")
    compared = current_comparison()
    _show_choice()
    # Another key for each comparison folds it again, while an error leaves it open.
    named = "-".join(article.key[:6] for article in compared.articles) if compared else "first"
    with st.expander(
        "Choose what to compare",
        expanded=compared is None or waits or bool(troubles()),
        key=f"choosing-{named}{'-waits' if waits else ''}",
        type="compact",
    ):
        own, event = ("Your articles", "Samples")
        event_tab, own_tab = st.tabs(
            [event, own], key="choosing", default=own if waits or troubles() else event
        )
        with event_tab:
            _samples_tab()
        with own_tab:
            if waits:
                st.caption("Compare it with another article: give that one beside it.")
            _own_tab()


def _show_choice() -> None:
    """Have the list and its tellings show the samples that are compared, and none otherwise."""
    compared = current_comparison()
    slugs = [article.sample for article in compared.articles] if compared else []
    found = {samples()[slug].event for slug in slugs if slug}
    one_event = len(found) == 1 and all(slugs)
    st.session_state[_EVENT] = found.pop() if one_event else ""
    st.session_state[_TELLINGS] = slugs if one_event else []


def _samples_tab() -> None:
    chosen = st.session_state[_EVENT]
    st.selectbox(
        "An event that the samples tell two or three times",
        events() if chosen else ["", *events()],
        format_func=lambda event: event_name(event) if event else "Choose an event",
        key=_EVENT,
        on_change=_ask_for_event,
    )
    if not chosen:
        return
    told = {sample.slug: sample for sample in tellings(chosen)}
    st.pills(
        "Its tellings, in the order in which they are compared",
        [*told],
        selection_mode="multi",
        key=_TELLINGS,
        format_func=lambda slug: for_markdown(
            f"{told[slug].outlet}, {STYLE_NAMES.get(told[slug].style, told[slug].style)}"
        ),
        on_change=_ask_for_tellings,
    )
    if st.session_state.pop(_TOO_FEW, False):
        st.caption("Two tellings at least are compared: the other one stays too.")


def _ask_for_event() -> None:
    event = st.session_state[_EVENT]
    if event:
        note_request(Request(SAMPLES, text=" ".join(first_samples(event))), COMPARING)


def _ask_for_tellings() -> None:
    chosen = st.session_state[_TELLINGS]
    if len(chosen) < 2:
        st.session_state[_TOO_FEW] = True
    else:
        note_request(Request(SAMPLES, text=" ".join(chosen)), COMPARING)


@st.fragment
def _own_tab() -> None:
    """Draw the places; only pressing Compare runs the whole page."""
    order = slots()
    named = [*letters(order).items()]
    for row in range(0, len(named), 2):
        for (slot, letter), column in zip(named[row : row + 2], st.columns(2), strict=False):
            with column:
                _slot(slot, letter, order)
    left_out = st.session_state.pop(_TOO_MANY, 0)
    if left_out:
        st.caption(f"Five articles are compared at most: {left_out} of the files found no place.")
    with st.container(horizontal=True, gap="small"):
        if st.button("Compare", key="compare", type="primary"):
            note_request(Request(SLOTS), COMPARING)
            st.rerun()
        if len(order) < MOST:
            st.button(
                "Add an article", key="add-article", icon=":material/add:", on_click=_add_place
            )


def _add_place() -> None:
    add_slot()


def _slot(slot: int, letter: str, order: tuple[int, ...]) -> None:
    kinds = [kind for kind in KIND_NAMES if _is_offered(kind, slot)]
    with st.container(border=True, key=f"slot-{slot}", gap="xsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.segmented_control(
                f"Article {letter}",
                kinds,
                key=key_of(slot, "kind"),
                format_func=KIND_NAMES.__getitem__,
                required=True,
                on_change=forget_trouble,
                args=(slot,),
                persist_state="session",
            )
            _slot_buttons(slot, letter, order)
        _WIDGETS[kind_of(slot)](slot, letter)
        trouble = troubles().get(slot)
        if trouble is None:
            return
        st.error(for_markdown(f"{letter}: {trouble.said}"), icon=":material/error:")
        if trouble.language:
            with st.container(horizontal=True, vertical_alignment="center"):
                if st.button("Analyse anyway", key=f"anyway-{slot}"):
                    all_the_same().add(slot)
                    note_request(Request(SLOTS), COMPARING)
                    st.rerun()
                st.caption("As if it were English: the scores mean little, and results say so.")


def _is_offered(kind: str, slot: int) -> bool:
    if kind == "text":
        return bool(own_texts()) or kind_of(slot) == kind
    return kind != "address" or is_on()


def _slot_buttons(slot: int, letter: str, order: tuple[int, ...]) -> None:
    for name, by, there in (("up", -1, slot != order[0]), ("down", 1, slot != order[-1])):
        if there:
            st.button(
                f"{letter} {name}",
                key=f"slot-{slot}-{name}",
                type="tertiary",
                icon=f":material/arrow_{name}ward:",
                on_click=move_slot,
                args=(slot, by),
            )
    st.button(
        f"Remove {letter}",
        key=f"slot-{slot}-remove",
        type="tertiary",
        icon=":material/close:",
        on_click=remove_slot,
        args=(slot,),
    )


def _paste(slot: int, letter: str) -> None:
    st.text_area(
        f"Text of {letter}, in English",
        key=key_of(slot, "paste"),
        height=120,
        placeholder="The text stays on this machine.",
        on_change=forget_trouble,
        args=(slot,),
        persist_state="session",
    )


def _upload(slot: int, letter: str) -> None:
    held = file_in(slot)
    number = st.session_state.setdefault("uploads", 0)
    if held:
        st.text(f"{cut(held[0], LONGEST_NAME)}, {len(held[1]):,} bytes")
    st.file_uploader(
        f"File of {letter}: text, web page, PDF, Word file or e-mail, up to {LARGEST_UPLOAD} MB; "
        "several at once fill further places",
        accept_multiple_files=True,
        # Another key after each upload: a new box has no file and no message of the one before.
        key=f"slot-{slot}-uploaded-{number}",
        on_change=_take_files,
        args=(slot, number),
    )


def _take_files(slot: int, number: int) -> None:
    given = st.session_state[f"slot-{slot}-uploaded-{number}"]
    if given:
        files = [(file.name, file.getvalue()) for file in given]
        st.session_state[_TOO_MANY] = put_files(slot, files)
        st.session_state["uploads"] = number + 1
        forget_trouble(slot)


def _address(slot: int, letter: str) -> None:
    st.text_input(
        f"Web address of {letter}",
        key=key_of(slot, "address"),
        placeholder="https://",
        on_change=forget_trouble,
        args=(slot,),
        persist_state="session",
    )
    st.caption("Only this way in leaves this machine: the site is asked for the page.")


def _list(slot: int, letter: str, kind: str, names: dict[str, str]) -> None:
    key = key_of(slot, kind)
    # A text may have been forgotten since it was chosen.
    if st.session_state.get(key) not in names:
        st.session_state[key] = ""
    st.selectbox(
        f"{KIND_NAMES[kind]} for {letter}",
        ["", *names],
        format_func=lambda name: names.get(name, "Choose one"),
        key=key,
        on_change=forget_trouble,
        args=(slot,),
        persist_state="session",
    )


def _sample(slot: int, letter: str) -> None:
    _list(slot, letter, "sample", {slug: sample_label(one) for slug, one in samples().items()})


def _text(slot: int, letter: str) -> None:
    compared = current_comparison()
    texts = {text.number: text for text in (compared.articles if compared else ()) if text.number}
    texts |= own_texts()
    names = {
        f"text:{number}": f"Text {number}: "
        + cut(text.article.title or text.article.text, LONGEST_NAME)
        for number, text in sorted(texts.items())
    }
    _list(slot, letter, "text", names)


_WIDGETS = {
    "paste": _paste,
    "upload": _upload,
    "address": _address,
    "sample": _sample,
    "text": _text,
}
