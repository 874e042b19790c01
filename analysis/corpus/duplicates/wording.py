"""The words of an article as copies of it share them."""

from __future__ import annotations

import re
import unicodedata

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


def is_number(word: str) -> bool:
    """Return whether a word of ``words_of`` is a number in digits."""
    return word[0].isdigit()


def _is_furniture(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_FURNITURE and is_furniture_line(line)
