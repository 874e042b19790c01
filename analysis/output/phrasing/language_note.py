"""The notes on what was not scored: sentences in other languages than English, and furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames import FURNITURE
from analysis.output.phrasing.numerals import counted
from analysis.text.language import ENGLISH
from analysis.text.language_names import language_name

if TYPE_CHECKING:
    from analysis.frames import Result

UNSCORED = "not scored"
"""Shown instead of the band of a sentence without scores."""

NOT_PART = "not part of the article"
"""Said of furniture: menus, dates, credits, lists of links."""


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
    own = result.sentences["part"] != FURNITURE
    foreign = int((result.sentences.loc[own, "language"] != ENGLISH).sum())
    verbs = "is not in English and was" if foreign == 1 else "are not in English and were"
    return f"{counted(foreign, 'sentence')} {verbs} scored all the same: do not rely on that."


def furniture_note(result: Result) -> str:
    """Return a sentence on the lines that are shown but are not part of the article; "" for none.

    Example: ``12 lines are not part of the article (menus, dates, credits, links): they are shown,
    but neither scored nor counted.``
    """
    lines = int(result.article["furniture_sentences"].iloc[0])
    if not lines:
        return ""
    are, they = ("is", "it is") if lines == 1 else ("are", "they are")
    return (
        f"{counted(lines, 'line')} {are} {NOT_PART} (menus, dates, credits, links): {they} shown, "
        "but neither scored nor counted."
    )


def unscored_words(language: str, part: str) -> str:
    """Say why a sentence in ``language`` has no scores: ``not scored: in French``, or, if its
    ``part`` is furniture, ``not part of the article: not scored``."""
    if part == FURNITURE:
        return f"{NOT_PART}: {UNSCORED}"
    return f"{UNSCORED}: in {language_name(language)}"
