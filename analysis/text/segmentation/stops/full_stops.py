"""Decide whether a single full stop before white space ends a sentence or an abbreviation.

The word before the stop is looked up in the lists of ``abbreviations``, in any case; what follows
then decides. A short word that is in no list and is no ordinary English word is an abbreviation if
a lower-case word or a number follows.
"""

from __future__ import annotations

import re

from analysis.text.function_words import ALL as FUNCTION_WORDS
from analysis.text.segmentation.abbreviations import (
    AFTER_TIME_OF_DAY,
    BEFORE_NUMBER,
    BEFORE_PRONOUN_I,
    CLEAR_IN_CAPITALS,
    LABELS,
    MAY_END,
    MONTHS,
    NEVER_LAST,
    NUMBER_ONLY,
    SHORT_WORDS_BEFORE_NUMBER,
    TIMES_OF_DAY,
    TITLES,
    US_BODIES,
)
from analysis.text.segmentation.stops.contexts import Following, token_before, words_before
from analysis.text.segmentation.stops.short_words import SHORT_WORDS

_LONGEST_SHORT_WORD = 5

_CLOSING_QUOTES = frozenset("\"'”’»“›‹")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})")
_US_AS_NOUN = re.compile(r"\b(?:[a-z]+)\s+the\s+[A-Z]\.[A-Z]$")
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2}")
_LABEL = re.compile(r"(?:[A-Z]\d{0,3}|[IVXLC]{2,6})(?![\w’'])")
_LOWER_LABEL = re.compile(r"[b-hj-z](?![\w’'])|a(?=[),.;:])")
_LEGAL_TITLE = re.compile(r"[B-HJ-Z]\. (?:[A-Z][a-z]{1,4}\. |\d)")
_CHAPTER_AND_VERSE = re.compile(r"\d{1,3}:\d{1,3}(?!\d|:|\s?[ap]\.?m\b)")
_NUMBER_ALONE = re.compile(r"\d{1,3}[a-z]?(?=[,;)]|\.?\Z)")
_POSTCODE = re.compile(r"\d{5}\b")


def is_title(token: str, after: Following) -> bool:
    """Whether a word before a full stop is a title (``Dr``).

    In capitals (``DR``) it is one only before a word in capitals; those that can be other things
    (``MS``, ``SEC``) only where all words before are in capitals too.
    """
    if token in TITLES:
        return True
    if token in CLEAR_IN_CAPITALS:
        return after.word.isupper() and not after.starter
    return after.capitals and token.isupper() and token.capitalize() in TITLES


def is_abbreviation(token: str) -> bool:
    """Whether the word before a full stop is an abbreviation by itself, whatever follows."""
    key = table_key(token)
    return (
        token in TITLES
        or key in MAY_END
        or key in NEVER_LAST
        or _ACRONYM.fullmatch(token) is not None
    ) and token not in SHORT_WORDS


def table_key(token: str) -> str:
    """Return the token as spelled in the word lists.

    Two capitals (``OK``, ``LA``) and time zones (``EST``) stay upper case, as they are not the
    abbreviations ``ok``, ``la`` and ``est``.
    """
    if token.isupper() and (
        token in AFTER_TIME_OF_DAY
        or (len(token) == 2 and token not in ("ST", "FT", "MT", "VS", "NO", "JR", "SR", "CO"))
    ):
        return token
    return token.lower()


def full_stop_ends(text: str, stop: int, close: str, sentence: int, after: Following) -> bool:
    """Whether the full stop at ``stop`` ends the sentence that begins at ``sentence``.

    ``close`` are the closing marks after the stop, ``after`` is what follows the white space.
    """
    token = token_before(text, stop, sentence)
    closed = not _CLOSING_QUOTES.isdisjoint(close)
    if not closed and stop - sentence <= 4 and _ENUMERATOR.fullmatch(text, sentence, stop):
        # "1. Cut taxes.": the number belongs to its list item. In quotation marks, "I." and "A."
        # can be a whole sentence.
        return False
    if (after.lower or after.number) and _opens_bracket(text, stop, token):
        # "(pop. 4,000)"
        return False
    if after.lower:
        labelled = token in SHORT_WORDS_BEFORE_NUMBER and _LOWER_LABEL.match(after.text)
        return not close and not labelled and _is_plain_word(token)
    if not token:
        return True
    if after.text[0] in "§¶":
        return _is_plain_word(token)
    key = table_key(token)
    if key in NEVER_LAST:
        return False
    if key in TIMES_OF_DAY:
        return _time_of_day_ends(after)
    if is_title(token, after) and not (after.starter and key in MAY_END):
        return False
    if not closed and _refers(text, stop, sentence, token, after):
        return False
    if key in MAY_END and not _is_word_here(text, stop, sentence, token):
        if key in MONTHS and after.number:
            return False
        capital = after.text[0].isupper()
        return after.starter or closed or key == "etc" or not (after.number or capital)
    if _ACRONYM.fullmatch(token):
        return closed or _acronym_ends(text, stop, sentence, token, after)
    if len(token) == 1 and token.isupper() and after.text[0].isupper():
        before = words_before(text, stop, sentence)
        return closed or _initial_ends(before, token, after.starter)
    return True


