"""Export frames and results as CSV and JSON; CSV is safe to open in a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.text.formulas import escape_formula

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result

_NUMBERS = {"sentence": "number", "statement": "statement_number"}


def to_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV (RFC 4180: comma, double quotes, CRLF) with a header line.

    Text that a spreadsheet would take for a formula gets a leading apostrophe, which
    ``unescape_formula`` of ``analysis.text.formulas`` removes; numbers stay as they are. Lists of
    offsets are JSON, as ``[[0, 4], [17, 21]]``. Missing values are empty cells.
    """
    text = {
        name: [_cell(value) for value in frame[name]]
        for name in frame.columns
        if frame[name].dtype in ("str", "object")
    }
    safe = frame.assign(**text)
    table: str = safe.to_csv(index=False, lineterminator="\r\n")
    return table


def numbered(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame to be written to a file: beside ``sentence`` and ``statement``, which count
    from 0 as code does, ``number`` and ``statement_number``, which count from 1 as pages and
    reports do. Frames with neither are returned as they are."""
    written = frame.copy(deep=False)
    for name, numbers in _NUMBERS.items():
        if name in frame.columns:
            written.insert(list(written.columns).index(name) + 1, numbers, frame[name] + 1)
    return written


def to_json(
    result: Result, notices: Sequence[str] = (), findings: pd.DataFrame | None = None
) -> str:
    """Return a result as one JSON object (RFC 8259), indented, ending in a newline.

    ``article`` is an object; ``notices`` is a list of sentences on how complete the text is, as
    ``Article.notices`` gives them; ``sentences``, ``spans``, ``statements``, ``names`` and
    ``quotations`` are lists of objects with the frames' columns as ``numbered`` gives them;
    ``text`` is the text that offsets point into, counted in code points. Missing values and NaN are
    null. ``findings`` of house rules (``analysis.rules.frames.FINDINGS``), where given, are
    a list of objects too.
    """
    content = article_record(result, notices, findings)
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def to_json_line(
    result: Result, notices: Sequence[str] = (), findings: pd.DataFrame | None = None
) -> str:
    """Return the same object on one line, ending in a newline: JSON lines, one an article."""
    content = article_record(result, notices, findings)
    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"


def article_record(
    result: Result, notices: Sequence[str] = (), findings: pd.DataFrame | None = None
) -> dict[str, Any]:
    """Return what ``to_json`` writes of a result, as plain Python values."""
    return {
        "article": records(result.article)[0],
        "notices": list(notices),
        "sentences": records(numbered(result.sentences)),
        "spans": records(numbered(result.spans)),
        "statements": records(numbered(result.statements)),
        "names": records(result.names),
        "quotations": records(result.quotations),
        **({} if findings is None else {"findings": records(numbered(findings))}),
        "text": result.text,
    }


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as dictionaries of plain Python values, with None for missing ones."""
    # Column by column: pandas' way over a frame of objects took eight times as long.
    columns = [_plain(frame[name]) for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(column: pd.Series) -> list[Any]:
    values, missing = column.tolist(), column.isna()
    if not missing.any():
        return values
    return [None if gone else value for value, gone in zip(values, missing, strict=True)]


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return escape_formula(value)
    return json.dumps(value) if isinstance(value, list) else value
