"""``slant read``: articles to tables, data or reports."""

from __future__ import annotations

import argparse
import os
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
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
from analysis.cli.output import fail, to_file, to_standard_output
from analysis.errors import ModelUnavailable, SlantError

if TYPE_CHECKING:
    from analysis.frames import Result

HELP = "Find loaded language, tone and who speaks in the sentences of English articles."

WIDE = 100
"""Width of the table's lines, in cells, where it does not go to a terminal."""

FRAMES = ("sentences", "spans", "statements", "names", "quotations", "article")
"""The frames of a ``Result`` that ``--csv`` can write."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant read`` takes."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=FILE_HELP,
    )
    parser.add_argument(
        "--any-language",
        action="store_true",
        help=ANY_LANGUAGE_HELP,
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json",
        action="store_true",
        help="all frames as JSON, in UTF-8; of several articles one line each",
    )
    form.add_argument(
        "--csv",
        action="store_true",
        help="the sentences, or another --frame, as CSV, in UTF-8; of several articles in one "
        "table with a column source",
    )
    parser.add_argument(
        "--frame",
        metavar="NAME",
        choices=FRAMES,
        help="with --csv, what to write: sentences (unless given), spans (loaded words), "
        "statements, names, quotations or article",
    )
    form.add_argument("--html", action="store_true", help="a report to read and to print, as HTML")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE, whole or not at all, in UTF-8; with --html also a folder, for a "
        "report of each article",
    )


def run(options: argparse.Namespace) -> int:
    """Read, analyse and show the articles; one that cannot be is named, and the others are done.

    Returns 0, or 2 where an article failed. Raises SlantError where nothing can be done at all:
    there is no model, or the output cannot be written.
    """
    files: list[str] = options.files
    if options.frame and not options.csv:
        return fail(f"--frame {options.frame} says what CSV holds: add --csv, or leave it out.")
    if files.count(STANDARD_INPUT) > 1:
        return fail(INPUT_TWICE)
    if options.html and options.output and os.path.isdir(options.output):
        return _write_reports(options)
    if options.html and len(files) > 1:
        return fail(
            "Each article becomes a report of its own: give one article, or an existing folder "
            "for the reports with -o."
        )
    return _put_together(options)


def _put_together(options: argparse.Namespace) -> int:
    """Put the articles one after another: printed each as soon as it is done, or in one file."""
    failed: list[str] = []
    parts: list[bytes] = []
    for number, (result, notices) in enumerate(_results(options, failed)):
        part = _part(result, notices, options, first=number == 0)
        if options.output:
            parts.append(part.encode() if isinstance(part, str) else part)
        else:
            to_standard_output(part)
    if parts:
        to_file(options.output, b"".join(parts), options.files)
    return 2 if failed else 0


def _write_reports(options: argparse.Namespace) -> int:
    """Write a report of each article into the folder."""
    failed: list[str] = []
    names: set[str] = set()
    for result, notices in _results(options, failed):
        name = report_name(result.article["source"].iloc[0], names)
        names.add(name)
        report = _report(result, notices)
        to_file(os.path.join(options.output, name), report, options.files)
    return 2 if failed else 0


def report_name(source: str, taken: Collection[str]) -> str:
    """Return the name of a report's file: ``town-report.html`` for ``news/town.txt``.

    Of a web address it is the last part, standard input is ``article``; a name that is ``taken``
    gets a number.
    """
    path = re.sub(r"[?#].*", "", source) if "://" in source else source
    stem = re.sub(r"[^\w.-]+", "-", Path(path).stem).strip("-.") or "article"
    name, number = f"{stem}-report.html", 2
    while name in taken:
        name, number = f"{stem}-{number}-report.html", number + 1
    return name


def _results(
    options: argparse.Namespace, failed: list[str]
) -> Iterator[tuple[Result, tuple[str, ...]]]:
    """Yield the articles' results and notices; of those that have none print why and add them to
    ``failed``."""
    for name in options.files:
        try:
            result, article = analysed(name, options.any_language)
        except ModelUnavailable:
            raise  # there is none for the next article either
        except SlantError as error:
            fail(_message(error, shown(name) if len(options.files) > 1 else ""))
            failed.append(name)
        else:
            yield result, article.notices


def _message(error: SlantError, name: str) -> str:
    """Return the error's message, with the name of the article if it does not begin with that."""
    message = error_message(error)
    return message if not name or message.startswith(name) else f"{name}: {message}"


def _part(
    result: Result, notices: tuple[str, ...], options: argparse.Namespace, first: bool
) -> str | bytes:
    """Return an article's part of the output; the report and JSON hold its notices too.

    Text goes out in the terminal's encoding, bytes are data, which is UTF-8 whatever that is.
    """
    from analysis.output.export import to_json, to_json_line

    several = len(options.files) > 1
    if options.json:
        return (to_json_line if several else to_json)(result, notices).encode()
    if options.csv:
        return _rows(result, options.frame or FRAMES[0], several, first)
    if options.html:
        return _report(result, notices)
    return _table(result, several, first)


def _report(result: Result, notices: tuple[str, ...]) -> bytes:
    """Return the article's report, which says so where the article is one of the samples."""
    from analysis.output.report.html import to_html
    from analysis.reading.samples import is_invented

    return to_html(result, invented=is_invented(result.text), notices=notices).encode()


def _rows(result: Result, frame: str, several: bool, first: bool) -> bytes:
    """Return a frame's rows, of ``several`` articles with their source, under a header if
    ``first``."""
    from analysis.output.export import numbered, to_csv

    table = numbered(getattr(result, frame))
    if several and "source" not in table.columns:
        columns = ["source", *table.columns]
        table = table.assign(source=result.article["source"].iloc[0])[columns]
    header, _, rows = to_csv(table).partition("\r\n")
    return (f"{header}\r\n{rows}" if first else rows).encode()


def _table(result: Result, headed: bool, first: bool) -> str:
    """Return the table for a person, ``headed`` by its source in the style of head and tail."""
    from analysis.output.table import printable, readable_table, truncated

    width = shutil.get_terminal_size((WIDE, 0)).columns
    table = readable_table(result, width)
    if not headed:
        return table
    source = printable(result.article["source"].iloc[0]) or shown(STANDARD_INPUT)
    gap = "" if first else "\n"
    return f"{gap}==> {truncated(source, width - 8)} <==\n{table}"
