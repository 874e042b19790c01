"""The child process that takes an export apart: ``python -m`` and the name of this module.

Standard input: one line of JSON (``kind`` of the file, ``day_first``), then the file's bytes.
Standard output: one JSON object with the fields of an ``Export``, or with ``error`` and its
details, as that of ``analysis.reading.documents.worker``.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from analysis.corpus.reading.exports.layouts.choosing import is_export, split
from analysis.corpus.reading.exports.limits import GLANCED_PAGES, MAX_TEXT, MEMORY, SECONDS
from analysis.corpus.reading.exports.lines import Line
from analysis.errors import CannotRead
from analysis.reading.documents.worker import restrict


def lines_of(
    data: bytes, kind: str, notices: list[str], pages: int | None = None
) -> Iterable[Line]:
    """Give the lines of a ``word``, ``rtf`` or ``pdf`` file, of a PDF its first ``pages``;
    sentences on what could not be read are added to ``notices``. Raises CannotRead."""
    if kind == "word":
        from analysis.corpus.reading.exports.files import word

        return word.lines_of(data)
    if kind == "rtf":
        from analysis.corpus.reading.exports.files import rtf

        return rtf.lines_of(data)
    from analysis.corpus.reading.exports.files import pdf

    return pdf.lines_of(data, notices, pages)


def bounded(lines: Iterable[Line]) -> Iterator[Line]:
    """Give lines as long as they have no more than ``MAX_TEXT`` characters; else raise
    CannotRead."""
    length = 0
    for line in lines:
        length += len(line.text)
        if length > MAX_TEXT:
            raise CannotRead(
                "The file",
                f"holds more than {MAX_TEXT // 1024**2} million characters of text",
                "export fewer articles a file",
            )
        yield line


def answer(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the export and ``notices``, or the fields of an error; ``kind`` is empty
    for a file that has no known layout. A request to ``glance`` is answered whether the file seems
    to be an ``export``."""
    notices: list[str] = []
    try:
        if request.get("glance"):
            lines = lines_of(data, request["kind"], notices, GLANCED_PAGES)
            return {"export": is_export(bounded(lines))}
        lines = lines_of(data, request["kind"], notices)
        export = split(bounded(lines), request["day_first"])
    except CannotRead as error:
        return {"error": "unreadable", "reason": error.reason, "advice": error.advice}
    except MemoryError:  # the stack is unwound by now, and there is room again
        return {"error": "memory"}
    return {"kind": ""} if export is None else asdict(export) | {"notices": notices}


def main() -> None:
    """Answer one request."""
    restrict(SECONDS, MEMORY)
    logging.disable()
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.write(json.dumps(answer(data, json.loads(head))))


if __name__ == "__main__":
    main()
