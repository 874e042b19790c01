"""The bands on held-out sentences in counts that a reader can picture, from the metrics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.output.phrasing.labels import BAND_NAMES

BAND_SIGNS = {"loaded": "■", "uncertain": "▨", "not loaded": "□"}


@dataclass(frozen=True)
class BandCount:
    """Of the held-out sentences on which people agreed, those that the model put into ``band``.

    ``wrong`` is in how many of these ``sentences`` people said the opposite; 0 for uncertain,
    which says nothing that could be wrong. ``words`` tells the same in a line.
    """

    band: str
    sentences: int
    wrong: int

    @property
    def words(self) -> str:
        """The band, its sentences, and how many of them were wrong."""
        # Short: it has one line of a picture that may be 290 pixels wide.
        line = f"{BAND_SIGNS[self.band]} {BAND_NAMES[self.band]}: {self.sentences:,}"
        return line if self.band == "uncertain" else f"{line}, people disagreed with {self.wrong:,}"


def judged_words(judged: Mapping[str, Any] | None) -> str:
    """Return what a reader of whole articles said of the sentences in each band, in one paragraph.

    ``judged`` is ``metrics["judged_bands"]``; empty where it is None or empty, or where a band that
    is spoken of has no sentence.
    """
    if not judged or not (judged["loaded"]["rows"] and judged["uncertain"]["rows"]):
        return ""
    loaded, uncertain = judged["loaded"], judged["uncertain"]
    clearly, debatable, plain = (loaded[name]["rows"] for name in ("clearly", "debatable", "plain"))
    return (
        "In whole articles, most of whose sentences are plain, a close reader looked at all of "
        f"them. Of the {loaded['rows']:,} that it called likely loaded, the reader found "
        f"{clearly:,} clearly loaded, {debatable:,} debatable and {plain:,} plain; of the "
        f"{uncertain['rows']:,} that it was uncertain of, {uncertain['plain']['rows']:,} were "
        "plain."
    )


def band_counts(bands: Mapping[str, Any]) -> tuple[BandCount, ...]:
    """Return the counts of ``metrics["bands"]``, in the order in which bands are shown."""
    counts = []
    for band in BAND_NAMES:
        sentences = round(bands["rows"] * bands[band]["share"])
        wrong = round(sentences * (1 - bands[band]["right"])) if band != "uncertain" else 0
        counts.append(BandCount(band, sentences, wrong))
    return tuple(counts)
