"""Rules of Typerighter, the Guardian's checker: its sheet as CSV, and its rules as JSON.

The columns are those of its sheet (Type, Pattern, Replacement, Category, Description, Ignore?, ID
…) or of its database (``rule_type``, ``external_id``, ``force_red_rule`` …), written in any case. A
table without a header, as its import takes it, has pattern, replacement and description.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.errors import CannotRead
from analysis.rules.errors import BadRules
from analysis.rules.files.cells import table
from analysis.rules.files.other_tools.imported import Imported, LeftOut, Taken, imported
from analysis.rules.files.other_tools.patterns import is_plain, translated, without
from analysis.rules.rule import Rule

MAX_BYTES = 64 * 1024 * 1024
"""Largest file; the Guardian's 13,000 rules have some 5 MB."""

_NAMES = {
    "type": "type",
    "ruletype": "type",
    "pattern": "pattern",
    "regex": "pattern",
    "replacement": "replacement",
    "category": "category",
    "description": "description",
    "ignore": "ignore",
    "shouldignore": "ignore",
    "id": "id",
    "externalid": "externalid",
    "forcered": "forcered",
    "forceredrule": "forcered",
    "advisory": "advisory",
    "advisoryrule": "advisory",
    "revisionid": "revision",
    "ispublished": "published",
    "isactive": "published",
    "isarchived": "archived",
}
"""What columns and keys mean, by their letters and digits. Others are for Typerighter's keeping."""

_OTHER_TYPES = {
    "lt": "is a pattern of LanguageTool (XML)",
    "languagetoolxml": "is a pattern of LanguageTool (XML)",
    "ltrulexml": "is a pattern of LanguageTool (XML)",
    "ltrule": "is a pattern of LanguageTool",
    "ltcore": "switches on a rule of LanguageTool itself",
    "languagetoolcore": "switches on a rule of LanguageTool itself",
    "ltrulecore": "switches on a rule of LanguageTool itself",
    "dictionary": "is a word of a dictionary for spelling",
    "dictionaryrule": "is a word of a dictionary for spelling",
}
_REGEX = frozenset({"", "regex", "regexrule"})
_YES = frozenset({"true", "yes", "y", "1", "t"})
_NO = frozenset({"false", "no", "n", "0", "f"})

_WHOLE_WORDS = re.compile(r"(?P<flag>\(\?i\))?\\b(?P<words>[^\\]+)\\b\Z")
_MARKDOWN_LINK = re.compile(r"\[([^\]\[]+)\]\((https?://[^\s()]+)\)")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_REFERENCE = re.compile(r"\$(?:\d|\{)")


def read_typerighter(
    path: str | os.PathLike[str], voices: tuple[str, ...] = ("outlet",)
) -> Imported:
    """Return the rules of a file of Typerighter, CSV or JSON, and all that was left out.

    Its regular expressions are taken with the same regard for case. A rule that is ignored or not
    published becomes a draft. ``forceRedRule`` gives the severity error, ``advisoryRule`` note, all
    others warning. As in Typerighter a place that is worded like the replacement is not found.
    Raises CannotRead and, for what is no such file, BadRules.
    """
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CannotRead(name, "does not exist", "check the name") from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror or type(error).__name__})"
        raise CannotRead(name, reason, "check the name") from error
    if len(content) > MAX_BYTES:
        raise BadRules(name, f"is larger than {MAX_BYTES // 2**20} MB; split it")
    rows = _of_json(content, name) if name.lower().endswith(".json") else _of_csv(content, name)
    taken: list[Taken] = []
    left_out: list[LeftOut] = []
    for line, given in rows:
        called = given.get("externalid") or given.get("id") or ""
        rule, reasons = _rule(given, called or f"typerighter-{line}")
        where = None if name.lower().endswith(".json") else line
        called = " ".join((called or f"number {line}").split())[:80]
        left_out += [LeftOut(name, where, called, why, whole=rule is None) for why in reasons]
        if rule is not None:
            taken.append(Taken(rule, name, where, called))
    return imported(taken, left_out, name, voices)


