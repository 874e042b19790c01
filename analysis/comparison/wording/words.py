"""The words of a sentence made comparable with those of another: without case, accents, inflection
and forms of spelling, and numbers by their value."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from analysis.comparison.wording.quantities import OTHER, quantities
from analysis.speakers.verbs.inflection import base_of
from analysis.text.characters import INVISIBLE
from analysis.text.function_words import ALL
from analysis.text.function_words import words as word_set

LONGEST = 400
"""Words from which on a sentence is taken for a text without stops, in which nothing is looked for
that takes time by the square of its words."""

_WITHIN_WORD = rf"[\w\u0300-\u036f\u00ad{INVISIBLE}]"
# Hyphens separate words, so that “five-day strike” and “a strike of five days” share three.
_WORD = re.compile(rf"[^\W_]{_WITHIN_WORD}*+(?:[.,]\d+|['’ʼ]{_WITHIN_WORD}++)*+")
_POSSESSIVE = re.compile(r"'s?$")
_NEGATIONS = word_set("not never no nor cannot")
_NOT = "not"
_LIGHT = ALL | word_set("mr mrs ms miss mx mister")
"""Words that do not make a passage by themselves: function words and titles of courtesy."""
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "halves": "half", "policemen": "policeman",
    "policewomen": "policewoman", "fishermen": "fisherman", "spokesmen": "spokesman",
    "councilmen": "councilman", "gunmen": "gunman", "businessmen": "businessman",
}  # fmt: skip
_SPELLINGS = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[bdlmnrpv])our"), "or"),
    (re.compile(r"(?<=[bet])re$"), "er"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
)
"""British spellings and the American ones they are compared as; what else they change is changed on
both sides alike."""


@dataclass(frozen=True)
class Word:
    """A word or number of a sentence: ``start`` and ``end`` are offsets into the sentence, ``key``
    is equal for words that are not told apart, ``content`` says whether it can make a passage."""

    start: int
    end: int
    key: str
    content: bool


@lru_cache(maxsize=1024)
def words_of(sentence: str) -> tuple[Word, ...]:
    """Return the words and numbers of a sentence in their order.

    A number is one word with its currency and “million” or “per cent”: “£2.4 million” has the key
    of “£2.4m”, “nine” that of “9”.
    """
    found: list[Word] = []
    numbers = [q for q in quantities(sentence) if q.kind != OTHER or q.value == q.value]
    position = 0
    for number in numbers:
        found += _words_between(sentence, position, number.start)
        sign = "%" if number.unit == "%" else ""
        found.append(Word(number.start, number.end, f"{number.value:g}{sign}", True))
        position = number.end
    found += _words_between(sentence, position, len(sentence))
    return tuple(found)


def _words_between(sentence: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(sentence, start, end):
        key = key_of(match.group())
        if key:
            found.append(Word(*match.span(), key, key == _NOT or key not in _LIGHT))
    return found


def forms_of(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence in their order as they are written, but for case, accents,
    possessive endings, British and American spelling, and the marks around them."""
    return tuple(form for match in _WORD.finditer(sentence) if (form := _form(match.group())))


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """Return what a word is compared by: “voted” and “votes” give “vote”, “Organised” “organize”;
    all words of negation give “not”."""
    form = _form(word)
    if form in _NEGATIONS or form.endswith("n't"):
        return _NOT
    if form in _LIGHT:
        return form
    return _PLURALS.get(form) or base_of(form)


@lru_cache(maxsize=20_000)
def _form(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(
        c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    plain = _POSSESSIVE.sub("", re.sub("[’ʼ]", "'", plain))
    if plain in _LIGHT:
        return plain
    for british, american in _SPELLINGS:
        plain = british.sub(american, plain)
    return plain
