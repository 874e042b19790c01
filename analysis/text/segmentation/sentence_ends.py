"""Find the sentence ends inside a logical line, by rules and word lists.

*Stop* means a full stop, question mark, exclamation mark or ellipsis. No library is used: on the
gold file (``tests/gold``) those tried reach a boundary F1 of 0.84 to 0.90 (pysbd, syntok,
blingfire, sentencex, nupunkt, each fed line by line). The context examined at a stop is limited, so
that time is linear for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.text.characters import INVISIBLE
from analysis.text.function_words import RARELY_LAST
from analysis.text.segmentation.abbreviations import (
    AFTER_TIME_OF_DAY,
    BEFORE_NUMBER,
    BEFORE_PRONOUN_I,
    FIRST_WORDS,
    LABELS,
    MAY_END,
    MONTHS,
    NAMES_WITH_MARK,
    NEVER_LAST,
    SPEECH_VERBS,
    TIMES_OF_DAY,
    TITLES,
    US_BODIES,
)
from analysis.text.segmentation.line_ends import continues_in_lower_case

_WINDOW = 120
"""Characters of context examined on either side of a stop."""

_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3"
_LEADING_EMOJI = "🚨📢📣🔴🔵🟢🟡⚠🔥➡▶👉👇📌📍🆕🧵💥📰🗞✅❌"
_OPENING = "\"'“”‘’„‚«‹»([{¿¡*_" + INVISIBLE
_DOTS = ".…)] \u00a0" + _OPENING

# One or more stops, then closing marks and brackets, then footnote marks, then emoji.
_STOP = re.compile(
    r"(?P<stop>(?:[.!?…‼⁇⁈⁉؟۔।。！？]|(?<=[.…])[ \u00a0](?=[.…](?![\w.…])))++)"
    rf"(?P<close>(?:[{INVISIBLE}]*+(?:[\"'”’‘“)\]}}*_›»]|[ \u00a0\u202f]»))*+)"
    rf"(?P<note>(?:\[[\w ]{{1,8}}\]|[¹²³⁰⁴-⁹†‡])*+[{INVISIBLE}]*+)"
    rf"(?P<emoji>(?:[^\S\r\n]*+(?![{_LEADING_EMOJI}])[{_EMOJI}][{INVISIBLE}{_EMOJI}]*+)*+)"
)
_GAP = re.compile(rf"(?:[{INVISIBLE}]*+\s++)++")
_LAST_TOKEN = re.compile(r"\S+$")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})")
_BEFORE_MISSING_SPACE = re.compile(r"[a-z]{2,}|[a-z’']*[’'][a-z]{1,2}|\d+(?:th|st|nd|rd|%)")
_AFTER_MISSING_SPACE = re.compile(r"[“‘(\[]?[A-Z][a-z]+(?:['’][a-z]+)?(?![\w.@/])")
_US_AS_NOUN = re.compile(r"\b(?:[a-z]+)\s+the\s+[A-Z]\.[A-Z]$")
_SPEAKER = re.compile(
    r"(?:(?:[A-Z][\w’'-]*+\.?|[A-Z]\.|of|the|for|and|de|van|von|al|bin)[ \u00a0]+){1,7}"
    r"(?:(?:was|had|has|then|later|also)[ \u00a0]+)?(?P<verb>[a-z]+)\b"
)
_OPEN_BRACKET = {")": "(", "]": "[", "}": "{"}


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which the sentences of ``text[start:end]`` begin, ``start`` first.

    ``text[start:end]`` is one logical line (see ``sentences.logical_lines``) and does not begin
    with white space.
    """
    yield start
    sentence = start
    for match in _STOP.finditer(text, start, end):
        after = match.end()
        gap = _GAP.match(text, after, end)
        if gap is None:
            following = _start_without_space(text, match, sentence, end)
        elif gap.end() < end and _ends(text, match, sentence, gap.end(), end):
            following = gap.end()
        else:
            continue
        if following is not None and sentence < following < end:
            yield following
            sentence = following


