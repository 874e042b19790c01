"""``slant read``: articles to tables, data or reports."""

from __future__ import annotations

import argparse
import os
import re
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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
from analysis.cli.output import fail, say, to_file, to_standard_output
from analysis.errors import ModelUnavailable, SlantError
from analysis.rules.errors import BadRules

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.output.rules.house_check import HouseCheck
    from analysis.rules.rule import RuleSet

HELP = "Find loaded language, tone and who speaks in the sentences of English articles."

WIDE = 100
"""Width of the table's lines, in cells, where it does not go to a terminal."""

FINDINGS = "findings"
"""The frame of what house rules found, which there is with ``--rules`` only."""

FRAMES = ("sentences", "spans", "statements", "names", "quotations", "article", FINDINGS)
"""The frames that ``--csv`` can write, those of a ``Result`` first."""


@dataclass(frozen=True)
class _Done:
    """An article that is done: its result, notices on how complete it is, and, with ``--rules``,
    what they found."""

    result: Result
    notices: tuple[str, ...]
    house: HouseCheck | None


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
        "statements, names, quotations, article or, with --rules, findings",
    )
    parser.add_argument(
        "--rules",
        metavar="FILE",
        action="append",
        default=[],
        help="house rules to look for: a CSV file or a folder of them; may be given several times",
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
    there is no model, the rules cannot be used, or the output cannot be written.
    """
    files: list[str] = options.files
    if options.frame and not options.csv:
        return fail(f"--frame {options.frame} says what CSV holds: add --csv, or leave it out.")
    if options.frame == FINDINGS and not options.rules:
        return fail("--frame findings is what house rules find: add --rules FILE.")
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
    for number, done in enumerate(_results(options, failed)):
        part = _part(done, options, first=number == 0)
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
    for done in _results(options, failed):
        name = report_name(done.result.article["source"].iloc[0], names)
        names.add(name)
        to_file(os.path.join(options.output, name), _report(done), options.files)
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


def _results(options: argparse.Namespace, failed: list[str]) -> Iterator[_Done]:
    """Yield the articles as they are done; of those that cannot be print why and add them to
    ``failed``."""
    rules = _rules(options.rules) if options.rules else None
    for name in options.files:
        try:
            result, article = analysed(name, options.any_language)
            house = _checked(result, rules, name) if rules is not None else None
        except (ModelUnavailable, BadRules):
            raise  # it is the same with the next article
        except SlantError as error:
            fail(_message(error, shown(name) if len(options.files) > 1 else ""))
            failed.append(name)
        else:
            yield _Done(result, article.notices, house)


def _rules(paths: Sequence[str]) -> RuleSet:
    """Return the rules of all files as one set; raises BadRules or CannotRead."""
    from analysis.rules.files.rule_files import read_rules
    from analysis.rules.rule import joined

    return joined([read_rules(path) for path in paths])


def _checked(result: Result, rules: RuleSet, name: str) -> HouseCheck:
    """Check an article; what could not be done is told on standard error."""
    from analysis.output.rules.house_check import house_check

    is_file = name != STANDARD_INPUT and "://" not in name
    house = house_check(result, rules, path=name if is_file else "")
    for notice in house.notices:
        say(f"{shown(name)}: {notice}")
    return house


def _message(error: SlantError, name: str) -> str:
    """Return the error's message, with the name of the article if it does not begin with that."""
    message = error_message(error)
    return message if not name or message.startswith(name) else f"{name}: {message}"


def _part(done: _Done, options: argparse.Namespace, first: bool) -> str | bytes:
    """Return an article's part of the output; the report and JSON hold its notices too.

    Text goes out in the terminal's encoding, bytes are data, which is UTF-8 whatever that is.
    """
    several = len(options.files) > 1
    if options.json:
        return _json(done, several)
    if options.csv:
        return _rows(done, options.frame or FRAMES[0], several, first)
    if options.html:
        return _report(done)
    return _table(done, several, first)


def _json(done: _Done, several: bool) -> bytes:
    """Return all frames of an article; one line of ``several``."""
    from analysis.output.export import to_json, to_json_line

    notices, findings = done.notices, None
    if done.house is not None:
        from analysis.output.phrasing.rules import notices_shown

        notices = (*notices, *notices_shown(done.house))
        findings = done.house.findings
    return (to_json_line if several else to_json)(done.result, notices, findings).encode()


def _report(done: _Done) -> bytes:
    """Return the article's report, which says so where the article is one of the samples."""
    from analysis.output.report.html import to_html
    from analysis.reading.samples import is_invented

    invented = is_invented(done.result.text)
    report = to_html(done.result, invented=invented, notices=done.notices, house=done.house)
    return report.encode()


def _rows(done: _Done, frame: str, several: bool, first: bool) -> bytes:
    """Return a frame's rows, of ``several`` articles with their source, under a header if
    ``first``."""
    from analysis.output.export import numbered, to_csv

    table = numbered(getattr(done.house if frame == FINDINGS else done.result, frame))
    if several and "source" not in table.columns:
        columns = ["source", *table.columns]
        table = table.assign(source=done.result.article["source"].iloc[0])[columns]
    header, _, rows = to_csv(table).partition("\r\n")
    return (f"{header}\r\n{rows}" if first else rows).encode()


def _table(done: _Done, headed: bool, first: bool) -> str:
    """Return the table for a person, ``headed`` by its source in the style of head and tail."""
    from analysis.output.table import printable, readable_table, truncated

    width = shutil.get_terminal_size((WIDE, 0)).columns
    table = readable_table(done.result, width, done.house)
    if not headed:
        return table
    source = printable(done.result.article["source"].iloc[0]) or shown(STANDARD_INPUT)
    gap = "" if first else "\n"
    return f"{gap}==> {truncated(source, width - 8)} <==\n{table}"
