"""Lines that stand by themselves, and are not joined to a paragraph.

A PDF does not say where a paragraph begins; its lines are joined by their places on the page. In a
Word file a head may be one paragraph with line breaks in it. What opens, closes and heads the
articles of an export is known by its words.
"""

from __future__ import annotations

import re

from analysis.corpus.reading.exports.layouts import factiva, nexis, nexis_old
from analysis.corpus.reading.exports.layouts.fields import is_date, is_rights
from analysis.corpus.reading.exports.lines import Line

_ALONE = re.compile(
    r"Body|Graphics?|Classification|Notes|Load-Date ?:.*|LOAD-DATE ?:.*|Search Summary"
    r"|\d[\d,]* words|Documents? \(\d+\)|Results Found.*"
)
_LABEL = re.compile(
    r"(?:Section|Length|Byline|Dateline|Highlight|Series|Language|Publication[- ]Type|Subject|URL|"
    r"Journal Code|Industry|Company|Person|Organization|Geographic|Client/Matter|Search Terms|"
    r"Search Type|Narrowed by|Acc-No|[A-Z][A-Z-]{2,20}) ?:"
)
_ENTRY = re.compile(r"\d{1,4}\. \S")


def stands_alone(text: str) -> bool:
    """Return whether a line is a paragraph by itself: a mark, a heading, a date."""
    return (
        is_mark(text)
        or is_date(text)
        or any(one.fullmatch(text) is not None for one in (_ALONE, factiva.LANGUAGE))
    )


def is_mark(text: str) -> bool:
    """Return whether a line opens or closes an article in one of the layouts."""
    line = [Line(text)]
    return any(layout.marks(line) for layout in (nexis, nexis_old, factiva))


def begins(text: str) -> bool:
    """Return whether a line begins a paragraph: a label, a copyright line, a title of the list."""
    return bool(_LABEL.match(text) or _ENTRY.match(text)) or is_rights(text)
