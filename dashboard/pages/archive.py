"""The page *Archive*: how a whole archive of articles is worded, with the way to each sentence."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from analysis.corpus.archive.frames import Chosen
from analysis.errors import CannotRead, SlantError
from analysis.output.phrasing.archive.notes import (
    NO_ARCHIVE,
    NO_ARTICLES,
    NONE_CHOSEN,
    unknown_said,
)
from dashboard.escaping import cut, for_markdown
from dashboard.panels.archive.filters import filter_bar, known_only
from dashboard.panels.archive.record import VIEWS, OpenedArchive
from dashboard.session.archive.address import LISTS, ask, asked, follow_address, keep_in_step
from dashboard.session.archive.folders import archives
from dashboard.session.archive.opened import asking_of

if TYPE_CHECKING:
    from analysis.corpus.archive.asking import Asking

STYLE = Path(__file__).parents[1] / "assets" / "archive.css"

_VIEW, _NAME = "archive-view", "archive-name"
_FIRST = next(iter(VIEWS))


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Archive · Slant")
    st.html(STYLE)
    with st.container(key="heading", horizontal=True, vertical_alignment="center"):
        st.title("Archive", anchor=False, width="content")
        name = _chosen_archive()
    if name is None:
        st.info(NO_ARCHIVE, icon=":material/info:")
        return
    try:
        asking = asking_of(name, archives()[name])
    except SlantError as error:
        _say(error, name)
        return
    _body(asking, name)


def _chosen_archive() -> str | None:
    """Return the name of the archive that the address names, or the first; None without any. Where
    there are several, they are drawn to choose from."""
    names = [*archives()]
    if not names:
        return None
    named = st.query_params.get("archive", names[0])
    name = named if named in names else names[0]
    if len(names) > 1:
        st.selectbox(
            "Archive",
            names,
            key=keep_in_step(_NAME, name),
            on_change=_follow_name,
            label_visibility="collapsed",
            format_func=lambda one: cut(one, 60),
            width=280,
        )
    if named not in names:
        said = unknown_said([f"archive={named}"])
        st.caption(for_markdown(said))
    return name


def _follow_name() -> None:
    # Its outlets and months are others.
    ask(
        **dict.fromkeys(LISTS, ()),
        **{"first": "", "last": "", "group": None},
        archive=st.session_state[_NAME],
    )


def _follow_view() -> None:
    view = st.session_state[_VIEW]
    ask(view="" if view == _FIRST else view)


# What is chosen in it draws it anew, and not the rest of the page.
@st.fragment
def _body(asking: Asking, name: str) -> None:
    """Draw the choice of a view, the filters, and the view."""
    follow_address()
    wanted = st.query_params.get("view", "")
    view = wanted if wanted in VIEWS else _FIRST
    with st.container(key="archive-top", horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            "View",
            list(VIEWS),
            required=True,
            format_func=VIEWS.__getitem__,
            key=keep_in_step(_VIEW, view),
            on_change=_follow_view,
            label_visibility="collapsed",
        )
        filters = st.container(key="archive-filters", width="content")
    now = asked()
    unknown = [*now.unknown, *([f"view={wanted}"] if wanted and wanted != view else [])]
    try:
        chosen, lost = known_only(asking, now.chosen)
        opened = OpenedArchive(asking, chosen, name)
        articles = filter_bar(opened, filters, [*unknown, *lost])
        if not articles and view != "about":
            st.info(NONE_CHOSEN if chosen != Chosen() else NO_ARTICLES, icon=":material/info:")
            return
        # One at a time: what the other views need is not imported.
        import_module(f"dashboard.panels.archive.{view}").view(opened)
    except SlantError as error:
        _say(error, name)


def _say(error: SlantError, name: str) -> None:
    """Show an error; an archive is called by its name, as its folder is nobody's affair."""
    if isinstance(error, CannotRead):
        error = CannotRead(f"The archive “{cut(name, 60)}”", error.reason, error.advice)
    st.error(for_markdown(str(error)), icon=":material/error:")


if __name__ == "__main__":
    main()
