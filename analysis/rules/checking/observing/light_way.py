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
    Range,
    Sentence,
    Statement,
)
from analysis.rules.checking.observing.where_asked import (
    doubting_paragraphs,
    paragraphs_to_ask,
    surely_said,
)
from analysis.scoring.content import sentence_reading
from analysis.scoring.scores import readings_of
from analysis.scoring.spans import loaded_words, plainer_wording
from analysis.scoring.wording.spelling import is_american
from analysis.speakers.article import unnamed_speakers
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
    matches: Sequence[Range],
    *,
    any_language: bool = False,
) -> Observed:
    """Return what is observed in a text, as far as findings need it; without ``model`` no loaded
    words are looked for. ``matches`` are the places of rules' matches.

    The classifier comes first: it is asked for the sentences that may hold words of the outlet's
    own. The tagger is asked only where that leaves open whose words a finding would be about; of
    other paragraphs statements may be missing.
    """
    numbers = one.read_by_networks(any_language)
    loaded = _loaded_words(one, numbers, model) if model is not None else {}
    doubting = doubting_paragraphs(one, numbers) if model is not None else set()
    in_loaded = {one.sentences[number].paragraph for number in loaded}
    said = unnamed_speakers(
        one.text,
        one.sentences,
        one.normal,
        one.own,
        numbers,
        one.quotations,
        tagger,
        paragraphs_to_ask(one, matches, doubting | in_loaded),
    )
    mostly = readings_of(one, list(loaded), said).mostly
    return Observed(
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
        [word for number, words in loaded.items() if number not in mostly for word in words],
    )


def _quotations(one: Prepared) -> list[Quotation]:
    return [Quotation(each.start, each.end, each.closed) for each in one.quotations]


def _loaded_words(
    one: Prepared, numbers: Sequence[int], model: Classifier
) -> dict[int, list[LoadedWord]]:
    """Return the loaded words of the sentences with these ``numbers`` that are loaded as they
    stand, by the sentence's number; without sentences that are surely others' words."""
    said = surely_said(one, numbers)
    own = [number for number in numbers if number not in said]
    if not own:
        return {}
    readings = [sentence_reading(one.sentences[number], one.normal[number]) for number in own]
    found = model.predict([reading.text for reading in readings])
    american = is_american([one.text])
    loaded = {
        number: [
            LoadedWord(
                *place,
                float(probability),
                plainer_wording(reading.text, start, end, american=american),
            )
            for start, end, probability in loaded_words(reading, words)
            for place in reading.given(start, end)
        ]
        for number, reading, words, score in zip(
            own, readings, found.words, found.loaded, strict=True
        )
        if model.thresholds.band(float(score)) == "loaded"
    }
    return {number: words for number, words in loaded.items() if words}
