"""Tables as HTML, of the desk and of an archive: cells are escaped, the keyboard can scroll them.

Streamlit's own tables are drawn on a canvas, or cannot take the focus; on a phone a table is wider
than the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from analysis.text.one_line import one_line

TABLES_STYLE = Path(__file__).parents[1] / "assets" / "tables.css"
"""How they look, for the pages that have them."""


def table_html(
    name: str, head: Sequence[str], rows: Sequence[Sequence[object]], *, numbers: Sequence[int] = ()
) -> str:
    """Return a table called ``name`` as HTML; the first cell of each row is its heading.

    Cells are plain text or whole numbers. ``numbers`` are the columns, from 0, whose cells are set
    to the right.
    """
    right = dict.fromkeys(numbers, ' class="number"')
    top = "".join(
        f'<th scope="col"{right.get(place, "")}>{escape(cell)}</th>'
        for place, cell in enumerate(head)
    )
    body = "".join(f"<tr>{_row(row, right)}</tr>" for row in rows)
    return (
        f'<div class="shown-table" role="group" tabindex="0" aria-label="Table: {escape(name)}">'
        f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[object], right: dict[int, str]) -> str:
    first, *others = (
        f"{cell:,}" if isinstance(cell, int) else escape(one_line(str(cell))) for cell in row
    )
    cells = (f"<td{right.get(place, '')}>{cell}</td>" for place, cell in enumerate(others, start=1))
    return f'<th scope="row">{first}</th>{"".join(cells)}'
