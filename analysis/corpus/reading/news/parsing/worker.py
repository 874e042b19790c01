"""The child process that takes many documents apart, one after another.

Standard input: for each document one line of JSON (``kind``, ``charset``, ``url``, ``bytes``), then
its bytes. Standard output: one line of JSON for each, as of
``analysis.reading.documents.worker``. Two kinds are added: ``ITEM``, a feed of a single article,
and ``NITF``; their answers have more fields than an article.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict
from typing import Any

from analysis.reading.documents.worker import answer, restrict
from analysis.reading.limits import PARSER_SECONDS

ITEM = "item"
NITF = "nitf"

_MOST_SECONDS = 3600
"""Processor time of one child in all; each document has ``PARSER_SECONDS`` of its own."""


def answered(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer on one document: the fields of what was read, or those of an error."""
    kind = request["kind"]
    try:
        if kind == ITEM:
            from analysis.reading.text_files.feeds import archived_item

            return asdict(archived_item(data))
        if kind == NITF:
            from analysis.corpus.reading.news.parsing.nitf import read_nitf

            return asdict(read_nitf(data))
    except MemoryError:
        return {"error": "memory"}
    except Exception:  # lxml raises many kinds of errors on broken markup
        return {
            "error": "unreadable",
            "reason": "cannot be taken apart",
            "advice": "compare it with the file",
        }
    return answer(data, {name: request[name] for name in ("kind", "charset", "url")})


def main() -> None:
    """Answer requests until there are no more."""
    restrict(_MOST_SECONDS)
    logging.disable()
    # As in ``analysis.reading.documents.worker``: trafilatura needs no language detection here.
    sys.modules["py3langid"] = None  # type: ignore[assignment]
    while head := sys.stdin.buffer.readline():
        request = json.loads(head)
        _allow_seconds()
        data = sys.stdin.buffer.read(request["bytes"])
        sys.stdout.write(json.dumps(answered(data, request)) + "\n")
        sys.stdout.flush()


def _allow_seconds() -> None:
    """Give the next document its own processor time."""
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit applies
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + PARSER_SECONDS + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or soft < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


if __name__ == "__main__":
    main()
