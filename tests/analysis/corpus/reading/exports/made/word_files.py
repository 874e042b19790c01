"""Rows of an export as a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import groupby

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK

from tests.analysis.corpus.reading.exports.made.record import Row


def word(rows: Iterable[Row], tables: bool = True) -> bytes:
    """Paragraphs, lists and tables; tags and their texts are a table, as Factiva's are, without
    ``tables`` a tab stands between them."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Page 1 of 3"
    for kind, group in groupby(rows, lambda row: "tag" if row.kind == "under" else row.kind):
        if kind == "cells" or (kind == "tag" and tables):
            _table(document, list(group))
            continue
        for row in group:
            if kind == "page":
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
                continue
            style = {"title": "Heading 1", "item": "List Bullet"}.get(kind)
            paragraph = document.add_paragraph(style=style)
            paragraph.add_run(row.text).bold = kind == "bold" or None
            if kind == "centre":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: docx.document.Document, rows: list[Row]) -> None:
    made = [row.text.split("\t") for row in rows if row.kind != "under"]
    table = document.add_table(0, max(map(len, made)))
    cells = []
    for row in rows:
        if row.kind == "under":
            cells[1].add_paragraph(row.text)
            continue
        cells = table.add_row().cells
        for cell, text in zip(cells, row.text.split("\t"), strict=False):
            cell.text = text
