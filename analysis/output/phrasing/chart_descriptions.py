"""Text alternatives of charts, for readers who cannot see them.

Pure functions from the frame of a chart to a few sentences with the same figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.frames import FURNITURE, TONE_LABELS
from analysis.output.phrasing.labels import BAND_NAMES, VOICE_NAMES
from analysis.output.phrasing.language_note import NOT_PART, UNSCORED
from analysis.output.phrasing.numerals import counted, listed, percent

if TYPE_CHECKING:
    import pandas as pd


def numbers_in(sentences: pd.DataFrame, band: str) -> list[int]:
    """Return the numbers, from 1, of the sentences in ``band``."""
    return [int(number) + 1 for number in sentences.loc[sentences["loaded"] == band, "sentence"]]


def strip_description(sentences: pd.DataFrame) -> str:
    """Say which sentences of the sentences frame are likely loaded and which uncertain."""
    outside = sentences["part"] == FURNITURE
    words = (
        f"{counted(int((~outside).sum()), 'sentence')}. Likely loaded: "
        f"{listed(numbers_in(sentences, 'loaded'))}. "
        f"Uncertain: {listed(numbers_in(sentences, 'uncertain'))}."
    )
    missing = sentences["loaded"].isna()
    for name, rows in ((UNSCORED, missing & ~outside), (NOT_PART, missing & outside)):
        if rows.any():
            numbers = (sentences.loc[rows, "sentence"] + 1).tolist()
            words += f" {name.capitalize()}: {listed(numbers)}."
    return words


def mix_description(mix: pd.DataFrame) -> str:
    """Say, for each voice of ``sentence_counts.voice_mix``, the shares of its tones."""
    return " ".join(
        f"{VOICE_NAMES[row['voice']].capitalize()}, {counted(row['sentences'], 'sentence')}: "
        + ", ".join(f"{percent(row[label])} {label}" for label in TONE_LABELS)
        + "."
        for row in mix.to_dict("records")
    )


def loaded_words_description(words: pd.DataFrame) -> str:
    """Say the effect and count of each row of ``loaded_words.loaded_words``."""
    return (
        "; ".join(
            f"“{word}” {counted(round(effect * 100), 'point')}, found {counted(count, 'time')}"
            for word, count, effect in words[["count", "effect"]].itertuples()
        )
        + "."
    )


def paragraph_description(paragraphs: pd.DataFrame) -> str:
    """Say, for each row of ``sentence_counts.paragraph_bands``, how many sentences are loaded."""
    return (
        "; ".join(
            f"paragraph {row['paragraph'] + 1}: {_bands_of(row)}"
            for row in paragraphs.to_dict("records")
        ).capitalize()
        + "."
    )


def _bands_of(row: dict[Any, Any]) -> str:
    """Say how many sentences of a row of ``sentence_counts.paragraph_bands`` are in which band."""
    if not row["sentences"]:
        return UNSCORED
    if row["sentences"] == 1:
        (band,) = (band for band in BAND_NAMES if row[band])
        return f"its one sentence is {BAND_NAMES[band]}"
    return (
        f"{row['loaded']} of {counted(row['sentences'], 'sentence')} likely loaded, "
        f"{row['uncertain']} uncertain"
    )
