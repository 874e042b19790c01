"""Which layout an export has: the one whose marks it has most of."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.corpus.reading.exports.layouts import factiva, factiva_tagged, nexis, nexis_old
from analysis.corpus.reading.exports.layouts.fields import Dates
from analysis.corpus.reading.exports.layouts.furniture import without_furniture
from analysis.corpus.reading.exports.layouts.record import Export
from analysis.corpus.reading.exports.lines import Line

# The first of those with as many marks is taken: untagged, an article ends on the same line.
_LAYOUTS = (factiva_tagged, factiva, nexis, nexis_old)


def split(lines: Iterable[Line], day_first: bool | None = None) -> Export | None:
    """Return the articles on the lines of an export, None if they have no known layout.

    ``day_first`` says how dates as 03/04/2020 are meant; None: they are not read.
    """
    kept = list(without_furniture(lines))
    marks = [layout.marks(kept) for layout in _LAYOUTS]
    most = max(marks)
    return _LAYOUTS[marks.index(most)].split(kept, Dates(day_first)) if most else None


def is_export(lines: Iterable[Line]) -> bool:
    """Return whether the first lines of a file are those of an export."""
    kept = list(without_furniture(lines))
    return any(layout.marks(kept) for layout in _LAYOUTS) or nexis.is_listed(kept)
