"""The words of English, to tell a word from a part of one."""

from __future__ import annotations

import re
from functools import cache

from analysis.text.words.dictionary import dictionary_words

# Of what the dictionary writes with a full stop, a hyphen or a digit, the letters before it.
_BEGINNING = re.compile(r"[a-z][a-z']+")


def is_word(text: str) -> bool:
    """Return whether a text in lower case is an English word of two letters or more.

    The list is the Carnegie Mellon pronouncing dictionary (126,000 words and names, American and
    common British spellings), which is loaded at the first call.
    """
    return text in _words()


@cache
def _words() -> frozenset[str]:
    found = (_BEGINNING.match(word) for word in dictionary_words())
    return frozenset(match[0] for match in found if match)
