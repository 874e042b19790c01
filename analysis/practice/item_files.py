"""Files of items: CSV tables that come with Slant and that a teacher may replace with their own.

They are written by people with spreadsheets, so commas, semicolons and tabs are understood, with
or without a byte order mark, and every error names the line and says what to change.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import NotText, SlantError
from analysis.reading.decoding import decode

PRACTICE = Path(__file__).resolve().parents[2] / "seeds" / "practice"
"""The folder of the files that come with Slant."""

MAX_BYTES = 256 * 1024
"""Largest file of items; one of 40 sentences has some 8 KB."""

MAX_ITEMS = 500
"""Most items of a file: no class gets through more, and a page has to hold them."""

MAX_CHARACTERS = 600
"""Longest text of a cell; a sentence of 60 words has some 400 characters."""

_SEPARATORS = ",;\t"
_YES = frozenset({"yes", "y", "true", "1", "loaded"})
_NO = frozenset({"no", "n", "false", "0", "not loaded"})


class BadItems(SlantError):
    """A file of items cannot be used.

    ``name`` is the file's (empty if it has none), ``line`` the number of the line as editors show
    it (None for the file as a whole), ``problem`` what is wrong there, ``advice`` what to do.
    """

    def __init__(self, name: str, line: int | None, problem: str, advice: str) -> None:
        where = name or "The file" if line is None else f"Line {line} of {name or 'the file'}"
        super().__init__(f"{where} {problem}: {advice}.")
        self.name = name
        self.line = line
        self.problem = problem
        self.advice = advice


@dataclass(frozen=True)
class Row:
    """One item as written: ``cells`` by column, without white space around them and on one line;
    ``line`` is where it begins in the file ``name``."""

    name: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def bad(self, problem: str, advice: str) -> BadItems:
        """Return the error that says what is wrong with this row; the caller raises it."""
        return BadItems(self.name, self.line, problem, advice)

    def choice(self, column: str, among: Sequence[str]) -> str:
        """Return the cell if it is one of ``among``, in any case; raises BadItems."""
        given = self.cells[column]
        for each in among:
            if given.casefold() == each.casefold():
                return each
        raise self.bad(f"has {_shown(given)} as {column}", f"write one of {', '.join(among)}")

    def number(self, column: str) -> int:
        """Return the cell as a whole number from 1 on; raises BadItems."""
        given = self.cells[column]
        # ``isdecimal`` alone would take digits of other scripts; five digits are enough for any.
        if given.isascii() and given.isdecimal() and len(given) <= 5 and int(given) > 0:
            return int(given)
        raise self.bad(f"has {_shown(given)} as {column}", "write a whole number such as 1")

    def yes_or_no(self, column: str) -> bool:
        """Return whether the cell says yes (also true, 1, loaded); raises BadItems."""
        given = self.cells[column].casefold()
        if given in _YES or given in _NO:
            return given in _YES
        raise self.bad(f"has {_shown(self.cells[column])} as {column}", "write yes or no")


def read_items(path: Path, columns: Sequence[str], may_be_empty: Collection[str] = ()) -> list[Row]:
    """Return the rows of a file of items, as ``parse_items`` does; raises BadItems."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        advice = "check its name, and that this program may read it"
        raise BadItems(path.name, None, f"cannot be read ({reason})", advice) from error
    return parse_items(content, columns, path.name, may_be_empty)


def parse_items(
    content: bytes,
    columns: Sequence[str],
    name: str = "",
    may_be_empty: Collection[str] = (),
) -> list[Row]:
    """Return the rows of a CSV table, at least one.

    ``columns`` are those that the first line must name, in any order and case and no others. Cells
    are parted by commas, semicolons or tabs, and one with such a sign inside stands in quotation
    marks, as spreadsheets write it. Empty lines are passed over. Raises BadItems for what is no
    such table, for an empty cell of a column that is not in ``may_be_empty``, for cells of more
    than ``MAX_CHARACTERS``, and for more than ``MAX_ITEMS`` rows or ``MAX_BYTES``.
    """
    if len(content) > MAX_BYTES:
        size = f"{MAX_BYTES // 1024} KB"
        raise BadItems(name, None, f"is larger than {size}", "give a shorter file")
    try:
        text = decode(content).text
    except NotText as error:
        advice = "save the table as CSV (in a spreadsheet: Save as, CSV UTF-8)"
        problem = f"looks like {error.looks_like}, not a table"
        raise BadItems(name, None, problem, advice) from error
    separator = _separator(text, columns)
    lines = _lines(text, separator, name)
    header_line, header = next(lines, (1, []))
    names = [cell.casefold() for cell in header]
    if sorted(names) != sorted(columns):
        raise _bad_header(name, header_line, names, columns)
    rows: list[Row] = []
    for line, cells in lines:
        if len(rows) == MAX_ITEMS:
            raise BadItems(name, line, f"is more than {MAX_ITEMS} items", "give fewer")
        row = Row(name, line, dict(zip(names, cells, strict=False)))
        _check(row, cells, names, may_be_empty)
        rows.append(row)
    if not rows:
        raise BadItems(name, None, "has no items", "write one a line below the first line")
    return rows


def _separator(text: str, columns: Sequence[str]) -> str:
    """Return the sign that parts the cells of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count) if len(columns) > 1 else ","


def _lines(text: str, separator: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each line of the table that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            cleaned = [" ".join(cell.split()) for cell in cells]
            if any(cleaned):
                yield line, cleaned
            line = reader.line_num + 1
    except csv.Error as error:
        advice = 'put the whole cell in " marks, and write each " inside it twice'
        raise BadItems(
            name, line, "has a quotation mark that is in the wrong place or missing", advice
        ) from error


def _bad_header(name: str, line: int, names: Sequence[str], columns: Sequence[str]) -> BadItems:
    missing = [column for column in columns if column not in names]
    others = [column for column in names if column not in columns]
    if missing:
        problem = f"names no column {', '.join(missing)}"
    elif others:
        problem = f"names a column that is not known ({_shown(others[0])})"
    else:
        problem = "names a column twice"
    return BadItems(name, line, problem, f"write {','.join(columns)} there")


def _check(row: Row, cells: list[str], names: list[str], may_be_empty: Collection[str]) -> None:
    if len(cells) != len(names):
        problem = f"has {len(cells)} cell{'s' * (len(cells) > 1)}, not {len(names)}"
        raise row.bad(problem, 'put a text with a comma or semicolon inside in " marks')
    for column, cell in row.cells.items():
        if not cell and column not in may_be_empty:
            raise row.bad(f"has nothing as {column}", "fill the cell or leave the line out")
        if len(cell) > MAX_CHARACTERS:
            problem = f"has more than {MAX_CHARACTERS} characters as {column}"
            raise row.bad(problem, "give one sentence")


def _shown(given: str) -> str:
    """Return what was written, short enough for a message."""
    return f"“{given[:30]}…”" if len(given) > 30 else f"“{given}”"
