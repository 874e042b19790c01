"""How an article describes a person whom it names: “transport chief Dilys Aruna”, “Aruna, a
pampered bureaucrat”, “the fisheries minister, Ilse Thorvane”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison.wording.nouns.people import singulars
from analysis.comparison.wording.words import key_of
from analysis.speakers.names.titles import TITLES
from analysis.speakers.names.words import word_before
from analysis.speakers.verbs.inflection import base_of
from analysis.text.function_words import ALL, ARTICLES, POSSESSIVES
from analysis.text.function_words import words as word_set

_COURTESY = word_set("mr mrs ms miss dr sir dame lord lady prof professor rev")
"""Titles that everybody gives to the same person, or nobody: they describe nothing."""
_MOST_WORDS = 4
"""Most words of a description before its head noun, and with it."""
_APPOSITION = re.compile(r"['’]?s?,\s+(?:(?:an?|the|its|their|his|her|our)\s+)?(?=[^\W\d_])")
_OWNER = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = (ALL | word_set("behind against across outside inside alongside")) - ARTICLES - POSSESSIVES
_MAY_BE_VERB = re.compile(r"\b(?:to|can|could|will|would|they|we|you|i|not)\s$", re.IGNORECASE)
_BEFORE_COMMA = re.compile(r"(?<=[^\W\d_]),\s+$")
_NO_HEADS = word_set(
    "private general major prince king queen father mother brother sister son daughter husband "
    "wife widow widower friend uncle aunt grandmother grandfather"
)
"""Words that are mostly something else before a name, or say whose relative somebody is."""
_NOT_WHO = word_set("first second last only next latest same")
"""Words with which a description tells what somebody did: “the first leader to resign”."""


_FORMAL = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "congressman": "representative", "congresswoman": "representative", "gov": "governor",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "advisor": "adviser",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "organizer": "organiser",
    "councilor": "councillor", "councilman": "councillor", "councilwoman": "councillor",
    "ceo": "executive", "attorney": "lawyer", "capt": "captain", "supt": "superintendent",
}  # fmt: skip
"""Forms of one office, which are no other naming."""
_SAYS = word_set("says tells adds insists claims")
_WHEN = word_set(
    "former then ex current onetime retired outgoing incoming longtime late veteran senior top "
    "chief deputy acting interim"
)
"""Words that say since or until when somebody holds an office, or its rank."""


@dataclass(frozen=True)
class Description:
    """A description: offsets of its words in the text, with the name where that stands right behind
    it; ``head`` is its noun, ``offices`` that and other offices in it (“chairman Senator Hale”),
    ``others`` the words that describe it, all made comparable.

    Capitalised words before the noun (states, parties, houses) and words such as “former” are not
    among ``others``: one outlet gives them, the other does not.
    """

    start: int
    end: int
    head: str
    offices: frozenset[str]
    others: frozenset[str]

    def says_the_same(self, other: Description) -> bool:
        """Whether the head noun of one is an office in the other, and one has all words of the
        other."""
        subset = self.others <= other.others or other.others <= self.others
        return subset and (self.head in other.offices or other.head in self.offices)


def descriptions(text: str, start: int, end: int) -> Iterator[Description]:
    """Yield the descriptions right before and behind the name ``text[start:end]``."""
    before = _before(text, start, end)
    if before is not None:
        yield before
    behind = _behind(text, end)
    if behind is not None:
        yield behind


def description_of(text: str, start: int, end: int) -> Description | None:
    """Return ``text[start:end]`` as a description, if it is a noun phrase for a person without a
    name: “the premier”."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    while words and text[slice(*words[0])].casefold() in ARTICLES:
        words = words[1:]
    return _description(text, words, words[-1][1]) if 0 < len(words) <= _MOST_WORDS else None


def _before(text: str, start: int, end: int) -> Description | None:
    """Return “transport chief” before a name, with it, or “the foreign minister,” by itself."""
    comma = _BEFORE_COMMA.search(text, max(0, start - 3), start)
    at = comma.start() if comma else start
    words: list[tuple[int, int]] = []
    determined = False
    while len(words) < _MOST_WORDS:
        found = word_before(text, at)
        if found is None or (words and text[found[1] : at].strip()):
            break
        plain = text[slice(*found)].casefold()
        determined = plain in ARTICLES | POSSESSIVES
        if plain in ALL or _is_verb(plain) or plain in _COURTESY:
            break
        words.insert(0, found)
        at = found[0]
    # “to bully Drummond”
    verb = not determined and len(words) == 1 and text[slice(*words[0])].islower()
    if verb and _MAY_BE_VERB.search(text, max(0, at - 10), at):
        return None
    # “… the captain, Rurik Dahlen”, but “in Fenton, Rurik Dahlen”.
    if comma and not determined and "’" not in text[at - 3 : at] and "'" not in text[at - 3 : at]:
        return None
    return _description(text, words, words[-1][1] if comma else end) if words else None


def _behind(text: str, end: int) -> Description | None:
    """Return “a ward nurse” in “Ruth Adeyin, a ward nurse who …”."""
    opening = _APPOSITION.match(text, end)
    if opening is None:
        return None
    words: list[tuple[int, int]] = []
    at = opening.end()
    while len(words) <= _MOST_WORDS:
        match = _WORD.match(text, at)
        if match is None or match[0].casefold() in _ENDS:
            break
        words.append(match.span())
        at = match.end() + 1
        if text[match.end() : at] != " ":
            break
    # “the hospital's chief executive” says of whom, which the other article may leave out.
    owners = [
        place for place, (first, last) in enumerate(words) if _OWNER.search(text, first, last)
    ]
    words = words[owners[-1] + 1 :] if owners else words
    # “Hale, the president said” has a verb behind the noun; “Hale, a man paid to say so” is one.
    if opening[0].rstrip().endswith((" a", " an")):
        while words and not _is_head(text[slice(*words[-1])].casefold()):
            words.pop()
    return _description(text, words, words[-1][1]) if words else None


def _description(text: str, words: list[tuple[int, int]], end: int) -> Description | None:
    written = [text[slice(*word)] for word in words]
    plain = [word.casefold() for word in written]
    if not words or not _is_head(plain[-1]) or not _NOT_WHO.isdisjoint(plain):
        return None
    # “thank Karsian leader Hale”: a verb can stand before what is capitalised.
    capital = [place for place, word in enumerate(written[:-1]) if word[0].isupper()]
    first = capital[0] if capital and not _WHEN & set(plain[: capital[0]]) else 0
    others = {
        key_of(part)
        for word, each in zip(plain[first:-1], written[first:-1], strict=True)
        if each[0].islower() and _WHEN.isdisjoint(word.split("-"))
        for part in word.split("-")
    }
    *offices, head = [_FORMAL.get(word, key_of(word)) for word in plain if _is_head(word)]
    others -= set(offices)
    return Description(words[first][0], end, head, frozenset([*offices, head]), frozenset(others))


def _is_head(word: str) -> bool:
    """Whether a word is a noun for one person or an office."""
    is_noun = singulars().get(word) == word or word in TITLES
    return is_noun and word not in _COURTESY | _NO_HEADS


def _is_verb(word: str) -> bool:
    return word in _SAYS or (base_of(word) != word and not word.endswith("s"))
