"""Analyse an article's text: the one pipeline for dashboard, command line and Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.frames import (
    BODY,
    HEADLINE,
    QUOTATIONS,
    SENTENCES,
    Result,
    frame,
)
from analysis.reading.articles import Article
from analysis.scoring.article_row import article_row
from analysis.scoring.classifier import classifier
from analysis.scoring.prepared import Prepared, prepared
from analysis.scoring.scores import readings_of, score
from analysis.scoring.senses.classifier import with_senses
from analysis.scoring.sentences import score_columns
from analysis.scoring.spans import span_frame
from analysis.scoring.statements import statement_frame
from analysis.speakers.article import Speakers, speakers
from analysis.speakers.names import names_frame
from analysis.speakers.tagging.network import voices
from analysis.text.language import require_english
from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.quotations import (
    voice_of,
)
from analysis.text.readability import count_words, reading_ease

if TYPE_CHECKING:
    import pandas as pd

    from models import Classifier
    from models.inference.voices.network import Voices


def analyze(
    text: str | Article,
    title: str | None = None,
    source: str | None = None,
    model: Classifier | None = None,
    *,
    tagger: Voices | None = None,
    any_language: bool = False,
    quoted: Sequence[tuple[int, int]] = (),
) -> Result:
    """Analyse one article.

    ``text`` is used exactly as given: every offset in the result satisfies
    ``text[start:end] == row.text``. It can also be an ``Article``, as ``read`` returns it: then its
    text and quoted passages are used, and its title if no ``title`` is given. ``title`` and
    ``source`` (a file's name, an address) are copied to the article frame. ``model`` scores the
    sentences; None is the classifier of the process; ``tagger`` finds names and attributions, None
    is the network of the process. Returns a ``Result`` with the frames declared
    in ``analysis.frames``.

    Sentences in languages other than English get no scores, and a text mostly in another language
    raises NotEnglish. With ``any_language`` all sentences are scored as if they were English, and
    the article frame records it (``language``, ``any_language``): such scores mean little.

    ``quoted`` are passages ``(start, end)`` of ``text`` that are somebody else's words although no
    quotation marks say so, as ``Article.quoted`` gives them; those that the text's own structure
    shows (lines with ``>``, speaker labels) are found besides. Furniture
    (``analysis.frames.PARTS``) is neither scored nor counted.

    Raises EmptyText (nothing, white space, no letters), TextTooLong, NotText (binary data),
    NotEnglish or ModelUnavailable.
    """
    one = prepared(text, title, quoted)
    if not any_language:
        require_english(one.language)
    numbers = one.read_by_networks(any_language)
    model = with_senses(model or classifier())
    said = speakers(
        one.text,
        one.sentences,
        one.normal,
        one.own,
        numbers,
        one.quotations,
        tagger or voices(),
    )
    scored, contents = score(readings_of(one, numbers, said), model)
    spans, joint_effects = span_frame(scored, model)
    statements = statement_frame(one.text, one.sentences, said.statements, contents, model)
    scores = score_columns(scored.prediction, model.thresholds, model.tone_thresholds)
    scores["joint_effect"] = joint_effects
    sentence_frame = _sentence_frame(one, said, numbers, scores)
    return Result(
        article=article_row(
            one.text,
            one.title,
            source,
            one.language,
            sentence_frame,
            one.normal,
            spans,
            statements,
            int(scored.prediction.truncated.sum()),
            model,
        ),
        sentences=sentence_frame,
        spans=spans,
        statements=statements,
        names=names_frame(said.names, sentence_frame),
        quotations=_quotation_frame(one.text, one.quotations),
        text=one.text,
    )


def _sentence_frame(
    one: Prepared, said: Speakers, scored: Sequence[int], scores: Mapping[str, Sequence[Any]]
) -> pd.DataFrame:
    """Return the sentences frame.

    ``scores`` maps columns to the scores of the sentences with the numbers ``scored``; the other
    sentences have none.
    """
    is_scored = set(scored)
    text, sentences = one.text, one.sentences
    voices = [
        found.voice
        if place == BODY
        else _by_marks(voice_of(text, s.start, s.end, one.quotations), place, found.voice)
        for s, place, found in zip(sentences, one.places, said.voices, strict=True)
    ]
    columns: dict[str, Sequence[Any]] = {
        "sentence": range(len(sentences)),
        "paragraph": [sentence.paragraph for sentence in sentences],
        "start": [sentence.start for sentence in sentences],
        "end": [sentence.end for sentence in sentences],
        "text": [text[sentence.start : sentence.end] for sentence in sentences],
        "part": one.places,
        "voice": voices,
        "speaker": [
            "" if found.statement is None else said.statements[found.statement].speaker
            for found in said.voices
        ],
        "statement": [found.statement if found.mostly else None for found in said.voices],
        **{name: _spread(values, scored, len(sentences)) for name, values in scores.items()},
        "words": [count_words(sentence.text) for sentence in one.normal],
        "reading_ease": [
            reading_ease(sentence.text) if number in is_scored else nan
            for number, sentence in enumerate(one.normal)
        ],
        "language": one.languages,
    }
    return frame(columns, SENTENCES)


def _by_marks(marked: str, place: str, found: str) -> str:
    """Return the voice of a sentence outside the body, by its quotation marks: the headline quotes
    in a word or two what somebody says, and furniture has no statements."""
    return found if place == HEADLINE and marked == "outlet" else marked


def _spread(values: Sequence[Any], places: Sequence[int], length: int) -> list[Any]:
    """Return a list of ``length`` with ``values`` at the indexes ``places``, and NaN elsewhere."""
    spread: list[Any] = [nan] * length
    for place, value in zip(places, values, strict=True):
        spread[place] = value
    return spread


def _quotation_frame(text: str, quotations: Sequence[Quotation]) -> pd.DataFrame:
    columns: dict[str, Sequence[Any]] = {
        "start": [quotation.start for quotation in quotations],
        "end": [quotation.end for quotation in quotations],
        "text": [text[quotation.start : quotation.end] for quotation in quotations],
        "closed": [quotation.closed for quotation in quotations],
    }
    return frame(columns, QUOTATIONS)