def _of_csv(content: bytes, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the line and the known columns of each row."""
    rows = table(content, name)
    line, header = next(rows, (1, []))
    keys: Sequence[str | None] = [_NAMES.get(_letters(cell)) for cell in header]
    if "rule" in map(_letters, header) and "pattern" in keys:
        raise BadRules(name, "is a file of rules already; check it with “slant rules check”")
    if "pattern" not in keys:
        if not 2 <= len(header) <= 3:
            problem = (
                "names no column Pattern; give Typerighter's rules with their header, or a table "
                "of pattern, replacement and description"
            )
            raise BadRules(name, problem, line)
        keys = ["pattern", "replacement", "description"][: len(header)]
        yield line, {key: cell.strip() for key, cell in zip(keys, header, strict=True) if key}
    for line, cells in rows:
        yield line, {key: cell.strip() for key, cell in zip(keys, cells, strict=False) if key}


def _of_json(content: bytes, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the number, from 1, and the known keys of each rule."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        problem = "is no JSON; give the rules as Typerighter writes them"
        raise BadRules(name, problem, line) from None
    for key in ("rules", "data"):
        if isinstance(found, dict) and isinstance(found.get(key), list):
            found = found[key]
    if not isinstance(found, list):
        problem = "holds no list of rules; give the rules as Typerighter writes them"
        raise BadRules(name, problem)
    for number, one in enumerate(found, 1):
        yield number, _flat(one) if isinstance(one, dict) else {"type": "something else"}


def _flat(rule: Mapping[str, Any]) -> dict[str, str]:
    """Return the known keys of a rule in JSON as text. A category and a replacement are objects in
    the file that Typerighter's checker reads, and text elsewhere."""
    flat: dict[str, str] = {}
    for key, value in rule.items():
        name = _NAMES.get(_letters(key))
        if isinstance(value, dict):
            value = value.get("name") or value.get("text")
        if name and value is not None and not isinstance(value, list):
            flat[name] = str(value)
    kind = rule.get("_type") or ""
    if isinstance(kind, str) and kind:
        flat["type"] = kind.rpartition(".")[2]
    return flat


def _letters(name: str) -> str:
    """Return a column's name for comparing: “ID (any string)*” and “id” are one."""
    return re.sub(r"[^a-z0-9]", "", name.partition("(")[0].casefold())


def _rule(given: Mapping[str, str], called: str) -> tuple[Rule | None, list[str]]:
    """Return the rule, or None, and what of it is left out."""
    kind = _letters(given.get("type", ""))
    if kind not in _REGEX:
        shown = given["type"].strip()[:40]
        return None, [_OTHER_TYPES.get(kind, f"has the type “{shown}”, which is not known")]
    if given.get("archived", "").casefold() in _YES:
        return None, ["is archived"]
    pattern = given.get("pattern", "")
    if not pattern:
        return None, ["has no pattern"]
    expression, why = translated(pattern)
    if why:
        return None, [why]
    reasons: list[str] = []
    replacement = " ".join(given.get("replacement", "").split())
    if _REFERENCE.search(replacement):
        reasons.append("its replacement repeats a part of what was found ($1), and is not shown")
        replacement = ""
    plainer = (replacement,) if replacement else ()
    right = (*plainer, *(one[:1].upper() + one[1:] for one in plainer))
    words = _WHOLE_WORDS.match(pattern)
    expression = without(expression, right, ignore_case=False)
    rule = Rule(called, expression, "regex", case="exact", plainer=plainer)
    if words and is_plain(words["words"]) and expression == translated(pattern)[0]:
        case = "ignore" if words["flag"] else "exact"
        rule = replace(rule, pattern=words["words"], kind="phrase", case=case)
    message, link = _said(given.get("description", ""))
    draft = (
        given.get("ignore", "").casefold() in _YES or given.get("published", "").casefold() in _NO
    )
    rule = replace(
        rule,
        message=message,
        link=link,
        severity=_severity(given),
        reason=" ".join(given.get("category", "").split()),
        state="draft" if draft else "live",
        revision=_revision(given.get("revision", "")),
    )
    return rule, reasons


def _severity(given: Mapping[str, str]) -> str:
    if given.get("forcered", "").casefold() in _YES:
        return "error"
    return "note" if given.get("advisory", "").casefold() in _YES else "warning"


def _revision(given: str) -> int:
    known = given.isascii() and given.isdecimal() and len(given) <= 6
    return max(int(given), 1) if known else 1


def _said(description: str) -> tuple[str, str]:
    """Return a description without its Markdown, and the first address in it."""
    link = _MARKDOWN_LINK.search(description)
    text = _EMPHASIS.sub(r"\2", _MARKDOWN_LINK.sub(r"\1", description))
    return " ".join(text.split()), link[2] if link else ""
