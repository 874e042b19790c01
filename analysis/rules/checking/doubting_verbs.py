"""Doubting verbs of saying that an editor wants to see, and the plain verb in their place.

Two kinds of doubt are left alone. *Allege* and its nouns are the words for an accusation that no
court has decided. What is *reported*, *rumoured*, *believed* says openly that nobody has checked
it; to take that away would make the outlet vouch for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.rules.checking.observing.observed import Statement
from analysis.scoring.senses.reading import in_case_of
from analysis.speakers.statements.attributing import is_clause
from analysis.speakers.verbs import verb_of, words_held
from analysis.speakers.verbs.inflection import forms
from analysis.speakers.verbs.table import adverbs, nouns, verbs
from analysis.text.function_words import ARTICLES, DO, MODALS, POSSESSIVES
from analysis.text.function_words import words as word_set
from analysis.text.quotation.marks import DOUBLE, SINGLE

DOUBTING = "doubting"

_ALLEGATIONS = frozenset({"allege", "be alleged", "make an allegation"})
_HEDGES = frozenset(
    {
        *("be believed to", "be reported", "be reported to", "be rumored", "be said to"),
        *("be thought to", "be understood to", "by one's own account", "conjecture", "gossip"),
        *("have it", "hear", "rumor", "self-describe", "speculate", "whisper", "word be"),
    }
)
_HEDGING_ADVERBS = frozenset({"allegedly", "apparently", "reportedly", "seemingly"})

_PLAIN_VERBS = {
    "claim": ("say", "says", "said", "saying"),
    "make the claim": ("say", "says", "said", "saying"),
    "profess": ("say", "says", "said", "saying"),
    "insinuate": ("suggest", "suggests", "suggested", "suggesting"),
}
"""Verbs in whose place a plain one can stand, in the same grammar, with its base form, its form
with -s, its past and its -ing form."""

_PLAIN_NOUNS = {"claim": "statement", "insinuation": "suggestion"}

_BEFORE_BASE = (
    DO | MODALS | word_set("to not they we you i who people police many some others both")
)
"""Words behind which *claim* is a verb; after other words that do not end in s it may be a noun."""

_OBJECTS = word_set(
    "to responsibility credit victory success ownership asylum damages compensation benefits "
    "expenses innocence ignorance"
)
"""Words behind *claim* behind which *say* would be wrong."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"[\w'’]+(?=\s*$)")
_NEXT = re.compile(r"\s*([\w'’]+)")

_APART = 3
"""Words that may stand between two words of a phrase: “made it very clear”."""

_NOUN_PHRASE = 3
"""Words after an article among which a noun stands: “the mayor's latest claim”."""

_LOOK_BACK = 40
"""Characters before a cue in which the words are looked for that make it a noun."""


@dataclass(frozen=True)
class DoubtingVerb:
    """A doubting verb or noun of saying, ``text[start:end]``; ``implies`` completes “The word …”,
    ``plainer`` is a plain word that can stand in its place, or empty."""

    start: int
    end: int
    implies: str
    plainer: str


def doubting_verb(text: str, statement: Statement) -> DoubtingVerb | None:
    """Return the doubting verb of saying that attributes a statement, None for any other."""
    if statement.cue is None:
        return None
    start, end = statement.cue
    cue = text[start:end]
    verb = verb_of(cue)
    if verb.manner != DOUBTING or verb.act != "said" or verb.lemma in _ALLEGATIONS | _HEDGES:
        return None
    words = [
        (match.start(), match.end(), match.group().casefold().replace("’", "'"))
        for match in _WORD.finditer(cue)
    ]
    entry = verbs().get(verb.lemma)
    if entry is None or entry.manner != DOUBTING:
        return _by_adverb(start, words, verb.implies)
    first, last, is_noun = _place(text[max(0, start - _LOOK_BACK) : start], words, verb.lemma)
    if first < 0:
        return DoubtingVerb(start, end, verb.implies, "")
    begin, stop = start + words[first][0], start + words[last][1]
    if is_noun:
        plain = _plain_noun(words[first][2])
    else:
        before = (
            words[first - 1][2] if first else word_before(text[max(0, begin - _LOOK_BACK) : begin])
        )
        plain = _plain_verb(verb.lemma, words[first][2], before)
        plain = plain if _takes_clause(text, stop, statement) else ""
    return DoubtingVerb(begin, stop, verb.implies, plain and in_case_of(text[begin:stop], plain))


def may_doubt(text: str) -> bool:
    """Whether a text holds all words of a verb, noun or adverb that ``doubting_verb`` may report;
    False means that it reports none there."""
    held = words_held(text)
    return any(phrase <= held for phrase in _doubting_words())


@cache
def _doubting_words() -> tuple[frozenset[str], ...]:
    """Return the words in lower case of each phrase, noun and adverb that may be reported."""
    left_out = _ALLEGATIONS | _HEDGES
    phrases = {
        lemma: verb
        for lemma, verb in (*verbs().items(), *nouns().items())
        if verb.manner == DOUBTING and verb.act == "said" and verb.lemma not in left_out
    }
    hedging = _HEDGING_ADVERBS
    return (
        *(frozenset(lemma.casefold().split()) - {"one's", "oneself"} for lemma in phrases),
        *(
            frozenset({one})
            for one, adverb in adverbs().items()
            if adverb.manner == DOUBTING and one not in hedging
        ),
    )


_Words = Sequence[tuple[int, int, str]]
"""Start and end in the cue, and the word in lower case."""


def _by_adverb(start: int, words: _Words, implies: str) -> DoubtingVerb | None:
    """Return the adverb that gives a plain verb a doubting manner, None for one that hedges."""
    for begin, end, word in words:
        if word in adverbs():
            hedges = word in _HEDGING_ADVERBS or adverbs()[word].manner != DOUBTING
            return None if hedges else DoubtingVerb(start + begin, start + end, implies, "")
    return None


def _place(before: str, words: _Words, lemma: str) -> tuple[int, int, bool]:
    """Return the first and the last word of ``lemma`` in a cue, and whether it is a noun there;
    -1 for the first if its words are not found."""
    first, *others = lemma.split()
    for at, (_, _, word) in enumerate(words):
        if not others and _noun_of(word) == lemma and _is_noun(before, words, at):
            return at, at, True
        if word in forms(first):
            last = at
            for other in others:
                near = range(last + 1, min(last + 2 + _APART, len(words)))
                found = next((n for n in near if words[n][2] in {other, *forms(other)}), None)
                if found is None:
                    break
                last = found
            else:
                return at, last, False
    return -1, -1, False


def _noun_of(word: str) -> str:
    """Return the verb that a noun in the singular or plural stands for, or nothing."""
    found = nouns().get(word) or nouns().get(word.removesuffix("s"))
    return found.lemma if found else ""


def _is_noun(before: str, words: _Words, at: int) -> bool:
    """Whether the word at a place of a cue is a noun: an article or a possessive stands before
    it."""
    if words[at][2].endswith(("ed", "ing")):
        return False
    inside = [one[2] for one in words[max(0, at - _NOUN_PHRASE) : at]]
    near = inside or [word_before(before)]
    return any(one in ARTICLES | POSSESSIVES or one.endswith(("'s", "s'")) for one in near)


def word_before(text: str) -> str:
    """Return the last word of ``text`` in lower case, empty if a mark stands behind it."""
    found = _BEFORE.search(text)
    return found.group().casefold().replace("’", "'") if found else ""


def _plain_noun(word: str) -> str:
    for noun, plain in _PLAIN_NOUNS.items():
        if word in (noun, noun + "s"):
            return plain + word[len(noun) :]
    return ""


def _plain_verb(lemma: str, word: str, before: str) -> str:
    """Return the plain verb in the form that ``word``, the first of ``lemma``, has; nothing for a
    base form behind a word after which it may be a noun."""
    plain = _PLAIN_VERBS.get(lemma)
    if plain is None:
        return ""
    base, with_s, past, with_ing = plain
    if word.endswith("ing"):
        return with_ing
    if word.endswith("ed") or word == "made":
        return past
    if word != lemma.split()[0]:
        return with_s
    return base if before in _BEFORE_BASE or before.endswith(("s", "n't")) else ""


def _takes_clause(text: str, end: int, statement: Statement) -> bool:
    """Whether what the verb that ends at ``end`` says is a clause or a quotation, as after *say*:
    not “claimed to know”, not “claimed responsibility”."""
    following = _NEXT.match(text, end)
    if following and following[1].casefold() in _OBJECTS:
        return False
    marked = any(text[start] in DOUBLE + SINGLE for start, _ in statement.pieces)
    return marked or is_clause(text, statement.pieces)