def _start_without_space(text: str, match: re.Match[str], sentence: int, end: int) -> int | None:
    """Return the start of a sentence that follows a stop without a space (``over.Trains run``), or
    None."""
    stop, after = match.start(), match.end()
    if after >= end:
        return None
    if match["stop"][-1] in "。！？":
        return after
    token = _token_before(text, stop, sentence)
    opening = match["close"][-1:]
    if opening in ("“", "‘"):
        after -= 1
    if _AFTER_MISSING_SPACE.match(text, after, end) is None:
        return None
    if _BEFORE_MISSING_SPACE.fullmatch(token) is None or token in NEVER_LAST or token in MAY_END:
        return None
    return after


def _token_before(text: str, stop: int, sentence: int) -> str:
    """Return the characters from the last white space to ``stop``, without opening marks."""
    token = _LAST_TOKEN.search(text[max(sentence, stop - _WINDOW) : stop])
    if token is None:
        return ""
    word = token[0].lstrip(_OPENING)
    return re.split(r"[—–/“(]|(?<=\w)-(?=[A-Z])", word)[-1]


def _words_before(text: str, stop: int, sentence: int) -> list[str]:
    """Return the last four words before the token that ends at ``stop``, the nearest last."""
    return text[max(sentence, stop - _WINDOW) : stop].split()[-5:-1]


def _ends(text: str, match: re.Match[str], sentence: int, following: int, end: int) -> bool:
    """Whether the sentence that begins at ``sentence`` ends at the stop ``match``; the next text
    begins at ``following``."""
    stop, close = match["stop"], match["close"]
    ahead = text[following : min(end, following + _WINDOW)].lstrip(_OPENING).lstrip()
    if not ahead:
        # Quotation marks or invisible characters alone are no sentence.
        return False
    if "..." in ahead[:3] or ahead[0] == "…":
        # "He left. ... Then": the dots belong to the next sentence.
        return "..." not in stop and "…" not in stop and ahead.lstrip(_DOTS)[:1].isupper()
    if ahead[0] in ",;:–—-&/%)]}.!?":
        # A dash before a word without a space begins a sentence; "— Reuters" does not.
        return ahead[0] in "–—-" and ahead[1:2].isalnum()
    lower = continues_in_lower_case(ahead)
    word_match = _WORD.match(ahead)
    word = word_match[0] if word_match else ""
    starter = _is_first_word(word, ahead)
    if _inside_bracket(text, match, sentence) and not starter:
        return ahead[0].isupper() and stop == "." and not _abbreviated(text, match, sentence)
    if any(mark in stop for mark in "!?‼⁇⁈⁉؟"):
        return (
            not lower
            and not _name_with_mark(text, match, sentence)
            and not (close and not starter and _names_speaker(ahead))
        )
    if "…" in stop or stop.count(".") > 1:
        return not lower and _ellipsis_ends(text, match, sentence)
    if stop != ".":
        return True
    return _full_stop_ends(text, match, sentence, ahead, word, starter, lower)


def _is_first_word(word: str, ahead: str) -> bool:
    word = word.rstrip(".-'’") if len(word) > 2 else word
    if not word[:1].isupper() or ahead[len(word) : len(word) + 1] == ".":
        return False
    return word.replace("’", "'").lower() in FIRST_WORDS


def _inside_bracket(text: str, match: re.Match[str], sentence: int) -> bool:
    """Whether the stop is in a bracket that was opened in the middle of the sentence."""
    opening = _OPEN_BRACKET.get(match["close"][-1:])
    if opening is None:
        return False
    opened = text.rfind(opening, max(sentence, match.start() - 3 * _WINDOW), match.start())
    return opened > sentence


def _table_key(token: str) -> str:
    """Return the token as spelled in the word lists; two capitals (``OK``, ``LA``) stay upper case,
    as they are not the abbreviations ``ok`` and ``la``."""
    if len(token) == 2 and token.isupper() and token not in ("ST", "FT", "MT", "VS", "NO", "JR"):
        return token
    return token.lower()


