"""All that the classifier is asked about an article, in one call: its sentences and statements."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.scoring.classifier import selected
from analysis.scoring.content import Content, contents_of, sentence_reading
from analysis.scoring.spans import ScoredSentences

if TYPE_CHECKING:
    from analysis.speakers.article import Speakers
    from analysis.text.segmentation.sentences import Sentence
    from analysis.text.words.normalised import Normalised
    from models import Classifier, Prediction


@dataclass(frozen=True)
class ScoredContents:
    """The scored content of an article's statements, and the scores, in the same order."""

    contents: Sequence[Content]
    prediction: Prediction


def score(
    text: str,
    sentences: Sequence[Sentence],
    normal: Sequence[Normalised],
    numbers: Sequence[int],
    said: Speakers,
    words: AbstractSet[str],
    model: Classifier,
) -> tuple[ScoredSentences, ScoredContents]:
    """Score the sentences with these ``numbers`` and the content of all statements in them.

    A sentence that is mostly one statement is scored as the content that it holds of it. ``normal``
    are the normalised texts of all sentences, ``words`` is ``words_of(text)``.
    """
    wanted = set(numbers)
    contents = [
        content
        for content in contents_of(text, sentences, said.statements, words)
        if content.sentence in wanted
    ]
    mostly = {
        content.sentence: place
        for place, content in enumerate(contents)
        if said.voices[content.sentence].mostly
        and said.voices[content.sentence].statement == content.statement
    }
    readings = [
        contents[mostly[number]].reading
        if number in mostly
        else sentence_reading(sentences[number], normal[number])
        for number in numbers
    ]
    places = {mostly[number]: place for place, number in enumerate(numbers) if number in mostly}
    for place, content in enumerate(contents):
        if place not in places:
            places[place] = len(readings)
            readings.append(content.reading)
    prediction = model.predict([reading.text for reading in readings])
    return (
        ScoredSentences(
            text, numbers, readings[: len(numbers)], selected(prediction, range(len(numbers)))
        ),
        ScoredContents(
            contents, selected(prediction, [places[place] for place in range(len(contents))])
        ),
    )
