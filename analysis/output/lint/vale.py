"""Findings in the shape of Vale's ``--output=JSON``, which many editors read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from analysis.output.lint.run import Run, shown_records
from analysis.text.characters import encodable

if TYPE_CHECKING:
    from analysis.rules.linting.linted import Linted

SEVERITY = {"note": "suggestion", "warning": "warning", "error": "error"}
"""Vale's names of severities."""

_LINE_END = re.compile(r"[\r\n]")


def to_vale(run: Run) -> str:
    """Return an object from paths to lists of alerts, as Vale writes it; files without any are left
    out.

    ``Line`` counts from 1; ``Span`` is the first and the last column of the words in that line, in
    code points from 1, both inclusive. Words that go on in the next line are marked up to the end
    of their first one, as Vale has no place for more.
    """
    alerts = {encodable(linted.path): _alerts(linted) for linted in run.files}
    content = {path: found for path, found in alerts.items() if found}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _alerts(linted: Linted) -> list[dict[str, Any]]:
    return [
        {
            "Action": {"Name": "replace", "Params": one["plainer"]}
            if one["plainer"]
            else {"Name": "", "Params": None},
            "Span": [one["column"], one["column"] + _length(one, linted) - 1],
            "Check": one["check"],
            "Description": one["reason"],
            "Link": one["link"],
            "Message": one["message"],
            "Severity": SEVERITY[one["severity"]],
            "Match": one["text"],
            "Line": one["line"],
        }
        for one in shown_records(linted)
    ]


def _length(record: dict[str, Any], linted: Linted) -> int:
    """Return how many characters of a finding stand in its first line, at least 1."""
    words = linted.source.content[record["content_start"] : record["content_end"]]
    return max(len(_LINE_END.split(words)[0]), 1)
