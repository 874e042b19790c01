"""The words of a passage, made comparable, each with its place in the article's text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.text.characters import without_format_characters
from analysis.text.function_words import ALL

# White space, dashes, hyphens, slashes and dots; a single dot, a comma or an apostrophe does not
# separate words.
_BREAKS = re.compile(r"[\s\u2010-\u2015\u2026/-]+|\.\.+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True)
class Word:
    """A word: ``text[start:end]`` without marks around it; ``key`` is the same for the same word in
    another case, with another apostrophe or other code points for the same letters."""

    start: int
    end: int
    key: str

    @property
    def content(self) -> bool:
        """Whether it is no function word."""
        return self.key not in ALL


def words_between(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of ``text[start:end]`` in order.

    A word is what stands between white space, dashes or hyphens and has a letter or digit.
    """
    at = start
    for match in _BREAKS.finditer(text, start, end):
        yield from _word(text, at, match.start())
        at = match.end()
    yield from _word(text, at, end)


def _word(text: str, start: int, end: int) -> Iterator[Word]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or unicodedata.combining(text[end - 1])):
        end -= 1
    if start < end:
        plain = without_format_characters(text[start:end]).translate(_APOSTROPHES)
        # Case first and last: folding may bring forth what NFKC changes, and the other way round.
        folded = unicodedata.normalize("NFKC", plain.casefold()).casefold()
        yield Word(start, end, folded)
