"""The page *Class*: the teacher opens a class, gives it texts and tests, and sees it at work.

It is meant for the projector too: before a round is revealed nothing of the model's reaches the
browser, and never anything of a single pupil's marks. What changes while the pupils work is a
fragment that asks the store twice a second whether anything has changed.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis.errors import SlantError
from analysis.queue.place import Waiting
from dashboard.components.teacher_key import kept_keys, teacher_key
from dashboard.components.to_top import to_top
from dashboard.escaping import for_markdown
from dashboard.panels.classroom.beginning import NOT_STORED, beginning
from dashboard.panels.classroom.earlier import earlier_rounds
from dashboard.panels.classroom.ending import ending
from dashboard.panels.classroom.joining import (
    address_choice,
    join_board,
    join_line,
    join_settings,
)
from dashboard.panels.classroom.live import progress, round_figures
from dashboard.panels.classroom.people import people
from dashboard.panels.classroom.rounds import (
    controls,
    next_round,
    round_name,
    state_said,
)
from dashboard.server.address import Address, has_routes, join_addresses, only_this_machine
from dashboard.session.classroom import acting, teaching
from dashboard.session.classroom.figures import Figures, figures_of
from dashboard.session.classroom.next_round import ASKING, begin_round
from dashboard.session.classroom.round_figures import latest_round
from dashboard.session.requests import noted_request
from dashboard.session.waiting import on_change
from store.classes.errors import NoSuchClass
from store.classes.opening import versions
from store.classes.records import AFTER, BEFORE, REVEALED, WAITING, SchoolClass
from store.database import classes_database

ASSETS = Path(__file__).parents[1] / "assets"

# Seconds between two looks at the store, so that a mark is seen within one.
EVERY_S = 0.5


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Class · Slant")
    st.html(ASSETS / "classroom.css")
    with st.container(key="heading"):
        st.title("Class", anchor=False)
    try:
        _page()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")


def _page() -> None:
    """Draw the class that is led, or the ways to one; raises StoreError."""
    kept = kept_keys()
    school = teaching.led_class()
    found = []
    if school is None and kept is not None:
        found = teaching.classes_of(kept.keys)
        school = teaching.lead_the_only(found)
    teacher_key(teaching.led_key(), teaching.gone())
    if school is None and kept is None:
        st.caption("Looking for your class …")
        return
    # Places of their own: what comes and goes in one moves none of the others.
    with st.container(key="class-messages"):
        if teaching.said():
            st.info(teaching.said(), icon=":material/info:")
        if acting.trouble():
            st.error(for_markdown(acting.trouble()), icon=":material/error:")
        if kept is not None and not kept.works:
            st.warning(NOT_STORED, icon=":material/warning:")
    if school is not None:
        _led(school)
        return
    beginning(
        found,
        routes=has_routes(),
        only_here=only_this_machine(st.get_option("server.address")),
    )


def _led(school: SchoolClass) -> None:
    """Draw the class: how to join, the round that is on, and what may come next."""
    addresses = join_addresses(
        st.context.url, st.get_option("server.port"), st.get_option("server.baseUrlPath")
    )
    address = _chosen(addresses)
    waiting = school.state == WAITING
    with st.container(key="class-join"):
        if waiting:
            join_board(school, address)
        else:
            join_line(school, address)
    with st.container(key="class-live"):
        _live(school)
    with st.container(key="class-next"):
        if waiting or school.state == REVEALED:
            st.header("What comes next", anchor=False)
            _next(school)
        else:
            # Another one for each round: it is folded once a round has begun.
            with st.expander("Another text or test", key=f"other-than-{school.round}"):
                _next(school)
    earlier_rounds(school)
    with st.expander("Joining", key="joining", expanded=False):
        address_choice(addresses)
        join_settings(school)
        if not waiting:
            join_board(school, address)
    ending(school)
    to_top(acting.rounds_begun())


def _chosen(addresses: list[Address]) -> Address:
    """Return the address that the teacher chose further down, else the likeliest."""
    chosen = st.session_state.get("class-address")
    return chosen if chosen in addresses else addresses[0]


def _next(school: SchoolClass) -> None:
    """Draw the choice of the next round; begin the one that was asked for, if any, and draw the
    page anew. What goes wrong is said here, at the button."""
    now = None if school.round is None else latest_round(school)
    had = {kind for kind in (BEFORE, AFTER) if latest_round(school, kind) is not None}
    choice = next_round(school, now, had)
    place = st.empty()
    try:
        with noted_request(ASKING) as request:
            if request is not None:
                acting.note_trouble("")
                with place.container(), st.spinner("Reading the text …"):
                    begin_round(school, request, _on_the_page())
        if request is not None:
            acting.note_begun()
            st.rerun()
    except SlantError as error:
        acting.note_next_trouble(str(error), choice)
    said = acting.next_trouble(choice)
    if said:
        place.error(for_markdown(said), icon=":material/error:")
    else:
        place.empty()


def _on_the_page() -> Waiting:
    line = st.empty()
    return on_change(lambda ahead: line.caption(f"{ahead} ahead of you") if ahead else None)


@st.fragment(run_every=EVERY_S)
def _live(drawn: SchoolClass) -> None:
    """Draw what changes while the class works. Where more than marks has changed, or the class is
    gone, the whole page is drawn anew."""
    try:
        school = drawn
        if _versions(drawn) != (drawn.version, drawn.marks_version):
            now = teaching.led_class()
            if now is None or _shown(now) != _shown(drawn):
                st.rerun()
            school = now
        figures = figures_of(school)
    except SlantError as error:  # for example, the file of the classes is busy: it is asked again
        st.error(for_markdown(str(error)), icon=":material/error:")
        return
    _head(school, figures)
    round_figures(school, figures)


def _head(school: SchoolClass, figures: Figures) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="class-head", gap="medium"):
        if figures.round is not None:
            st.header(round_name(figures.round), anchor=False, width="content")
            st.markdown(state_said(school, figures.round), width="content")
        progress(figures)
        with st.container(horizontal=True, key="round-controls"):
            people(figures.pupils, figures.idle)
            if figures.round is not None:
                controls(school, figures.round)


def _versions(school: SchoolClass) -> tuple[int, int] | None:
    try:
        return versions(classes_database(), school.id)
    except NoSuchClass:
        return None


def _shown(school: SchoolClass) -> tuple[object, ...]:
    """Return what is drawn of a class outside the fragment."""
    return (school.id, school.opened, school.state, school.round, school.word, school.joining)


if __name__ == "__main__":
    main()
