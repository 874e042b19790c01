"""Findings for people: a line each, grouped by file, and what they come to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from analysis.output.lint.run import shown_records
from analysis.output.phrasing.numerals import counted
from analysis.output.table import printable
from analysis.rules.rule import SEVERITIES
from analysis.text.characters import encodable

if TYPE_CHECKING:
    from analysis.rules.linting.linted import Linted

MOST_WORDS = 80
"""Of a longer passage the begin is shown, in characters."""

_COLOURS = {"error": "31", "warning": "33", "note": "36"}
_BOLD, _FAINT = "1", "2"


def file_lines(linted: Linted, colour: bool = False) -> list[str]:
    """Return a line for each finding of a file: ``path:line:column: severity: message: “words”
    (plainer: …) [check]``. Control characters of texts and paths are left out."""
    return [_line(linted.path, one, colour) for one in shown_records(linted)]


def summary_lines(files: Sequence[Linted]) -> Iterator[str]:
    """Yield what all files come to: findings by severity, and how many of them fail the run."""
    counts = Counter[str]()
    for linted in files:
        counts.update(linted.findings["severity"])
        counts["note"] += len(linted.unused) * (linted.settings.min_severity == "note")
    found = [counted(counts[one], one) for one in reversed(SEVERITIES) if counts[one]]
    of = counted(len(files), "file")
    line = f"{_listed(found)} in {of}" if found else f"Nothing found in {of}"
    ignored = sum(len(linted.ignored) for linted in files)
    known = sum(len(linted.known) for linted in files)
    beside = [f"{ignored} ignored by comments"] * bool(ignored)
    beside += [f"{known} in the baseline"] * bool(known)
    yield f"{line}; not shown: {_listed(beside)}." if beside else f"{line}."
    failing = sum(linted.failing for linted in files)
    if failing:
        yield f"{counted(failing, 'finding')} {'fails' if failing == 1 else 'fail'} this run."


def told(record: dict[str, Any]) -> str:
    """Return a finding's message with the words found, unless it names them itself, and with
    plainer ones if there are any."""
    message, words = said(record["message"]), said(record["text"])
    if len(words) > MOST_WORDS:
        words = words[: MOST_WORDS - 1].rstrip() + "…"
    message = message.removesuffix(".")
    if words and not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", message, re.IGNORECASE):
        message = f"{message}: “{words}”".removeprefix(": ")
    plainer = " or ".join(f"“{said(one)}”" for one in record["plainer"])
    return message + (f" (plainer: {plainer})" if plainer else "")


def said(text: str) -> str:
    """Return a text on one line that neither controls a terminal nor gives a command to the runner
    of GitHub Actions, which looks for ``##[`` anywhere in a line, and for ``::`` at its begin."""
    shown = printable(encodable(text)).replace("##[", "## [")
    return f"./{shown}" if shown.startswith("::") else shown


def _line(path: str, record: dict[str, Any], colour: bool) -> str:
    # Together: a path of one colon begins a command only with what follows it.
    place = said(f"{path}:{record['line']}:{record['column']}:")
    severity = f"{record['severity']}:"
    check = f"[{said(record['check'])}]"
    if colour:
        place = _coloured(place, _BOLD)
        severity = _coloured(severity, _COLOURS[record["severity"]])
        check = _coloured(check, _FAINT)
    return f"{place} {severity} {told(record)} {check}"


def _coloured(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
