"""Comments with which a writer says that a rule does not count at one place.

In Markdown, HTML and plain text alike::

    <!-- slant-ignore RULE-ID: reason -->
    <!-- slant-ignore-start RULE-ID, OTHER-ID --> … <!-- slant-ignore-end RULE-ID, OTHER-ID -->

and in Markdown also ``[//]: # (slant-ignore RULE-ID: reason)``. The reason may be left out, and
``slant-ignore-end`` without an id ends everything that is open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_ABOUT_SLANT = re.compile(r"\s*slant[-_ ]?ignore", re.I)
_ID = r"[\w.-]+"
_DIRECTIVE = re.compile(
    rf"slant-ignore(?P<edge>-start|-end)?(?:\s+(?P<ids>{_ID}(?:\s*,\s*{_ID})*))?"
    r"\s*(?::(?P<reason>.*))?",
    re.I | re.S,
)

IN_TEXT = re.compile(r"<!--(?=\s*slant[-_ ]?ignore)(?:(?!-->|<!--).){0,2000}-->", re.I | re.S)
"""A comment of this kind in plain text. Other comments of HTML are the text's own there."""

UNCLOSED = re.compile(r"<!--\s*slant[-_ ]?ignore", re.I)
"""The begin of such a comment, where the whole was not found."""

MARKDOWN_LINE = re.compile(
    r"\[//\]:[ \t]*(?:#|<>)[ \t]*"
    r"(?:\((?P<round>[^\n]*)\)|\"(?P<double>[^\n]*)\"|'(?P<single>[^\n]*)')[ \t]*"
)
"""A line of Markdown that is a link without a target and with a title: a comment by custom."""


@dataclass(frozen=True)
class Directive:
    """What a comment says. ``checks`` are ids of rules in lower case; only ``end`` may have
    none."""

    form: Literal["place", "start", "end"]
    checks: tuple[str, ...]
    reason: str = ""


def directive(comment: str) -> Directive | Literal["unclear"] | None:
    """Return what a comment says, None if it is not about ignoring rules, or ``"unclear"`` if it is
    and is not of the form above. ``comment`` is the comment with its marks."""
    inside = _inside(comment)
    if not _ABOUT_SLANT.match(inside):
        return None
    found = _DIRECTIVE.fullmatch(inside.strip())
    if found is None:
        return "unclear"
    edge = (found["edge"] or "").lower()
    checks = tuple(dict.fromkeys(re.findall(_ID, (found["ids"] or "").lower())))
    if not checks and edge != "-end":
        return "unclear"
    reason = " ".join((found["reason"] or "").split())
    return Directive("start" if edge == "-start" else "end" if edge else "place", checks, reason)


def _inside(comment: str) -> str:
    if comment.startswith("<!--"):
        return comment[4:].removesuffix("-->").strip("-")
    found = MARKDOWN_LINE.fullmatch(comment)
    return next(filter(None, found.groups()), "") if found else ""
