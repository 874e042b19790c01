"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.output.lint.run import Run, shown_records
from analysis.output.lint.text import said, told

COMMAND = {"note": "notice", "warning": "warning", "error": "error"}
"""The commands of severities."""

# The runner unescapes exactly these; a line end or an unescaped colon in a text could end our
# command and begin one of its own.
_OF_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_OF_PROPERTY = _OF_MESSAGE | {":": "%3A", ",": "%2C"}
_MESSAGE, _PROPERTY = str.maketrans(_OF_MESSAGE), str.maketrans(_OF_PROPERTY)


def to_github(run: Run) -> str:
    """Return one command a line: ``::error file=…,line=…,col=…,endColumn=…,title=…::message``.

    Columns count code points from 1 and are left out of findings that go over several lines, which
    GitHub refuses otherwise. What could not be linted is an error, a notice on a text a warning.
    """
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    for trouble in run.troubles:
        yield _command("error", trouble.message, file=trouble.path)
    for linted in run.files:
        for notice in linted.notices:
            yield _command("warning", notice, file=linted.path)
        for one in shown_records(linted):
            yield _command(
                COMMAND[one["severity"]],
                told(one),
                file=linted.path,
                **_place(one),
                title=one["check"],
            )


def _place(record: dict[str, Any]) -> dict[str, int]:
    if record["line"] != record["end_line"]:
        return {"line": record["line"], "endLine": record["end_line"]}
    # The last column is inclusive here.
    last = max(record["end_column"] - 1, record["column"])
    return {"line": record["line"], "col": record["column"], "endColumn": last}


def _command(name: str, message: str, **properties: str | int | None) -> str:
    given = ",".join(
        f"{key}={_escaped(str(value), _PROPERTY)}"
        for key, value in properties.items()
        if value is not None
    )
    return f"::{name} {given}".rstrip() + f"::{_escaped(message, _MESSAGE)}"


def _escaped(text: str, table: dict[int, str]) -> str:
    return said(text).translate(table)
