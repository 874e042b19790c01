"""What rules and the model find in an article: the frame of findings, and its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns

if TYPE_CHECKING:
    import pandas as pd

FINDING_KINDS = ("rule", "loaded", "doubting")
"""What found it: a house rule, the model (a likely loaded word in the outlet's own voice), or the
table of verbs (a doubting verb of saying in the outlet's own voice)."""

MODEL_CHECKS = {"loaded": "slant.loaded-words", "doubting": "slant.doubting-verbs"}
"""The ids under which the model's and the verbs' notes are reported, ignored and kept in a
baseline. No house rule may begin with ``slant.``."""

FINDINGS: Columns = {
    "finding": Column("int64", "number of the finding, from 0, in reading order"),
    "sentence": Column("int64", "number of the sentence that holds its first character"),
    "start": Column("int64", "offset of its first character in the article's text"),
    "end": Column("int64", "offset after its last character in the article's text"),
    "text": Column("str", "the words found: text[start:end]"),
    "check": Column("str", "id of the rule, or slant.loaded-words, slant.doubting-verbs"),
    "kind": Column("str", "what found it: rule, loaded or doubting"),
    "severity": Column("str", "note, warning or error; note for what the model found"),
    "message": Column("str", "what an editor reads: one sentence"),
    "plainer": Column("object", "list of plainer wordings, the best first; may be empty"),
    "voice": Column("str", "whose words stand there: outlet, reported or quoted"),
    "part": Column("str", "headline or body"),
    "reason": Column("str", "why the house has the rule, or empty"),
    "link": Column("str", "where that is written, or empty"),
    "revision": Column("int64", "revision of the rule; 0 for what the model found"),
    "probability": Column("float64", "probability that the word is loaded; NaN for others"),
    "fingerprint": Column(
        "str", "32 hexadecimal digits that stay the same when paragraphs are moved or inserted"
    ),
}
"""One row per finding, by ``start``, then ``end``, then ``check``."""


@dataclass(frozen=True)
class Checked:
    """An article that was checked.

    ``findings`` has the columns of ``FINDINGS``; ``text`` is what its offsets point into;
    ``notices`` are sentences on what was not done (a rule that was cut off at its time limit, an
    article that the model cannot read): each is to be shown.
    """

    findings: pd.DataFrame
    text: str
    notices: tuple[str, ...] = field(default=())
