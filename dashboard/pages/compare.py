"""The Compare page: two to five reports of one event, their texts side by side and linked.

The main script draws the choice of articles, the heading and the charts. The texts and the lists
that lead into them are one fragment: choosing a sentence reruns only them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.comparison.frames import letter
from analysis.errors import SlantError
from analysis.output.phrasing.comparison.whole import how_sure
from analysis.version import versions
from dashboard.components.idle import all_is_drawn, ask_for_the_rest
from dashboard.components.kept_text import Kept, given_back, kept_text
from dashboard.components.sentence_lists import gone_to
from dashboard.escaping import for_markdown
from dashboard.panels.comparison.charts import differences, room, strips
from dashboard.panels.comparison.choosing import SAMPLES, choosing, first_samples
from dashboard.panels.comparison.downloads import downloads
from dashboard.panels.comparison.findings import FINDINGS, UNMATCHED, finding_list, unmatched_list
from dashboard.panels.comparison.heading import heading
from dashboard.panels.comparison.texts import facts, pair_switch, texts
from dashboard.session.comparing import opening
from dashboard.session.comparing.address import changed_address, names_in
from dashboard.session.comparing.compared import (
    Compared,
    chosen_sentence,
    current_comparison,
    shown_pair,
)
from dashboard.session.requests import COMPARING, noted_request
from dashboard.session.waiting import stop_if_closed

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


# Key in the session: what could not be opened, said until something else is asked for.
_TROUBLE = "compare-trouble"
# The event that a fresh page compares: told three times, with numbers that conflict.
FIRST_EVENT = "housing-march"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Compare · Slant")
    inputs = st.container(key="inputs")
    address = changed_address()
    missing = opening.missing_texts(address) if address is not None else []
    answers = {number: given_back(number) for number in missing}
    if not all(answers.values()):
        st.caption("Opening your texts again …")
        kept_text((), wanted=missing)
        return
    trouble = _open(st.empty(), address, answers)
    compared = current_comparison()
    kept_text(compared.articles if compared else ())
    with inputs:
        choosing(trouble, waits=address is not None and len(names_in(address)) == 1)
    if compared is None:
        return
    whole = all_is_drawn()
    if not whole:
        ask_for_the_rest()
    heading(compared)
    left, right = st.columns([8, 4], gap="large")
    with right:
        side = st.container(key="compare-side")
    _linked(compared, shown_pair(), left, side, st.container(key="compare-below"), whole)
    if not whole:
        return
    st.header("Take it along", anchor=False)
    downloads(compared)
    article = compared.articles[0].result.article.iloc[0]
    st.caption(for_markdown(versions(article["model"], article["model_version"])))


class _OnThePage:
    """How far the opening is, in a line of the page, written anew only when it changes."""

    def __init__(self, line: DeltaGenerator) -> None:
        self._line = line
        self._said = ""

    def reading(self, place: int, count: int, ahead: int = 0) -> None:
        """Say that the article at ``place`` of ``count`` is being read."""
        self._say(f"Reading {letter(place)} ({place + 1} of {count}) …", ahead)

    def comparing(self, ahead: int = 0) -> None:
        """Say that the articles are being compared."""
        self._say("Comparing …", ahead)

    def _say(self, step: str, ahead: int) -> None:
        said = f"{step} {ahead} ahead of you" if ahead else step
        if said == self._said:
            stop_if_closed(ahead)
        else:
            self._said = said
            self._line.caption(said)


def _open(
    place: DeltaGenerator, address: dict[str, str] | None, answers: dict[int, Kept | bool]
) -> str:
    """Open what a widget or the changed ``address`` asks for; ``answers`` are the browser's for the
    own texts that the address names and the session does not have.

    Returns the sentence to show above the choice if that failed, else an empty string.
    """
    with noted_request(COMPARING) as request:
        if request is None and address is None:
            told: str = st.session_state.get(_TROUBLE, "")
            return told
        st.session_state.pop(_TROUBLE, None)
        try:
            with place.container(), st.spinner("Comparing the articles …"):
                progress = _OnThePage(st.empty())
                if request is not None and request.kind == SAMPLES:
                    opening.open_samples(request.text.split(), progress)
                elif request is not None:
                    opening.open_slots(progress)
                elif address is not None:
                    kept = {n: one for n, one in answers.items() if isinstance(one, Kept)}
                    opening.restore_texts(kept, progress)
                    return _troubled(
                        opening.open_address(address, first_samples(FIRST_EVENT), progress)
                    )
        except SlantError as error:
            return _troubled(str(error))
        finally:
            place.empty()
    return ""


def _troubled(error: str) -> str:
    """Keep what ``_open`` returns for the runs that ask for nothing new; return it."""
    st.session_state[_TROUBLE] = error
    return error


@st.fragment
def _linked(
    compared: Compared,
    pair: tuple[int, int],
    left: DeltaGenerator,
    side: DeltaGenerator,
    below: DeltaGenerator,
    whole: bool,
) -> None:
    """Draw the texts of the ``pair`` and, where the ``whole`` page is drawn, the lists and charts
    that lead into them. Another pair runs the whole page, which clears what that one has not."""
    for key in (FINDINGS, UNMATCHED):
        gone = gone_to(key)
        if gone is not None:
            opening.select((gone.article, gone.sentence), gone.beside)
    if shown_pair() != pair:
        st.rerun()
    comparison = compared.comparison
    with left:
        pair_switch(compared)
        found = texts(compared, chosen_sentence())
    if found != chosen_sentence():
        opening.select(found)
    if shown_pair() != pair:
        st.rerun()
    if not whole:
        return
    with side:
        finding_list(comparison, chosen_sentence())
        unmatched_list(comparison, chosen_sentence())
    with below:
        one, other = st.columns(2, gap="large")
        with one:
            strips(comparison)
        with other:
            differences(comparison, pair)
        room(comparison)
        with st.container(key="who-tells-what"):
            st.header("Who tells what", anchor=False)
            st.caption(for_markdown(how_sure()))
            found = facts(compared, chosen_sentence())
    if found != chosen_sentence():
        opening.select(found)
        st.rerun()


if __name__ == "__main__":
    main()
