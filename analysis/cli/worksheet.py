"""``slant worksheet``: an article to a worksheet for a class, and its answer sheet."""

from __future__ import annotations

import argparse
import os
import re
from typing import TYPE_CHECKING

from analysis.cli.articles import (
    ANY_LANGUAGE_HELP,
    FILE_HELP,
    STANDARD_INPUT,
    error_message,
    read_article,
    result_of,
)
from analysis.cli.output import fail, to_file, to_standard_output
from analysis.errors import NotEnglish

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.output.worksheet.sheet import Stretch
    from analysis.reading.articles import Article

HELP = "Make a worksheet of an English article to print for a class, and its answer sheet."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant worksheet`` takes."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=FILE_HELP)
    parser.add_argument(
        "--sample",
        metavar="NAME",
        help="in place of FILE: a sample that comes with Slant, as bus-fares-loaded; its "
        "sentences have the numbers that they have on the pages",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the worksheet to FILE, whole or not at all, as HTML in UTF-8",
    )
    parser.add_argument(
        "--answers",
        metavar="FILE",
        help="write the answer sheet, which has the model's view of every sentence, to FILE",
    )
    parser.add_argument(
        "--sentences",
        metavar="A-B",
        type=stretch,
        help="only the sentences from A to B, counted from 1 as on the page Read",
    )
    parser.add_argument(
        "--questions",
        metavar="N",
        type=number_of_questions,
        help="only the first N questions, 0 for none; all unless given",
    )
    parser.add_argument(
        "--title", metavar="TITLE", default="", help="what to call the article, at the head"
    )
    parser.add_argument("--any-language", action="store_true", help=ANY_LANGUAGE_HELP)


def stretch(given: str) -> Stretch:
    """Return what ``--sentences`` names: ``(1, 40)`` for ``1-40``.

    Raises argparse.ArgumentTypeError, whose sentence argparse prints.
    """
    # Longer numbers are none of sentences; int() refuses very long ones by itself.
    found = re.fullmatch(r"([0-9]{1,7})-([0-9]{1,7})", given)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(
            f"{given} names no sentences: give the first and the last, as in 1-40"
        )
    return int(found[1]), int(found[2])


def number_of_questions(given: str) -> int:
    """Return what ``--questions`` names; raises argparse.ArgumentTypeError as ``stretch``."""
    if not re.fullmatch(r"[0-9]{1,3}", given):
        raise argparse.ArgumentTypeError(f"{given} is no number of questions: give one from 0 to 8")
    return int(given)


def run(options: argparse.Namespace) -> int:
    """Read and analyse the article and write its sheets; the worksheet goes to standard output
    unless ``-o`` names a file.

    Returns 0, or 2 where both sheets would be one file. Raises SlantError where the article cannot
    be read, the sentences are not there, or a file cannot be written.
    """
    from analysis.output.worksheet.answers import answers_of
    from analysis.output.worksheet.html import answers_html, worksheet_html
    from analysis.output.worksheet.sheet import sheet_of
    from analysis.reading.samples import is_invented

    if (options.file is None) == (options.sample is None):
        return fail("Name one article: either a FILE or --sample with the name of a sample.")
    if options.output and options.answers and _same(options.output, options.answers):
        return fail(
            "The worksheet and the answers need a file each: name two with -o and --answers."
        )
    try:
        result, article = _analysed(options)
    except NotEnglish as error:
        return fail(error_message(error))
    invented = is_invented(article.text)
    sheet = sheet_of(
        result, options.title, options.sentences, invented=invented, asked=options.questions
    )
    read = [options.file] if options.file else []
    worksheet = worksheet_html(sheet).encode()
    if options.answers:
        answers = answers_of(result, sheet, article.notices)
        to_file(options.answers, answers_html(sheet, answers), read)
    if options.output:
        to_file(options.output, worksheet, read)
    else:
        to_standard_output(worksheet)
    return 0


def _analysed(options: argparse.Namespace) -> tuple[Result, Article]:
    """Return the result and the article. A sample, also one that is read from its file, begins with
    its headline, so that its sentences have the numbers that they have on the pages.

    Raises SlantError.
    """
    from analysis.reading.samples import own_sample, sample_article, sample_named

    source: str | None
    if options.sample is not None:
        sample = sample_named(options.sample)
        article, source = sample_article(sample), sample.slug
    else:
        article = read_article(options.file)
        source = None if options.file == STANDARD_INPUT else options.file
        own = own_sample(article.text)
        if own is not None:
            article, source = sample_article(own), own.slug
    return result_of(article, source, options.any_language), article


def _same(one: str, other: str) -> bool:
    """Whether two names are of one file, which need not be there yet."""
    return os.path.realpath(one) == os.path.realpath(other)
