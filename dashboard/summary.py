"""The line at the top of an article: what was found, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.captions import plural

if TYPE_CHECKING:
    import pandas as pd


def summary(sentences: pd.DataFrame) -> str:
    """Return one or two sentences about the sentences frame, as plain text without article text.

    Example: ``9 of 23 sentences are likely loaded, 3 of them in quotations. 4 are uncertain.``
    """
    total = len(sentences)
    loaded = sentences["loaded"] == "loaded"
    count = int(loaded.sum())
    quoted = int((loaded & (sentences["voice"] != "outlet")).sum())
    uncertain = int((sentences["loaded"] == "uncertain").sum())
    if count == 0:
        line = f"None of {plural(total, 'sentence')} is likely loaded"
    elif total == 1:
        line = "The one sentence is likely loaded"
    else:
        line = f"{count:,} of {total:,} sentences {'is' if count == 1 else 'are'} likely loaded"
    if quoted:
        line += ", " + _quoted(quoted, count)
    if uncertain:
        line += f". {uncertain:,} {'is' if uncertain == 1 else 'are'} uncertain"
    return line + "."


def _quoted(quoted: int, count: int) -> str:
    if count == 1:
        return "in a quotation"
    if quoted == count:
        return "all of them in quotations"
    return f"{quoted:,} of them in {'a quotation' if quoted == 1 else 'quotations'}"
