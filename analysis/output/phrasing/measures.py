"""Readability measures explained: what each means, where it misleads, and Flesch's levels.

Flesch's levels and his examples for them: Rudolf Flesch, *The Art of Readable Writing*
(1949), chapter 16. The school years are those of the United States.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Measure:
    """A readability measure: its ``name``, what it ``means`` and where it ``misleads``.

    ``short`` is a shorter name for charts.
    """

    name: str
    short: str
    means: str
    misleads: str


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "flesch_reading_ease": Measure(
            "Flesch Reading Ease",
            "Flesch Reading Ease",
            "0 to 100 from sentence length and syllables per word; higher is easier.",
            "Names and places with many syllables make plain news look hard.",
        ),
        "flesch_kincaid_grade": Measure(
            "Flesch–Kincaid grade",
            "Flesch–Kincaid",
            "The same two counts, given as the school year that could follow the text.",
            "One long quotation moves it by a year or more in a short article.",
        ),
        "gunning_fog": Measure(
            "Gunning fog",
            "Gunning fog",
            "School years from sentence length and the share of words of three syllables or more.",
            "Counts “government” and “president” as hard words.",
        ),
        "smog_index": Measure(
            "SMOG",
            "SMOG",
            "School years needed to understand the text in full, from long words only.",
            "Was made for texts of 30 sentences or more; for fewer it is not given.",
        ),
        "automated_readability_index": Measure(
            "Automated index (ARI)",
            "Automated index",
            "School years from characters per word and words per sentence.",
            "Takes long for hard: web addresses and hyphenated words count as difficult.",
        ),
        "coleman_liau_index": Measure(
            "Coleman–Liau",
            "Coleman–Liau",
            "School years from letters and sentences per 100 words.",
            "Hardly notices long-winded sentences; short foreign names read as easy.",
        ),
    }
)
"""The measures by column of the article frame. All are based on lengths; none measures whether a
text is clear."""

GRADES: tuple[str, ...] = tuple(name for name in MEASURES if name != "flesch_reading_ease")
"""The measures given in school years, in the order shown."""


@dataclass(frozen=True)
class EaseLevel:
    """A level of Flesch Reading Ease from ``low`` to ``high``, with Flesch's example."""

    low: float
    high: float
    name: str
    example: str


EASE_LEVELS: tuple[EaseLevel, ...] = (
    EaseLevel(0, 30, "very difficult", "scientific journals"),
    EaseLevel(30, 50, "difficult", "academic magazines"),
    EaseLevel(50, 60, "fairly difficult", "quality magazines"),
    EaseLevel(60, 70, "plain", "digests and news magazines"),
    EaseLevel(70, 80, "fairly easy", "popular fiction"),
    EaseLevel(80, 90, "easy", "pulp fiction"),
    EaseLevel(90, 100, "very easy", "comics"),
)
"""Flesch's levels, from difficult to easy."""


def ease_level(ease: float) -> EaseLevel:
    """Return the level of a Flesch Reading Ease; below 0 and above 100 the first and last one."""
    return next((level for level in EASE_LEVELS if ease < level.high), EASE_LEVELS[-1])


LEAST_WORDS = 100
"""Fewest words of a text that a level is named for: Flesch took samples of 100 words."""


def has_ease_level(ease: float, words: int) -> bool:
    """Say whether a text of so many ``words`` with this reading ease, NaN if it has none, is long
    enough for one of Flesch's levels."""
    return ease == ease and words >= LEAST_WORDS
