"""The Read page: one article, its text and what the models make of it, linked both ways.

The main script draws the ways in, the summary and the charts. Text, sentence card and table
are one fragment: choosing a sentence reruns only them, and the charts stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from analysis.output.phrasing.language_note import furniture_note, language_note
from analysis.output.phrasing.speakers import only_note, others_summary
from analysis.output.phrasing.summary import summary, truncation_note
from analysis.version import versions
from dashboard.components.idle import all_is_drawn, ask_for_the_rest
from dashboard.components.kept_text import Kept, given_back, kept_text
from dashboard.components.text_view import text_view
from dashboard.components.tour import tour
from dashboard.escaping import for_markdown
from dashboard.panels.asked_address import ask_before_fetching
from dashboard.panels.charts import STRIP, article_charts, show
from dashboard.panels.desk.put import put_on_desk
from dashboard.panels.downloads import downloads
from dashboard.panels.house_rules.panel import house_rules
from dashboard.panels.inputs import FIRST_SAMPLE, open_request, ways_in
from dashboard.panels.loaded_note import loaded_note
from dashboard.panels.origin import archive_origin, notices, origin, sample_origin
from dashboard.panels.sentence_card import CARD, sentence_card
from dashboard.panels.table import sentence_table
from dashboard.panels.voices.names import names
from dashboard.panels.voices.speakers import speakers
from dashboard.panels.voices.switch import voice_switch
from dashboard.session import opening
from dashboard.session.address import changed_address
from dashboard.session.handover import follow_once
from dashboard.session.house_rules import checked
from dashboard.session.open_article import OpenArticle, current_article, selected_sentence
from dashboard.session.requests import noted_request
from dashboard.session.rewordings import rewordings_of
from dashboard.session.voices import result_shown, shown_voices
from dashboard.session.waiting import on_change

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from analysis import Result
    from analysis.output.rules.house_check import HouseCheck


# Key in the session: what could not be opened, and the way in it was given by; said until something
# else is asked for. (A docstring here would be drawn: Streamlit shows what stands in a page alone.)
_TROUBLE = "trouble"


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Read · Slant")
    with st.container(key="tour"):
        tour(key="tour-panel")
    inputs = st.container(key="inputs")
    not_kept = follow_once()
    address = changed_address()
    missing = opening.missing_text(address) if address is not None else None
    if missing is not None and not (found := given_back(missing)):
        st.caption("Opening your text again …")
        kept_text((), wanted=(missing,))
        return
    error, kind = _open(st.empty(), address, found if missing is not None else None)
    if not_kept:
        error, kind = _troubled(not_kept, "")
    opened = current_article()
    kept_text((opened,) if opened else ())
    with inputs:
        ask_before_fetching()
        ways_in(error, kind)
    if opened is None:
        return
    whole = all_is_drawn()
    if not whole:
        ask_for_the_rest()
    shown = result_shown(opened.result)
    used, house = checked(opened.result)
    _heading(opened, shown)
    left, right = st.columns([7, 5], gap="large")
    strip, *others = article_charts(st.context.theme.type or "light", opened.result, shown)
    with right, st.container(key="side"):
        with st.container(key="voices-switch", gap="xxsmall"):
            if whole:
                voice_switch(opened.result)
        show(strip)
        with st.container(key="panel"):
            card = st.container(key=CARD)
            if whole:
                only = "" if shown is opened.result else only_note(shown_voices())
                house_rules(used, house, shown if only else None, only)
                speakers(shown, only)
                names(shown, only)
                for chart in others:
                    show(chart, only)
    below = st.container(key="below")
    _text_card_and_table(opened, house, left, card, below if whole else None)
    st.header("Take it along", anchor=False)
    if shown is not opened.result:
        st.caption("Downloads hold the whole article.")
    with st.container(horizontal=True, gap="small", key="take-along"):
        downloads(opened, house)
        put_on_desk(opened)
    article = opened.result.article.iloc[0]
    st.caption(for_markdown(versions(article["model"], article["model_version"])))


def _open(
    progress: DeltaGenerator, address: dict[str, str] | None, kept: Kept | bool | None
) -> tuple[str, str]:
    """Open what a widget or the changed ``address`` asks for; ``kept`` is the own text that the
    address names, where the browser gave it back.

    Returns the sentence to show if that failed, else an empty string, and the way in that it
    belongs to (its request's ``kind``; empty for the page's own address).
    """
    with noted_request() as request:
        kind = request.kind if request else ""
        if request is None and address is None:
            told: tuple[str, str] = st.session_state.get(_TROUBLE, ("", ""))
            return told
        st.session_state.pop(_TROUBLE, None)
        try:
            with progress.container(), st.spinner("Reading the article …"):
                line = st.empty()
                waiting = on_change(lambda ahead: line.caption(waiting_line(ahead)))
                if request is not None:
                    open_request(request, waiting)
                elif address is not None and isinstance(kept, Kept):
                    opening.open_kept(
                        address, kept.article, kept.source, kept.any_language, waiting
                    )
                elif address is not None:
                    trouble = opening.open_address(address, FIRST_SAMPLE, waiting)
                    return _troubled(trouble, "")
        except SlantError as error:
            return _troubled(str(error), kind)
        finally:
            progress.empty()
    return "", ""


def _troubled(error: str, kind: str) -> tuple[str, str]:
    """Keep what ``_open`` returns for the runs that ask for nothing new; return it."""
    st.session_state[_TROUBLE] = (error, kind)
    return error, kind


def waiting_line(ahead: int) -> str:
    """Return what to say to whoever waits while ``ahead`` other articles are read first."""
    return f"{ahead} ahead of you" if ahead else "Your article is being read."


def _heading(opened: OpenArticle, shown: Result) -> None:
    with st.container(key="heading", gap="xsmall"):
        title = opened.article.title or ""
        st.title(for_markdown(title) or "Your text", anchor=False)
        if opened.sample:
            sample_origin(opened)
        elif opened.place is not None:
            archive_origin(opened, opened.place)
        else:
            origin(opened)
        if opened.article.notices:
            with st.container(key="notices", gap="xxsmall"):
                notices(opened)
        with st.container(key="summary"):
            own = "outlet" in shown_voices()
            st.markdown((summary if own else others_summary)(shown.sentences))
        loaded_note(shown)
        note = language_note(opened.result)
        if note:
            with st.container(key="language-note"):
                st.warning(note, icon=":material/translate:")
        furniture = furniture_note(opened.result)
        if furniture:
            st.caption(furniture)
        truncation = truncation_note(int(opened.result.article["truncated_sentences"].iloc[0]))
        if truncation:
            st.caption(truncation)


@st.fragment
def _text_card_and_table(
    opened: OpenArticle,
    house: HouseCheck | None,
    left: DeltaGenerator,
    card: DeltaGenerator,
    below: DeltaGenerator | None,
) -> None:
    """Draw the text, the card of the selected sentence and, unless ``below`` is None, the table of
    sentences.

    What cannot be shown is said in the text's place.
    """
    try:
        _draw_linked(opened, house, left, card, below)
    except SlantError as error:
        left.error(for_markdown(str(error)), icon=":material/error:")


def _draw_linked(
    opened: OpenArticle,
    house: HouseCheck | None,
    left: DeltaGenerator,
    card: DeltaGenerator,
    below: DeltaGenerator | None,
) -> None:
    result = opened.result
    with left:
        found = text_view(
            result,
            selected=selected_sentence(),
            strip_key=STRIP,
            card_key=CARD,
            rewordings=rewordings_of(opened.key),
            voices=shown_voices(),
            house=house,
            key="article-text",
        )
    if found != selected_sentence():
        opening.select(found)
    with card:
        sentence_card(result, selected_sentence(), opened.key, house)
    if below is None:
        return
    with below:
        st.header("All sentences", anchor=False)
        shown = result_shown(result)
        if shown is not result:
            st.caption(only_note(shown_voices()))
        sentence_table(shown.sentences, selected_sentence(), opened.key, opening.select)


if __name__ == "__main__":
    main()
