"""What is said of the sentences, places of a phrase and statements that are found in an archive.

All of it is plain text and can hold words of strangers: code that shows it must escape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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
        "tone": "The farthest from neutral come first, on either side.",
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
    "The phrase is searched for as it is typed, also inside longer words; only capitals do not "
    "matter. How often it occurs says how much was written, too: compare months by the number of "
    "their articles."
)
"""Stands with what a search has found."""


def group_said(grouping: str, group: str) -> str:
    """Return a group as people read it: ``outlet The Herald``, ``no outlet given``."""
    name = shortened(one_line(group), _LONGEST_NAME)
    if not name:
        return f"no {'date' if grouping == 'month' else grouping} given"
    return f"{grouping} {name}"


def listed_said(total: int, grouping: str, group: str, voice: str, measure: str) -> str:
    """Say how many sentences a point of a chart leads to, which, and in which order."""
    if not total:
        return NOTHING_LISTED
    what = f"{counted(total, 'sentence')} {_COUNTED[measure]}"
    where = f"{VOICE_NAMES[voice]}, {group_said(grouping, group)}"
    return f"{what}: {where}. {_ORDER[measure]}"


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
    """Say in how many articles of which months a phrase is; rows of ``HITS_OVER_TIME``."""
    rows = [row for row in records(months) if row["places"]]
    words = " ".join(f"{row['month'] or 'No date'}: {month_said(row)}." for row in rows)
    dated = [row for row in rows if row["month"]]
    if not dated:
        return Caption("No article that has it gives a date", words)
    first, last = dated[0]["month"], dated[-1]["month"]
    span = f"in {first}" if first == last else f"from {first} to {last}"
    return Caption(f"Articles that have it, {span}", words)


def month_said(row: Mapping[str, Any]) -> str:
    """Say how often a phrase is in a month: ``12 places in 7 of 44 articles``."""
    of = counted(row["of_all"], "article")
    return f"{counted(row['places'], 'place')} in {row['articles']:,} of {of}"
