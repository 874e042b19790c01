"""One finding as plain values: for JSON, for the API and for everything that linting writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.columns import Column, Columns
from analysis.output.export import numbered, records
from analysis.rules.frames import FINDINGS
from analysis.rules.source.lines import Lines

if TYPE_CHECKING:
    from analysis.rules.frames import Checked
    from analysis.rules.source.source import Source

PLACES: Columns = {
    "number": Column("int64", "number of the sentence, from 1"),
    "content_start": Column("int64", "offset of its first character in the file, marks included"),
    "content_end": Column("int64", "offset after its last character in the file"),
    "line": Column("int64", "line of its first character in the file, from 1"),
    "column": Column("int64", "column of that character in its line, in code points from 1"),
    "end_line": Column("int64", "line of its end in the file, from 1"),
    "end_column": Column("int64", "column after its last character, in code points from 1"),
}
"""What a record has beyond the columns of a finding. “File” is the text itself where no source is
given. Lines end with LF, CRLF or CR."""

RECORD: Columns = {**FINDINGS, **PLACES}
"""All keys of a record with their meaning."""


def findings_records(checked: Checked, source: Source | None = None) -> list[dict[str, Any]]:
    """Return one dictionary a finding, in reading order, with the keys of ``RECORD``.

    ``start`` and ``end`` point into ``checked.text``, the prose that was checked; ``content_start``
    and ``content_end`` into the file that ``source`` was read from, where marks may stand among the
    words. Without a source both are the same. Offsets count code points. NaN becomes None.
    """
    content = checked.text if source is None else source.content
    lines = Lines(content)
    found = records(numbered(checked.findings))
    for one in found:
        start, end = one["start"], one["end"]
        if source is not None:
            start, end = source.place(start, end)
        one |= place_record(lines, start, end)
    return found


def place_record(lines: Lines, start: int, end: int) -> dict[str, int]:
    """Return a passage of a file, given by offsets, under the names that ``PLACES`` has for it."""
    line, column = lines.line_and_column(start)
    end_line, end_column = lines.line_and_column(end)
    return {
        "content_start": start,
        "content_end": end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
