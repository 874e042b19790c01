"""Plain text, in which LanguageTool's clients get single values and errors."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from api.answers import ALWAYS, Answer, Problem

STATUSES = {401: 403, 422: 400}
"""LanguageTool answers a wrong key with 403 and all that is wrong with a request with 400; its
clients know no other."""

TOO_LONG = "text-too-long"
"""The kind of problem that it answers with 413."""

SENTENCES = {
    "foreign-origin": (
        "Slant does not answer this add-on or page yet: whoever runs Slant adds its origin to "
        "SLANT_API_ORIGINS (see docs/editors.md)."
    ),
    "token": (
        "Slant needs its token here: give it as API key with any user name, or in the server's "
        "address (…/lt/TOKEN/v2)."
    ),
}
"""What is told instead of a problem's own sentence, which is for those who write programs."""


@dataclass(frozen=True)
class PlainText(Answer):
    """An answer whose ``body`` is text for people or a single value."""

    media_type: str = "text/plain"

    def response(self) -> Response:
        """Return it as Starlette sends it."""
        content = str(self.body).encode("utf-8", "replace")
        return Response(content, self.status, {**ALWAYS, **self.headers}, self.media_type)


def as_error(problem: Problem) -> Answer:
    """Return a problem as LanguageTool's servers give it: ``Error:`` and a sentence, which the
    clients show as it is."""
    status = 413 if problem.kind == TOO_LONG else STATUSES.get(problem.status, problem.status)
    title = SENTENCES.get(problem.kind, problem.title)
    headers = {k: v for k, v in problem.headers.items() if status == problem.status}
    return PlainText(status, f"Error: {title}", headers)