def _abbreviated(text: str, match: re.Match[str], sentence: int) -> bool:
    token = _token_before(text, match.start(), sentence)
    return (
        token in TITLES
        or _table_key(token) in MAY_END
        or _table_key(token) in NEVER_LAST
        or _ACRONYM.fullmatch(token) is not None
    )


def _name_with_mark(text: str, match: re.Match[str], sentence: int) -> bool:
    return not match["close"] and (
        _token_before(text, match.end("stop"), sentence) in NAMES_WITH_MARK
    )


def _names_speaker(ahead: str) -> bool:
    """Whether the words after a closing quotation mark name the speaker: ``Smith asked``."""
    speaker = _SPEAKER.match(ahead)
    return speaker is not None and speaker["verb"] in SPEECH_VERBS


def _ellipsis_ends(text: str, match: re.Match[str], sentence: int) -> bool:
    token = _token_before(text, match.start(), sentence)
    if not token:
        words = text[max(sentence, match.start() - _WINDOW) : match.start()].split()
        token = words[-1].lstrip(_OPENING) if words else ""
    if not token:
        # "... and" at the start, or "[...] Then": there is no sentence before the dots.
        return False
    if match["close"][-1:] in (")", "]"):
        return False
    return token.lower() not in RARELY_LAST


def _full_stop_ends(
    text: str,
    match: re.Match[str],
    sentence: int,
    ahead: str,
    word: str,
    starter: bool,
    lower: bool,
) -> bool:
    """Whether a single full stop before white space ends the sentence."""
    stop = match.start()
    token = _token_before(text, stop, sentence)
    key = _table_key(token)
    closed = any(mark in match["close"] for mark in "\"'”’»“")
    number = ahead[0].isdigit()
    if not closed and stop - sentence <= 4 and _ENUMERATOR.fullmatch(text, sentence, stop):
        # "1. Cut taxes.": the number belongs to its list item. In quotation marks, "I." and "A."
        # can be a whole sentence.
        return False
    if lower:
        return not match["close"] and _is_plain_word(token)
    if not token:
        return True
    if key in NEVER_LAST:
        return False
    if key in TIMES_OF_DAY:
        return word.rstrip(".") not in AFTER_TIME_OF_DAY and not (number and _is_date(ahead))
    if token in TITLES and not (starter and key in MAY_END):
        return False
    if key in BEFORE_NUMBER and number:
        return False
    if key in MAY_END:
        if key in MONTHS and number:
            return False
        return starter or closed or key == "etc" or not (number or ahead[0].isupper())
    if _ACRONYM.fullmatch(token):
        return closed or _acronym_ends(text, stop, sentence, word, starter)
    if len(token) == 1 and token.isupper() and ahead[0].isupper():
        return closed or _initial_ends(_words_before(text, stop, sentence), token, starter)
    return True


def _is_plain_word(token: str) -> bool:
    """Whether a token is a plain lower-case word, after which a full stop ends the sentence even if
    lower case follows."""
    return (
        len(token) > 2
        and token.isalpha()
        and token.islower()
        and not any(token in table for table in (NEVER_LAST, BEFORE_NUMBER, MAY_END))
        and any(vowel in token for vowel in "aeiouy")
    )


def _is_date(ahead: str) -> bool:
    return re.match(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2}", ahead) is not None


def _acronym_ends(text: str, stop: int, sentence: int, word: str, starter: bool) -> bool:
    if starter or not word[:1].isupper():
        return True
    if _US_AS_NOUN.search(text[max(sentence, stop - 30) : stop]):
        return word.rstrip(".") not in US_BODIES
    return False


def _initial_ends(before: list[str], token: str, starter: bool) -> bool:
    """Whether a sentence ends after a single capital, which then is not an initial (``plan B.``,
    ``he and I.``)."""
    last = before[-1].lower() if before else ""
    if token == "I" and last in BEFORE_PRONOUN_I:
        return True
    labelled = last in LABELS or (last == "of" and before[-2:-1] and before[-2].lower() in LABELS)
    return starter or bool(labelled)
