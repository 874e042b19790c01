"""Session state: the article that is open, the selected sentence, and their address.

One article is open at a time. Its address is the page's query string, so that a link opens on
the same article and sentence and the browser's back button returns to them:

* ``?sample=bus-fares-plain&s=12``: a sample, and the twelfth sentence as the page counts;
* ``?text=2&s=5``: the second text given in this session. Texts are kept in the session only,
  the last few of them, so such a link opens nothing for anybody else.

The session is what keeps an own text and its analysis in memory (``server.results``): they go when
it ends, which Streamlit says is two minutes after its page was closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.server.results import Content, results, size_of

if TYPE_CHECKING:
    from analysis import Result
    from analysis.reading.samples import Sample

TEXTS_KEPT = 5
"""How many own texts a session can go back to."""

BYTES_KEPT = 4_000_000
"""Most bytes of own texts with their analyses in a session, the newest not counted. An article
of 600 words has about 25,000, the longest there may be, of 100,000 words, a few million."""


@dataclass(frozen=True)
class Opened:
    """An open article: its analysis, where it is from, and a ``key`` for its widgets.

    Exactly one of ``sample`` (a slug) and ``number`` (of an own text in this session, from 1)
    is set; the other is empty or 0. ``title`` and ``source`` are plain, untrusted text.
    """

    result: Result
    title: str
    source: str
    key: str
    sample: str = ""
    number: int = 0


@dataclass(frozen=True)
class Request:
    """What a person asked to be opened, by ``sample``, ``paste``, ``upload`` or ``address``.

    ``text`` is a sample's slug, the pasted text or the web address; an upload has ``name`` and
    ``content``.
    """

    kind: str
    text: str = ""
    name: str = ""
    content: bytes = b""


def analysed(content: Content, keep: bool = False) -> Result:
    """Return the analysis of ``content``, one object for all sessions: nobody may change it.

    ``keep`` says that it is a sample's, which outlives the session. Raises ``SlantError`` as
    ``analysis.analyze`` does, and those of ``dashboard.server.errors``.
    """
    waiting: Callable[[int], object] = st.session_state.get("waiting", _unseen)
    return results().get(content, waiting, keep)


@contextmanager
def shown_waiting(show: Callable[[int], object]) -> Iterator[None]:
    """Have ``show`` called within this block, as long as an analysis waits for its turn.

    It is given the number of articles ahead, and again when that has changed.
    """
    last: list[int] = []

    def waiting(ahead: int) -> None:
        if last == [ahead]:
            _unseen(ahead)
        else:
            last[:] = [ahead]
            show(ahead)

    st.session_state["waiting"] = waiting
    try:
        yield
    finally:
        st.session_state.pop("waiting", None)


def _unseen(ahead: int) -> None:
    """Show nothing; reading the session is where Streamlit ends a run whose page was closed."""
    st.session_state.get("opened")


@st.cache_resource(show_spinner=False)
def samples() -> dict[str, Sample]:
    """Return the sample articles by slug, in the order of ``analysis.reading.samples.samples``."""
    from analysis.reading import samples as seeds

    return {sample.slug: sample for sample in seeds.samples()}


def opened() -> Opened | None:
    """Return the open article, or None before the first."""
    article: Opened | None = st.session_state.get("opened")
    return article


def selected() -> int | None:
    """Return the selected sentence's number from 0, or None."""
    sentence: int | None = st.session_state.get("selected")
    return sentence


def select(sentence: int | None) -> None:
    """Make ``sentence`` (from 0) the selected one, None for none, and write the address."""
    st.session_state["selected"] = _within(sentence)
    _write_address()


def _within(sentence: int | None) -> int | None:
    article = opened()
    if article is None or sentence is None:
        return None
    return sentence if 0 <= sentence < len(article.result.sentences) else None


def open_sample(slug: str) -> None:
    """Open the sample ``slug``, which must exist; raises ``SlantError``."""
    _put(_sample(slug))
    _write_address()


