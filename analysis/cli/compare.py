"""``slant compare``: two to five articles on one event to a text, data or a report."""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from analysis.cli.articles import (
    ANY_LANGUAGE_HELP,
    FILE_HELP,
    INPUT_TWICE,
    STANDARD_INPUT,
    analysed,
    error_message,
    shown,
)
from analysis.cli.output import fail, say, to_file, to_standard_output
from analysis.cli.read import WIDE
from analysis.errors import ModelUnavailable, SlantError

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison
    from analysis.frames import Result
    from analysis.output.comparison.about import About
    from analysis.reading.articles import Article

HELP = "Compare how two to five English articles word the same event."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant compare`` takes."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help=f"two to five times: {FILE_HELP}, once"
    )
    parser.add_argument("--any-language", action="store_true", help=ANY_LANGUAGE_HELP)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="all that was found as JSON, in UTF-8")
    form.add_argument("--html", action="store_true", help="a report to read and to print, as HTML")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to FILE, whole or not at all, in UTF-8"
    )


def run(options: argparse.Namespace) -> int:
    """Read, analyse and compare the articles.

    Returns 0, or 2 where there are too few or too many, or one cannot be read: each that cannot is
    named. Raises SlantError where there is no model, or the output cannot be written.
    """
    from analysis.comparison.comparing import ARTICLES_COMPARED, compare_all
    from analysis.output.phrasing.comparison.whole import notes

    files: list[str] = options.files
    fewest, most = ARTICLES_COMPARED
    if not fewest <= len(files) <= most:
        given = "Only one article is" if len(files) == 1 else f"{len(files)} articles are"
        return fail(f"{given} given: compare two to five, as in slant compare a.txt b.txt.")
    if files.count(STANDARD_INPUT) > 1:
        return fail(INPUT_TWICE)
    read = _read(files, options.any_language)
    if len(read) < len(files):
        return 2
    comparison = compare_all([result for result, _ in read])
    for note in notes(comparison):
        say(note)
    content = _content(comparison, [_about(article) for _, article in read], options)
    if options.output:
        to_file(options.output, content, files)
    else:
        to_standard_output(content)
    return 0


def _read(files: list[str], any_language: bool) -> list[tuple[Result, Article]]:
    """Return the articles that can be read and analysed; of the others print why not."""
    from analysis.comparison.frames import letter

    done = []
    for place, name in enumerate(files):
        called = f"{letter(place)} ({shown(name)})"
        try:
            done.append(analysed(name, any_language, called))
        except ModelUnavailable:
            raise  # there is none for the next article either
        except SlantError as error:
            message = error_message(error)
            named = message.startswith(shown(name))
            fail(f"{letter(place) if named else called}: {message}")
    return done


def _about(article: Article) -> About:
    from analysis.output.comparison.about import About
    from analysis.reading.samples import is_invented

    return About(
        date=article.date or "", invented=is_invented(article.text), notices=article.notices
    )


def _content(
    comparison: Comparison, known: list[About], options: argparse.Namespace
) -> str | bytes:
    """Return the output: text in the terminal's encoding, or the bytes of a file in UTF-8."""
    if options.json:
        from analysis.output.comparison.record import comparison_json

        return comparison_json(comparison, known).encode()
    if options.html:
        from analysis.output.report.comparison.html import comparison_report

        return comparison_report(comparison, known).encode()
    from analysis.output.comparison.text import readable_comparison

    return readable_comparison(comparison, known, shutil.get_terminal_size((WIDE, 0)).columns)
