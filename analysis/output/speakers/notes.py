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

    statements = result.statements
    columns = (statements[name].tolist() for name in ("statement", "start", "end", "cue"))
    pieces = list(zip(*columns, strict=True))
    speakers = dict(zip(statements["statement"].tolist(), statements["speaker"], strict=True))
    sentences = result.sentences
    whole = sentences[sentences["statement"].notna()]
    for number, statement in zip(whole["sentence"], whole["statement"], strict=True):
        add(int(number), scored_as(speakers.get(int(statement), "")))
    find = SentenceFinder(sentences)
    for _, start, end, cue in pieces:
        for sentence in find.touched(start, end):
            add(sentence, verb_note(cue, implied(cue)))
    return {sentence: lines for sentence, lines in notes.items() if lines}
