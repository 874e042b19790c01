"""A classifier that is told in which sense words are used.

It wraps any other: sentences with set terms and literal verbs are read with plain words in their
place; words of an accusation that a sentence denies, and of names of things, are hidden. Scores,
loaded words and masks stay those of the sentence as it was written, with its offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from analysis.scoring.classifier import AsksAnother
from analysis.scoring.senses.compounds import compounds_in
from analysis.scoring.senses.denials import denied_part
from analysis.scoring.senses.literal_verbs import literal_verbs_in
from analysis.scoring.senses.named_things import named_things_in
from analysis.scoring.senses.phrases import phrases_in
from analysis.scoring.senses.reading import Reading, reading, touches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models import Classifier, Prediction, Span

LONGEST_READ = 10_000
"""Characters of a sentence in which senses are looked for: more than a classifier reads of one."""


def with_senses(model: Classifier) -> Classifier:
    """Return ``model`` with the senses of words resolved before it reads a sentence."""
    return model if isinstance(model, SenseClassifier) else SenseClassifier(model)


@dataclass(frozen=True)
class SenseClassifier(AsksAnother):
    """The wrapper; it has the interface of ``models.Classifier``."""

    model: Classifier

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences, each read in the sense of its words."""
        import numpy as np

        readings = [_reading(sentence) for sentence in sentences]
        found = self.model.predict([one.text for one in readings])
        words = [
            [
                (*span, probability)
                for start, end, probability in of_sentence
                for span in one.spans_in_sentence((start, end))
            ]
            for one, of_sentence in zip(readings, found.words, strict=True)
        ]
        read_to = np.array(
            [one.to_sentence(int(end)) for one, end in zip(readings, found.read_to, strict=True)],
            dtype=np.int64,
        )
        return self._without_hidden(sentences, replace(found, words=words, read_to=read_to))

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Return the loaded probability of each sentence with its ``spans`` hidden."""
        readings = [_reading(sentence) for sentence in sentences]
        return self.model.loaded_when_masked(
            [one.text for one in readings],
            [
                [one.span_in_text(span) for span in of_sentence]
                for one, of_sentence in zip(readings, spans, strict=True)
            ],
        )

    def _without_hidden(self, sentences: Sequence[str], found: Prediction) -> Prediction:
        """Return ``found`` with denied accusations and names neither flagged nor counted.

        The probability is that of the sentence with these words hidden, where it is lower.
        """
        denied: dict[int, list[Span]] = {}
        for place, sentence in enumerate(sentences):
            if not found.words[place]:
                continue
            part = denied_part(sentence)
            parts = [*([part] if part else []), *named_things_in(sentence)]
            spans = [(a, b) for a, b, _ in found.words[place] if touches((a, b), parts)]
            if spans:
                denied[place] = spans
        if not denied:
            return found
        hidden = self.loaded_when_masked(
            [sentences[place] for place in denied], list(denied.values())
        )
        loaded = found.loaded.copy()
        words = list(found.words)
        for place, probability in zip(denied, hidden, strict=True):
            loaded[place] = min(loaded[place], probability)
            words[place] = [word for word in words[place] if not touches(word[:2], denied[place])]
        return replace(found, loaded=loaded, words=words)


def _reading(sentence: str) -> Reading:
    start = sentence[:LONGEST_READ]
    found = [phrases_in(start), compounds_in(start), literal_verbs_in(start)]
    return reading(sentence, chain.from_iterable(found))
