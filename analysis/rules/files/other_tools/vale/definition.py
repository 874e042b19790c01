"""One check of a Vale style as its YAML file says it, read with limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.rules.rule import RULE_PARTS

CHECKS = ("existence", "substitution", "occurrence")
"""Kinds of checks that can be taken."""

OTHER_CHECKS = {
    "capitalization": "is about capital letters",
    "conditional": "lets one wording depend on another",
    "consistency": "asks for one spelling of several",
    "metric": "calculates a figure",
    "readability": "calculates how hard a text is to read",
    "repetition": "looks for words that are repeated",
    "script": "is a program",
    "sequence": "looks at parts of speech",
    "spelling": "checks the spelling of all words",
}
"""Kinds of checks that cannot, and what they do."""

LEVELS = {"suggestion": "note", "warning": "warning", "error": "error"}

_EVERYWHERE = frozenset({"", "text", "sentence", "paragraph", "summary"})
_HEADLINE = frozenset({"heading", "heading.h1", "title"})


class CannotTake(Exception):
    """A check, or a part of one, that has no counterpart here. ``reason`` completes “NAME: …”."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Definition:
    """The keys of one check; every value is text, a list or a mapping, as BaseLoader reads it."""

    keys: Mapping[str, Any]

    @property
    def extends(self) -> str:
        return self.text("extends")

    def text(self, key: str) -> str:
        """Return a key's text, empty where it is missing; raises CannotTake for another kind."""
        value = self.keys.get(key, "")
        if not isinstance(value, str):
            raise CannotTake(f"has something other than text as {key}")
        return value

    def texts(self, key: str) -> list[str]:
        """Return a key's list, empty where it is missing; raises CannotTake for another kind."""
        value = self.keys.get(key, [])
        if isinstance(value, str):
            value = [value] if value else []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise CannotTake(f"has something other than a list of texts as {key}")
        return [one for one in value if one.strip()]

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """Return a key's mapping of texts in its order; also of a list of mappings."""
        value = self.keys.get(key, {})
        mappings = value if isinstance(value, list) else [value]
        pairs = []
        for one in mappings:
            if not isinstance(one, dict):
                raise CannotTake(f"has something other than pairs of texts as {key}")
            pairs += list(one.items())
        if not all(isinstance(left, str) and isinstance(right, str) for left, right in pairs):
            raise CannotTake(f"has something other than pairs of texts as {key}")
        return pairs

    def is_on(self, key: str) -> bool:
        """Whether a switch is on; off where it is missing. The words are those of YAML 1.1."""
        return self.text(key).strip().casefold() in ("true", "yes", "on", "y")

    def number(self, key: str) -> int:
        """Return a whole number, 0 where it is missing; raises CannotTake for anything else."""
        value = self.text(key).strip()
        if not value:
            return 0
        if not (value.isascii() and value.isdecimal() and len(value) <= 6):
            raise CannotTake(f"has no whole number as {key}")
        return int(value)

    @property
    def severity(self) -> str:
        """The level, in Slant's words; a check without one is a warning."""
        level = self.text("level").strip().casefold() or "warning"
        if level not in LEVELS:
            raise CannotTake(f"has a level that is none of {', '.join(LEVELS)}")
        return LEVELS[level]

    @property
    def scopes(self) -> list[str]:
        """Where it looks, as Vale's scopes without the kind of file (``heading.md``)."""
        found = []
        for scope in self.texts("scope"):
            for piece in scope.split("&"):
                name, _, rest = piece.strip().casefold().partition(".")
                level = rest.split(".")[0]
                found.append(f"{name}.{level}" if name in _LEVELS and level else name)
        return found or [""]

    @property
    def parts(self) -> tuple[str, ...]:
        """Where it looks, as parts of an article; raises CannotTake for what is none here."""
        scopes = self.scopes
        if any(scope.startswith("~heading") for scope in scopes):
            scopes = [scope for scope in scopes if not scope.startswith("~heading")]
            self._require_known(scopes)
            return ("body",)
        if all(scope in _HEADLINE for scope in scopes):
            return ("headline",)
        self._require_known([scope for scope in scopes if scope not in _HEADLINE])
        return RULE_PARTS

    def _require_known(self, scopes: list[str]) -> None:
        for scope in scopes:
            if scope not in _EVERYWHERE:
                raise CannotTake(f"looks at the scope {scope}, which an article here does not have")


_LEVELS = frozenset({"heading", "table", "figure", "comment"})


def definition(content: bytes) -> Definition:
    """Return the check that a YAML file says; raises CannotTake for one that says none."""
    import yaml

    # BaseLoader leaves every value as text: a token ``no`` would become False otherwise.
    # Its C form is some ten times as fast.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        # Aliases let a few lines stand for thousands of millions of values.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, Loader=loader)):
            raise CannotTake("uses aliases (*name), which are not followed")
        found = yaml.load(content, Loader=loader)  # BaseLoader makes texts only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise CannotTake(f"is no YAML file{where}") from None
    except (RecursionError, UnicodeDecodeError, ValueError):
        raise CannotTake("is no YAML file") from None
    if not isinstance(found, dict) or "extends" not in found:
        raise CannotTake("is no check of a style: it has no key extends")
    return Definition({str(key): value for key, value in found.items()})
