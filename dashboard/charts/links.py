"""The sentences behind each mark of a chart, which a click on it leads to.

They travel in the figure: ``layout.meta.sentences[trace][point]`` is a list of sentence numbers
from 0, in reading order. ``chart_links.js`` of the text view reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from analysis.output.loaded_words import OWN, QUOTED, strongest_words
from analysis.output.phrasing.labels import TONE_SIGNS
from dashboard.charts.figure import Drawing

if TYPE_CHECKING:
    import pandas as pd

Behind = Sequence[Sequence[Sequence[int]]]
"""Sentence numbers by trace and point."""

BANDS_DRAWN = ("loaded", "uncertain", "not loaded")
"""The bands in the order in which the paragraphs' chart stacks them."""


def linked(figure: Drawing, behind: Behind) -> Drawing:
    """Write into ``figure`` the sentences ``behind`` each of its points; return the figure.

    Raises ValueError if there are more traces or points than the figure has, or fewer.
    """
    traces = figure.to_dict()["data"]
    drawn = [_points(trace) for trace in traces]
    if [len(points) for points in behind] != drawn:
        raise ValueError(f"sentences for {[len(p) for p in behind]} points, drawn are {drawn}")
    meta = figure.to_dict()["layout"].setdefault("meta", {})
    meta["sentences"] = [[list(map(int, numbers)) for numbers in points] for points in behind]
    return figure


def behind_mix(sentences: pd.DataFrame, mix: pd.DataFrame) -> Behind:
    """Return the sentences behind the chart of tones by voice."""
    voices = mix["voice"].tolist()[::-1]  # as the chart draws them
    find = _finder(sentences, "voice", "tone_label")
    return [[find(voice, label) for voice in voices] for label in TONE_SIGNS]


def behind_words(words: pd.DataFrame) -> Behind:
    """Return the sentences behind the chart of loaded words."""
    strong = strongest_words(words)
    groups = [strong[strong["voice"] == voice]["sentences"].tolist() for voice in (OWN, QUOTED)]
    return [group for group in groups if group] or [[]]


def behind_tone(sentences: pd.DataFrame) -> Behind:
    """Return the sentences behind the chart of the tone along the article: none behind its line,
    one behind each mark."""
    scored = sentences[sentences["tone"].notna()]["sentence"].tolist()
    return [[[] for _ in scored], [[number] for number in scored]]


def behind_paragraphs(sentences: pd.DataFrame, paragraphs: pd.DataFrame) -> Behind:
    """Return the sentences behind the chart of bands by paragraph."""
    find = _finder(sentences, "paragraph", "loaded")
    numbers = paragraphs["paragraph"].tolist()
    return [[find(paragraph, band) for paragraph in numbers] for band in BANDS_DRAWN]


def _finder(sentences: pd.DataFrame, first: str, second: str) -> Callable[[Any, Any], list[int]]:
    """Return a function from values of two columns to the sentences that have both."""
    found: dict[tuple[Any, Any], list[int]] = {}
    columns = (sentences[name].tolist() for name in (first, second, "sentence"))
    for one, other, number in zip(*columns, strict=True):
        found.setdefault((one, other), []).append(number)
    return lambda one, other: found.get((one, other), [])


def _points(trace: dict[str, Any]) -> int:
    return len(trace["y"])
