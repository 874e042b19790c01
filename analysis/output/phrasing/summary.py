"""The line at the top of an article: what was found, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted

if TYPE_CHECKING:
    import pandas as pd


def summary(sentences: pd.DataFrame) -> str:
    """Return what was found in one line, without article text.

    ``sentences`` is the sentences frame. Example: ``9 of 23 sentences are likely loaded, 3 of
    them wholly or partly quoted; 4 are uncertain.``
    """
    bands = sentences["loaded"].dropna()  # a sentence in another language has no band
    total = len(bands)
    loaded, uncertain = int((bands == "loaded").sum()), int((bands == "uncertain").sum())
    quoted = int((sentences.loc[bands.index[bands == "loaded"], "voice"] != "outlet").sum())
    count = f"{loaded:,}" if loaded else "None"
    line = f"{count} of {counted(total, 'sentence')} {_are(loaded)} likely loaded"
    if quoted:
        which = "all" if quoted == loaded else f"{quoted:,}"
        line += f", {'' if loaded == 1 else which + ' of them '}wholly or partly quoted"
    if uncertain:
        line += f"; {uncertain:,} {_are(uncertain)} uncertain"
    return line + "."


def _are(count: int) -> str:
    return "is" if count < 2 else "are"
