"""The note on sentences in other languages than English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted
from analysis.text.language import ENGLISH, language_name

if TYPE_CHECKING:
    from analysis.frames import Result

UNSCORED = "not scored"
"""Shown instead of the band of a sentence without scores."""


def language_note(result: Result) -> str:
    """Return a sentence on what was not scored, or whose scores are unreliable, or "" for neither.

    Examples: ``3 sentences are not in English and were not scored.`` and ``This text looks like
    French, which the models do not read: do not rely on its scores.``
    """
    article = result.article.iloc[0]
    unscored = int(article["unscored_sentences"])
    if unscored:
        verbs = "is not in English and was" if unscored == 1 else "are not in English and were"
        return f"{counted(unscored, 'sentence')} {verbs} not scored."
    if not article["any_language"]:
        return ""
    if article["language"] != ENGLISH:
        return (
            f"This text looks like {language_name(article['language'])}, which the models do not "
            "read: do not rely on its scores."
        )
    foreign = int((result.sentences["language"] != ENGLISH).sum())
    verbs = "is not in English and was" if foreign == 1 else "are not in English and were"
    return f"{counted(foreign, 'sentence')} {verbs} scored all the same: do not rely on that."


def unscored_words(language: str) -> str:
    """Say why a sentence has no scores: ``not scored: in French``."""
    return f"{UNSCORED}: in {language_name(language)}"
