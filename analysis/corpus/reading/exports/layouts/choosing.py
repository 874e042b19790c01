"""Which layout an export has: the one whose marks it has most of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.corpus.reading.exports.layouts import factiva, factiva_tagged, nexis, nexis_old
from analysis.corpus.reading.exports.layouts.fields import Dates
from analysis.corpus.reading.exports.layouts.furniture import without_furniture
from analysis.corpus.reading.exports.layouts.record import Export
from analysis.corpus.reading.exports.layouts.standing import begins, stands_alone
from analysis.corpus.reading.exports.lines import Line

# The first of those with as many marks is taken: untagged, an article ends on the same line.
_LAYOUTS = (factiva_tagged, factiva, nexis, nexis_old)


def split(lines: Iterable[Line], day_first: bool | None = None) -> Export | None:
    """Return the articles on the lines of an export, None if they have no known layout.

    ``day_first`` says how dates as 03/04/2020 are meant; None: they are not read.
    """
    kept = list(without_furniture(_rows(lines)))
    marks = [layout.marks(kept) for layout in _LAYOUTS]
    most = max(marks)
    return _LAYOUTS[marks.index(most)].split(kept, Dates(day_first)) if most else None


def is_export(lines: Iterable[Line]) -> bool:
    """Return whether the first lines of a file are those of an export."""
    kept = list(without_furniture(_rows(lines)))
    return any(layout.marks(kept) for layout in _LAYOUTS) or nexis.is_listed(kept)


def _rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Give lines; a paragraph with line breaks is divided there if it is a part of a head. In other
    paragraphs a line may have been broken in mid-sentence."""
    for line in lines:
        first, *rows = line.text.split("\n")
        if rows and any(stands_alone(row) or begins(row) for row in (first, *rows)):
            yield replace(line, text=first)
            yield from (replace(line, text=row, tag="") for row in rows)
        else:
            yield line
