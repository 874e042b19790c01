"""What programs put on every page of an export: lines that belong to no article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.corpus.reading.exports.lines import Line

_FURNITURE = re.compile(
    r"\|?\s*(?:"
    r"Page \d{1,5} of \d{1,5}(?:\s*(?:©|\(c\)|Copyright).{0,80})?"
    r"|(?:©|\(c\)) ?\d{4} Factiva, Inc\. All rights reserved\.?(?:\s*Page \d{1,5} of \d{1,5})?"
    r"|About LexisNexis\s*\|.{0,200}"
    r"|(?:Dow Jones )?Factiva®?"
    r")\s*",
    re.I,
)


def is_furniture(text: str) -> bool:
    """Return whether a line is one that stands on every page."""
    return len(text) <= 300 and _FURNITURE.fullmatch(text.strip()) is not None


def without_furniture(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines that hold something and stand on one page only, without space around them."""
    for line in lines:
        text = line.text.strip()
        if (text or line.tag) and not is_furniture(text):
            yield replace(line, text=text)
