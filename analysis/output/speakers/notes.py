"""What is said of a sentence with somebody's words in it: whose they are, what the verb implies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.phrasing.speakers import implied, scored_as, verb_note
from analysis.output.speakers.counts import SentenceFinder

if TYPE_CHECKING:
    from analysis.output.blocks import Analysed


def statement_notes(result: Analysed) -> dict[int, list[str]]:
    """Return lines of plain text by the number of the sentence, none for sentences without any.

    They say that a sentence has the scores of a statement, and what each verb implies that
    attributes the words in it; each line once.
    """
    notes: dict[int, list[str]] = {}

    def add(sentence: int, line: str) -> None:
        if line and line not in notes.setdefault(sentence, []):
            notes[sentence].append(line)

    statements, sentences = result.statements, result.sentences
    numbers, speakers = statements["statement"].tolist(), statements["speaker"].tolist()
    speaker_of = dict(zip(numbers, speakers, strict=True))
    for number, statement in zip(
        sentences["sentence"].tolist(), sentences["statement"].tolist(), strict=True
    ):
        if statement in speaker_of:
            add(number, scored_as(speaker_of[statement]))
    find = SentenceFinder(sentences)
    said = {cue: verb_note(cue, implied(cue)) for cue in set(statements["cue"])}
    columns = (statements[name].tolist() for name in ("start", "end", "cue"))
    for start, end, cue in zip(*columns, strict=True):
        for sentence in find.touched(start, end):
            add(sentence, said[cue])
    return {sentence: lines for sentence, lines in notes.items() if lines}
