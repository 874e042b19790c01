"""Where a word begins and ends, for patterns that are matched as whole words.

After the word boundaries of Unicode (Standard Annex 29), with what an editor expects of a list of
words where the two differ:

* ``regime`` is found in *regime's*, *we* in *we're*; but *don* not in *don't*, nor *Brien* in
  *O'Brien*;
* ``regime`` is found in *pre-regime* and *regime-backed* (an exception takes these out);
* *U* and *S* are not found in *U.S.*, *3* and *500* neither in *3,500* nor in *3.5*;
* letters and digits hold together (*covid19*), an underscore does not (*_regime_*);
* scripts without spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) have a
  boundary beside every character; Katakana holds together.
"""

from __future__ import annotations

import re
from functools import cache

import regex

_CLITICS = "s|re|ll|ve|d|m"
"""English endings behind an apostrophe that leave the word before them what it is. ``t`` is not
among them: *can't* does not say *can*."""

_RARE = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")
"""Characters that combine with others, or of scripts without spaces, are all among these."""

_TOKEN = (
    # Initials: U.S, a.m
    "(?<!{word}){letter}(?:[.]{letter})+(?!{word})"
    # An ending behind an apostrophe, as a token of its own.
    "|(?<={word})'(?i:{clitics})(?!{word})"
    # A word: letters and digits, with stops between digits, and apostrophes between letters.
    "|{word}+(?:(?<={digit})[.,'](?={digit}){word}+"
    "|(?<={of_letter})'(?!(?i:{clitics})(?!{word}))(?={letter}){word}+)*"
)
_COMMON = re.compile(
    _TOKEN.format(
        word=r"[^\W_]", letter=r"[^\W\d_]", of_letter=r"[^\W\d_]", digit=r"\d", clitics=_CLITICS
    )
)


@cache
def _rare() -> regex.Pattern[str]:
    """Return the pattern of tokens for any script; it costs some milliseconds."""
    single = r"\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    token = _TOKEN.format(
        word=rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{single}]]",
        letter=r"\p{L}\p{M}*",
        of_letter=r"[\p{L}\p{M}]",
        digit=r"\p{N}",
        clitics=_CLITICS,
    )
    return regex.compile(rf"(?V1){token}|[{single}]\p{{M}}+")


def inside_words(text: str) -> bytearray:
    """Return for each position of a folded text, its end included, whether it is inside a word: no
    whole word begins or ends there."""
    inside = bytearray(len(text) + 1)
    pattern = _COMMON if _RARE.search(text) is None else _rare()
    for token in pattern.finditer(text):
        start, end = token.span()
        inside[start + 1 : end] = b"\x01" * (end - start - 1)
    return inside
