"""Verbs and phrases of saying and thinking: what each tells the reader."""

from analysis.speakers.verbs.cues import verb_of, words_held
from analysis.speakers.verbs.table import Verb

__all__ = ["Verb", "verb_of", "words_held"]
