"""What is said of the sentences, places of a phrase and statements that are found in an archive.

All of it is plain text and can hold words of strangers: code that shows it must escape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.frames import FEW
from analysis.output.export import records
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.labels import BAND_NAMES, TONE_NAMES, VOICE_NAMES
from analysis.output.phrasing.numerals import counted, percent, two_decimals
from analysis.output.phrasing.speakers import shortened, whose_words
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "loaded": "likely loaded",
        "negative": "of negative tone",
        "positive": "of positive tone",
        "tone": "with a tone",
    }
)

_ORDER: Mapping[str, str] = MappingProxyType(
    {
        "loaded": "The most probable come first.",
        "negative": "The most negative come first.",
        "positive": "The most positive come first.",
        "tone": "The most negative come first, then the most positive, half of each.",
    }
)

_LONGEST_NAME = 80

NOTHING_LISTED = (
    "No sentence is of this kind in the articles that are chosen: choose another group, voice or "
    "measure, or fewer filters."
)

NOTHING_FOUND = (
    "No article that is chosen has these words. They are searched for as they are typed, capitals "
    "apart: try fewer words, another form, or fewer filters."
)

SEARCHED = (
    "The phrase is searched for as it is typed; only capitals do not matter. A month of fewer "
    f"than {FEW} articles has a hollow bar. That a phrase is there says nothing of how it is "
    "meant: read the places."
)
"""Stands with what a search has found."""


def group_said(grouping: str, group: str) -> str:
    """Return a group as people read it: ``outlet The Herald``, ``no outlet given``."""
    name = shortened(one_line(group), _LONGEST_NAME)
    if not name:
        return f"no {'date' if grouping == 'month' else grouping} given"
    return f"{grouping} {name}"


def order_said(measure: str) -> str:
    """Say which sentences of a list come first."""
    return _ORDER[measure]


def listed_said(total: int, grouping: str, group: str, voice: str, measure: str) -> str:
    """Say how many sentences a point of a chart leads to, and which."""
    if not total:
        return NOTHING_LISTED
    what = f"{counted(total, 'sentence')} {_COUNTED[measure]}"
    return f"{what}: {VOICE_NAMES[voice]}, {group_said(grouping, group)}"


def found_said(places: int, articles: int) -> str:
    """Say how often a phrase was found: ``12 places in 7 articles``."""
    if not places:
        return NOTHING_FOUND
    return f"{counted(places, 'place')} in {counted(articles, 'article')}"


def sentence_about(row: Mapping[str, Any]) -> str:
    """Return what stands below a sentence of ``LISTED``: how probable it is loaded in words, its
    tone, whose words it is, and the article that it is from."""
    parts = [
        _loaded_said(row),
        _tone_said(row),
        whose_words(row["voice"], row["speaker"]),
        article_said(row),
    ]
    return " · ".join(filter(None, parts))


def hit_about(row: Mapping[str, Any]) -> str:
    """Return what stands below a row of ``HITS``: whose words, and the article."""
    return " · ".join(filter(None, (VOICE_NAMES.get(row["voice"], ""), article_said(row))))


def article_said(row: Mapping[str, Any]) -> str:
    """Return outlet, date and title of a row that has them: ``The Herald · 2020-03-03 · Ferry``."""
    names = (shortened(one_line(row["outlet"]), _LONGEST_NAME), day_said(row["date"]))
    title = shortened(one_line(row["title"]), _LONGEST_NAME)
    return " · ".join(filter(None, (*names, title)))


def day_said(date: Any) -> str:
    """Return a date as YYYY-MM-DD, empty for none."""
    return f"{date:%Y-%m-%d}" if date is not None and date == date else ""


def _loaded_said(row: Mapping[str, Any]) -> str:
    name = BAND_NAMES.get(row.get("loaded") or "")
    return f"{name}, {percent(row['loaded_probability'])}" if name else ""


def _tone_said(row: Mapping[str, Any]) -> str:
    name = TONE_NAMES.get(row.get("tone_label") or "")
    return f"{name}, {two_decimals(row['tone'])}" if name else ""


def months_found_caption(months: pd.DataFrame) -> Caption:
    """Say which share of each month's articles has a phrase; rows of ``HITS_OVER_TIME``."""
    rows = [row for row in records(months) if row["of_all"]]
    words = " ".join(f"{row['month'] or 'No date'}: {month_said(row)}." for row in rows)
    if not any(row["month"] for row in rows):
        return Caption("No article that is chosen gives a date", words)
    return Caption("Share of each month’s articles that have it", words)


def month_said(row: Mapping[str, Any]) -> str:
    """Say how often a phrase is in a month: ``12 places in 7 of 44 articles, 16%``."""
    of = counted(row["of_all"], "article")
    share = f", {percent(row['articles'] / row['of_all'])}" if row["of_all"] else ""
    return f"{counted(row['places'], 'place')} in {row['articles']:,} of {of}{share}"
