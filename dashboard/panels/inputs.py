"""Ways in: samples by event, a box to paste into, a file upload, and a web address.

Callbacks only note what was asked for (``session.requests``); the page opens it in the run that
follows, where progress and errors have their place. What was typed stays in its box.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from analysis import Article
from analysis.errors import NotEnglish, SlantError
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.web.fetch_switch import is_on
from dashboard.escaping import for_markdown
from dashboard.panels.origin import STYLE_NAMES, event_name
from dashboard.server.address import has_routes
from dashboard.session.open_article import current_article
from dashboard.session.opening import open_sample, open_text, samples
from dashboard.session.reading import read_request
from dashboard.session.requests import Request, note_request

if TYPE_CHECKING:
    from analysis.queue.place import Waiting
    from analysis.reading.samples import Sample

LARGEST_UPLOAD = MAX_FILE_BYTES // 1024**2
"""Megabytes of the largest file that is read. The server takes more (``.streamlit/config.toml``),
so that the reader can say what to do."""

ANYWAY = "anyway"
"""Kind of the request to analyse the text that was just refused for its language."""

BROUGHT = ("handed", "link")
"""Kinds of requests that came from outside this page: their errors stand above all ways in, which
may be folded."""

FIRST_SAMPLE = "fishing-dispute-loaded"
"""A fresh page opens on it: it has loaded sentences in the outlet's voice and in quotations."""


def sample_label(sample: Sample) -> str:
    """Return how a sample is called in the list: its event first, so that events stand together."""
    style = STYLE_NAMES.get(sample.style, sample.style)
    return f"{event_name(sample.event)}, {style}: {sample.title}"


@dataclass(frozen=True)
class Refused:
    """An article that was refused for its language; ``kind`` is that of its request, ``source``
    the name of its file or its web address."""

    kind: str
    article: Article
    source: str


def open_request(request: Request, waiting: Waiting) -> None:
    """Open what was asked for; raises ``SlantError``, and then nothing has changed.

    ``waiting`` is called for as long as the analysis waits for its turn, with the number of
    articles ahead. A text refused for its language is kept in the session, for a request of the
    kind ``ANYWAY``.
    """
    if request.kind == "sample":
        open_sample(request.text, waiting)
        return
    refused: Refused | None = st.session_state.get("refused")
    anyway = request.kind == ANYWAY
    if anyway and refused is None:  # the button was pressed twice
        return
    try:
        if anyway and refused is not None:
            article, source = refused.article, refused.source
        else:
            article, source = read_request(request)
            refused = Refused(request.kind, article, source)
        open_text(article, source, waiting, any_language=anyway)
    except NotEnglish:
        st.session_state["refused"] = refused
        raise
    except SlantError:
        st.session_state.pop("refused", None)
        raise
    # Only now: whoever clicks elsewhere while it is scored must find the button again.
    st.session_state.pop("refused", None)


def ways_in(error: str, kind: str) -> None:
    """Draw the ways in; ``error`` is shown in the one of ``kind`` (empty: above all).

    Where the text's language was the error, a button beside it asks for an analysis all the same.
    """
    if kind == ANYWAY:
        refused = st.session_state.get("refused")
        kind = refused.kind if refused else ""
    if kind in BROUGHT:
        kind = ""
    # The list shows the sample that is open, and none while an own text is.
    opened = current_article()
    st.session_state["sample"] = opened.sample if opened else ""
    if error and not kind:
        _show_error(error)
    st.html(Path(__file__).parents[1] / "assets" / "inputs.css")
    # One row, so that the text starts high on the screen. Another key for each article: a new one
    # folds the row again, while an error leaves it open.
    folded = st.expander(
        "Open another article",
        expanded=opened is None or bool(error and kind),
        key=f"ways-in-{opened.key}" if opened else "ways-in-first",
        type="compact",
    )
    with folded:
        _tabs(error, kind)


def _tabs(error: str, kind: str) -> None:
    names = ["Samples", "Paste a text", "Upload a file"]
    if is_on():
        names.append("Web address")
    choose, paste, upload, *web = st.tabs(names, key="ways-in")
    with choose:
        _samples_tab()
        if kind == "sample":
            _show_error(error)
    with paste:
        _paste_tab()
        if has_routes():
            st.caption(
                "Without copying: [a bookmark for your browser](open) opens the page or the "
                "selection that you are reading."
            )
        if kind == "paste":
            _show_error(error)
    with upload:
        _upload_tab()
        if kind == "upload":
            _show_error(error)
    for tab in web:
        with tab:
            _address_tab()
            if kind == "address":
                _show_error(error)


def _show_error(error: str) -> None:
    if not error:
        return
    st.error(for_markdown(error), icon=":material/error:")
    if "refused" in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center", key="anyway"):
            st.button(
                "Analyse anyway",
                key="analyse-anyway",
                on_click=lambda: note_request(Request(ANYWAY)),
            )
            st.caption("As if it were English: the scores mean little, and all results say so.")


def _samples_tab() -> None:
    known = samples()
    st.selectbox(
        "A sample article: each event is told twice or more",
        # While an own text is open, an empty choice stands for "none of these".
        [*known] if st.session_state["sample"] else ["", *known],
        format_func=lambda slug: sample_label(known[slug]) if slug else "Choose a sample",
        key="sample",
        on_change=_request_sample,
    )


def _request_sample() -> None:
    slug = st.session_state["sample"]
    if slug:
        note_request(Request("sample", text=slug))


def _paste_tab() -> None:
    with st.form("paste", border=False):
        st.text_area(
            "Paste an article in English",
            key="pasted",
            height=180,
            placeholder="The text stays on this machine.",
        )
        st.form_submit_button(
            "Analyse",
            type="primary",
            on_click=lambda: note_request(Request("paste", text=st.session_state["pasted"])),
        )


def _upload_tab() -> None:
    # Any file, and several at once, so that the reader says what is wrong and what to do. Streamlit
    # would say “application/octet-stream files are not allowed.”
    number = st.session_state.setdefault("uploads", 0)
    st.file_uploader(
        f"An article: text, web page, PDF, Word file or e-mail, up to {LARGEST_UPLOAD} MB",
        accept_multiple_files=True,
        # Another key after each upload: a new box has no file and no message of the one before.
        key=f"uploaded-{number}",
        on_change=_request_upload,
        args=(number,),
    )


def _request_upload(number: int) -> None:
    files = st.session_state[f"uploaded-{number}"]
    if files:
        first = files[0]
        content = first.getvalue() if len(files) == 1 else b""
        note_request(Request("upload", name=first.name, content=content, files=len(files)))
        st.session_state["uploads"] = number + 1


def _address_tab() -> None:
    with st.form("fetch", border=False):
        st.text_input(
            "The web address of an article in English",
            key="web-address",
            placeholder="https://",
        )
        st.caption("Only this way in leaves this machine: the site is asked for the page.")
        st.form_submit_button(
            "Fetch and analyse",
            type="primary",
            on_click=lambda: note_request(Request("address", text=st.session_state["web-address"])),
        )
