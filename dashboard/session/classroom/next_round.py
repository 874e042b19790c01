"""The next round of a class: its text is read and analysed, or its test is read, and it begins.

What is asked for is noted by a widget's callback and done in the page's next run, as on the other
pages.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import EmptyText, SlantError
from analysis.practice.items import BEFORE_AFTER, SETTING, Items, items, items_of
from analysis.practice.items import as_json as items_as_json
from analysis.practice.items import from_json as items_from_json
from analysis.practice.material import MOST_WORDS, as_json, material_of, too_many_words
from dashboard.server.results import results
from dashboard.session.classroom.round_figures import latest_round
from dashboard.session.open_article import current_article
from dashboard.session.opening import analysed_sample
from dashboard.session.reading import read_request
from dashboard.session.requests import Request
from store.classes.records import AFTER, BEFORE, MARKING, SchoolClass
from store.classes.rounds import start_round
from store.database import classes_database

if TYPE_CHECKING:
    from analysis import Result
    from analysis.queue.place import Waiting

ASKING = "class-request"
"""Key of what was asked of the Class page."""

SAMPLE, OPEN, PASTE, TEST = ("sample", "open", "paste", "test")
"""Kinds of requests: a sample by its slug, the article open on Read, a pasted text, and a test,
whose ``text`` is ``before`` or ``after`` and whose ``content``, if any, a file of items."""


class NothingOpen(SlantError):
    """No article is open on Read."""

    def __init__(self) -> None:
        super().__init__("No text is open on Read: open one there, or choose a sample here.")


class TooLongForClass(SlantError):
    """A text has more ``words`` than a class is given."""

    def __init__(self, words: int) -> None:
        super().__init__(
            f"This text has {words:,} words, and a class can be given {MOST_WORDS:,} at most, as "
            "it reads no more in a lesson: paste a part of it."
        )


def begin_round(school: SchoolClass, request: Request, waiting: Waiting) -> None:
    """Begin the round that was asked for; raises SlantError, and then nothing has changed.

    ``waiting`` is called for as long as the analysis of a pasted text waits for its turn.
    """
    kind = MARKING
    if request.kind == TEST:
        kind = request.text
        material = items_as_json(_items(school, request))
    elif request.kind == OPEN:
        article = current_article()
        if article is None:
            raise NothingOpen
        _check_length(article.article.text)
        material = _material(article.result, article.article.title)
    elif request.kind == SAMPLE:
        opened = analysed_sample(request.text, waiting)
        material = _material(opened.result, opened.article.title)
    else:
        if not request.text.strip():
            raise EmptyText("is empty")
        _check_length(request.text)
        read, source = read_request(request)
        result = results().get(read, source, waiting)
        material = _material(result, read.title)
    start_round(classes_database(), school.id, kind, material)


def _check_length(text: str) -> None:
    words = too_many_words(text)
    if words:
        raise TooLongForClass(words)


def _material(result: Result, title: str | None) -> dict[str, Any]:
    """Return the material of an analysed text; its title where the text does not begin with it."""
    shown = "" if title is None or result.text.lstrip().startswith(title) else title
    return as_json(material_of(result, shown))


def _items(school: SchoolClass, request: Request) -> Items:
    """Return the items of a test: after the practice those of the test before it, else those of the
    file that was given, else those that this server has."""
    before = latest_round(school, BEFORE) if request.text == AFTER else None
    if before is not None:
        return items_from_json(before.material)
    return items_of(request.content, request.name) if request.content else items()


def items_file() -> tuple[str, bytes]:
    """Return the name and content of the file of items that this server has, as a template for
    others. Raises BadItems where it cannot be used."""
    items()
    path = Path(os.environ.get(SETTING) or BEFORE_AFTER)
    return path.name, path.read_bytes()
