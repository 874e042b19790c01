"""A line of an export, whatever file it stood in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of the head of an article.

    ``kind`` is ``paragraph``, ``item`` (of a list) or ``row`` (of a table). ``tag`` is the short
    name of the field in Factiva's tagged layout where the file sets it apart (a cell, a column).
    """

    text: str
    kind: str = "paragraph"
    tag: str = ""


def body_of(lines: Iterable[Line]) -> str:
    """Return the text of paragraphs, a blank line between them; items of a list and rows of a table
    stand on one line each, items after "- "."""
    parts: list[str] = []
    before = ""
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        dense = line.kind == before and line.kind in ("item", "row")
        parts += ["" if not parts else "\n" if dense else "\n\n"]
        parts += ["- " if line.kind == "item" else "", text]
        before = line.kind
    return "".join(parts)