def _opens_bracket(text: str, stop: int, token: str) -> bool:
    """Whether a short token is the first in a bracket, where hardly a sentence of one word is."""
    begin = stop - len(token)
    return 0 < len(token) <= _LONGEST_SHORT_WORD and begin > 0 and text[begin - 1] in "(["


def _is_plain_word(token: str) -> bool:
    """Whether a token is a plain lower-case word, after which a full stop ends the sentence even if
    lower case follows."""
    if not (len(token) > 2 and token.isalpha() and token.islower()):
        return False
    if len(token) <= _LONGEST_SHORT_WORD:
        return token in SHORT_WORDS
    return not any(token in table for table in (NEVER_LAST, BEFORE_NUMBER, MAY_END)) and any(
        vowel in token for vowel in "aeiouy"
    )


def _is_word_here(text: str, stop: int, sentence: int, token: str) -> bool:
    """Whether a token of ``MAY_END`` is an ordinary word here: ``in``, ``man``, unless a number
    stands before it (``5 in.``)."""
    if token not in SHORT_WORDS:
        return False
    before = words_before(text, stop, sentence)
    return not (before and before[-1][-1:].isdigit())


def _refers(text: str, stop: int, sentence: int, token: str, after: Following) -> bool:
    """Whether the token and the number or label after it are one reference: ``No. 5``, ``Fig. A``,
    ``fol. 12``, ``Matt. 5:9``, ``124 Stat. 119``."""
    key = token.lower()
    if not after.number:
        if token in SHORT_WORDS or not token.isalpha():
            return False
        if token.istitle() and key not in FUNCTION_WORDS and _LEGAL_TITLE.match(after.text):
            # "Fed. R. Civ. P. 12"
            return len(token) <= _LONGEST_SHORT_WORD
        label = after.bracket or _LABEL.match(after.text) is not None
        return label and key in BEFORE_NUMBER and key not in NUMBER_ONLY
    if token in SHORT_WORDS:
        return token in SHORT_WORDS_BEFORE_NUMBER
    if key in BEFORE_NUMBER:
        return True
    if not token.isalpha() or len(token) > _LONGEST_SHORT_WORD:
        return False
    if token.islower():
        # An abbreviation that nobody listed, or "c. 1500".
        return True
    before = words_before(text, stop, sentence)
    if len(token) == 1:
        # "Pub. L. 117", "F. 3d", "K. 331"; but "plan B. 12 people".
        return token != "I" and not _is_labelled(before)
    if not token.istitle():
        return False
    return (
        _CHAPTER_AND_VERSE.match(after.text) is not None
        or _NUMBER_ALONE.match(after.text) is not None
        or bool(before and before[-1].isdigit())
        or not any(vowel in key for vowel in "aeiouy")
    )


def _time_of_day_ends(after: Following) -> bool:
    word = after.word.rstrip(".")
    if after.number:
        return _DATE.match(after.text) is None
    if not after.capitals:
        return word not in AFTER_TIME_OF_DAY
    if after.starter:
        return True
    named = word in AFTER_TIME_OF_DAY or word.capitalize() in AFTER_TIME_OF_DAY
    return not named and word.lower() not in FUNCTION_WORDS


def _acronym_ends(text: str, stop: int, sentence: int, token: str, after: Following) -> bool:
    if after.number:
        before = words_before(text, stop, sentence)
        if not before or before[-1].isdigit() or _POSTCODE.match(after.text):
            return False
        # "on U.S. 101" is a road, and "in the U.S. 12 people died" a new sentence.
        return before[-1].lower() in ("the", "a", "an")
    if after.starter or not after.word[:1].isupper():
        return True
    if _US_AS_NOUN.search(text[max(sentence, stop - 30) : stop]):
        return after.word.rstrip(".") not in US_BODIES
    return False


def _initial_ends(before: list[str], token: str, starter: bool) -> bool:
    """Whether a sentence ends after a single capital, which then is not an initial (``plan B.``,
    ``he and I.``)."""
    if token == "I" and before and before[-1].lower() in BEFORE_PRONOUN_I:
        return True
    return starter or _is_labelled(before)


def _is_labelled(before: list[str]) -> bool:
    """Whether the words before a single letter make it a label: ``plan``, ``a grade of``."""
    last = before[-1].lower() if before else ""
    return last in LABELS or bool(last == "of" and before[-2:-1] and before[-2].lower() in LABELS)
