"""The questions of a worksheet: some stand on every sheet, some are made from the article.

What they are made from is who says what, and with which verb: never the model's view of loaded
wording, which must not reach a worksheet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.output.phrasing.practice import paper
from analysis.output.phrasing.speakers import speaker_name
from analysis.output.speakers.counts import SentenceFinder, speaker_counts

if TYPE_CHECKING:
    from analysis.frames import Result

OTHER_VERBS: Mapping[str, str] = {"said": "claimed", "says": "claims"}
"""Cues that imply nothing, and a verb in the same form that does."""

_VOICES_ASKED = ("reported", "quoted", "mixed")

MOST_SPEAKERS = 12
"""Most speakers that the answer names."""


@dataclass(frozen=True)
class Question:
    """A question as it is ``asked``, the ruled ``lines`` to write on, and what the answer sheet
    says to it; ``answer`` is empty where only the pupils can say."""

    asked: str
    lines: int
    answer: str = ""


@dataclass(frozen=True)
class _Cue:
    """The words that attribute a statement, in the sentence of that number (from 0)."""

    sentence: int
    text: str
    manner: str


def questions(result: Result, numbers: Collection[int]) -> list[Question]:
    """Return six to eight questions about the sentences of these ``numbers`` (from 0)."""
    found = _cues(result, numbers)
    return [
        Question(paper.MOST_LOADED, 3),
        Question(paper.MAKE_IT_PLAIN, 3),
        Question(paper.WHO_SPEAKS, 3, _speakers(result, numbers)),
        *_whose_words(result, numbers),
        *_verb(found),
        _two_wordings(found),
        Question(paper.BAD_BUT_PLAIN, 2),
        Question(paper.COMPARE, 3),
    ]


def _speakers(result: Result, numbers: Collection[int]) -> str:
    names = [
        speaker_name(count.speaker)
        for count in speaker_counts(result)
        if not set(numbers).isdisjoint(count.sentences)
    ]
    more = len(names) - MOST_SPEAKERS
    return paper.speakers_answer(names[:MOST_SPEAKERS] + [f"{more} more"] * (more > 0))


def _whose_words(result: Result, numbers: Collection[int]) -> list[Question]:
    """Ask of a reported sentence if there is one, as these are harder to see than quotations, and
    rather of one whose speaker is known."""
    frame = result.sentences
    others = frame[frame["sentence"].isin(list(numbers)) & frame["voice"].isin(_VOICES_ASKED)]
    rows = others[["sentence", "voice", "speaker"]].to_dict("records")
    if not rows:
        return []
    row = min(rows, key=lambda row: (_VOICES_ASKED.index(row["voice"]), not row["speaker"]))
    number = int(row["sentence"]) + 1
    answer = paper.whose_words_answer(number, row["voice"], row["speaker"])
    return [Question(paper.ask_whose_words(number), 2, answer)]


def _cues(result: Result, numbers: Collection[int]) -> list[_Cue]:
    """Return the cues of what is said (not thought) in these sentences, in reading order."""
    finder = SentenceFinder(result.sentences)
    found: list[_Cue] = []
    statements = result.statements
    given = statements[(statements["act"] == "said") & statements["cue_start"].notna()]
    for row in given.to_dict("records"):
        start, end = int(row["cue_start"]), int(row["cue_end"])
        touched = finder.touched(start, end)
        cue = _Cue(touched[0] if touched else -1, result.text[start:end], row["manner"])
        if cue.sentence in numbers and cue not in found:
            found.append(cue)
    return found


def _verb(cues: list[_Cue]) -> list[Question]:
    """Ask for the first verb that implies something, else for the first one."""
    telling = [cue for cue in cues if cue.manner not in ("", "neutral")] or cues
    if not telling:
        return []
    cue = telling[0]
    answer = paper.verb_answer(cue.sentence + 1, cue.text, cue.manner)
    return [Question(paper.ask_verb(cue.sentence + 1), 3, answer)]


def _two_wordings(cues: list[_Cue]) -> Question:
    for cue in cues:
        other = OTHER_VERBS.get(cue.text)
        if other is not None:
            return Question(
                paper.ask_other_verb(cue.sentence + 1, cue.text, other),
                2,
                paper.other_verb_answer(cue.text, other),
            )
    return Question(paper.TWO_WORDINGS, 2, paper.TWO_WORDINGS_ANSWER)
