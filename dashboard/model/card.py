"""The model card on the page: Markdown as it is, its tables in frames that the keyboard reaches.

A table with seven columns is wider than a phone. Streamlit's own table of Markdown cannot take
the focus, so nobody without a pointer could scroll it (WCAG 2.2, 2.1.1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

_TABLE = re.compile(r"((?:^\|.*\|[ \t]*(?:\n|\Z)){2,})", re.M)
_HEADING = re.compile(r"^#+ (.+)$", re.M)
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`([^`]+)`")


def model_card(card: str) -> None:
    """Draw the card, Markdown with pipe tables."""
    heading = "Model card"
    for part in _TABLE.split(card):
        if part.startswith("|"):
            st.html(table_html(part.splitlines(), heading))
        elif part.strip():
            st.markdown(part)
            heading = (_HEADING.findall(part) or [heading])[-1]


def table_html(lines: Sequence[str], name: str) -> str:
    """Return a Markdown pipe table (header, rule, rows) as HTML in a frame called ``name``.

    Of Markdown inside cells only code in backticks is known. Everything is escaped.
    """
    header, _, *rows = lines
    head = "".join(f'<th scope="col">{cell}</th>' for cell in _cells(header))
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in _cells(row)) + "</tr>" for row in rows
    )
    return (
        f'<div class="card-table" role="group" tabindex="0" aria-label="Table: {escape(name)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(line: str) -> list[str]:
    """Return the cells of a row as HTML."""
    _, *cells, _ = _CELL_EDGE.split(line.strip())
    plain = (escape(cell.strip().replace("\\|", "|")) for cell in cells)
    return [_CODE.sub(r"<code>\1</code>", cell) for cell in plain]
