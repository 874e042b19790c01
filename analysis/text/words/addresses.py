"""Runs of characters that are no words: web and mail addresses, handles, hashtags, long numbers."""

from __future__ import annotations

import re

_EDGES = "\"'“”‘’«»()[]{}<>,;:!?.…*_"

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S+|(?:www|ftp)\.\S+|mailto:\S+|doi:\S+|"
    r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)*|@\w+(?:\.\w+)*|#\w*[^\W\d]\w*|"
    # A domain with a path, or by itself: baycourier.example/news, bbc.co.uk
    r"(?:[\w-]+\.)+[a-z]{2,}/\S*|(?:[\w-]{2,}\.)+(?:com|org|net|gov|edu|int|info|biz|example|news|"
    r"eu|uk|de|fr|nl|ie|au|ca|us|io|co|tv|app|dev|ai|me|ly)|"
    # Paths of files.
    r"(?:[A-Za-z]:)?(?:[\\/][\w.-]+){2,}[\\/]?",
    re.IGNORECASE,
)
_LONG_NUMBER = 7
"""Digits from which a number is a telephone number, an account or an identifier, not a quantity
that is read aloud; “£640,000” has six."""
_LONG_CODE = 12
"""Characters from which letters mixed with digits are an identifier."""


def is_address(run: str) -> bool:
    """Whether a run of characters without white space is an address, a handle, a hashtag, or a
    long number or identifier."""
    if run.isalpha():
        return False  # most words, soon told
    bare = run.strip(_EDGES).removesuffix("'s").removesuffix("’s")
    if run.lstrip(_EDGES).startswith("@") or "@" in bare or "#" in bare or "/" in bare:
        return _ADDRESS.fullmatch(bare) is not None
    if ("." in bare or "\\" in bare or ":" in bare) and _ADDRESS.fullmatch(bare):
        return True
    digits = sum(map(str.isdigit, bare))
    if digits >= _LONG_NUMBER:
        return True
    return digits > 1 and len(bare) >= _LONG_CODE and bare.isalnum()


def without_addresses(text: str) -> str:
    """Return ``text`` without addresses, handles, hashtags, long numbers and identifiers.

    A text of nothing else becomes empty; a stop behind an address stays.
    """
    if not any(mark in text for mark in "@#/.\\0123456789:"):
        return text
    return " ".join(run for run in text.split() if not is_address(run))


def in_web_address(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is part of a web or mail address; its words are nobody's choice.

    Hashtags and handles are not meant: a hashtag can be a loaded word.
    """
    first, last = start, end
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    run = text[first:last]
    return not run.lstrip(_EDGES).startswith(("#", "@")) and is_address(run)
