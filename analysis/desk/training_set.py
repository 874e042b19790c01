"""Decisions as a set to train on: sentences with votes, in the columns that BABE has.

``models.training`` reads such a file beside or instead of BABE (``models.corpora.read_babe``).
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from analysis.columns import Column, Columns, frame
from analysis.desk.judgements import judgements
from analysis.desk.records import UNDO
from analysis.desk.standing import is_agreed

if TYPE_CHECKING:
    import pandas as pd

TRAINING: Columns = {
    "text": Column("str", "the sentence"),
    "outlet": Column("str", "outlet of the article, or empty"),
    "url": Column(
        "str", "address of the article, or article:NUMBER: sentences of one belong together"
    ),
    "label": Column("int64", "1 loaded, 0 not: what most editors say; of a tie what stands"),
    "label_opinion": Column("str", "empty: the desk does not ask for it"),
    "n_biased": Column("int64", "editors who accepted a flag in it"),
    "n_votes": Column("int64", "editors who judged a flag in it"),
    "biased_spans": Column("str", "JSON list of [start, end] into text: words that most accepted"),
    "word_votes": Column("str", "JSON {words: editors who accepted them}"),
}
"""One row per sentence with a judged flag of the model, by article and place."""


def training_rows(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the frame ``TRAINING`` of a frame ``DECISIONS``.

    A vote is an editor's last own judgement of a flag on likely loaded words: an act that was not
    taken back, or a second reading. Accepted and reworded flags are votes for loaded. House rules
    and doubting verbs are left out, as they are not about loaded words, and so is “somebody else's
    words”, which says nothing of the words. Offsets count characters, as everywhere.
    """
    rows = _rows(votes_of(decisions))
    return frame({name: [row[name] for row in rows] for name in TRAINING}, TRAINING)


def votes_of(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the votes among decisions, one row a flag and editor, with a column ``accepted``."""
    import pandas as pd

    about = decisions[decisions["kind"] == "loaded"].sort_values("decision")
    said = {(one.flag, one.editor): one.agrees for one in judgements(about)}
    accepted = is_agreed(about)
    rows = zip(about["flag"], about["editor"], about["act"], accepted, strict=True)
    # The act that a judgement is: an undo is none, nor is one that another of the editor replaced.
    meant = [act != UNDO and said.get((flag, who)) == yes for flag, who, act, yes in rows]
    acts = about.assign(accepted=accepted)[pd.Series(meant, index=about.index, dtype=bool)]
    last = acts.drop_duplicates(["flag", "editor"], keep="last")
    return last[last["reason"] != "quoted"]


def _rows(votes: pd.DataFrame) -> list[dict[str, Any]]:
    ordered = votes.sort_values(["article", "sentence_start", "start", "end"])
    return [
        _row(sentence) for _, sentence in ordered.groupby(["article", "sentence_start"], sort=True)
    ]


def _row(votes: pd.DataFrame) -> dict[str, Any]:
    """Return the row of one sentence, whose votes are given."""
    first = votes.iloc[0]
    text = str(first["sentence_text"])
    by_editor = votes.groupby("editor")["accepted"].any()
    spans, marks = [], Counter[str]()
    for _, of_flag in votes.groupby("flag", sort=False):
        flag = of_flag.iloc[0]
        start = int(flag["start"] - flag["sentence_start"])
        end = min(int(flag["end"] - flag["sentence_start"]), len(text))
        accepted = int(of_flag["accepted"].sum())
        if _most(accepted, len(of_flag), of_flag):
            spans.append([start, end])
        if accepted:
            # The same words twice in a sentence are one entry, as in BABE.
            marks[text[start:end]] = max(marks[text[start:end]], accepted)
    loaded, asked = int(by_editor.sum()), len(by_editor)
    return {
        "text": text,
        "outlet": first["outlet"],
        "url": first["url"] or f"article:{first['article']}",
        "label": int(_most(loaded, asked, votes)),
        "label_opinion": "",
        "n_biased": loaded,
        "n_votes": asked,
        "biased_spans": json.dumps(spans),
        "word_votes": json.dumps(dict(marks), ensure_ascii=False),
    }


def _most(accepted: int, asked: int, votes: pd.DataFrame) -> bool:
    """Say whether more than half accepted; of a tie, whether an accepted flag stands."""
    if 2 * accepted != asked:
        return 2 * accepted > asked
    return bool((votes["standing"] & votes["accepted"]).any())
