"""Findings in the Reviewdog Diagnostic Format (rdjson), which reviewdog turns into comments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from analysis.output.lint.run import Run, replaceable, shown_records
from analysis.text.characters import encodable

if TYPE_CHECKING:
    from analysis.rules.linting.linted import Linted

SEVERITY = {"note": "INFO", "warning": "WARNING", "error": "ERROR"}
"""The format's names of severities."""


def to_rdjson(run: Run) -> str:
    """Return a ``DiagnosticResult`` of the format: lines count from 1, columns are bytes of UTF-8
    from 1, ends are exclusive. Each plainer wording is a suggestion, where the words can be
    replaced without losing marks."""
    content = {
        "source": {"name": "slant"},
        "diagnostics": [
            _diagnostic(one, linted) for linted in run.files for one in shown_records(linted)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(record: dict[str, Any], linted: Linted) -> dict[str, Any]:
    content = linted.source.content
    place = {
        "start": _position(content, record["content_start"], record["line"], record["column"]),
        "end": _position(content, record["content_end"], record["end_line"], record["end_column"]),
    }
    code = {"value": record["check"]} | ({"url": record["link"]} if record["link"] else {})
    plainer = record["plainer"] if replaceable(record, linted) else []
    return {
        "message": record["message"],
        "location": {"path": encodable(linted.path), "range": place},
        "severity": SEVERITY[record["severity"]],
        "code": code,
        "suggestions": [{"range": place, "text": wording} for wording in plainer],
    }


def _position(content: str, offset: int, line: int, column: int) -> dict[str, int]:
    before = content[offset - column + 1 : offset]
    # Half a surrogate pair, which no file holds but a text from elsewhere may, counts three bytes.
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
