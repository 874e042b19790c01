"""The light way from a text to what is observed in it.

It takes the steps of ``analysis.scoring.pipeline.analyze`` and leaves out what no finding needs:
the names of speakers, scores of others' words and of statements, effects of masked words,
readability, and frames. A classifier scores each sentence by itself, so what is left is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.rules.checking.observing.observed import (
    LoadedWord,
    Observed,
    Quotation,
    Sentence,
    Statement,
)
from analysis.rules.checking.observing.places import OUTLET, Places
from analysis.scoring.scores import readings_of
from analysis.scoring.spans import loaded_words, plainer_wording
from analysis.scoring.wording.spelling import is_american
from analysis.speakers.article import Speakers, unnamed_speakers
from analysis.text.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.scoring.prepared import Prepared
    from analysis.speakers.tagging.network import AttributionTagger
    from models import Classifier


def observed_by_marks(one: Prepared) -> Observed:
    """Return what is observed in a text that no network can read: quotations by their marks."""
    sentences = [
        Sentence(s.start, s.end, s.paragraph, part, english=False)
        for s, part in zip(one.sentences, one.places, strict=True)
    ]
    return Observed(one.text, sentences, quotations=_quotations(one))


def observed_by_networks(
    one: Prepared,
    tagger: AttributionTagger,
    model: Classifier | None,
    *,
    any_language: bool = False,
) -> Observed:
    """Return what is observed in a text; without ``model`` no loaded words are looked for.

    The classifier is asked for the sentences only that hold words of the outlet's own.
    """
    numbers = one.read_by_networks(any_language)
    said = unnamed_speakers(
        one.text, one.sentences, one.normal, one.own, numbers, one.quotations, tagger
    )
    observed = Observed(
        one.text,
        [
            Sentence(s.start, s.end, s.paragraph, part, language == ENGLISH or any_language)
            for s, part, language in zip(one.sentences, one.places, one.languages, strict=True)
        ],
        [
            Statement(tuple((p.start, p.end) for p in each.pieces), each.form, each.cue)
            for each in said.statements
        ],
        _quotations(one),
    )
    if model is None:
        return observed
    loaded = _loaded_words(one, numbers, said, Places(observed), model)
    return Observed(one.text, observed.sentences, observed.statements, observed.quotations, loaded)


def _quotations(one: Prepared) -> list[Quotation]:
    return [Quotation(each.start, each.end, each.closed) for each in one.quotations]


def _loaded_words(
    one: Prepared, numbers: Sequence[int], said: Speakers, places: Places, model: Classifier
) -> list[LoadedWord]:
    asked = readings_of(one, numbers, said)
    own = [
        place
        for place, number in enumerate(numbers)
        if number not in asked.mostly
        and places.voice(one.sentences[number].start, one.sentences[number].end) == OUTLET
    ]
    if not own:
        return []
    readings = [asked.sentences[place] for place in own]
    found = model.predict([reading.text for reading in readings])
    american = is_american([reading.text for reading in asked.sentences])
    return [
        LoadedWord(
            *place,
            float(probability),
            plainer_wording(reading.text, start, end, american=american),
        )
        for reading, words, score in zip(readings, found.words, found.loaded, strict=True)
        if model.thresholds.band(float(score)) == "loaded"
        for start, end, probability in loaded_words(reading, words)
        for place in reading.given(start, end)
    ]
