"""The child process that parses one document: ``python -m analysis.reading.documents.worker``.

Standard input: one line of JSON (``kind``, ``charset``, ``url``), then the document's bytes.
Standard output: one JSON object with the article's fields, or with ``error`` and its details; for
the kind ``ENTRIES``, with the feed's articles as ``entries``.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict
from typing import Any

from analysis.errors import CannotRead, EmptyText, TextTooLong
from analysis.reading.articles import Article
from analysis.reading.limits import PARSER_MEMORY, PARSER_SECONDS

ENTRIES = "entries"
"""The kind that asks for the list of a feed's articles."""


def restrict(seconds: int = PARSER_SECONDS, memory: int = PARSER_MEMORY) -> None:
    """Limit this process's processor time (seconds) and memory (bytes), and forbid writing files.

    Without the module ``resource`` (Windows) only the parent's time limit applies.
    """
    try:
        import resource
    except ImportError:
        return
    for what, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(what)
            if hard != resource.RLIM_INFINITY:
                limit = min(limit, hard)
            resource.setrlimit(what, (limit, limit))
        except (ValueError, OSError):  # macOS refuses some; the parent's time limit still applies
            continue


def parse(data: bytes, kind: str, charset: str | None = None, url: str | None = None) -> Article:
    """Read a document of a known kind in this process.

    Raises CannotRead, EmptyText or TextTooLong.
    """
    if kind == "html":
        from analysis.reading.documents.html.article import read_html

        return read_html(data, charset, url)
    if kind == "pdf":
        from analysis.reading.documents.pdf.article import read_pdf

        return read_pdf(data)
    if kind == "docx":
        from analysis.reading.documents.word.article import read_docx

        return read_docx(data)
    return _parse_text_file(data, kind)


def _parse_text_file(data: bytes, kind: str) -> Article:
    """Read an e-mail or a feed from its bytes, other texts from their UTF-8."""
    from analysis.reading.text_files import feeds, fragments, mail, markdown, subtitles

    if kind == "mail":
        return mail.read_mail(data)
    if kind == "feed":
        return feeds.read_feed(data)
    text = data.decode()
    if kind == "markdown":
        return markdown.read_markdown(text)
    return subtitles.read_subtitles(text) if kind == "subtitles" else fragments.read_fragment(text)


def answer(data: bytes, request: dict[str, Any]) -> dict[str, Any]:
    """Return the article's fields, those of a feed's entries, or those of an error."""
    try:
        if request["kind"] == ENTRIES:
            from analysis.reading.text_files.feeds import feed_entries

            return {"entries": [asdict(entry) for entry in feed_entries(data)]}
        return asdict(parse(data, **request))
    except CannotRead as error:
        return {"error": "unreadable", "reason": error.reason, "advice": error.advice}
    except EmptyText as error:
        return {"error": "empty", "found": error.found}
    except TextTooLong as error:
        return {"error": "long", "limit": error.limit, "length": error.length, "unit": error.unit}
    except MemoryError:  # the stack is unwound by now, and there is room again
        return {"error": "memory"}


def main() -> None:
    """Answer one request."""
    restrict()
    logging.disable()
    # Otherwise trafilatura imports py3langid and numpy, for language detection that is not used.
    sys.modules["py3langid"] = None  # type: ignore[assignment]
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.write(json.dumps(answer(data, json.loads(head))))


if __name__ == "__main__":
    main()
