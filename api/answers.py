"""What a route answers: JSON, or a problem (RFC 9457) whose title is a sentence for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response

JSON, PROBLEM = "application/json", "application/problem+json"

ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""Headers of every answer: what is said of a lesson or an article belongs to nobody's cache, and
data is no page. They are few, as phones get many answers."""


@dataclass(frozen=True)
class Answer:
    """An answer with its HTTP ``status``. A ``body`` of None is none at all; any other is JSON."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = JSON

    def response(self) -> Response:
        """Return it as Starlette sends it. Raises ValueError for a body that JSON cannot say."""
        # All in ASCII, as half a surrogate pair that stands in a text has no UTF-8.
        content = b"" if self.body is None else json.dumps(self.body, allow_nan=False).encode()
        headers = {**ALWAYS, **self.headers}
        media_type = None if self.body is None else self.media_type
        return Response(content, self.status, headers, media_type)


class Problem(Exception):
    """Why a request is not granted: ``title`` says so to people, ``kind`` to programs.

    ``title`` never repeats what was sent. ``headers`` go with the answer, ``more`` into its body.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(title)
        self.status = status
        self.kind = kind
        self.title = title
        self.headers = headers or {}
        self.more = more or {}

    def answer(self) -> Answer:
        """Return the answer that tells it."""
        body = {"title": self.title, "status": self.status, "kind": self.kind, **self.more}
        return Answer(self.status, body, self.headers, PROBLEM)


def refused(status: int, kind: str, title: str) -> Problem:
    """Return the problem of a request that is not granted; with 401 it says that a token does."""
    return Problem(status, kind, title, {"WWW-Authenticate": "Bearer"} if status == 401 else {})


def malformed(what: str) -> Problem:
    """Return the problem of a request that is not as it has to be; ``what`` is the sentence."""
    return Problem(422, "malformed", what)
