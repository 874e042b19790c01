"""What single elements of HTML are: hidden, items of a list, rows, quotations without marks."""

from __future__ import annotations

import re
from typing import Any

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
OPENING = "“‘\"'«„‚‹"


def is_hidden(element: Any) -> bool:
    """Whether a browser does not show an element, by its own attributes."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def lacks_marks(quotation: Any) -> bool:
    """Whether a ``q`` has no quotation marks of its own; a browser then draws some."""
    return quotation.text_content().strip()[:1] not in tuple(OPENING)


def list_mark(item: Any) -> str:
    """Return what stands before an item: a dash, as in every other kind of document.

    A paragraph that begins with a year (“1987. It was …”) is a list of one item in Markdown.
    """
    parent = item.getparent()
    start = parent.get("start") or "1"
    return f"{start}. " if parent.tag == "ol" and len(parent) == 1 and start != "1" else "- "


def cells(row: Any) -> int:
    """Return how many cells a row of a table has."""
    return sum(cell.tag in ("td", "th") for cell in row)
