"""What of a reworded sentence is the statement in it, which the model reads by itself.

A sentence that is mostly somebody's statement has the scores of what it holds of the statement,
without *said Ann Hale*. Its rewordings are scored alike, or the score would move with the first
key that is pressed, whatever was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis import Result

Range = tuple[int, int]


def passages_of(result: Result, sentence: int) -> tuple[Range, ...]:
    """Return where sentence ``sentence`` (from 0) holds the statement whose scores it has, as
    offsets into the sentence; nothing where it is scored as it stands."""
    row = result.sentences.iloc[sentence]
    statements = result.statements
    own = statements[(statements["statement"] == row["statement"]).fillna(value=False)]
    first, last = int(row["start"]), int(row["end"])
    passages = (
        (max(start, first) - first, min(end, last) - first)
        for start, end in zip(own["start"].tolist(), own["end"].tolist(), strict=True)
    )
    return tuple((start, end) for start, end in passages if start < end)


def moved(sentence: str, wording: str, passages: Sequence[Range]) -> list[Range]:
    """Return where the ``passages`` of ``sentence`` are in its new ``wording``.

    What both begin and end with stays in its place. A border inside what was changed goes to the
    edge of the change, so that what was typed there counts as part of the passage.
    """
    shorter = min(len(sentence), len(wording))
    same = 0
    while same < shorter and sentence[same] == wording[same]:
        same += 1
    end = 0
    while end < shorter - same and sentence[-1 - end] == wording[-1 - end]:
        end += 1
    changed, longer = len(sentence) - end, len(wording) - len(sentence)

    def new_start(at: int) -> int:
        return at if at <= same else at + longer if at >= changed else same

    def new_end(at: int) -> int:
        return at + longer if at >= changed else at if at <= same else changed + longer

    placed = [(new_start(start), new_end(stop)) for start, stop in passages]
    joined: list[Range] = []
    for start, stop in placed:
        # Two passages that a change ran together are one.
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        elif start < stop:
            joined.append((start, stop))
    return joined


def alone(wording: str, passages: Sequence[Range]) -> str:
    """Return what stands in the ``passages`` of ``wording`` as the model reads a statement by
    itself; empty where there are none or they hold no letters."""
    from analysis.scoring.content import contents_of
    from analysis.speakers.statements.statement import Piece, Statement
    from analysis.text.segmentation.sentences import Sentence
    from analysis.text.words.normalised import words_of

    if not passages:
        return ""
    statement = Statement(tuple(Piece(start, end) for start, end in passages), "mixed")
    whole = [Sentence(0, len(wording), 0)]
    contents = contents_of(wording, whole, [statement], words_of(wording))
    return contents[0].reading.text if contents else ""
