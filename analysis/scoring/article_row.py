"""The article frame: counts, shares, mean tone and readability of one article."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, nan
from typing import TYPE_CHECKING, Any

from analysis.frames import ARTICLE, FURNITURE, TONE_LABELS, VOICES, frame
from analysis.text.language import ENGLISH
from analysis.text.readability import readability

if TYPE_CHECKING:
    import pandas as pd

    from analysis.text.words.normalised import Normalised
    from models import Classifier


def article_row(
    text: str,
    title: str | None,
    source: str | None,
    language: str,
    sentences: pd.DataFrame,
    normal: Sequence[Normalised],
    spans: pd.DataFrame,
    statements: pd.DataFrame,
    truncated: int,
    model: Classifier,
) -> pd.DataFrame:
    """Return the article frame, one row, worked out from the other frames.

    ``normal`` are the normalised texts of all sentences, ``truncated`` how many of them the model
    read only the beginning of, ``language`` that of most of the text.
    """
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
        "truncated_sentences": truncated,
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
