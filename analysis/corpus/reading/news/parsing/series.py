"""Take many documents apart in one sandboxed child, because a child a document would be slow.

The child is that of ``analysis.reading.documents.sandbox``, with the same limits for each document:
a new interpreter without the program's data, killed if it takes too long, whose answers are not
trusted. It differs in that up to ``DOCUMENTS`` of them share a child. A document that fails in a
child that has read others is tried again in a fresh one, so that none pays for those before it; in
return a hostile document might change what the child makes of the few that follow.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Sequence
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.sandbox import (
    MAX_ANSWER_BYTES,
    MAX_WAIT_SECONDS,
    article_of,
    checked,
    ended,
    failed,
    parsed,
    start,
    stop,
    too_large,
)
from analysis.reading.limits import MAX_FILE_BYTES

DOCUMENTS = 100
"""Most documents that one child reads; its start takes about as long as reading ten pages."""

WORKER = "analysis.corpus.reading.news.parsing.worker"


class Series:
    """A child that reads one document after another; it starts with the first, ``close`` ends
    it."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Series:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(
        self,
        data: bytes,
        kind: str,
        name: str,
        *,
        charset: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Read a document as ``analysis.reading.documents.sandbox.read_document`` does, and raise
        what that raises."""
        return article_of(self.answered(data, kind, name, charset=charset, url=url), name)

    def answered(
        self,
        data: bytes,
        kind: str,
        name: str,
        *,
        charset: str | None = None,
        url: str | None = None,
    ) -> dict[str, Any]:
        """Return the child's answer on a document of a ``kind`` that the worker knows; raises
        CannotRead, EmptyText or TextTooLong."""
        if len(data) > MAX_FILE_BYTES:
            raise too_large(name)
        request = {"kind": kind, "charset": charset, "url": url, "bytes": len(data)}
        if self._served >= DOCUMENTS:
            self.close()
        if self._served:
            answer = self._asked_or_failed(data, request, name)
            if answer is not None and answer.get("error") != "memory":
                return checked(answer, name)
            self.close()
        try:
            answer = self._asked(data, request, name)
        except BaseException:
            self.close()
            raise
        return checked(answer, name)

    def close(self) -> None:
        """End the child."""
        child, self._child, self._served = self._child, None, 0
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not sent stays unsent
                    continue

    def _asked_or_failed(
        self, data: bytes, request: dict[str, Any], name: str
    ) -> dict[str, Any] | None:
        """Return the child's answer, None if it failed, be it by a document before this one."""
        try:
            return self._asked(data, request, name)
        except CannotRead:
            return None

    def _asked(self, data: bytes, request: dict[str, Any], name: str) -> dict[str, Any]:
        if self._child is None:
            self._child = start(WORKER)
        child, late = self._child, threading.Event()
        self._served += 1
        clock = threading.Timer(MAX_WAIT_SECONDS, stop, (child, late))
        clock.daemon = True
        clock.start()
        assert child.stdin is not None
        assert child.stdout is not None
        said = b""
        try:
            child.stdin.write(json.dumps(request).encode() + b"\n" + data)
            child.stdin.flush()
            said = child.stdout.readline(MAX_ANSWER_BYTES + 1)
        except OSError:  # the child ended early; its exit code tells why
            pass
        finally:
            clock.cancel()
        if not said.endswith(b"\n"):
            raise _why(child, late, name)
        return parsed(said, name)


def parts_of(
    answer: dict[str, Any], fields: Sequence[str], name: str
) -> tuple[Article, dict[str, str]]:
    """Return the article in an answer that has more, and the texts in these ``fields``; raises
    CannotRead if it is malformed, as the child has read what strangers wrote."""
    said, about = answer.get("article"), {key: answer.get(key) for key in fields}
    texts = {key: value for key, value in about.items() if isinstance(value, str)}
    if not isinstance(said, dict) or len(texts) < len(about):
        raise failed(name)
    return article_of(said, name), texts


def _why(child: subprocess.Popen[bytes], late: threading.Event, name: str) -> CannotRead:
    """Return the error for a child that gave no whole answer."""
    try:
        code = child.wait(1)
    except subprocess.TimeoutExpired:  # its answer is too long, and it still writes
        return failed(name)
    return ended(code, late, name)
