"""What is said of the distribution of a measure over groups of articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.frames import FEW
from analysis.output.export import records
from analysis.output.phrasing.archive.names import GROUPING_NAMES, MEASURE_AXES, MEASURE_NAMES
from analysis.output.phrasing.archive.notes import value_name
from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.output.phrasing.numerals import counted, percent, two_decimals

if TYPE_CHECKING:
    import pandas as pd

HOW_TO_READ = (
    "Each row is one voice of one group: the box holds the middle half of its articles, its line "
    "reaches from the 5th to the 95th percentile, the stroke is the median. The diamond is the "
    "value of all its sentences together, with the interval (95%, bootstrap by article) that it "
    f"may move within. Rows of fewer than {FEW} articles are grey: they say little. Click a box or "
    "a diamond for its sentences."
)
"""Stands with the chart."""

ORDER = (
    "Groups stand by number of articles or by name, never by the measure: these figures are no "
    "grades."
)
"""Why nothing is ranked."""

_NOTHING = "nothing to measure"


def measured(value: float | None, measure: str) -> str:
    """Say a value of a measure: ``32%``, or ``−0.12`` for the tone; ``–`` for none."""
    if value is None:
        return "–"
    return two_decimals(value) if measure == "tone" else percent(value)


def interval_said(row: Mapping[str, Any], measure: str) -> str:
    """Say a value with its interval: ``32% (29% to 35%)``; without one, ``32% (one article)``."""
    value = measured(row["value"], measure)
    if row["value"] is None:
        return value
    if row["low"] is None or row["high"] is None:
        return f"{value} (no interval)"
    return f"{value} ({measured(row['low'], measure)} to {measured(row['high'], measure)})"


def figures_said(row: Mapping[str, Any], measure: str) -> str:
    """Say a row of ``GROUPS`` as ``records`` gives it, without the name of its group: ``own voice:
    32% (29% to 35%) of 440 sentences in 72 articles; …``."""
    voice = VOICE_NAMES[row["voice"]]
    if not row["articles"] or row["value"] is None:
        return f"{voice}: {_NOTHING}"
    joint = "over" if measure == "tone" else "of"
    whole = f"{interval_said(row, measure)} {joint} {counted(row['sentences'], 'sentence')}"
    middle = f"{measured(row['p25'], measure)} to {measured(row['p75'], measure)}"
    few = f"; fewer than {FEW} articles" if row["few"] else ""
    return (
        f"{voice}: {whole} in {counted(row['articles'], 'article')}; the middle half of the "
        f"articles {middle}, median {measured(row['p50'], measure)}{few}"
    )


def wording_title(groups: pd.DataFrame, by: str, measure: str, all_groups: int) -> str:
    """Return the title of a chart of ``groups``, a frame ``GROUPS``, of ``all_groups`` in all. It
    counts and compares nothing."""
    shown = groups["group"].nunique()
    noun = GROUPING_NAMES[by].lower()
    of_all = (
        f"{shown:,} of {all_groups:,} {noun}s" if all_groups > shown else f"{counted(shown, noun)}"
    )
    return f"{MEASURE_NAMES[measure]} by {noun}: {of_all}, each voice apart"


def wording_words(groups: pd.DataFrame, measure: str) -> str:
    """Return what such a chart shows, in words: a line for each group and voice."""
    words = [f"Measured is the {MEASURE_AXES[measure]}."]
    words += [
        f"{value_name(row['group'])}, {figures_said(row, measure)}." for row in records(groups)
    ]
    return "\n".join(words)


def mixed_said(groups: pd.DataFrame) -> str:
    """Say where partly quoted sentences are; empty where there is none."""
    sentences = int(groups.loc[groups["voice"] == "mixed", "sentences"].sum())
    if not sentences:
        return ""
    verb = "is" if sentences == 1 else "are"
    return (
        f"{counted(sentences, 'partly quoted sentence')} {verb} in none of the boxes, as their "
        "words may be anybody's; the table has them apart."
    )


def few_said(groups: pd.DataFrame) -> str:
    """Say how many rows are grey; empty where none is."""
    few = int((groups["few"] & (groups["articles"] > 0)).sum())
    if not few:
        return ""
    verb = "has" if few == 1 else "have"
    return f"{counted(few, 'row')} {verb} fewer than {FEW} articles."


def table_of(groups: pd.DataFrame, by: str, measure: str) -> tuple[list[str], list[list[Any]]]:
    """Return head and rows of the table of a frame ``GROUPS``."""
    head = [
        *(GROUPING_NAMES[by], "Voice", "Articles", "Sentences", "Value (95% interval)", "Median"),
        *("Middle half", "5% to 95%", "Few"),
    ]
    rows = [
        [
            value_name(row["group"]),
            VOICE_NAMES[row["voice"]],
            row["articles"],
            row["sentences"],
            interval_said(row, measure),
            measured(row["p50"], measure),
            f"{measured(row['p25'], measure)} to {measured(row['p75'], measure)}",
            f"{measured(row['p05'], measure)} to {measured(row['p95'], measure)}",
            f"under {FEW}" if row["few"] else "",
        ]
        for row in records(groups)
        if row["articles"]
    ]
    return head, rows
