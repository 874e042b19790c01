"""What a client asks for: the text, its language, and which matches it wants."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from analysis.rules.source.annotations import of_annotations
from analysis.rules.source.record import Source
from api.answers import Problem
from api.languagetool.languages import AUTO, DEFAULT_VARIANT, Language, language, preferred
from api.languagetool.utf16 import paired, readable

NO_TEXT = "Send the text as “text”, or as “data” if it has markup."
BOTH_TEXTS = "Send the text once: as “text” or as “data”."
NO_LANGUAGE = "Send a “language”: “auto”, or a code such as “en-GB”."
NOT_DATA = (
    "“data” is JSON with either “text” or “annotation”, a list of objects that have a “text”, or a "
    "“markup” and perhaps “interpretAs”."
)
NOTHING_ENABLED = "With “enabledOnly” name what is enabled: “enabledRules” or “enabledCategories”."


Piece = tuple[str, bool, str]
"""A piece of a text: as it stands there, whether it is markup, and what it is then read as."""


@dataclass(frozen=True)
class Chosen:
    """Which matches a client wants: ids of rules and of categories, in upper case.

    With ``only`` nothing else than what is enabled; else everything but what is disabled, and a
    rule that is enabled by its own id also in a category that is not.
    """

    only: bool = False
    rules: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    without_rules: frozenset[str] = frozenset()
    without_categories: frozenset[str] = frozenset()

    def wants(self, rule: str, category: str) -> bool:
        """Return whether a match of this rule is to be answered."""
        if rule.upper() in self.without_rules:
            return False
        if rule.upper() in self.rules:
            return True
        if category.upper() in self.without_categories:
            return False
        return not self.only or category.upper() in self.categories


@dataclass(frozen=True)
class Wanted:
    """A request to ``/v2/check``.

    ``markup`` are the passages ``(start, end)`` of ``source.content`` that are not text, in order.
    ``language`` is None if it is to be found out; an English text is then in ``variant``. With
    ``nothing`` no match is wanted at all: the client asks for a kind that there is none of.
    """

    source: Source
    markup: tuple[tuple[int, int], ...]
    title: str | None
    language: Language | None
    variant: str
    chosen: Chosen
    nothing: bool


def wanted(sent: Mapping[str, str]) -> Wanted:
    """Return what the parameters ask for. Raises Problem (400)."""
    if "text" in sent and "data" in sent:
        raise _bad(BOTH_TEXTS)
    if "text" in sent:
        pieces: list[Piece] = [(sent["text"], False, "")]
        title = None
    elif "data" in sent:
        pieces, title = _annotated(sent["data"])
    else:
        raise _bad(NO_TEXT)
    code = sent.get("language", "").strip()
    if not code:
        raise _bad(NO_LANGUAGE)
    return Wanted(
        source=of_annotations(pieces),
        markup=_markup(pieces),
        title=title,
        language=None if code.lower() == AUTO else language(code),
        variant=preferred(sent.get("preferredVariants", DEFAULT_VARIANT)),
        chosen=_chosen(sent),
        nothing=sent.get("mode") == "textLevelOnly",
    )


def _chosen(sent: Mapping[str, str]) -> Chosen:
    def listed(name: str) -> frozenset[str]:
        return frozenset(part.strip().upper() for part in sent.get(name, "").split(",")) - {""}

    chosen = Chosen(
        only=sent.get("enabledOnly", "").lower() in ("true", "yes"),
        rules=listed("enabledRules"),
        categories=listed("enabledCategories"),
        without_rules=listed("disabledRules"),
        without_categories=listed("disabledCategories"),
    )
    if chosen.only and not chosen.rules | chosen.categories:
        raise _bad(NOTHING_ENABLED)
    return chosen


def _annotated(data: str) -> tuple[list[Piece], str | None]:
    """Return the pieces of a text with markup, and the title that is given with it."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise _bad(NOT_DATA) from None
    if not isinstance(told, dict) or ("text" in told) == ("annotation" in told):
        raise _bad(NOT_DATA)
    about = told.get("metaData")
    title = about.get("DocumentTitle") if isinstance(about, dict) else None
    title = readable(paired(title)) if isinstance(title, str) and title.strip() else None
    if "text" in told:
        return [(paired(_string(told["text"])), False, "")], title
    if not isinstance(told["annotation"], list):
        raise _bad(NOT_DATA)
    return _joined([_piece(node) for node in told["annotation"]]), title


def _piece(node: Any) -> Piece:
    if not isinstance(node, dict) or ("text" in node) == ("markup" in node):
        raise _bad(NOT_DATA)
    read_as = node.get("interpretAs")
    if "text" in node:
        if read_as is not None:
            raise _bad(NOT_DATA)
        return _string(node["text"]), False, ""
    return _string(node["markup"]), True, "" if read_as is None else _string(read_as)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with text beside text as one, as a client may have cut an emoji in two."""
    found: list[Piece] = []
    for is_markup, run in groupby(pieces, key=lambda piece: piece[1]):
        if is_markup:
            found += [(paired(text), True, paired(read_as)) for text, _, read_as in run]
        else:
            found.append((paired("".join(text for text, _, _ in run)), False, ""))
    return found


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise _bad(NOT_DATA)
    return value


def _markup(pieces: Iterable[Piece]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = 0
    for text, is_markup, _ in pieces:
        if is_markup and text:
            found.append((at, at + len(text)))
        at += len(text)
    return tuple(found)


def _bad(sentence: str) -> Problem:
    return Problem(400, "malformed", sentence)
