"""``slant lint``: house rules and the model's notes in files, for people, editors and CI."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from analysis.cli.articles import INPUT_TWICE, STANDARD_INPUT
from analysis.cli.output import fail, say, to_file, to_standard_output
from analysis.rules.linting.choices import Options
from analysis.rules.linting.settings import FAIL_ON
from analysis.rules.rule import SEVERITIES

if TYPE_CHECKING:
    from analysis.output.lint.run import Run
    from analysis.rules.linting.session import Session

HELP = "Check articles against house rules, and note loaded words and doubting verbs of saying."

STATUS = (
    "Exit status 0: nothing found that fails a run; 1: findings at or above --fail-on. Errors are "
    "one line on standard error, with exit status 2; other files are linted all the same."
)

FORMATS = ("text", "json", "rdjson", "sarif", "github")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant lint`` takes."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a file, a folder (its .md, .markdown, .txt and .html files, those of folders in it "
        "too), or a pattern such as 'news/**/*.md'; - reads standard input",
    )
    parser.add_argument(
        "--rules",
        metavar="RULES",
        action="append",
        help="a CSV file of house rules, or a folder of them; may be given several times; in the "
        "place of those that .slant.toml names",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text (unless given), json as Vale writes it, rdjson for reviewdog, sarif (2.1.0), or "
        "github for annotations in GitHub Actions",
    )
    parser.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        choices=FAIL_ON,
        help="from which severity of a house rule on the exit status is 1: note, warning, error "
        "(unless given) or never; what the model notes never fails a run",
    )
    parser.add_argument(
        "--min-severity",
        metavar="SEVERITY",
        choices=SEVERITIES,
        help="show findings from this severity on: note (unless given), warning or error; what is "
        "not shown fails nothing",
    )
    parser.add_argument(
        "--model",
        action=argparse.BooleanOptionalAction,
        help="note the model's likely loaded words and doubting verbs of saying (it does unless "
        ".slant.toml says otherwise); with --no-model only house rules count",
    )
    parser.add_argument(
        "--drafts", action="store_true", help="try draft rules too, as notes that fail nothing"
    )
    parser.add_argument("--section", metavar="NAME", help="the section that the articles are of")
    baseline = parser.add_mutually_exclusive_group()
    baseline.add_argument(
        "--baseline", metavar="JSON", help="leave out the findings that this file knows"
    )
    baseline.add_argument(
        "--write-baseline",
        metavar="JSON",
        help="write what is found into this file, in the place of showing it; what it holds of "
        "other files stays",
    )
    config = parser.add_mutually_exclusive_group()
    config.add_argument(
        "--config", metavar="TOML", help="take settings from this file, not from .slant.toml"
    )
    config.add_argument("--no-config", action="store_true", help="read no .slant.toml")
    parser.add_argument(
        "--stdin-name",
        metavar="FILE",
        help="where the text from standard input belongs: its settings, its kind and its name in "
        "the output are those of this file, which need not exist",
    )
    parser.add_argument(
        "--suppressed",
        action="store_true",
        help="with --format sarif: write what comments and the baseline take away too, marked as "
        "suppressed",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to FILE, whole or not at all, in UTF-8"
    )


def run(options: argparse.Namespace) -> int:
    """Lint the files and write what was found; what cannot be linted is named, the rest is done.

    Returns 0, 1 for findings that fail the run, 2 where something could not be done. Raises
    CannotWrite.
    """
    if options.files.count(STANDARD_INPUT) > 1:
        return fail(INPUT_TWICE)
    if options.stdin_name and STANDARD_INPUT not in options.files:
        return fail(
            "--stdin-name says what standard input is: add - to the files, or leave it out."
        )
    if options.suppressed and options.format != "sarif":
        return fail("--suppressed is for SARIF: add --format sarif, or leave it out.")
    if options.write_baseline and (options.output or options.format != "text"):
        return fail(
            "--write-baseline writes a baseline, not what is found: leave --format and -o out."
        )
    session = _session(options)
    if options.write_baseline:
        return _write_baseline(options, session)
    _write_text(options, session) if options.format == "text" else _write_data(options, session)
    if session.troubles:
        return 2
    return 1 if any(linted.failing for linted in session.done) else 0


def _write_text(options: argparse.Namespace, session: Session) -> None:
    """Write lines for people: on standard output those of a file as soon as it is done."""
    from analysis.output.lint.text import file_lines, summary_lines

    colour = not options.output and _in_colour()
    parts: list[str] = []

    def add(lines: list[str]) -> None:
        part = "".join(f"{line}\n" for line in lines)
        parts.append(part) if options.output else to_standard_output(part)

    for linted in session.lint():
        lines = file_lines(linted, colour)
        add([*lines, ""] if lines else [])
    if session.done:
        add([*summary_lines(session.done)])
    if options.output:
        to_file(options.output, "".join(parts), session.read, session.rule_files)


def _write_data(options: argparse.Namespace, session: Session) -> None:
    """Write data for programs, which is UTF-8 whatever the terminal's encoding is."""
    from analysis.output.lint.run import Run, Trouble

    done = tuple(session.lint())
    troubles = tuple(Trouble(message, path) for message, path in session.troubles.items())
    content = _formatted(Run(done, troubles, options.suppressed), options.format).encode()
    if options.output:
        to_file(options.output, content, session.read, session.rule_files)
    else:
        to_standard_output(content)


def _formatted(found: Run, name: str) -> str:
    if name == "json":
        from analysis.output.lint.vale import to_vale

        return to_vale(found)
    if name == "rdjson":
        from analysis.output.lint.rdjson import to_rdjson

        return to_rdjson(found)
    if name == "sarif":
        from analysis.output.lint.sarif import to_sarif

        return to_sarif(found)
    from analysis.output.lint.github import to_github

    return to_github(found)


def _write_baseline(options: argparse.Namespace, session: Session) -> int:
    """Write the baseline of what is found; a file that is none is not replaced."""
    from pathlib import Path

    from analysis.output.phrasing.numerals import counted
    from analysis.rules.linting.baseline import Baseline, baseline_text, read_baseline

    path = options.write_baseline
    folder = Path(os.path.realpath(path)).parent
    old = read_baseline(path) if os.path.lexists(path) else Baseline(folder)
    looked_at = {linted.path: linted.looked_at for linted in session.lint() if linted.is_file}
    new = old.renewed(looked_at)
    to_file(path, baseline_text(new), session.read)
    gone = sum(old.gone(looked_at).values())
    what = "1 that no longer occurs is" if gone == 1 else f"{gone} that no longer occur are"
    left = f"; {what} removed" if gone else ""
    say(f"{path} holds {counted(new.size, 'finding')}{left}.")
    return 2 if session.troubles else 0


def _session(options: argparse.Namespace) -> Session:
    from analysis.output.lint.text import said
    from analysis.rules.linting.session import Session

    return Session(
        options.files,
        Options(
            rules=None if options.rules is None else tuple(options.rules),
            fail_on=options.fail_on,
            min_severity=options.min_severity,
            baseline=options.baseline,
            section=options.section,
            model=options.model,
            config=options.config,
            with_config=not options.no_config,
            with_baseline=options.write_baseline is None,
            with_drafts=options.drafts,
            stdin_name=options.stdin_name,
        ),
        lambda message: say(said(message)),
    )


def _in_colour() -> bool:
    """Say whether standard output is a terminal that shows colours, and they are wanted
    (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()
