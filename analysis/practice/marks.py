"""What a reader marks: sentences that seem loaded, the words that make them so, and a reason.

Marks come from browsers of strangers: ``mark_of`` takes only what fits the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from analysis.columns import Column, Columns
from analysis.errors import SlantError

REASONS = {
    "feeling": "It stirs a feeling",
    "label": "A name or label judges someone",
    "exaggeration": "It exaggerates",
    "opinion": "An opinion told as a fact",
    "hint": "It hints at something without saying it",
    "other": "Another reason",
}
"""The reasons to choose from, as kept and as shown. Free text is never asked for."""

MOST_WORDS = 40
"""Most passages that one mark may hold; a sentence rarely has as many words."""

MARKS: Columns = {
    "participant": Column("int64", "number of the reader within the class or exercise, from 1"),
    "sentence": Column("int64", "sentence of the material, from 0"),
    "loaded": Column("bool", "whether the reader marked it as loaded"),
    "reason": Column("str", "a key of REASONS, empty where none was chosen"),
}
"""One row a reader and sentence that the reader has judged."""


class BadMark(SlantError):
    """A mark does not fit the material; ``problem`` completes "The mark …"."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The mark {problem}: reload the page and mark the sentence again.")
        self.problem = problem


@dataclass(frozen=True)
class Mark:
    """One reader's judgement of the sentence of that number (from 0).

    ``words`` are (start, end) offsets into the material's text, inside the sentence, in order and
    apart from one another; ``reason`` is a key of ``REASONS`` or empty. A sentence that is not
    ``loaded`` has neither.
    """

    sentence: int
    loaded: bool
    reason: str = ""
    words: tuple[tuple[int, int], ...] = ()


def mark_of(given: object, sentences: Sequence[tuple[int, int]]) -> Mark:
    """Return the mark that ``given``, decoded JSON of any form, stands for.

    ``sentences`` are the (start, end) offsets of the material's sentences. Raises BadMark for
    whatever is not ``{"sentence": 3, "loaded": true, "reason": "feeling", "words": [[40, 48]]}``,
    the last two of which may be left out.
    """
    if not isinstance(given, Mapping):
        raise BadMark("is not an object")
    sentence, loaded = given.get("sentence"), given.get("loaded")
    if not _is_number(sentence) or not 0 <= sentence < len(sentences):
        raise BadMark("names no sentence of the text")
    if not isinstance(loaded, bool):
        raise BadMark("does not say whether the sentence is loaded")
    if not loaded:
        return Mark(sentence, False)
    reason = "" if given.get("reason") is None else given["reason"]
    if not isinstance(reason, str) or (reason and reason not in REASONS):
        raise BadMark("has a reason that is not on the list")
    return Mark(sentence, True, reason, _words(given.get("words"), sentences[sentence]))


def mark_told(mark: Mark) -> dict[str, Any]:
    """Return a mark ready for JSON; ``mark_of`` takes it back."""
    return {
        "sentence": mark.sentence,
        "loaded": mark.loaded,
        "reason": mark.reason,
        "words": [list(pair) for pair in mark.words],
    }


def _words(given: object, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    if given is None:
        return ()
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) > MOST_WORDS:
        raise BadMark("has words that are no list")
    pairs: list[tuple[int, int]] = []
    end_before, end_of_sentence = sentence
    for pair in given:
        if not isinstance(pair, Sequence) or len(pair) != 2 or not all(map(_is_number, pair)):
            raise BadMark("has words without a start and an end")
        start, end = pair
        if not end_before <= start < end <= end_of_sentence:
            raise BadMark("has words outside the sentence or over one another")
        pairs.append((start, end))
        end_before = end
    return tuple(pairs)


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
