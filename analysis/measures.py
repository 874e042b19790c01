"""Readability measures in words: what each means, where it misleads, and Flesch's levels.

Flesch's levels and the reading he gave for them: Rudolf Flesch, *The Art of Readable Writing*
(1949), chapter 16. The school years are those of the United States.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Measure:
    """A readability measure: its ``name``, what it ``means`` and where it ``misleads``."""

    name: str
    means: str
    misleads: str


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "flesch_reading_ease": Measure(
            "Flesch Reading Ease",
            "0 to 100 from sentence length and syllables per word; higher is easier.",
            "Names and places with many syllables make plain news look hard.",
        ),
        "flesch_kincaid_grade": Measure(
            "Flesch–Kincaid grade",
            "The same two counts, given as the school year that could follow the text.",
            "One long quotation moves it by a year or more in a short article.",
        ),
        "gunning_fog": Measure(
            "Gunning fog",
            "School years from sentence length and the share of words of three syllables or more.",
            "Counts “government” and “president” as hard words.",
        ),
        "smog_index": Measure(
            "SMOG",
            "School years needed to understand the text in full, from long words only.",
            "Was made for texts of 30 sentences or more; for fewer it is not given.",
        ),
        "automated_readability_index": Measure(
            "Automated index (ARI)",
            "School years from characters per word and words per sentence.",
            "Takes long for hard: web addresses and hyphenated words count as difficult.",
        ),
        "coleman_liau_index": Measure(
            "Coleman–Liau",
            "School years from letters and sentences per 100 words.",
            "Hardly notices long-winded sentences; short foreign names read as easy.",
        ),
    }
)
"""By column of the article frame. All count lengths: none knows whether a text is clear."""

EASE_LEVELS = (
    (30, "very difficult", "scientific journals"),
    (50, "difficult", "academic magazines"),
    (60, "fairly difficult", "quality magazines"),
    (70, "plain", "digests and news magazines"),
    (80, "fairly easy", "popular fiction"),
    (90, "easy", "pulp fiction"),
    (float("inf"), "very easy", "comics"),
)
"""Flesch Reading Ease below which a level ends, the level's name, and Flesch's example."""


def ease_level(ease: float) -> tuple[str, str]:
    """Return the name and example of the level that a Flesch Reading Ease falls in."""
    return next((name, example) for end, name, example in EASE_LEVELS if not ease >= end)
