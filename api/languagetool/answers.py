"""What LanguageTool's clients are answered: its JSON, plain text, and errors as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from analysis.rules.frames import Checked
from analysis.text.segmentation.sentences import Sentence
from analysis.version import VERSION
from api.answers import ALWAYS, Answer, Problem
from api.languagetool.asking import Wanted
from api.languagetool.languages import Detected
from api.languagetool.matches import matches, sentence_ranges

SOFTWARE = {"name": "Slant", "version": VERSION, "buildDate": "", "premium": False}

API_VERSION = 1
"""The version that LanguageTool itself gives for the addresses under ``/v2/``."""

STATUSES = {401: 403, 422: 400}
"""LanguageTool answers a wrong key with 403 and all that is wrong with a request with 400; its
clients know no other."""


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
    status = STATUSES.get(problem.status, problem.status)
    return PlainText(status, f"Error: {problem.title}", problem.headers)


def check_record(
    asked: Wanted, checked: Checked | None, sentences: Sequence[Sentence], found: Detected
) -> dict[str, Any]:
    """Return the answer to ``/v2/check``; ``checked`` is None if nothing was looked for."""
    given = asked.language or found.language
    notices = () if checked is None else checked.notices
    warnings: dict[str, Any] = {"incompleteResults": bool(notices)}
    if notices:
        warnings["incompleteResultsReason"] = " ".join(notices)
    return {
        "software": {**SOFTWARE, "apiVersion": API_VERSION, "status": ""},
        "warnings": warnings,
        "language": {
            "name": given.name,
            "code": given.code,
            "detectedLanguage": {
                "name": found.language.name,
                "code": found.language.code,
                "confidence": found.confidence,
                "source": "slant",
            },
        },
        "matches": [] if checked is None else matches(asked, checked, sentences),
        "sentenceRanges": sentence_ranges(asked, sentences),
    }
