"""What the model makes of a wording, and how two wordings differ; free of Streamlit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.frames import SENTIMENTS
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.numerals import counted, percent
from analysis.queue.inference_queue import inference_queue
from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    from analysis.queue.place import Waiting

HINT = "Change the wording above: the scores follow as you type."
EMPTY = "The box is empty: write a sentence, or press Reset."
NOT_ENGLISH = "This does not look like English, so it is not scored: write it in English."
"""Said in the place of a score where that would end an exercise."""

MAX_CHARACTERS = 10_000
"""Longest wording that is scored. The model reads about 1,000 characters of a prose sentence."""

_LAST_WORDS = 5
"""How many words before a cut are quoted to show where it is."""


@dataclass(frozen=True)
class Judgement:
    """Scores of one wording.

    ``probability`` of being loaded (0 to 1) with its ``band`` (loaded, uncertain, not loaded), the
    probabilities of the ``sentiments`` (negative, neutral, positive) with the likeliest of them as
    ``sentiment``, the loaded ``words`` as people read them, each once, in reading order,
    and ``read_to``, the offset in the wording after the last character that the model read.
    """

    probability: float
    band: str
    sentiments: tuple[float, float, float]
    sentiment: str
    words: tuple[str, ...]
    read_to: int


def _keep_waiting(ahead: int) -> None:
    """Do nothing while others are scored first."""


def judge(wording: str, waiting: Waiting = _keep_waiting) -> Judgement:
    """Score ``wording``, which must hold more than white space, as one sentence.

    It is scored in the inference queue, before articles; ``waiting`` is called meanwhile. Raises
    ``SlantError`` as ``analysis.score_sentences`` does, and those of ``analysis.queue.errors``.
    """
    from analysis import score_sentences

    with inference_queue().place(waiting, urgent=True) as model:
        row = score_sentences([wording], model).iloc[0]
    words = (as_read(wording[start:end]) for start, end in row["loaded_words"])
    return Judgement(
        probability=float(row["loaded_probability"]),
        band=str(row["loaded"]),
        sentiments=(float(row["negative"]), float(row["neutral"]), float(row["positive"])),
        sentiment=str(row["sentiment"]),
        words=tuple(dict.fromkeys(words)),
        read_to=int(row["read_to"]),
    )


def shown(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as the browser shows it, ready for JSON; numbers to three decimals.

    ``rows`` are the four probabilities on the card's scale, ``value`` each as it is written.
    """
    sentiments = zip(SENTIMENTS, judgement.sentiments, strict=True)
    rows = {"loaded": judgement.probability, **dict(sentiments)}
    return {
        "band": judgement.band,
        "named": BAND_NAMES[judgement.band],
        "rows": {name: round(share, 3) for name, share in rows.items()},
        "values": {name: percent(share) for name, share in rows.items()},
        "words": list(judgement.words),
    }


def change(before: Judgement, after: Judgement) -> str:
    """Say how the loaded probability moved, in the points that the two bars show."""
    points = round(after.probability * 100) - round(before.probability * 100)
    size = f"{counted(abs(points), 'point')} {'lower' if points < 0 else 'higher'}"
    if before.band != after.band:
        names = f"Was {BAND_NAMES[before.band]}, now {BAND_NAMES[after.band]}"
        return f"{names}: {size}." if points else f"{names}."
    return f"Still {BAND_NAMES[after.band]}, {size if points else 'about as before'}."


def gone(before: Judgement, after: Judgement) -> list[str]:
    """Return the loaded words of ``before`` that are not among those of ``after``."""
    kept = {word.casefold() for word in after.words}
    return [word for word in before.words if word.casefold() not in kept]


def scale(not_loaded_below: float, loaded_from: float) -> str:
    """Say what the two marks on the bars of the loaded probability mean."""
    return (
        f"Marks at {percent(not_loaded_below)} and {percent(loaded_from)}: not loaded below the "
        "first, likely loaded from the second, uncertain between."
    )


def language_notice(wording: str) -> str:
    """Say that a wording is in another language than English, or no language at all; else empty."""
    from analysis.text.language import (
        ENGLISH,
        UNKNOWN,
        main_language,
        sentence_languages,
    )
    from analysis.text.language_names import language_name
    from analysis.text.segmentation.sentences import segment

    sentences = segment(wording)
    language = main_language(wording, sentences, sentence_languages(wording, sentences))
    if language == ENGLISH or not any(map(str.isalpha, wording)):
        return ""
    if language == UNKNOWN:
        return "None of this is a word of English that Slant knows: the scores mean nothing here."
    return (
        f"This looks like {language_name(language)}. Slant can judge the wording of English only: "
        "the scores mean nothing here."
    )


def too_long(wording: str) -> str:
    """Say that a wording is over ``MAX_CHARACTERS``; empty if it is not."""
    if len(wording) <= MAX_CHARACTERS:
        return ""
    return (
        f"The box holds {len(wording):,} characters, more than the {MAX_CHARACTERS:,} it can "
        "score: shorten the text to about a sentence."
    )


def cut_notice(wording: str, read_to: int) -> str:
    """Say where the model stopped reading ``wording``, at the offset ``read_to``; empty if it read
    all of it."""
    if read_to >= len(wording):
        return ""
    words = part_read(wording, read_to).split()
    where = f"the text up to “… {' '.join(words[-_LAST_WORDS:])}”" if words else "the beginning"
    return f"This is longer than the model reads: it scored {where}."


def part_read(wording: str, read_to: int) -> str:
    """Return the beginning of ``wording`` in whole words, as far as they end at ``read_to``."""
    ends = [match.end() for match in re.finditer(r"\S+", wording) if match.end() <= read_to]
    return wording[: ends[-1]] if ends else ""
