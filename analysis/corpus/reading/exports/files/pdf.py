"""The lines of a PDF file, with pypdf, as ``analysis.reading.documents.pdf`` reads it.

Exports are set in one column, so the lines of a page are in order from top to bottom. Notes are not
moved to the end, as they are in an article: small print closes each of the articles here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.corpus.reading.exports.files.page_heads import without_heads_and_feet
from analysis.corpus.reading.exports.layouts.factiva_tagged import TAGS
from analysis.corpus.reading.exports.layouts.standing import begins, stands_alone
from analysis.corpus.reading.exports.limits import MAX_TEXT
from analysis.corpus.reading.exports.lines import Line as ExportLine
from analysis.reading.documents.pdf.article import opened, require_text
from analysis.reading.documents.pdf.layout.columns import Line, runs_of
from analysis.reading.documents.pdf.layout.paragraphs import SIZE_RATIO, paragraphs_of
from analysis.reading.documents.pdf.pages import notices_of, pages_of

CELL_GAP = 2.0
"""Smallest gap between the cells of a table, relative to the font size."""

_SAME_ROW = 0.35  # of the font size: how far the baselines of one row are apart at most


def lines_of(data: bytes, notices: list[str], most: int | None = None) -> Iterator[ExportLine]:
    """Give the paragraphs of a PDF file, without the heads and feet of pages. A tag that stands in
    a column of its own is that of the paragraph beside it. Pages that could not be read are said
    in ``notices``; ``most`` is how many pages are read at most.

    Raises CannotRead for a file that is damaged, locked or a scan.
    """
    pages = pages_of(opened(data), MAX_TEXT, most)
    require_text(pages)
    notices.extend(notices_of(pages))
    rows = [
        _rows(runs_of(page.passages[0]) if page.passages else [], number)
        for number, page in enumerate(pages)
    ]
    kept = without_heads_and_feet(rows)
    right = _right_edge(kept)
    for tag, kind, lines in _groups(kept):
        paragraphs = paragraphs_of(lines, right)
        yield from (
            ExportLine(one.text, kind, tag if place == 0 else "")
            for place, one in enumerate(paragraphs)
        )
        if tag and not paragraphs:
            yield ExportLine("", tag=tag)


def _groups(pages: Sequence[Sequence[list[Line]]]) -> Iterator[tuple[str, str, list[list[Line]]]]:
    """Give lines that may be joined to paragraphs, by pages, with the tag beside the first and
    their kind. Rows of a table and lines that stand alone are groups by themselves."""
    group = _Group()
    for page in pages:
        group.turn()
        for row in page:
            tag = row[0].text if len(row) > 1 and row[0].text in TAGS else ""
            line, cells = _joined(row[1:] if tag else row)
            alone = stands_alone(line.text) or (cells > 1 and not tag)
            if tag or alone or begins(line.text) or group.is_of_other_size(line):
                yield from group.taken()
            group.add(line, tag, "row" if cells > 1 else "paragraph")
            if alone:
                yield from group.taken()
    yield from group.taken()


class _Group:
    """Lines that are gathered until the next group begins."""

    def __init__(self) -> None:
        self._tag, self._kind = "", "paragraph"
        self._pages: list[list[Line]] = [[]]

    def turn(self) -> None:
        """Go on on the next page."""
        self._pages.append([])

    def add(self, line: Line, tag: str, kind: str) -> None:
        """Add a line; ``tag`` and ``kind`` are those of the group if it is the first."""
        if not any(self._pages):
            self._tag, self._kind = tag, kind
        self._pages[-1].append(line)

    def is_of_other_size(self, line: Line) -> bool:
        """Return whether a line is in a larger or smaller font than the last one."""
        last = next((page[-1] for page in reversed(self._pages) if page), line)
        return max(last.size, line.size) > SIZE_RATIO * min(last.size, line.size)

    def taken(self) -> Iterator[tuple[str, str, list[list[Line]]]]:
        """Give what is gathered, if anything, and begin anew."""
        lines = [page for page in self._pages if page]
        if lines:
            yield self._tag, self._kind, lines
        self._tag, self._kind, self._pages = "", "paragraph", [[]]


def _right_edge(pages: Sequence[Sequence[list[Line]]]) -> float:
    """Return how far to the right the lines of text go: all but the longest, which may be run
    over."""
    ends = sorted(row[-1].x1 for page in pages for row in page if len(row[-1].text) > 40)
    return ends[len(ends) * 19 // 20] if ends else 0.0


def _joined(row: Sequence[Line]) -> tuple[Line, int]:
    """Return the runs of a row as one line, and how many cells of a table it has: a wide gap stands
    between them."""
    first, text, cells = row[0], row[0].text, 1
    for before, run in pairwise(row):
        wide = run.x0 - before.x1 > CELL_GAP * run.size
        text += (" | " if wide else " ") + run.text
        cells += wide
    return replace(first, text=text, x1=max(run.x1 for run in row)), cells


def _rows(runs: Sequence[Line], number: int) -> list[list[Line]]:
    """Return the runs of a page in rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - run.y) < _SAME_ROW * run.size:
            rows[-1].append(replace(run, page=number))
        else:
            rows.append([replace(run, page=number)])
    return [sorted(row, key=lambda one: one.x0) for row in rows]
