"""The summary of an analysis: what was found, and what the model did not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.numerals import counted

if TYPE_CHECKING:
    import pandas as pd


def summary(sentences: pd.DataFrame) -> str:
    """Return a sentence on what was found, without words of the article.

    ``sentences`` is the sentences frame. Examples: ``9 of 23 sentences are likely loaded, 3 of
    them wholly or partly quoted; 4 are uncertain.`` and ``The only sentence is uncertain.``
    """
    bands = sentences["loaded"].dropna()  # a sentence in another language has no band
    total = len(bands)
    if not total:
        return "No sentence was scored."
    loaded, uncertain = int((bands == "loaded").sum()), int((bands == "uncertain").sum())
    quoted = int((sentences.loc[bands.index[bands == "loaded"], "voice"] != "outlet").sum())
    if total == 1:
        line = f"The only sentence is {BAND_NAMES[bands.iloc[0]]}"
        return f"{line}{', wholly or partly quoted' if quoted else ''}."
    count = f"{loaded:,}" if loaded else "None"
    line = f"{count} of {counted(total, 'sentence')} {_are(loaded)} likely loaded"
    if quoted:
        which = "all" if quoted == loaded else f"{quoted:,}"
        line += f", {'' if loaded == 1 else which + ' of them '}wholly or partly quoted"
    if uncertain:
        line += f"; {uncertain:,} {_are(uncertain)} uncertain"
    return line + "."


def truncation_note(truncated: int) -> str:
    """Return a sentence on how many sentences were too long for the model; empty for none."""
    if not truncated:
        return ""
    verbs = ("is", "was") if truncated == 1 else ("are", "were")
    return (
        f"{counted(truncated, 'sentence')} {verbs[0]} longer than the model reads and {verbs[1]} "
        "scored by the beginning only."
    )


def _are(count: int) -> str:
    return "is" if count < 2 else "are"
