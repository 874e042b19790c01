"""Files of rules: a house's own CSV tables, which an editor keeps in a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from analysis.errors import CannotRead
from analysis.rules.errors import BadRules, together
from analysis.rules.files.cells import table
from analysis.rules.files.rows import cells_of, rule_of, shown
from analysis.rules.matching.matcher import Matcher, matcher
from analysis.rules.rule import COLUMNS, Rule, RuleSet

MAX_BYTES = 64 * 1024 * 1024
"""Largest file of rules; one of 13,000 has some 4 MB."""

MAX_RULES = 50_000
"""Most rules of a file, four times the largest house's known."""

NEEDED = ("rule", "pattern")
"""The columns without which there is no rule."""


def read_rules(path: str | os.PathLike[str]) -> RuleSet:
    """Return the rules of a CSV file, or of all ``*.csv`` files right in a folder as one set.

    Raises CannotRead where there is none, and BadRules, whose ``problems`` lists all that is wrong.
    """
    name = os.fspath(path)
    files = rule_files(path)
    read = [_read(file) for file in files]
    rules = [rule for found, _ in read for rule in found]
    problems = [problem for _, wrong in read for problem in wrong]
    problems += _twice(rules)
    if not problems:
        problems = _bad_patterns(rules, name)
    if problems:
        raise together(sorted(problems, key=lambda one: (one.name, one.line or 0)))
    return RuleSet(tuple(one.rule for one in rules), name)


def rule_files(path: str | os.PathLike[str]) -> list[Path]:
    """Return the files that ``read_rules`` reads, in order; raises CannotRead for a folder without
    any, or one that cannot be listed."""
    given = Path(path)
    if not given.is_dir():
        return [given]
    try:
        inside = sorted(given.iterdir())
    except OSError as error:
        raise CannotRead(os.fspath(path), _reason(error), "check its name") from error
    # Spreadsheets put a lock beside a file that is open: .~lock.rules.csv#, ~$rules.csv.
    found = [
        file
        for file in inside
        if file.suffix.lower() == ".csv"
        and not file.name.startswith((".", "~$"))
        and file.is_file()
    ]
    if not found:
        raise CannotRead(os.fspath(path), "holds no CSV file", "put the rules into a file .csv")
    return found


def rules_from_csv(content: bytes | str, name: str) -> RuleSet:
    """Return the rules of a CSV table, which messages call ``name``; raises BadRules, whose
    ``problems`` lists all that is wrong.

    The first line names the columns, in any order; ``rule`` and ``pattern`` are needed, the others
    of ``COLUMNS`` take the defaults of ``Rule`` where they or their cells are missing.
    """
    rules, problems = _parse(content, name)
    problems += _twice(rules)
    if not problems:
        problems = _bad_patterns(rules, name)
    if problems:
        raise together(sorted(problems, key=lambda one: one.line or 0))
    return RuleSet(tuple(one.rule for one in rules), name)


def rules_to_csv(rules: RuleSet) -> str:
    """Return rules as a CSV table (RFC 4180: commas, CRLF) with all columns, which
    ``rules_from_csv`` reads as the same rules. A cell that a spreadsheet would run as a formula
    gets an apostrophe before it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(cells_of(rule) for rule in rules.rules)
    return written.getvalue()


class _Placed:
    """A rule and where it stands: the file's name and the line."""

    __slots__ = ("line", "name", "rule")

    def __init__(self, rule: Rule, name: str, line: int) -> None:
        self.rule, self.name, self.line = rule, name, line


def _read(path: Path) -> tuple[list[_Placed], list[BadRules]]:
    name = os.fspath(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotRead(name, _reason(error), "check the name of the file of rules") from error
    if len(content) > MAX_BYTES:
        too_large = f"is larger than {MAX_BYTES // 2**20} MB; split it into files of one folder"
        return [], [BadRules(name, too_large)]
    return _parse(content, name)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    return f"cannot be read ({error.strerror or type(error).__name__})"


def _parse(content: bytes | str, name: str) -> tuple[list[_Placed], list[BadRules]]:
    """Return the rules of the good rows, and what is wrong with the file and the others."""
    rows = table(content, name)
    rules: list[_Placed] = []
    problems: list[BadRules] = []
    try:
        line, header = next(rows, (1, []))
        columns = _columns(header, name, line)
        for line, cells in rows:
            if len(rules) == MAX_RULES:
                problem = f"is one more than {MAX_RULES:,} rules; split the file"
                raise BadRules(name, problem, line)
            given, wrong = _by_column(cells, columns)
            rule, more = rule_of(given) if not wrong else (None, [])
            known = " ".join(given.get("rule", "").split())[:80]
            problems += [BadRules(name, one, line, known) for one in [*wrong, *more]]
            if rule is not None:
                rules.append(_Placed(rule, name, line))
    except BadRules as error:  # what follows in the file cannot be told apart any more
        problems.append(error)
    return rules, problems


def _columns(header: Sequence[str], name: str, line: int) -> list[str]:
    """Return the columns in the order of the file; an empty name is one that is passed over."""
    columns = [" ".join(cell.split()).casefold() for cell in header]
    if not any(columns):
        problem = f"is empty; write {','.join(NEEDED)} in its first line and a rule in each other"
        raise BadRules(name, problem)
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        problem = (
            f"names no column {' and no column '.join(missing)}; its first line must name "
            f"{' and '.join(NEEDED)}, and the rules of another tool are brought in with “slant "
            "rules import”"
        )
        raise BadRules(name, problem, line)
    for column in columns:
        if column and column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, 1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            known = ", ".join(COLUMNS)
            problem = f"names a column that is not known, {shown(column)}{meant}; known are {known}"
            raise BadRules(name, problem, line)
        if column and columns.count(column) > 1:
            raise BadRules(name, f"names the column {column} twice; leave one out", line)
    return columns


def _by_column(
    cells: Sequence[str], columns: Sequence[str]
) -> tuple[Mapping[str, str], Sequence[str]]:
    given = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    beyond = [
        *(cell for column, cell in zip(columns, cells, strict=False) if not column),
        *cells[len(columns) :],
    ]
    for cell in beyond:
        if cell.strip():
            return given, [
                f"has {shown(cell)} in a cell of no column; put a text with a comma or semicolon "
                'inside in " marks'
            ]
    return given, []


def _twice(rules: Sequence[_Placed]) -> list[BadRules]:
    first: dict[str, _Placed] = {}
    problems = []
    for one in rules:
        there = first.setdefault(one.rule.rule, one)
        if there is not one:
            where = f"line {there.line}" if there.name == one.name else f"{there.name}, line "
            where += "" if there.name == one.name else str(there.line)
            problem = f"has an id that {where} has already; give each rule its own"
            problems.append(BadRules(one.name, problem, one.line, one.rule.rule))
    return problems


def _bad_patterns(rules: Sequence[_Placed], name: str) -> list[BadRules]:
    """Return what is wrong with the patterns. The matcher that is made here is kept for use."""
    try:
        matcher(RuleSet(tuple(one.rule for one in rules), name))
        return []
    except BadRules as error:
        problems = []
        whole = error
    for one in rules:
        try:
            Matcher(RuleSet((one.rule,), one.name))
        except BadRules as error:
            problems.append(BadRules(one.name, error.problem, one.line, one.rule.rule))
    return problems or [whole]
