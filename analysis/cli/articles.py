"""The articles that a command is given: read and analysed, and what is said of each."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from analysis.cli.output import say
from analysis.errors import NotEnglish, SlantError

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article

STANDARD_INPUT = "-"

FILE_HELP = (
    "an article: plain text, Markdown, a web page, PDF or Word file, an e-mail, subtitles, or a "
    "web address (https://…); - reads standard input"
)
"""What a FILE is, for the help of a command."""

ANY_LANGUAGE_HELP = (
    "score sentences in other languages too, as if they were English; the output says so"
)

INPUT_TWICE = "Standard input (-) can be read only once: name it once."


def analysed(name: str, any_language: bool, called: str = "") -> tuple[Result, Article]:
    """Return an article's result and the article as read; its notices go to standard error too.

    ``called`` is what the lines of its notices begin with, by default what ``shown`` returns.
    Raises SlantError if it cannot be read or analysed.
    """
    article = read_article(name, called)
    source = None if name == STANDARD_INPUT else name
    return result_of(article, source, any_language), article


def read_article(name: str, called: str = "") -> Article:
    """Return the article ``name``; the rest as ``analysed``, of which it is the first half."""
    from analysis.reading.sources import read, read_stream

    article = read_stream(sys.stdin.buffer) if name == STANDARD_INPUT else read(name)
    for notice in article.notices:
        say(f"{called or shown(name)}: {notice}")
    return article


def result_of(article: Article, source: str | None, any_language: bool) -> Result:
    """Return the result of an article that was read; raises SlantError."""
    from analysis.scoring.pipeline import analyze

    return analyze(
        article.text,
        title=article.title,
        source=source,
        any_language=any_language,
        quoted=article.quoted,
    )


def error_message(error: SlantError) -> str:
    """Return the error's message, with the option that could help."""
    message = error.message
    if isinstance(error, NotEnglish):
        anyway = "or add --any-language, for scores not to be relied on"
        message = f"{message.removesuffix('.')}, {anyway}."
    return message


def shown(name: str) -> str:
    """Return what messages call an article; never with the user name and password of an address."""
    return "Standard input" if name == STANDARD_INPUT else re.sub(r"://[^/?#]*@", "://", name)
