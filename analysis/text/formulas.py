"""Cells of CSV files that a spreadsheet would run as formulas: marked in writing, as they were in
reading."""

from __future__ import annotations

import re

from analysis.text.characters import INVISIBLE

FORMULA_MARK = "'"
"""Put before a cell that a spreadsheet would run as a formula; Excel, Calc and Sheets then show it
as text."""

# OWASP, "CSV Injection": = + - @ tab and carriage return begin a formula, as do the full-width
# forms of the first four where Excel runs in Japanese or Chinese. Spreadsheets
# ignore white space and invisible characters before them. Apostrophes are included, so that a text
# that already begins with one keeps it when ``unescape_formula`` removes ours.
_FORMULA = re.compile(rf"^'*(?:[\t\r\n]|[\s\x00-\x1f{INVISIBLE}]*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def escape_formula(cell: str) -> str:
    """Return the text of a CSV cell so that a spreadsheet shows it and does not run it."""
    return FORMULA_MARK + cell if _FORMULA.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return the text of a CSV cell without the apostrophe that ``escape_formula`` added, if it
    did."""
    marked = cell.startswith(FORMULA_MARK) and _FORMULA.match(cell[len(FORMULA_MARK) :])
    return cell[len(FORMULA_MARK) :] if marked else cell
