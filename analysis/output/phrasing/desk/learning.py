"""What is said about a fit of the house: what it needs, what it would change, what it learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.desk.fit.counting import MIN_ARTICLES, MIN_DECIDED, MIN_OF_EACH
from analysis.output.phrasing.desk.shares import interval_said
from analysis.output.phrasing.numerals import counted, joined, percent

if TYPE_CHECKING:
    from datetime import datetime

    from analysis.desk.fit import Figures, HouseFit, TooFewDecisions
    from analysis.desk.fit.house import WordEffect

ABOUT = (
    "What your house accepts and dismisses shows which of the model’s flags it has no use for. A "
    "fit learns that, in seconds and on this machine, and holds such flags back: they leave the "
    "queue, can still be shown there, and come back when the fit is no longer used. House rules "
    "are never held back."
)

HOW_MEASURED = (
    "Measured on your own decisions: for each part of the articles a fit was made without it, then "
    "tried on it. The intervals (95%) are by article."
)

RECOMMENDED = (
    "More of the flags shown are accepted than chance explains, and the floor holds: use it."
)

NOT_BETTER = (
    "What it gains may be chance: better not use it yet. More decisions help, and editors who "
    "decide alike."
)

FLOOR_LOST = "It loses more accepted flags than you allow: better not use it, or lower the floor."

_MOST_WORDS = 12


def decided_said(counts: TooFewDecisions) -> str:
    """Return how many decisions there are for a fit."""
    if not counts.decided:
        return "None of the model’s flags is decided on yet."
    return (
        f"{counted(counts.decided, 'flag')} of the model decided on in "
        f"{counted(counts.articles, 'article')}: {counts.accepted:,} accepted, "
        f"{counts.dismissed:,} dismissed."
    )


def missing_said(counts: TooFewDecisions) -> str:
    """Return what a fit needs and what is missing of it."""
    missing = [
        f"{number:,} more {what}"
        for number, what in (
            (counts.missing_decided, "decided flags"),
            (counts.missing_accepted, "accepted ones"),
            (counts.missing_dismissed, "dismissed ones"),
            (counts.missing_articles, "articles with decisions"),
        )
        if number
    ]
    return (
        f"A fit needs {MIN_DECIDED} decided flags of the model, {MIN_OF_EACH} accepted and "
        f"{MIN_OF_EACH} dismissed ones among them, in {MIN_ARTICLES} articles. "
        f"Missing: {joined(missing)}."
    )


def effect_said(figures: Figures) -> str:
    """Return in two sentences what a fit would have changed."""
    if not figures.held_back:
        return "It would have held nothing back: no threshold made the flags more often right."
    stay = figures.decided - figures.held_back
    right = figures.accepted - figures.accepted_held_back
    return (
        f"Of {counted(figures.decided, 'decided flag')} it would have held back "
        f"{figures.held_back:,}, among them {figures.accepted_held_back:,} of the "
        f"{figures.accepted:,} that were accepted. Of the {stay:,} that stay, {right:,} were "
        f"accepted: {percent(figures.after.value)} instead of {percent(figures.before.value)}."
    )


def advice(fit: HouseFit) -> str:
    """Return whether to use a fit."""
    if fit.recommended:
        return RECOMMENDED
    return NOT_BETTER if fit.figures.gain.low <= 0 else FLOOR_LOST


def figure_rows(fit: HouseFit) -> list[tuple[str, str, str]]:
    """Return a table of a fit's figures: what it is, the share, its interval."""
    figures = fit.figures
    rows = (
        ("Flags shown that are accepted, without it", figures.before),
        ("Flags shown that are accepted, with it", figures.after),
        ("Accepted flags that stay", figures.kept),
    )
    found = [
        (name, percent(share.value), interval_said(share.low, share.high)) for name, share in rows
    ]
    gain = figures.gain
    points = f"{100 * gain.value:+.0f} points".replace("-", "−")
    between = f"{100 * gain.low:+.0f} to {100 * gain.high:+.0f}".replace("-", "−")
    found.insert(2, ("Difference", points, between))
    return found


def word_rows(words: Sequence[WordEffect], accepted: bool) -> list[tuple[str, int, int]]:
    """Return the words that move a fit most towards accepted, or towards dismissed: the word, how
    often it was accepted and dismissed. Words judged once are left out."""
    found = [
        word
        for word in words
        if word.accepted + word.dismissed > 1 and (word.effect > 0) == accepted
    ]
    return [(word.key, word.accepted, word.dismissed) for word in found[:_MOST_WORDS]]


def made_said(name: str, made: datetime) -> str:
    """Return who made a fit and when."""
    return f"made by {name}, {made:%Y-%m-%d %H:%M} UTC"
