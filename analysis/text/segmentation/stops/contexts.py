"""What stands before and after a stop, as far as it decides whether a sentence ends there.

At most ``WINDOW`` characters on either side are examined, so that time is linear for any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.text.characters import INVISIBLE
from analysis.text.segmentation.abbreviations import FIRST_WORDS, FIRST_WORDS_IN_CAPITALS
from analysis.text.segmentation.line_ends import continues_in_lower_case

WINDOW = 120
"""Characters of context examined on either side of a stop."""

OPENING = "\"'“”‘’„‚«‹»([{¿¡*_" + INVISIBLE
"""Marks that can stand before the first word of a sentence."""

_BEFORE_WORD = OPENING + "> \t\r\n\u00a0"

_LAST_TOKEN = re.compile(r"\S+$")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


@dataclass(frozen=True)
class Following:
    """What follows a stop.

    ``text`` is the next characters without opening marks, ``word`` their first word or ``""``.
    ``starter`` says that the word is one that starts a sentence, ``lower`` that it is in lower
    case, ``number`` that a digit follows, ``bracket`` that an opening bracket stands before it,
    ``capitals`` that the sentence so far and the word are all in capitals.
    """

    text: str
    word: str
    starter: bool
    lower: bool
    number: bool
    bracket: bool
    capitals: bool


def following(text: str, at: int, end: int, sentence: int, stop: int) -> Following | None:
    """Return what follows the ``stop`` of a sentence that begins at ``sentence``: ``text[at:end]``;
    None if that is nothing but marks."""
    ahead = text[at : min(end, at + WINDOW)].lstrip(_BEFORE_WORD)
    if not ahead:
        return None
    match = _WORD.match(ahead)
    word = match[0] if match else ""
    capitals = word.isupper() and not any(map(str.islower, text[_begin(sentence, stop) : stop]))
    return Following(
        text=ahead,
        word=word,
        starter=_is_first_word(word, ahead, capitals),
        lower=continues_in_lower_case(ahead),
        number=ahead[0].isdigit(),
        bracket=text[at] in "([",
        capitals=capitals,
    )


def _is_first_word(word: str, ahead: str, capitals: bool) -> bool:
    word = word.rstrip(".-'’") if len(word) > 2 else word
    if not word[:1].isupper() or ahead[len(word) : len(word) + 1] == ".":
        return False
    word = word.replace("’", "'").lower()
    return word in (FIRST_WORDS_IN_CAPITALS if capitals else FIRST_WORDS)


def _begin(sentence: int, stop: int) -> int:
    return max(sentence, stop - WINDOW)


def token_before(text: str, stop: int, sentence: int) -> str:
    """Return the characters from the last white space to ``stop``, without opening marks."""
    token = _LAST_TOKEN.search(text[_begin(sentence, stop) : stop])
    if token is None:
        return ""
    word = token[0].lstrip(OPENING)
    return re.split(r"[—–/“(]|(?<=\w)-(?=[A-Z])", word)[-1]


def words_before(text: str, stop: int, sentence: int) -> list[str]:
    """Return the last four words before the token that ends at ``stop``, the nearest last."""
    return text[_begin(sentence, stop) : stop].split()[-5:-1]
