"""What is glued to a stop without a space: note numbers (``lied.1 It``) and the next sentence
(``over.Trains run``)."""

from __future__ import annotations

import re

from analysis.text.segmentation.abbreviations import (
    BEFORE_NUMBER,
    FIRST_WORDS,
    MAY_END,
    MONTHS,
    NAMES_WITH_MARK,
    NEVER_LAST,
    SPEECH_VERBS,
    TITLES,
)
from analysis.text.segmentation.stops.contexts import token_before, words_before
from analysis.text.segmentation.stops.short_words import SHORT_WORDS

FARTHEST_MARK = 1000
"""Characters before a straight mark in which the mark before it is looked for: quotations in news
are shorter."""

MOST_MARKS = 20
"""Most straight marks that are looked at to tell whether one opens or closes a quotation."""

_NOTE = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,4}(?=\s|\Z)")
_NOTED_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W\d_])[)\]]?|\S*[%)\]]|(?:[A-Z]\.)+[A-Z]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COMPANY_OR_NAME = frozenset({"inc", "corp", "ltd", "llc", "plc", "jr", "sr", "etc"})

_PLAIN = re.compile(r"[a-z]{2,}|[a-z’']*[’'][a-z]{1,2}|\d+(?:th|st|nd|rd|%)")
_BEFORE_STARTER = re.compile(r"[A-Z][\w’'-]*[a-z]|[A-Z]{3,}|\d[\d.,:–-]*|\w+[)\]%]")
_NAME = re.compile(r"[A-Z][\w’'-]{2,}[a-z]|[A-Z]{3,}|(?:\d+[,:–-])*\d+")
_ENDING_OF_ADDRESS = "(?:Com|Net|Org|Gov|News|Html?|Pdf|Js|Py|Io|Co|Ru|De|Me|COM|NET|ORG|TV|PDF)"
_ENDING_OF_NAME = frozenset({"US", "UK", "EU"})
_NEXT_SENTENCE = re.compile(
    rf"[“‘(\[]?(?!{_ENDING_OF_ADDRESS}\b)"
    r"(?P<word>[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:['’][a-z]+)?|[AI](?:['’][a-z]+)?(?=\s[a-z])|"
    r"[A-Z]{2,}(?=\s[a-z]))(?![\w@/]|\.\w|[\w.+-]{1,40}@)"
)


def note_end(text: str, match: re.Match[str], sentence: int, end: int) -> int | None:
    """Return where a note number after the stop ``match`` ends, or None if there is none.

    The number has one to three digits, or is several of them (``1,2`` and ``3–5``). The word before
    the stop must not be an abbreviation (``No.5``), a part of a name (``report.v2``) or a number
    (``3.14``), but for a year before a word that starts a sentence (``in 1996.4 The``).
    """
    after = match.end()
    note = _NOTE.match(text, after, end)
    if note is None or note.end() == end:
        return None
    if match["close"] or match["stop"] != ".":
        return note.end()
    stop = match.start()
    token = token_before(text, stop, sentence)
    key = token.lower()
    if _YEAR.fullmatch(token):
        before = words_before(text, stop, sentence)
        dated = before and before[-1].isalpha()
        following = text[note.end() : note.end() + 20].split()
        return note.end() if dated and following and _starts(following[0]) else None
    if _NOTED_WORD.fullmatch(token) is None or token in TITLES or _in_address(text, stop):
        return None
    if token.islower() and len(token) <= 5 and token.isalpha():
        return note.end() if token in SHORT_WORDS and token not in ("no", "art") else None
    listed = key in NEVER_LAST or key in BEFORE_NUMBER or key in MAY_END or key in MONTHS
    return None if listed and key not in _COMPANY_OR_NAME else note.end()


def start_without_space(
    text: str, match: re.Match[str], sentence: int, line: tuple[int, int]
) -> int | None:
    """Return the start of the sentence that follows the stop ``match`` without a space, or None.

    The stop is in the logical line ``line``, in the sentence that begins at ``sentence``.

    Any capitalised word begins one, if it is no ending of a file or site; after a short word with a
    capital, or a bracket, only a word that usually starts a sentence.
    """
    stop, after = match.start(), match.end()
    start, end = line
    if after >= end:
        return None
    if match["stop"][-1] in "。！？":
        return after
    close = match["close"]
    token = token_before(text, stop, sentence)
    if close and (
        close[-1] in "“‘"
        or (close[-2:] == '""' and text[after].isupper())
        or (close == '"' and (token in SPEECH_VERBS or _opens(text, after - 1, start)))
    ):
        after -= 1
    following = _NEXT_SENTENCE.match(text, after + (text[after] == '"'), end)
    if following is None:
        return None
    if token in NEVER_LAST or (token in MAY_END and token not in SHORT_WORDS):
        return None
    if _PLAIN.fullmatch(token):
        return after
    name = token + match["stop"]
    if name in NAMES_WITH_MARK or token in TITLES:
        return None
    if token.lower() in MAY_END or token.lower() in BEFORE_NUMBER:
        return None
    if following["word"] in _ENDING_OF_NAME:
        return None
    if _NAME.fullmatch(token) and len(following["word"]) > 1:
        return after
    if _BEFORE_STARTER.fullmatch(token) and _starts(following["word"]):
        return after
    return None


def _in_address(text: str, stop: int) -> bool:
    """Whether the stop is in an address or a path (``example.com/notes.1``)."""
    token = text[max(0, stop - 40) : stop].split()[-1]
    return any(mark in token for mark in "/@\\")


def _starts(word: str) -> bool:
    word = word.lstrip("“‘\"'([")
    return word[:1].isupper() and word.replace("’", "'").lower().rstrip(",:;") in FIRST_WORDS


def _opens(text: str, at: int, line: int) -> bool:
    """Whether the straight mark at ``at``, with a letter after it and a stop before it, opens a
    quotation.

    It does if the mark before it closes one. Which of the two that mark does is seen by the space
    beside it; a mark without any does the opposite of the one before it. ``line`` is where the
    logical line begins. Some characters and marks are looked at, so that time stays linear.
    """
    opens = True
    first = max(line, at - FARTHEST_MARK)
    for _ in range(MOST_MARKS):
        at = text.rfind('"', first, at)
        if at < 0:
            break
        before, after = text[at - 1] if at > line else " ", text[at + 1]
        closing = after.isspace() or after in ",;:.!?)]—–"
        opening = before.isspace() or before in "([—–"
        if closing != opening:
            return opens if closing else not opens
        opens = not opens
    return opens
