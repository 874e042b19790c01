"""CSV tables as spreadsheets write them, and cells that hold several values.

Commas, semicolons (a European Excel) and tabs are understood, with or without a byte order mark,
in any encoding that Slant reads.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from analysis.errors import NotText
from analysis.reading.decoding import decode
from analysis.rules.errors import BadRules

MAX_CELL = 50_000
"""Most characters of a cell: a list of some 4,000 words. A spreadsheet allows 32,767."""

_SEPARATORS = ",;\t"
_NAMED_SEPARATOR = re.compile(r"\s*sep=([,;\t|])\s*\Z", re.IGNORECASE)

# A backslash is doubled only where it would otherwise take the next bar or backslash with it, so
# that regular expressions among the values stay as they are written.
_BACKSLASH = re.compile(r"\\(?=[\\|]|\Z)")
_ESCAPED = re.compile(r"\\([\\|])|(\|)")


def table(content: bytes | str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line (from 1) and the cells of each row of a CSV table that is not empty.

    ``name`` is what errors call the file. Raises BadRules for what is not text, a quotation mark
    in the wrong place, and cells of more than ``MAX_CELL`` characters.
    """
    text = _text(content, name)
    separator, first = _separator(text)
    lines = io.StringIO(text, newline="")
    for _ in range(first - 1):
        lines.readline()
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = first
    try:
        for cells in reader:
            if any(cell and not cell.isspace() for cell in cells):
                if any(len(cell) > MAX_CELL for cell in cells):
                    problem = f"has a cell of more than {MAX_CELL:,} characters; split it"
                    raise BadRules(name, problem, line)
                yield line, cells
            line = reader.line_num + first
    except csv.Error as error:
        problem = (
            "has a quotation mark in the wrong place, or one is missing; put the whole cell in "
            '" marks and write each " inside it twice'
        )
        raise BadRules(name, problem, line) from error


def _text(content: bytes | str, name: str) -> str:
    if isinstance(content, str):
        text = content.removeprefix("\ufeff")
    else:
        try:
            # ``decode`` also mends what looks like damage, and a rule may be about just that
            # (“â€™” for an apostrophe): what is good UTF-8 is taken as it stands.
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text:
            try:
                text = decode(content, name).text
            except NotText as error:
                problem = f"looks like {error.looks_like}, not a table; save it as CSV (UTF-8)"
                raise BadRules(name, problem) from None
    if "\0" in text:
        raise BadRules(name, "holds binary data, not a table; save it as CSV (UTF-8)")
    return text


def _separator(text: str) -> tuple[str, int]:
    """Return the sign between the cells, and the number of the line at which the table begins.

    Some programs say the sign in a line of its own before the table (``sep=;``).
    """
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if not line.strip():
            continue
        named = _NAMED_SEPARATOR.match(line)
        if named:
            return named[1], number + 1
        return max(_SEPARATORS, key=line.count), 1
    return ",", 1


def values_of(cell: str) -> tuple[str, ...]:
    r"""Return the values of a cell, which ``|`` separates; ``\|`` is a bar and ``\\`` a backslash
    inside one. White space around a value is left out, and so are empty values."""
    values, value, at = [], "", 0
    for match in _ESCAPED.finditer(cell):
        value += cell[at : match.start()]
        at = match.end()
        if match[2]:
            values.append(value)
            value = ""
        else:
            value += match[1]
    values.append(value + cell[at:])
    return tuple(one for one in (" ".join(value.split()) for value in values) if one)


def cell_of(values: Sequence[str]) -> str:
    """Return the cell that ``values_of`` reads as ``values``."""
    return "|".join(_BACKSLASH.sub(r"\\\\", value).replace("|", r"\|") for value in values)
