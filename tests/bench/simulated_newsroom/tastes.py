"""Tastes of simulated houses: which flags their editors accept.

A taste goes by what words mean, as a lexicon says it; the fit sees probabilities and the forms of
words, and has to find out. Flags are rows of ``FLAGS``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

from tests.bench.simulated_newsroom.lexicon import Entry, Lexicon

SPORT = re.compile(
    r"\b(?:match|goals?|coach|league|team|season|striker|innings|championship|stadium|playoffs?|"
    r"quarterback|tournament|football|baseball|cricket|players?|fans)\b",
    re.IGNORECASE,
)
"""Words of our own that show that a sentence is about sport; it takes two."""

Verdict = tuple[bool, str]
"""Whether the flag is accepted, and the reason if it is dismissed."""

Taste = Callable[[Any, Lexicon, random.Random], Verdict]


def judgement(flag: Any, lexicon: Lexicon, dice: random.Random) -> Verdict:
    """A house that dislikes judging in its own voice, and doubting verbs; idioms of sport, verbs
    that tell what happened and words that weakly judge are fine."""
    if flag.kind == "doubting":
        return True, ""
    if len(SPORT.findall(flag.sentence_text)) > 1:
        return False, "sense"
    entry = lexicon.entry(flag.text)
    if entry is None:
        return False, "fair"
    if entry.parts == {"verb"}:
        return False, "fact"
    return (True, "") if entry.strong else (False, "style")


def strict(flag: Any, lexicon: Lexicon, dice: random.Random) -> Verdict:
    """A house that accepts every flag on a word that judges, strongly or not, verbs too; only words
    that its lexicon does not have, and praise, are fine."""
    entry = lexicon.entry(flag.text)
    if flag.kind == "doubting":
        return False, "style"
    if entry is None:
        return False, "fair"
    return (True, "") if entry.polarity != "positive" else (False, "fair")


def two_editors(flag: Any, lexicon: Lexicon, dice: random.Random) -> Verdict:
    """Two editors in turn by chance: one of ``judgement``, one who also lets judging nouns pass and
    minds no doubting verb; each errs in one decision of ten."""
    accepted, reason = judgement(flag, lexicon, dice)
    if dice.random() < 0.5:
        entry: Entry | None = lexicon.entry(flag.text)
        if flag.kind == "doubting" or (entry and "noun" in entry.parts):
            accepted, reason = False, "fair"
    if dice.random() < 0.1:
        accepted, reason = not accepted, "" if not accepted else "fair"
    return accepted, reason


def chance(flag: Any, lexicon: Lexicon, dice: random.Random) -> Verdict:
    """A house without a taste: six flags of ten are accepted, whichever. Nothing can be learned,
    and the fit has to say so."""
    return (True, "") if dice.random() < 0.6 else (False, "fair")


TASTES: dict[str, Taste] = {
    "judgement": judgement,
    "strict": strict,
    "two editors": two_editors,
    "chance": chance,
}
