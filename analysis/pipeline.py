"""From an article's text to its frames: the one path that every surface takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.alternatives import alternative_to
from analysis.classifier import classifier
from analysis.errors import EmptyText
from analysis.frames import ARTICLE, QUOTATIONS, SENTENCES, SPANS, Result, frame
from analysis.language import require_english
from analysis.quotation import Quotation, find_quotations, voice_of
from analysis.readability import count_words, readability, reading_ease
from analysis.reading import require_length, require_text
from analysis.scoring import score_columns
from analysis.segmentation import Sentence, segment

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from models import Classifier, Prediction


def analyze(text: str, title: str | None = None, source: str | None = None) -> Result:
    """Analyse one article.

    ``text`` is used exactly as given: every offset in the result satisfies
    ``text[start:end] == row.text``. ``title`` and ``source`` (a file's name, an address) are
    only passed on. Returns a ``Result`` with the frames declared in ``analysis.frames``.

    Raises EmptyText (nothing, white space, no letters), TextTooLong, NotText (binary data),
    NotEnglish or ModelUnavailable.
    """
    require_text(text)
    require_length(text)
    require_english(text)
    sentences = segment(text)
    if not sentences:
        raise EmptyText("holds no sentence")
    quotations = find_quotations(text)

    model = classifier()
    texts = [text[sentence.start : sentence.end] for sentence in sentences]
    prediction = model.predict(texts)
    sentence_frame = _sentence_frame(text, sentences, texts, quotations, prediction, model)
    span_frame = _span_frame(sentences, texts, prediction, model)
    return Result(
        article=_article_frame(
            text, title, source, sentence_frame, span_frame, prediction.truncated, model
        ),
        sentences=sentence_frame,
        spans=span_frame,
        quotations=_quotation_frame(text, quotations),
        text=text,
    )


def _sentence_frame(
    text: str,
    sentences: Sequence[Sentence],
    texts: Sequence[str],
    quotations: Sequence[Quotation],
    prediction: Prediction,
    model: Classifier,
) -> pd.DataFrame:
    columns: dict[str, Sequence[Any]] = {
        "sentence": range(len(sentences)),
        "paragraph": [sentence.paragraph for sentence in sentences],
        "start": [sentence.start for sentence in sentences],
        "end": [sentence.end for sentence in sentences],
        "text": texts,
        "voice": [voice_of(text, s.start, s.end, quotations) for s in sentences],
        **score_columns(prediction, model.thresholds),
        "words": [count_words(sentence) for sentence in texts],
        "reading_ease": [reading_ease(sentence) for sentence in texts],
    }
    return frame(columns, SENTENCES)


def _span_frame(
    sentences: Sequence[Sentence],
    texts: Sequence[str],
    prediction: Prediction,
    model: Classifier,
) -> pd.DataFrame:
    """One row per loaded word; its effect comes from one more pass over all of them at once."""
    found = [
        (number, start, end, probability)
        for number, words in enumerate(prediction.words)
        for start, end, probability in words
    ]
    masked = (
        model.loaded_when_masked(
            [texts[number] for number, *_ in found], [(start, end) for _, start, end, _ in found]
        )
        if found
        else ()
    )
    words = [texts[number][start:end] for number, start, end, _ in found]
    columns: dict[str, Sequence[Any]] = {
        "sentence": [number for number, *_ in found],
        "start": [sentences[number].start + start for number, start, *_ in found],
        "end": [sentences[number].start + end for number, _, end, _ in found],
        "text": words,
        "probability": [float(probability) for *_, probability in found],
        "technique": [""] * len(found),
        "alternative": [alternative_to(word) for word in words],
        "effect": [
            float(prediction.loaded[number]) - float(without)
            for (number, *_), without in zip(found, masked, strict=True)
        ],
    }
    return frame(columns, SPANS)


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
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    truncated: NDArray[np.bool_],
    model: Classifier,
) -> pd.DataFrame:
    outlet = sentences[sentences["voice"] == "outlet"]
    loaded = sentences["loaded"] == "loaded"
    row: dict[str, Any] = {
        "title": _writable(title),
        "source": _writable(source),
        "language": "en",
        "model": model.name,
        "model_version": model.version,
        "neutral_below": model.thresholds.neutral_below,
        "loaded_from": model.thresholds.loaded_from,
        "characters": len(text),
        "paragraphs": sentences["paragraph"].nunique(),
        "sentences": len(sentences),
        "words": sentences["words"].sum(),
        "outlet_sentences": len(outlet),
        "mixed_sentences": (sentences["voice"] == "mixed").sum(),
        "quoted_sentences": (sentences["voice"] == "quoted").sum(),
        "truncated_sentences": truncated.sum(),
        "loaded_sentences": loaded.sum(),
        "uncertain_sentences": (sentences["loaded"] == "uncertain").sum(),
        "loaded_spans": len(spans),
        "loaded_share": loaded.mean(),
        "loaded_share_outlet": (outlet["loaded"] == "loaded").mean(),
        "mean_tone": sentences["tone"].mean(),
        "mean_tone_outlet": outlet["tone"].mean(),
        **{
            f"{label}_share": (sentences["sentiment"] == label).mean()
            for label in ("negative", "neutral", "positive")
        },
        **readability(sentences["text"].tolist()),
    }
    return frame({name: [value] for name, value in row.items()}, ARTICLE)


def _writable(label: str | None) -> str:
    """Return a title or a source with what no file could hold replaced: file names may hold
    bytes that are no text, which Python passes on as half characters."""
    return (label or "").encode("utf-8", "replace").decode()
