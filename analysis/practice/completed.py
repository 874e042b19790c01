"""From marks to judgements: what a reader has read and left unmarked is not loaded to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.practice.marks import MARKS

if TYPE_CHECKING:
    import pandas as pd


def completed(
    marks: pd.DataFrame, finished: Collection[int], counts: Sequence[bool]
) -> pd.DataFrame:
    """Return the judgements that ``marks``, a frame ``MARKS``, stands for, as such a frame.

    ``finished`` are the numbers of the readers who are done: each gets ``loaded`` False for every
    sentence that counts and that they left unmarked, even if they marked nothing at all. Other
    readers get it up to the last sentence they marked: what stands before it they have read, what
    comes after it they may not have reached. Without that, a sentence would look marked by all of
    the few who touched it while a class is still reading.
    ``counts`` says of each sentence of the material whether it is judged (``Line.counts``); marks
    on other sentences are left out. Ordered by reader, then by sentence.
    """
    judged = {
        (int(participant), int(sentence)): (bool(loaded), reason)
        for participant, sentence, loaded, reason in zip(
            *(marks[name].to_list() for name in MARKS), strict=True
        )
        if 0 <= sentence < len(counts) and counts[sentence]
    }
    asked = [sentence for sentence, count in enumerate(counts) if count]
    reached: dict[int, int] = {}
    for participant, sentence in judged:
        reached[participant] = max(sentence, reached.get(participant, 0))
    reached |= dict.fromkeys(finished, len(counts))
    for participant, last in reached.items():
        for sentence in asked:
            if sentence <= last:
                judged.setdefault((participant, sentence), (False, ""))
    rows = [(*place, *judged[place]) for place in sorted(judged)]
    return frame(
        {name: [row[place] for row in rows] for place, name in enumerate(MARKS)},
        MARKS,
    )
