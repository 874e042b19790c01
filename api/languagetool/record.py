"""What a check is answered with: JSON as LanguageTool's servers give it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.rules.frames import Checked
from analysis.text.segmentation.sentences import Sentence
from api.languagetool.about import SOFTWARE
from api.languagetool.asking import Wanted
from api.languagetool.languages import Detected
from api.languagetool.matches import matches, sentence_ranges

API_VERSION = 1
"""The version that LanguageTool itself gives for the addresses under ``/v2/``."""


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
