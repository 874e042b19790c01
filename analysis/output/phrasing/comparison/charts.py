"""What is said beside the charts of a comparison: titles, labels, and their content in words.

Plain text with words of the articles in it: code that shows it must escape it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.comparison.frames import letter
from analysis.frames import FURNITURE
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.chart_descriptions import strip_description
from analysis.output.phrasing.numerals import counted, percent, two_decimals
from analysis.output.phrasing.speakers import shortened, speaker_name

if TYPE_CHECKING:
    import pandas as pd

LONGEST_NAME = 36
"""Characters of a name in the label of a row: what 390 pixels have room for in two lines."""

MAY_BE_CHANCE = "may be chance"


def strips_caption(articles: Sequence[pd.DataFrame]) -> Caption:
    """Return the caption of the strips of all articles, from their sentences frames."""
    counts = [
        f"{letter(place)} {int((sentences['loaded'] == 'loaded').sum())} of "
        f"{int((sentences['part'] != FURNITURE).sum())}"
        for place, sentences in enumerate(articles)
    ]
    words = " ".join(
        f"{letter(place)}: {strip_description(sentences)}"
        for place, sentences in enumerate(articles)
    )
    return Caption(f"Sentences likely loaded: {', '.join(counts)}", words)


def difference_label(row: Mapping[str, Any]) -> str:
    """Return the short name of what a row of ``DIFFERENCES`` or ``MEASURES`` measures."""
    if row["measure"] == "loaded_share_outlet":
        return "Likely loaded, own voice"
    if row["measure"] == "mean_tone_outlet":
        return "Tone, own voice"
    name = shortened(speaker_name(row["subject"]), LONGEST_NAME)
    if row["measure"] == "speaker_share":
        return f"Words given to {name}"
    return f"Tone towards {name}, {'own voice' if row['voice'] == 'outlet' else 'speakers'}"


def is_share(measure: str) -> bool:
    """Whether a measure is a share (0 to 1); the others are tones (−1 to 1)."""
    return measure in ("loaded_share_outlet", "speaker_share")


def difference_words(row: Mapping[str, Any]) -> str:
    """Say a row of ``DIFFERENCES`` with its interval: ``+18 points (95%: 4 to 31)``."""
    numbers = (row["difference"], row["low"], row["high"])
    if is_share(row["measure"]):
        size, low, high = (f"{value * 100:.0f}".replace("-", "−") for value in numbers)
        unit = " points"
    else:
        size, low, high = map(two_decimals, numbers)
        unit = ""
    sign = "+" if row["difference"] > 0 else ""
    note = "" if row["clear"] else f"; {MAY_BE_CHANCE}"
    return f"{sign}{size}{unit} (95%: {low} to {high}{note})"


def differences_caption(rows: Sequence[Mapping[str, Any]], pair: tuple[int, int]) -> Caption:
    """Return the caption of the differences between two articles, from their rows of
    ``DIFFERENCES``."""
    a, b = map(letter, pair)
    clear = sum(1 for row in rows if row["clear"])
    if clear:
        title = f"{b} minus {a}: {clear:,} of {counted(len(rows), 'difference')} clear"
    else:
        title = f"{b} minus {a}: every difference {MAY_BE_CHANCE}"
    words = "; ".join(f"{difference_label(row)}: {difference_words(row)}" for row in rows)
    return Caption(title, f"{b} minus {a}. {words}.")


def room_caption(rows: Sequence[Mapping[str, Any]], articles: int) -> Caption:
    """Return the caption of how much of each article its speakers are given, from rows of
    ``SPEAKERS_COMPARED``."""
    shares: dict[str, list[str]] = {}
    totals = [0.0] * articles
    for row in rows:
        told = percent(row["share"]) if row["statements"] else "no words found"
        shares.setdefault(row["speaker"], []).append(f"{letter(row['article'])} {told}")
        totals[row["article"]] += row["share"]
    title = "Words given to speakers: " + ", ".join(
        f"{letter(place)} {percent(min(total, 1))}" for place, total in enumerate(totals)
    )
    words = "; ".join(f"{speaker_name(name)}: {', '.join(told)}" for name, told in shares.items())
    return Caption(title, f"{words}.")
