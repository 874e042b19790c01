"""What tests of sayings and attributions share: articles made of statements, and a judge."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.frames import Result
from tests.hand_made_statements import names_of, piece, statements_of

Pairs = Sequence[tuple[str, str]]


class Judge:
    """Gives one probability to all pairs, and keeps what it was asked."""

    def __init__(self, probability: float) -> None:
        self.probability = probability
        self.asked: list[list[tuple[str, str]]] = []

    def __call__(self, pairs: Pairs) -> NDArray[np.float64]:
        self.asked.append(list(pairs))
        return np.full(len(pairs), self.probability)


Given = tuple[str, str, str, str]
"""Speaker, cue, its verb and manner as ``verb/manner``, and content."""


@pytest.fixture
def judge_of() -> type[Judge]:
    """The judge, made with the probability that it gives."""
    return Judge


@pytest.fixture
def stated(result_of: Callable[..., Result]) -> Callable[..., Result]:
    """Return a function that makes an article with one sentence for each statement, and after them
    those of ``own`` in the outlet's own voice."""

    def make(*given: Given, own: Sequence[str] = ()) -> Result:
        texts = [f"{speaker} {cue} {content}." for speaker, cue, _, content in given]
        voices = ["reported"] * len(texts) + ["outlet"] * len(own)
        texts += own
        text = "\n\n".join(texts)
        rows = []
        for number, (speaker, cue, verb, content) in enumerate(given):
            base, manner = verb.split("/")
            row = piece(text, content, number, speaker=speaker, sentence=number)
            at = text.index(texts[number]) + len(speaker) + 1
            row |= {"cue": cue, "cue_start": at, "cue_end": at + len(cue)}
            row |= {"verb": base, "manner": manner, "form": "reported"}
            rows.append(row)
        speakers = [speaker for speaker, *_ in given if speaker[0].isupper()]
        named = [
            (name, "person", [(text.index(name), text.index(name) + len(name))])
            for name in dict.fromkeys(speakers)
        ]
        return result_of(
            texts, statements=statements_of(*rows), names=names_of(*named), voice=voices
        )

    return make
