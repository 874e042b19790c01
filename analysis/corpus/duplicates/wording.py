"""The words of an article as copies of it share them."""

from __future__ import annotations

import re
import unicodedata

from analysis.text.function_words import (
    BE,
    DETERMINERS,
    HAVE,
    OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
)
from analysis.text.parts.forms.line_forms import is_furniture_line

_LONGEST_FURNITURE = 100
"""Characters of the longest line that is looked at as furniture; a longer one is prose."""

_CREDIT = re.compile(
    # The place and agency before the first sentence: LONDON (Reuters) -, NEW YORK, May 3 (AP) —
    r"^[ \t]*[A-Z][\w.,' ]{0,50}(?:\([A-Z][\w. ]{1,20}\))? ?(?:—|–|--|-) (?=[A-Z“\"‘'])"
    r"|\((?:AP|AFP|Reuters|UPI|PA|dpa|Bloomberg|CNN|Xinhua|IANS|ANI|PTI|TASS)(?: Photo)?\)",
    re.MULTILINE,
)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | SUBJECTS | OBJECTS | BE | HAVE | {"and", "or", "but"}
_BLOCK = 20
_FEWEST = 0.1
_LEAST_PROSE = 1 / 3
_APOSTROPHES = str.maketrans(dict.fromkeys("'’"))


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in their order, in lower case, without marks.

    Lines that are furniture by their own form (bylines, dates, buttons, rights) and what agencies
    put before the first sentence are left out: copies differ in them although the article is the
    same.
    """
    # split("\n") only: the other line ends of splitlines stand within sentences.
    prose = "\n".join(line for line in text.split("\n") if not _is_furniture(line.strip()))
    plain = unicodedata.normalize("NFKC", _CREDIT.sub(" ", prose)).casefold()
    return _WORD.findall(plain.translate(_APOSTROPHES))


def prose_of(words: list[str]) -> list[str]:
    """Return the words of ``words_of`` without lists: choices of a form, names, tables.

    Pages of one site have the same lists, which would make copies of them. A list is told by its
    blocks of words, in which hardly any is a function word; in English prose two of five are, and
    no block of the samples has fewer than ``_FEWEST``. A text of which two thirds are lists, or
    in another language, is left as it is.
    """
    kept: list[str] = []
    for at in range(0, len(words), _BLOCK):
        block = words[at : at + _BLOCK]
        if sum(word in _FUNCTION_WORDS for word in block) >= _FEWEST * len(block):
            kept += block
    return kept if len(kept) >= _LEAST_PROSE * len(words) else words


def is_number(word: str) -> bool:
    """Return whether a word of ``words_of`` is a number in digits."""
    return word[0].isdigit()


def _is_furniture(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_FURNITURE and is_furniture_line(line)
