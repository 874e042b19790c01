"""The role of a quotation mark in its context: opening, closing, either, or none (an apostrophe,
inches)."""

from __future__ import annotations

import re

from analysis.text.characters import INVISIBLE
from analysis.text.function_words import (
    ARTICLES,
    BE,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    words,
)
from analysis.text.segmentation.abbreviations import SPEECH_VERBS

DOUBLE = '"“”„‟«»‹›「」『』❝❞'
SINGLE = "'‘’‚‛`´"
"""Double and single quotation marks of all styles. Single guillemets and corner brackets are among
the double ones, as they are never apostrophes."""

DOUBLE_MARK = re.compile(f"[{DOUBLE}]|''|’’|‘‘|``|´´")
"""A double mark, or two single marks in its place."""

SINGLE_MARK = re.compile(f"(?<![{SINGLE}])[{SINGLE}](?![{SINGLE}])")
"""A single mark that is not part of two in the place of a double one."""

_BEFORE_OPENING = "([{—–-/¿¡" + DOUBLE + SINGLE
_AFTER_CLOSING = ".,;:!?…)]}—–-/*" + DOUBLE + SINGLE
_STOPS = ".,!?…;:—–"

_NOT_POSSESSED = (
    BE | HAVE | DO | MODALS | CONJUNCTIONS | SUBORDINATORS | PREPOSITIONS | SUBJECTS | ARTICLES
    | DEMONSTRATIVES | SPEECH_VERBS | words("to not then by")
) - words("like past near round")  # fmt: skip

# Words and years that begin with an apostrophe: ’em, ’n’, ’90s, ’08; not if a mark closes at once.
_ELISION = re.compile(
    r"(?:em|til|till|tis|twas|cause|bout|nuff|cos|coz|cuz|round|neath|hood|tude|ello|ere|dem|dat"
    r"|fraid|spose|gainst|mongst|tween|cept|nother|kay|sup|im|orrible|ouse|ome|ead|ard|eard)\b"
    r"(?!['’](?!\w))|\d\ds?\b(?!['’](?!\w))|n\b",
    re.I,
)
_DROPPED_G = re.compile(r"[a-z]{2,}in$", re.I)

# What a possessive or a measure can stand before: a word that is neither a function word nor a verb
# of saying. An end of the line, a dash or another mark is not that.
_POSSESSED = re.compile(
    r"[^\S\r\n]+(?!(?:" + "|".join(sorted(_NOT_POSSESSED)) + r")\b)[^\W_]", re.I
)

MAX_WORDS_TO_POSSESSIVE = 5
"""Most words of a quotation that a single mark after an s can close (‘experts’); after more words
the mark is taken for a possessive (the workers’ union)."""


def _neighbours(text: str, at: int, end: int) -> tuple[str, str]:
    """Return the nearest visible characters around ``text[at:end]``; a space at an end of the
    text."""
    before, after = at - 1, end
    # At most three invisible characters are skipped, to keep the time linear.
    while at - before < 4 and before >= 0 and text[before] in INVISIBLE:
        before -= 1
    while after - end < 4 and after < len(text) and text[after] in INVISIBLE:
        after += 1
    return (
        text[before] if before >= 0 and text[before] not in INVISIBLE else " ",
        text[after] if after < len(text) and text[after] not in INVISIBLE else " ",
    )


def double_role(text: str, at: int, end: int) -> str:
    """Return the role of the double mark ``text[at:end]``: ``open``, ``close`` or ``either``."""
    before, after = _neighbours(text, at, end)
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or after in _AFTER_CLOSING
    match text[at:end]:
        case "„" | "«" | "‹" | "‟" | "‘‘" | "``" | "「" | "『" | "❝":
            return "open"
        case "“":
            return "close" if closes and not opens else "open"
        case "’’" | "´´" | "」" | "』" | "❞":
            return "close"
        case "”" | "»" | "›":
            return "either" if before.isspace() and not closes else "close"
    if opens == closes:
        # Between letters or between spaces. After a digit it closes a quotation or means inches.
        return "close" if before.isdigit() else "either"
    return "open" if opens else "close"


def follows_digit(text: str, at: int) -> bool:
    """Whether the mark follows a digit, where it can mean inches (``6'2"``)."""
    return text[at] in "\"”'’" and at > 0 and text[at - 1].isdigit()


def inside_word(text: str, at: int, end: int) -> bool:
    """Whether letters stand on both sides of a mark that opens or closes by its sides only."""
    before, after = _neighbours(text, at, end)
    return text[at] in '"”' and before.isalpha() and after.isalpha()


def opens_single(text: str, at: int) -> bool:
    """Whether the single mark ``text[at]`` can open a quotation; an apostrophe cannot."""
    if text[at] not in "'‘‚‛`":
        return False
    before, after = _neighbours(text, at, at + 1)
    if not (before.isspace() or before in "([{—–/:" + DOUBLE or text[max(0, at - 2) : at] == "--"):
        return False
    if not (after.isalnum() or after in '“"…£$€[('):
        return False
    return text[at] == "`" or _ELISION.match(text, at + 1) is None


def closes_single(text: str, at: int, opened: int) -> str:
    """Return how surely the single mark ``text[at]`` closes the quotation opened at ``opened``.

    ``"sure"``; ``"likely"`` and ``"maybe"`` after an s, a dropped g or a digit, where it can be an
    apostrophe or mean feet: likely if the line ends or a word follows that no possessive stands
    before (``mandarins' and``); ``""`` for no.
    """
    closing = {"‚": "‘’", "`": "'’´"}.get(text[opened], "'’")
    if text[at] not in closing:
        return ""
    before, after = _neighbours(text, at, at + 1)
    if before.isspace() or not (after.isspace() or after in _AFTER_CLOSING):
        return ""
    if before in "nN" and at >= 2 and text[at - 2] in SINGLE:
        return ""
    if before.isdigit() and re.match(r"\s?\d", text[at + 1 : at + 3]):
        return ""
    if before in _STOPS or after in ",.!?" or text[at] in "‘´":
        return "sure"
    tail = text[max(opened + 1, at - 20) : at]
    if not (before in "sS" or before.isdigit() or _DROPPED_G.search(tail)):
        return "sure"
    return "maybe" if _POSSESSED.match(text, at + 1) else "likely"
