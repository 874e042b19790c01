"""Analyse an article's text: the one pipeline for dashboard, command line and Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, nan
from typing import TYPE_CHECKING, Any

from analysis.errors import EmptyText
from analysis.frames import (
    ARTICLE,
    FURNITURE,
    NAMES,
    QUOTATIONS,
    SENTENCES,
    TONE_LABELS,
    VOICES,
    Result,
    empty,
    frame,
)
from analysis.reading.articles import Article
from analysis.reading.checks import require_length, require_text
from analysis.scoring.classifier import classifier, split
from analysis.scoring.content import content_sentences
from analysis.scoring.senses.classifier import with_senses
from analysis.scoring.sentences import score_columns
from analysis.scoring.spans import ScoredSentences, span_frame
from analysis.scoring.statements import statement_frame
from analysis.speakers.quoted import quoted_statements
from analysis.text.language import ENGLISH, main_language, require_english, sentence_languages
from analysis.text.parts.parts import parts
from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.quotations import (
    find_quotations,
    voice_of,
    with_passages,
)
from analysis.text.quotation.structure import structural_passages
from analysis.text.readability import count_words, readability, reading_ease
from analysis.text.segmentation.sentences import Sentence, logical_lines, segment
from analysis.text.words.normalised import Normalised, normalised, words_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from models import Classifier


def analyze(
    text: str | Article,
    title: str | None = None,
    source: str | None = None,
    model: Classifier | None = None,
    *,
    any_language: bool = False,
    quoted: Sequence[tuple[int, int]] = (),
) -> Result:
    """Analyse one article.

    ``text`` is used exactly as given: every offset in the result satisfies
    ``text[start:end] == row.text``. It can also be an ``Article``, as ``read`` returns it: then its
    text and quoted passages are used, and its title if no ``title`` is given. ``title`` and
    ``source`` (a file's name, an address) are copied to the article frame. ``model`` scores the
    sentences; None is the classifier of the process. Returns a ``Result`` with the frames declared
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
    if isinstance(text, Article):
        title = text.title if title is None else title
        quoted = [*text.quoted, *quoted]
        text = text.text
    require_text(text)
    require_length(text)
    lines = logical_lines(text)
    sentences = segment(text, lines)
    if not sentences:
        raise EmptyText("holds no sentence")
    words = words_of(text)
    normal = [normalised(text[sentence.start : sentence.end], words) for sentence in sentences]
    languages = sentence_languages(text, sentences)
    places = parts(text, sentences, title, lines)
    own = [number for number, part in enumerate(places) if part != FURNITURE]
    language = main_language(
        text, [sentences[number] for number in own], [languages[number] for number in own]
    )
    if not any_language:
        require_english(language)
    quotations = with_passages(
        text, find_quotations(text, lines), [*quoted, *structural_passages(text)]
    )

    model = with_senses(model or classifier())
    numbers = [number for number in own if any_language or languages[number] == ENGLISH]
    scored_texts = [normal[number] for number in numbers]
    is_scored = set(numbers)
    statements = quoted_statements(text, sentences, quotations)
    contents = [
        content
        for content in content_sentences(text, sentences, statements, words)
        if content.sentence in is_scored
    ]
    # One call for both, as a batch of all lengths is quicker than two.
    read = [one.text for one in scored_texts] + [one.text for one in contents]
    both = model.predict(read)
    prediction, content_prediction = split(both, len(scored_texts))
    scored = ScoredSentences(
        text, numbers, [sentences[number] for number in numbers], scored_texts, prediction
    )
    spans, joint_effects = span_frame(scored, model)
    scores = score_columns(prediction, model.thresholds, model.tone_thresholds)
    scores["joint_effect"] = joint_effects
    sentence_frame = _sentence_frame(
        text, sentences, normal, places, languages, quotations, numbers, scores
    )
    statement_rows = statement_frame(
        text, sentences, statements, contents, content_prediction, model
    )
    return Result(
        article=_article_frame(
            text,
            title,
            source,
            language,
            sentence_frame,
            normal,
            spans,
            statement_rows,
            prediction.truncated,
            model,
        ),
        sentences=sentence_frame,
        spans=spans,
        statements=statement_rows,
        names=empty(NAMES),
        quotations=_quotation_frame(text, quotations),
        text=text,
    )


def _sentence_frame(
    text: str,
    sentences: Sequence[Sentence],
    normal: Sequence[Normalised],
    places: Sequence[str],
    languages: Sequence[str],
    quotations: Sequence[Quotation],
    scored: Sequence[int],
    scores: Mapping[str, Sequence[Any]],
) -> pd.DataFrame:
    """Return the sentences frame.

    ``scores`` maps columns to the scores of the sentences with the numbers ``scored``; the other
    sentences have none.
    """
    is_scored = set(scored)
    columns: dict[str, Sequence[Any]] = {
        "sentence": range(len(sentences)),
        "paragraph": [sentence.paragraph for sentence in sentences],
        "start": [sentence.start for sentence in sentences],
        "end": [sentence.end for sentence in sentences],
        "text": [text[sentence.start : sentence.end] for sentence in sentences],
        "part": places,
        "voice": [voice_of(text, s.start, s.end, quotations) for s in sentences],
        "speaker": [""] * len(sentences),
        "statement": [None] * len(sentences),
        **{name: _spread(values, scored, len(sentences)) for name, values in scores.items()},
        "words": [count_words(sentence.text) for sentence in normal],
        "reading_ease": [
            reading_ease(sentence.text) if number in is_scored else nan
            for number, sentence in enumerate(normal)
        ],
        "language": languages,
    }
    return frame(columns, SENTENCES)


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


def _article_frame(
    text: str,
    title: str | None,
    source: str | None,
    language: str,
    sentences: pd.DataFrame,
    normal: Sequence[Normalised],
    spans: pd.DataFrame,
    statements: pd.DataFrame,
    truncated: NDArray[np.bool_],
    model: Classifier,
) -> pd.DataFrame:
    # Lists, because computing these dozen shares and counts with pandas took four times as long.
    articles = sentences[sentences["part"] != FURNITURE]
    bands, labels, voices, tones, languages, numbers = (
        articles[name].tolist()
        for name in ("loaded", "tone_label", "voice", "tone", "language", "sentence")
    )
    scored = [number for number, band in enumerate(bands) if isinstance(band, str)]
    outlet = [number for number in scored if voices[number] == "outlet"]
    row: dict[str, Any] = {
        "title": _writable(title),
        "source": _writable(source),
        "language": language,
        "any_language": any(languages[number] != ENGLISH for number in scored),
        "model": model.name,
        "model_version": model.version,
        "not_loaded_below": model.thresholds.not_loaded_below,
        "loaded_from": model.thresholds.loaded_from,
        "characters": len(text),
        "paragraphs": articles["paragraph"].nunique(),
        "sentences": len(articles),
        "words": articles["words"].sum(),
        "furniture_sentences": len(sentences) - len(articles),
        **{f"{voice}_sentences": voices.count(voice) for voice in VOICES},
        "statements": statements["statement"].nunique(),
        "speakers": len(set(statements["speaker"]) - {""}),
        "unscored_sentences": len(articles) - len(scored),
        "truncated_sentences": truncated.sum(),
        "loaded_sentences": bands.count("loaded"),
        "uncertain_sentences": bands.count("uncertain"),
        "loaded_spans": len(spans),
        "loaded_share": _mean([bands[number] == "loaded" for number in scored]),
        "loaded_share_outlet": _mean([bands[number] == "loaded" for number in outlet]),
        "mean_tone": _mean([tones[number] for number in scored]),
        "mean_tone_outlet": _mean([tones[number] for number in outlet]),
        **{
            f"{label}_share": _mean([labels[number] == label for number in scored])
            for label in TONE_LABELS
        },
        **readability([normal[numbers[number]].text for number in scored]),
    }
    return frame({name: [value] for name, value in row.items()}, ARTICLE)


def _mean(values: Sequence[float]) -> float:
    """Return the mean, NaN if there are no values."""
    return fsum(values) / len(values) if values else nan


def _writable(label: str | None) -> str:
    """Return a title or source with lone surrogates replaced, as they cannot be written to a file.

    Python uses them for bytes of file names that cannot be decoded.
    """
    return (label or "").encode("utf-8", "replace").decode()
