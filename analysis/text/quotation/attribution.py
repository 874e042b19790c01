"""Words that name the speaker of a quotation: ``, the mayor said``."""

from __future__ import annotations

import re

from analysis.text.segmentation.abbreviations import SPEECH_VERBS

_VERBS = "|".join(sorted(SPEECH_VERBS))
# A full stop within is one of a title or an initial.
_WORDS_TO_VERB = r"(?:(?:[A-Z]\w{0,3}\.|[^\s.!?;:“”\"]++)\s++)"

_COMMA_AND_SPEAKER = re.compile(rf",['’]?(?=\s++{_WORDS_TO_VERB}{{0,4}}(?:{_VERBS})\b)")
# The same in running speech, where the verb can be the speaker's own ("…, but he told us that").
_COMMA_AND_SURE_SPEAKER = re.compile(
    r",['’]?(?=\s++(?!(?:and|but|or|so|as|if|when|where|which|who|that|because|while|I|we|you)\b)"
    rf"{_WORDS_TO_VERB}{{0,4}}(?:{_VERBS})"
    r"(?:[.,;:]|$|\s+(?:on|in|at|to|during|after|before|last|this|yesterday|today|later|of)\b"
    r"|\s+[A-Z]\w+(?:day)?[.,]))"
)
_SPEAKER = re.compile(rf",?\s++{_WORDS_TO_VERB}{{0,7}}(?:{_VERBS}|according\s+to)\b")
_SPEECH_VERB = re.compile(rf"\b(?:{_VERBS})\b")

_REACH = 200
"""Characters after a mark in which a speaker is looked for."""


def comma_before_speaker(text: str, start: int, end: int, surely: bool = False) -> int | None:
    """Return the end of the first comma in ``text[start:end]`` after which a verb of saying follows
    within five words, or None.

    With ``surely`` the verb must also be the outlet's: nothing that it could report follows.
    """
    pattern = _COMMA_AND_SURE_SPEAKER if surely else _COMMA_AND_SPEAKER
    match = pattern.search(text, start, end)
    return match.end() if match else None


def speaker_follows(text: str, at: int, end: int) -> bool:
    """Whether ``text[at:end]`` begins, after a comma or not, with a speaker and a verb of saying in
    the same sentence."""
    return _SPEAKER.match(text, at, min(end, at + _REACH)) is not None


def has_speech_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands in ``text[start:end]``."""
    return _SPEECH_VERB.search(text, start, end) is not None


def first_speech_verb(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of the first verb of saying in ``text[start:end]``, or None."""
    match = _SPEECH_VERB.search(text, start, end)
    return match.span() if match else None
