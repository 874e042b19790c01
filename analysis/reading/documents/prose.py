"""Tell prose from captions, labels and cells, and join what a layout took out of a word."""

from __future__ import annotations

import re

from analysis.reading.documents.word_list import is_word
from analysis.text.function_words import ALL as FUNCTION_WORDS
from analysis.text.function_words import DETERMINERS, PREPOSITIONS

SENTENCE_WORDS = 6
"""Fewest words of a line that counts as a sentence. Captions, labels and cells of data tables are
shorter or have no full stop."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_INITIAL = re.compile(r"[\"'“‘«„]?(?:[^\W\d_]{1,12}|\d{1,3})")

# Shown raised: a number of notes or several (1, 2–4), or the marks that are used instead.
_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[*†‡§¶]{1,3})[\])]?")
_UNIT = re.compile(
    r"(?:\d\s?|/|per )(?:[kcdmµn]?m|ft|in|yd|mi|miles?|feet|inch(?:es)?|s|sec|h|hr)$"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_PUNCTUATION = tuple(".,;:!?…\"”’')»]")
_CHEMICAL = frozenset("CO NO SO PO NH CH OH SF".split())  # noqa: SIM905


def is_sentence(line: str) -> bool:
    """Return whether a line reads as prose: at least six words and a mark that ends a sentence."""
    return len(line.split()) >= SENTENCE_WORDS and _SENTENCE_END.search(line.strip()) is not None


def is_initial(text: str, letters: int = 1) -> bool:
    """Return whether a text is a first letter, with or without an opening quotation mark, or up to
    that many ``letters`` or a figure of a first word."""
    found = _INITIAL.fullmatch(text.strip())
    return found is not None and len(text.strip().lstrip("\"'“‘«„")) <= letters


def with_initial(initial: str, rest: str) -> str:
    """Join a large first letter (drop cap) and the line beside it.

    Most are the first letter of a word (T + he). “A”, “I” and “O” can be words of their own; they
    are where what follows is a word (A + harbour) and the two together are none, or one that no
    article or preposition follows (A + long queue, but A + long the coast).
    """
    letter, rest = initial.strip(), rest.lstrip()
    words = re.findall(r"[^\W\d_]+", rest[:60].lower())
    first, following = words[0] if words else "", words[1] if len(words) > 1 else ""
    if letter[-1].isdigit() or is_word(letter.lower().strip("\"'“‘«„")):
        # A first word that is set large as a whole; the list has no words of one letter.
        return f"{letter} {rest}" if is_word(first) or not first else letter + rest
    together = letter[-1].lower() + first
    joined = (
        letter[-1] not in "AIO"
        or not rest[:1].isalpha()
        or len(first) == 1
        or not is_word(first)
        or together in FUNCTION_WORDS
        or (is_word(together) and following in DETERMINERS | PREPOSITIONS)
    )
    return letter + rest if joined else f"{letter} {rest}"


def is_note_mark(before: str, mark: str, notes: frozenset[str] = frozenset()) -> bool:
    """Return whether a raised ``mark`` refers to a note, and is not an exponent or part of a name.

    ``before`` is the text before it, ``notes`` the marks that begin notes at the foot of the
    page. A raised number after a word or a punctuation mark refers to a note; after a unit of
    measurement (40 m2), a number (10 to the 3rd) or a chemical symbol it does not.
    """
    mark, before = mark.strip(), before.rstrip()
    if not before or not (_MARK.fullmatch(mark) or mark in notes) or _UNIT.search(before):
        return False
    if before.endswith(_PUNCTUATION) or mark[0] in "*†‡§¶":
        return True
    if before[-1].isdigit():
        return _YEAR.search(before) is not None or (
            mark in notes and not re.search(r"(?<!\d)10$", before)
        )
    word = _LAST_WORD.search(before)
    if not word or word[0] in _CHEMICAL:
        return False
    if len(word[0]) >= 3 or word[0].lower() in FUNCTION_WORDS:
        return True
    return len(word[0]) == 2 and word[0].isupper()


def without_raised_marks(text: str, before: str = "") -> tuple[str, list[str]]:
    """Return a text without the raised figures (¹²³) that refer to notes, and their numbers.

    ``before`` is what stands before the text on its line. Exponents stay as they are printed.
    """
    marks: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        mark = found[0].translate(_FIGURES)
        start = found.start()
        if not is_note_mark((before[-60:] + text[max(start - 60, 0) : start])[-60:], mark):
            return found[0]
        marks.append(mark)
        return ""

    return _RAISED_FIGURES.sub(replaced, text), marks


_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_FIGURES = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
