"""One row of a file of rules: from its cells to a rule, with all that is wrong, and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import fields
from difflib import get_close_matches

from analysis.rules.files.cells import cell_of, values_of
from analysis.rules.rule import (
    CASES,
    COLUMNS,
    KINDS,
    RULE_PARTS,
    RULE_VOICES,
    SEVERITIES,
    STATES,
    WITHIN,
    Rule,
)
from analysis.text.formulas import escape_formula, unescape_formula

LISTS = ("plainer", "exceptions", "voices", "parts", "sections", "paths")
"""Columns whose cells hold several values."""

_CHOICES = {
    "kind": KINDS,
    "severity": SEVERITIES,
    "case": CASES,
    "within": WITHIN,
    "state": STATES,
}
_SEVERAL = {"voices": RULE_VOICES, "parts": RULE_PARTS}
_NUMBERS = {"most": 0, "revision": 1}
_DEFAULTS = {field.name: field.default for field in fields(Rule)}

_ID = re.compile(r"[a-z0-9._-]{1,80}\Z")
_NOT_OF_IDS = re.compile(r"[^a-z0-9._-]+")

# What the page and the report make a link of: the web only, and nothing that ends an attribute.
_LINK = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f]+\Z", re.IGNORECASE)


def slug(text: str) -> str:
    """Return an id made of any text: ``Regime (label)`` gives ``regime-label``; ``rule`` where
    nothing is left."""
    return _NOT_OF_IDS.sub("-", text.casefold()).strip("-.")[:80].strip("-.") or "rule"


def rule_of(cells: Mapping[str, str]) -> tuple[Rule | None, list[str]]:
    """Return the rule of a row, or None, and what is wrong with it.

    ``cells`` are by column, as written; missing and empty ones take the defaults of ``Rule``. Each
    problem completes “RULES.csv, line 3: …” up to the full stop.
    """
    given = {name: unescape_formula(cell) for name, cell in cells.items()}
    values: dict[str, object] = {}
    problems: list[str] = []
    for name, cell in given.items():
        # White space means something to a regular expression, and nothing anywhere else.
        kept = cell if name == "pattern" else " ".join(cell.split())
        if not kept.strip():
            continue
        if name in LISTS:
            values[name] = values_of(kept)
            if name in _SEVERAL:
                values[name] = _several(name, values_of(kept), _SEVERAL[name], problems)
        elif name in _CHOICES:
            values[name] = _one_of(name, kept, _CHOICES[name], problems)
        elif name in _NUMBERS:
            values[name] = _number(name, kept, problems)
        else:
            values[name] = kept
    _check_id(str(values.get("rule", "")), problems)
    _check_link(str(values.get("link", "")), problems)
    _check_paths(values.get("paths"), problems)
    if "pattern" not in values:
        problems.append("has no pattern; write the words to look for, or leave the line out")
    elif values.get("kind", _DEFAULTS["kind"]) != "regex":
        values["pattern"] = " ".join(str(values["pattern"]).split())
    return (None, problems) if problems else (Rule(**values), [])  # type: ignore[arg-type]


def cells_of(rule: Rule) -> list[str]:
    """Return the cells of a rule in the order of ``COLUMNS``, safe to open in a spreadsheet.

    Values that are a column's default are written too: a file that says all is easier to change.
    """
    cells = []
    for name in COLUMNS:
        value = getattr(rule, name)
        cell = cell_of(value) if name in LISTS else str(value)
        if name == "most" and not value:
            cell = ""
        cells.append(escape_formula(cell))
    return cells


def _check_id(rule: str, problems: list[str]) -> None:
    if not rule:
        problems.append("has no id in the column rule; write one, as in collateral-damage")
    elif not _ID.match(rule):
        problems.append(
            f"has the id {shown(rule)}; use at most 80 lower-case letters, digits, ., - and _, "
            f"as in {slug(rule)}"
        )
    elif rule.startswith("slant."):
        problems.append(
            f"has the id {shown(rule)}, and the ids of what the model finds begin with slant; "
            "write another"
        )


def _check_link(link: str, problems: list[str]) -> None:
    if link and not _LINK.match(link):
        problems.append(
            f"has {shown(link)} as link; write a web address that begins with https:// or http://"
        )


def _check_paths(paths: object, problems: list[str]) -> None:
    if not paths:
        return
    from pathspec import GitIgnoreSpec

    assert isinstance(paths, tuple)
    for path in paths:
        try:
            GitIgnoreSpec.from_lines([path])
        except ValueError:
            problems.append(
                f"has {shown(path)} among its paths; write a pattern as in .gitignore, such as "
                "sport/**"
            )


def _one_of(name: str, given: str, among: Collection[str], problems: list[str]) -> str:
    if given.casefold() not in among:
        near = get_close_matches(given.casefold(), list(among), 1)
        write = f"write {near[0]}" if near else f"write one of {', '.join(among)}"
        problems.append(f"has {shown(given)} as {name}; {write}")
    return given.casefold()


def _several(
    name: str, given: Collection[str], among: Collection[str], problems: list[str]
) -> tuple[str, ...]:
    for one in given:
        if one.casefold() not in among:
            choice = f"write one or more of {', '.join(among)}, separated by |"
            problems.append(f"has {shown(one)} among its {name}; {choice}")
    return tuple(dict.fromkeys(one.casefold() for one in given))


def _number(name: str, given: str, problems: list[str]) -> int:
    least = _NUMBERS[name]
    # ``isdecimal`` alone would take digits of other scripts.
    if given.isascii() and given.isdecimal() and len(given) <= 6 and int(given) >= least:
        return int(given)
    problems.append(f"has {shown(given)} as {name}; write a whole number such as 1")
    return least


def shown(given: str) -> str:
    """Return what was written, on one line and short enough for a message."""
    given = " ".join(given.split())
    return f"“{given[:40]}…”" if len(given) > 40 else f"“{given}”"
