"""What a fit sees of a flag: the model's probabilities, how the words are formed and placed, and
the vector of the words, which is alike for words of like meaning.

No list of words is among it: what the house makes of words is learned from its decisions. Forms
show roughly whether a word judges (“shameful”, “badly”) or tells what happened (“slammed”); vectors
carry what was decided on one word over to words like it that were never decided on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

ENDINGS = (
    *("ed", "ing", "ly", "s", "est", "er", "ous", "ful", "less", "ish", "ive", "ic", "al", "ble"),
    *("ist", "ism", "ent", "y"),
)
"""Endings that show what kind of word it is; the longest that fits counts."""

BEFORE = {
    "article": "a an the this that these those every each",
    "possessive": "his her its their our my your",
    "degree": "so very too more most quite rather utterly totally as how such",
    "being": "is are was were be been being am seems seemed looks looked became become sounds",
    "having": "has have had having",
    "to": "to will would can could should may might must",
    "pronoun": "he she it they we i you who which",
    "preposition": "of in on at by for with from into over about against",
    "joining": "and or but nor",
}
"""Words before a flag, by what they say of the flagged word's part in the sentence."""

AFTER = {
    "article": "a an the this that these those his her its their our my your",
    "preposition": "of in on at by for with from into over about against to",
    "joining": "and or but",
    "pronoun": "him them us me himself herself itself",
    "being": "is are was were be been has have had",
}
"""Words after a flag, likewise."""

DIMENSIONS = 24
"""Numbers of a vector (``models.inference.word_vectors``)."""

MOST_SECTIONS, MIN_IN_SECTION = 8, 20
"""Most sections that have an effect of their own, and fewest decisions in one of these."""

_WORD = re.compile(r"[^\W_]+(?:[’'\-‑][^\W_]+)*")
_NEAR = 40
"""Characters before and after a flag in which the next word is looked for."""

_BEFORE = {kind: frozenset(words.split()) for kind, words in BEFORE.items()}
_AFTER = {kind: frozenset(words.split()) for kind, words in AFTER.items()}
_LONGEST_FIRST = sorted(ENDINGS, key=len, reverse=True)
_STEM_ENDINGS = ("ingly", "edly", "ness", "ing", "ed", "ly", "es", "s", "y", "e")


@dataclass(frozen=True)
class Seen:
    """What is seen of flags, a row each: ``values`` (float64, flags × ``names``) and ``keys``,
    under which effects of single words are learned."""

    values: NDArray[np.float64]
    names: tuple[str, ...]
    keys: tuple[str, ...]


def sections_of(decisions: pd.DataFrame) -> tuple[str, ...]:
    """Return the sections with an effect of their own, the most frequent first."""
    counts = decisions.loc[decisions["section"] != "", "section"].value_counts()
    often = counts[counts >= MIN_IN_SECTION]
    names = sorted(often.index, key=lambda name: (-int(often[name]), name))
    return tuple(names[:MOST_SECTIONS])


def names_of(sections: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the values, in their order; ``sections`` and the vector come last."""
    return (
        *("word probability", "sentence probability", "words", "letters", "sentence length"),
        *("doubting verb", "headline", "hyphen", "capital", "begins the sentence"),
        *(f"ends in -{ending}" for ending in ENDINGS),
        *(f"after {kind}" for kind in BEFORE),
        *(f"before {kind}" for kind in AFTER),
        "before a stop",
        *(f"section {section}" for section in sections),
        *(f"vector {place}" for place in range(DIMENSIONS)),
    )


def seen(flags: pd.DataFrame, sections: Sequence[str]) -> Seen:
    """Return what a fit sees of flags: rows of ``FLAGS`` or ``DECISIONS``, of the model's kinds.

    Raises ModelUnavailable if the vectors of words are missing.
    """
    import numpy as np

    names = names_of(sections)
    columns = ("text", "sentence_text", "start", "sentence_start", "kind", "part", "section")
    rows = zip(*(flags[name] for name in columns), strict=True)
    values = np.zeros((len(flags), len(names)))
    values[:, 0] = _logits(flags["probability"].to_numpy(float))
    values[:, 1] = _logits(flags["sentence_probability"].to_numpy(float))
    for place, (text, sentence, start, of_sentence, kind, part, section) in enumerate(rows):
        begins = start - of_sentence
        values[place, 2:-DIMENSIONS] = [
            *_form(text, len(sentence)),
            *(kind == "doubting", part == "headline", "-" in text, text[:1].isupper(), begins == 0),
            *_ending(text),
            *_beside(sentence[:begins], sentence[begins + len(text) :]),
            *(section == name for name in sections),
        ]
    values[:, -DIMENSIONS:] = _vectors(flags["text"].tolist())
    return Seen(values, names, tuple(map(word_key, flags["text"])))


def word_key(text: str) -> str:
    """Return the key under which a word's effect is learned: the last word of ``text``, case
    folded, without its ending, so that “absurd” and “absurdly” are one."""
    word = _last_word(text)
    for ending in _STEM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _last_word(text: str) -> str:
    words: list[str] = _WORD.findall(text.casefold())
    return words[-1] if words else text.casefold().strip()


def _logits(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log odds; 0 where there is no probability."""
    import numpy as np

    bounded = np.clip(np.nan_to_num(probabilities, nan=0.5), 1e-4, 1 - 1e-4)
    return np.log(bounded / (1 - bounded))


def _vectors(texts: list[str]) -> NDArray[np.float64]:
    import models

    # One text is flagged many times; tokenising it once is enough.
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    try:
        found = models.word_vectors(list(places))
    except models.ModelError as error:
        raise ModelUnavailable(str(error)) from error
    return found[[places[text] for text in texts]]


def _form(text: str, sentence_length: int) -> Iterator[float]:
    yield log1p(len(_WORD.findall(text)))
    yield log1p(len(text))
    yield log1p(sentence_length)


def _ending(text: str) -> Iterator[bool]:
    word = _last_word(text)
    found = next((one for one in _LONGEST_FIRST if word.endswith(one)), "")
    yield from (ending == found for ending in ENDINGS)


def _beside(before: str, after: str) -> Iterator[bool]:
    """Yield what kinds of word stand directly before and after a flag."""
    before, after = before.casefold()[-_NEAR:].rstrip(), after.casefold()[:_NEAR].lstrip()
    words_before = _WORD.findall(before)
    # A mark between the two parts them: “the mayor, shamefully,” has no word directly before.
    joined = bool(words_before) and before.endswith(words_before[-1])
    last = words_before[-1] if joined else ""
    first = match[0] if (match := _WORD.match(after)) else ""
    yield from (last in words for words in _BEFORE.values())
    yield from (first in words for words in _AFTER.values())
    yield not first
