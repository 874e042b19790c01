"""The summary of an analysis: what was found, and what the model did not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.numerals import counted

if TYPE_CHECKING:
    import pandas as pd


def summary(sentences: pd.DataFrame) -> str:
    """Return a sentence on what was found, the outlet's own sentences first, without words of the
    article.

    ``sentences`` is the sentences frame. A sentence that is wholly or partly somebody else's words
    counts among theirs. Examples: ``Of the outlet's own sentences, 3 of 14 are likely loaded and 2
    are uncertain; of those with words of others, 4 of 9 are likely loaded.`` and ``The only
    sentence is uncertain.``
    """
    scored = sentences["loaded"].notna()  # a sentence in another language has no band
    bands, voices = sentences.loc[scored, "loaded"], sentences.loc[scored, "voice"]
    own = bands[voices == "outlet"].tolist()
    others = bands[voices != "outlet"].tolist()
    if not own and not others:
        return "No sentence was scored."
    if len(own) + len(others) == 1:
        which = "" if own else ", which has words of others,"
        return f"The only sentence{which} is {BAND_NAMES[(own or others)[0]]}."
    parts = [
        f"Of the outlet's own sentences, {_found(own)}"
        if own
        else "No sentence is the outlet's own"
    ]
    if others:
        parts.append(f"of those with words of others, {_found(others)}")
    return "; ".join(parts) + "."


def _found(bands: list[str]) -> str:
    """Say how many of the bands are loaded and uncertain: ``3 of 14 are likely loaded and 2 are
    uncertain``."""
    if len(bands) == 1:
        return f"the only one is {BAND_NAMES[bands[0]]}"
    loaded, uncertain = bands.count("loaded"), bands.count("uncertain")
    count = f"{loaded:,}" if loaded else "none"
    line = f"{count} of {len(bands):,} {_are(loaded)} likely loaded"
    return f"{line} and {uncertain:,} {_are(uncertain)} uncertain" if uncertain else line


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
