"""All that the classifier is asked about an article, in one call: its sentences and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.scoring.classifier import selected
from analysis.scoring.content import Content, Reading, contents_of, sentence_reading
from analysis.scoring.spans import ScoredSentences

if TYPE_CHECKING:
    from analysis.scoring.prepared import Prepared
    from analysis.speakers.article import Speakers
    from models import Classifier, Prediction


@dataclass(frozen=True)
class ScoredContents:
    """The scored content of an article's statements, and the scores, in the same order."""

    contents: Sequence[Content]
    prediction: Prediction


@dataclass(frozen=True)
class Readings:
    """What there is to be read of an article: its sentences, and the content of its statements.

    ``numbers`` are the numbers of the sentences, ``sentences`` what is read of each, in the same
    order. ``contents`` are the contents; ``mostly`` has the place of the content that is read in
    place of a sentence, by the sentence's number, for those that are mostly one statement.
    """

    text: str
    numbers: Sequence[int]
    sentences: Sequence[Reading]
    contents: Sequence[Content]
    mostly: Mapping[int, int]


def readings_of(one: Prepared, numbers: Sequence[int], said: Speakers) -> Readings:
    """Return what there is to be read of the sentences with these ``numbers`` and of the content of
    all statements in them."""
    wanted = set(numbers)
    contents = [
        content
        for content in contents_of(one.text, one.sentences, said.statements, one.words)
        if content.sentence in wanted
    ]
    mostly = {
        content.sentence: place
        for place, content in enumerate(contents)
        if said.voices[content.sentence].mostly
        and said.voices[content.sentence].statement == content.statement
    }
    sentences = [
        contents[mostly[number]].reading
        if number in mostly
        else sentence_reading(one.sentences[number], one.normal[number])
        for number in numbers
    ]
    return Readings(one.text, numbers, sentences, contents, mostly)


def score(asked: Readings, model: Classifier) -> tuple[ScoredSentences, ScoredContents]:
    """Score sentences and contents, each reading once."""
    numbers, contents, mostly = asked.numbers, asked.contents, asked.mostly
    readings = list(asked.sentences)
    places = {mostly[number]: place for place, number in enumerate(numbers) if number in mostly}
    for place, content in enumerate(contents):
        if place not in places:
            places[place] = len(readings)
            readings.append(content.reading)
    prediction = model.predict([reading.text for reading in readings])
    return (
        ScoredSentences(
            asked.text, numbers, asked.sentences, selected(prediction, range(len(numbers)))
        ),
        ScoredContents(
            contents, selected(prediction, [places[place] for place in range(len(contents))])
        ),
    )
