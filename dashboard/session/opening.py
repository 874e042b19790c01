"""Opening articles and selecting sentences: the analysis is made and the address written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from analysis.errors import SlantError
from dashboard.escaping import cut
from dashboard.server.results import results
from dashboard.session.address import MOST_DIGITS, note_address, whole_number, write_address
from dashboard.session.open_article import (
    OpenArticle,
    current_article,
    keep_own_text,
    next_number,
    own_texts,
    selected_sentence,
    set_opened,
    set_selected,
)
from dashboard.session.voices import from_parameter, show_voices

if TYPE_CHECKING:
    from analysis import Article
    from analysis.queue.place import Waiting
    from analysis.reading.samples import Sample


@cache
def samples() -> dict[str, Sample]:
    """Return the sample articles by slug, in the order in which they are read."""
    from analysis.reading.samples import samples as read_samples

    return {sample.slug: sample for sample in read_samples()}


def select(sentence: int | None) -> None:
    """Make ``sentence`` (from 0) the selected one, None for none, and write the address."""
    set_selected(sentence)
    write_address()


def switch_voices(voices: Iterable[str]) -> None:
    """Have charts and counts show ``voices``, all of them where it is none; write the address."""
    show_voices(voices)
    write_address()


def open_sample(slug: str, waiting: Waiting) -> None:
    """Open the sample ``slug``, which must exist; raises ``SlantError``.

    ``waiting`` is called for as long as the analysis waits for its turn, with the number of
    articles ahead, here and in the other functions.
    """
    set_opened(analysed_sample(slug, waiting))
    write_address()


def open_text(article: Article, source: str, waiting: Waiting, any_language: bool = False) -> None:
    """Analyse and open an own text; raises ``SlantError``, and then nothing has changed.

    ``source`` is its file's name or web address, ``any_language`` scores what is not English too.
    """
    result = results().get(article, source, waiting, any_language=any_language)
    text = OpenArticle(article, source, result, number=next_number())
    keep_own_text(text)
    set_opened(text)
    write_address()


def missing_text(given: Mapping[str, str]) -> int | None:
    """Return the number of the own text that the query parameters ``given`` name, if this session
    does not have it; else None. After a reload the browser may have it still."""
    number = whole_number(given.get("text", ""))
    others = {"sample", "archive"} & given.keys()
    named = not others and number is not None and number not in own_texts()
    return number if named else None


def open_kept(
    given: Mapping[str, str], article: Article, source: str, any_language: bool, waiting: Waiting
) -> None:
    """Open an own text again that the query parameters ``given`` name, under the same number, and
    its sentence; raises ``SlantError``."""
    number = whole_number(given["text"]) or next_number()
    result = results().get(article, source, waiting, any_language=any_language)
    text = OpenArticle(article, source, result, number=number)
    keep_own_text(text)
    set_opened(text)
    _follow_sentence(given)


def open_address(given: Mapping[str, str], first: str, waiting: Waiting) -> str:
    """Open what the query parameters ``given`` name; raises ``SlantError``.

    If they name nothing, as on coming from another page, what is open stays open; without
    that, and where they cannot be followed, the sample ``first`` is opened. Returns a sentence
    for the person if the address cannot be followed, else an empty string.
    """
    if not given and current_article() is not None:
        write_address()
        return ""
    texts = own_texts()
    number = whole_number(given.get("text", ""))
    slug = given.get("sample", "")
    trouble = ""
    if "archive" in given:
        return _open_archived(given, first, waiting)
    if slug in samples():
        set_opened(analysed_sample(slug, waiting))
    elif number in texts:
        set_opened(texts[number])
    else:
        if slug:
            trouble = f"There is no sample called “{slug}”: choose one from the list."
        elif "text" in given:
            trouble = (
                "This link is to a text that was not kept, as texts stay in the browser tab that "
                "gave them: paste or upload it again."
            )
        set_opened(analysed_sample(first, waiting))
    _follow_sentence({} if trouble else given)
    return trouble


def _open_archived(given: Mapping[str, str], first: str, waiting: Waiting) -> str:
    """Do what ``open_address`` does for an address of an article of an archive."""
    from dashboard.session.archive.articles import archived

    number = whole_number(given.get("article", ""), MOST_DIGITS)
    try:
        found = archived(given["archive"], number)
    except SlantError as error:
        set_opened(analysed_sample(first, waiting))
        _follow_sentence({})
        return str(error)
    result = results().get(found.article, found.source, waiting, any_language=found.any_language)
    set_opened(OpenArticle(found.article, found.source, result, place=found.place))
    _follow_sentence(given)
    if "s" not in given or selected_sentence() is not None:
        return ""
    return (
        f"This article has no sentence {cut(given['s'], 10)}: it has {len(result.sentences):,}. "
        "Choose one in the text."
    )


def _follow_sentence(given: Mapping[str, str]) -> None:
    """Select the sentence and switch to the voices that the query parameters name; write the
    address."""
    show_voices(from_parameter(given.get("voices", "")))
    sentence = whole_number(given.get("s", ""))
    if sentence is not None:
        set_selected(sentence - 1)
    note_address(given)
    write_address()


def analysed_sample(slug: str, waiting: Waiting) -> OpenArticle:
    """Return the sample ``slug`` with its analysis, which outlives the session.

    Needs no session, so a server can call it before the first one. Raises ``SlantError``.
    """
    result = results().get(sample_article(slug), slug, waiting, keep=True)
    return OpenArticle(sample_article(slug), slug, result, sample=slug)


def sample_article(slug: str) -> Article:
    """Return the sample ``slug``, which must exist, as an article that was read."""
    from analysis import Article

    sample = samples()[slug]
    return Article(sample.text, sample.title, None, sample.date, None, "markdown")