def open_text(text: str, title: str = "", source: str = "", any_language: bool = False) -> None:
    """Analyse and open an own text; raises ``SlantError``, and then nothing has changed.

    ``any_language`` scores what is not English too.
    """
    result = analysed(Content(text, title, source, any_language))
    number = st.session_state.get("texts_opened", 0) + 1
    article = Opened(result, title, source, _key(text), number=number)
    kept: dict[int, Opened] = st.session_state.setdefault("texts", {})
    kept[number] = article
    _forget_oldest(kept)
    st.session_state["texts_opened"] = number
    _put(article)
    _write_address()


def _forget_oldest(kept: dict[int, Opened]) -> None:
    """Leave the last texts that are within ``TEXTS_KEPT`` and ``BYTES_KEPT``, the newest always."""
    room = BYTES_KEPT
    for place, number in enumerate(sorted(kept, reverse=True)):
        if place:
            room -= size_of(kept[number].result)
        if place >= TEXTS_KEPT or room < 0:
            del kept[number]


def content_of(sample: Sample) -> Content:
    """Return what the analysis of a sample depends on."""
    return Content(sample.text, sample.title, sample.slug)


def _sample(slug: str) -> Opened:
    sample = samples()[slug]
    result = analysed(content_of(sample), keep=True)
    return Opened(result, sample.title, sample.outlet, _key(sample.text), sample=slug)


def _put(article: Opened) -> None:
    st.session_state["opened"] = article
    st.session_state["selected"] = None


def _key(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:12]


def ask(request: Request) -> None:
    """Note what a widget's callback was asked to open; the page does it in its next run."""
    st.session_state["request"] = request


@contextmanager
def asked() -> Iterator[Request | None]:
    """Give what was asked for, None if nothing was; after the block it is forgotten.

    Not so where Streamlit cuts the block short, because of a click elsewhere: then the run that
    follows is given it again.
    """
    request: Request | None = st.session_state.get("request")
    try:
        yield request
    except Exception:  # any, or the next run would fail at it again; the page says which
        st.session_state.pop("request", None)
        raise
    st.session_state.pop("request", None)


def address(article: Opened, sentence: int | None) -> dict[str, str]:
    """Return the query parameters that open ``article`` on ``sentence`` (from 0, None for none)."""
    where = {"sample": article.sample} if article.sample else {"text": str(article.number)}
    return where if sentence is None else where | {"s": str(sentence + 1)}


def arrived_by_address() -> dict[str, str] | None:
    """Return the query parameters if the person changed them: a link, or back and forward.

    None if they are those the page wrote last.
    """
    given = {
        name: st.query_params[name] for name in ("sample", "text", "s") if name in st.query_params
    }
    return None if given == st.session_state.get("address") else given


def open_address(given: Mapping[str, str], first: str) -> str:
    """Open what the query parameters name.

    If they name nothing, as on coming from another page, what is open stays open; without
    that, and where they cannot be followed, the sample ``first`` is opened. Returns a sentence
    for the person if the address cannot be followed, else an empty string.
    """
    if not given and opened() is not None:
        _write_address()
        return ""
    kept: dict[int, Opened] = st.session_state.get("texts", {})
    number = _whole(given.get("text", ""))
    slug = given.get("sample", "")
    trouble = ""
    if slug in samples():
        _put(_sample(slug))
    elif number in kept:
        _put(kept[number])
    else:
        if slug:
            trouble = f"There is no sample called “{slug}”: choose one from the list."
        elif "text" in given:
            trouble = (
                "This link is to a text that was not kept, as texts stay in the session that "
                "gave them: paste or upload it again."
            )
        _put(_sample(first))
    sentence = _whole(given.get("s", ""))
    if sentence is not None and not trouble:
        st.session_state["selected"] = _within(sentence - 1)
    st.session_state["address"] = dict(given)
    _write_address()
    return trouble


def _whole(digits: str) -> int | None:
    # At most six digits: no article has a million sentences, and int() takes ages on millions.
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None


def _write_address() -> None:
    article = opened()
    if article is None:
        return
    wanted = address(article, selected())
    if st.session_state.get("address") == wanted:
        return
    params: dict[str, str | list[str]] = {
        name: st.query_params.get_all(name)
        for name in st.query_params
        if name not in ("sample", "text", "s")
    }
    st.query_params.from_dict({**params, **wanted})
    st.session_state["address"] = wanted
