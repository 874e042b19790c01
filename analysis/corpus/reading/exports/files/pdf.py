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
from analysis.corpus.reading.exports.limits import MAX_TEXT
from analysis.corpus.reading.exports.lines import Line as ExportLine
from analysis.reading.documents.pdf.article import opened, require_text
from analysis.reading.documents.pdf.layout.columns import Line, runs_of
from analysis.reading.documents.pdf.layout.paragraphs import paragraphs_of
from analysis.reading.documents.pdf.pages import pages_of

_SAME_ROW = 0.35  # of the font size: how far the baselines of one row are apart at most


def lines_of(data: bytes) -> Iterator[ExportLine]:
    """Give the paragraphs of a PDF file, without the heads and feet of pages. A tag that stands in
    a column of its own is that of the paragraph beside it.

    Raises CannotRead for a file that is damaged, locked or a scan.
    """
    pages = pages_of(opened(data), MAX_TEXT)
    require_text(pages)
    rows = [
        _rows(runs_of(page.passages[0]) if page.passages else [], number)
        for number, page in enumerate(pages)
    ]
    for tag, lines in _columns(without_heads_and_feet(rows)):
        for place, paragraph in enumerate(paragraphs_of(lines)):
            yield ExportLine(paragraph.text, tag=tag if place == 0 else "")
        if tag and not lines:
            yield ExportLine("", tag=tag)


def _columns(pages: Sequence[Sequence[list[Line]]]) -> Iterator[tuple[str, list[list[Line]]]]:
    """Give the lines by pages, up to each that begins with a tag; the tag apart."""
    tag = ""
    open_lines: list[list[Line]] = []
    for page in pages:
        lines: list[Line] = []
        for row in page:
            if len(row) > 1 and row[0].text in TAGS:
                yield tag, [some for some in [*open_lines, lines] if some]
                tag, open_lines, lines = row[0].text, [], []
                row = row[1:]
            lines.append(_joined(row))
        open_lines.append(lines)
    yield tag, [some for some in open_lines if some]


def _joined(row: Sequence[Line]) -> Line:
    """Return the runs of a row as one line; a wide gap stands between the cells of a table."""
    first, text = row[0], row[0].text
    for before, run in pairwise(row):
        text += (" | " if run.x0 - before.x1 > 2 * run.size else " ") + run.text
    return replace(first, text=text, x1=max(run.x1 for run in row))


def _rows(runs: Sequence[Line], number: int) -> list[list[Line]]:
    """Return the runs of a page in rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - run.y) < _SAME_ROW * run.size:
            rows[-1].append(replace(run, page=number))
        else:
            rows.append([replace(run, page=number)])
    return [sorted(row, key=lambda one: one.x0) for row in rows]
