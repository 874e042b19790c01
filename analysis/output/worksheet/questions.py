"""The questions of a worksheet: some stand on every sheet, some are made from the article.

What they are made from is who says what, and with which verb: never the model's view of loaded
wording, which must not reach a worksheet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.practice import paper
from analysis.output.phrasing.speakers import is_unclear, speaker_name
from analysis.output.speakers.counts import SentenceFinder, speaker_counts

if TYPE_CHECKING:
    from analysis.frames import Result

OTHER_VERBS: Mapping[str, str] = {"said": "claimed", "says": "claims"}
"""Cues that imply nothing, and a verb in the same form that does."""

_VOICES_ASKED = ("reported", "quoted")

_WORDS_AROUND = 6
"""Most words around a statement that only say whose it is: “said transport chief Ann Hale”."""

_BREAK = re.compile(r"[,;:()–—]")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")

MOST_SPEAKERS = 6
"""Most speakers that the answer names: further down the list stand those whom the network is least
sure of."""


@dataclass(frozen=True)
class Question:
    """A question as it is ``asked``, the ruled ``lines`` to write on, and what the answer sheet
    says to it; ``answer`` is empty where only the pupils can say."""

    asked: str
    lines: int
    answer: str = ""


@dataclass(frozen=True)
class _Cue:
    """The words that attribute a statement, in the sentence of that number (from 0); ``direct``
    says whether any of the statement is in quotation marks."""

    sentence: int
    text: str
    manner: str
    direct: bool


def questions(result: Result, numbers: Collection[int]) -> list[Question]:
    """Return six to eight questions about the sentences of these ``numbers`` (from 0)."""
    found = _cues(result, numbers)
    asked = min(found, key=_rank, default=None)
    return [
        Question(paper.MOST_LOADED, 3),
        Question(paper.MAKE_IT_PLAIN, 3),
        Question(paper.WHO_SPEAKS, 3, _speakers(result, numbers)),
        *_whose_words(result, numbers),
        *([_verb(asked)] if asked else []),
        # Of another sentence than the question before it, where there is one.
        _two_wordings(sorted(found, key=lambda cue: cue == asked)),
        Question(paper.BAD_BUT_PLAIN, 2),
        Question(paper.COMPARE, 3),
    ]


def _speakers(result: Result, numbers: Collection[int]) -> str:
    """Name those who are known; whose words are unclear has no place in a list of names."""
    names = [
        speaker_name(count.speaker)
        for count in speaker_counts(result)
        if not is_unclear(count.speaker) and not set(count.sentences).isdisjoint(numbers)
    ]
    more = len(names) - MOST_SPEAKERS
    return paper.speakers_answer(names[:MOST_SPEAKERS] + [f"{more} more"] * (more > 0))


def _whose_words(result: Result, numbers: Collection[int]) -> list[Question]:
    """Ask of a reported sentence if there is one, as these are harder to see than quotations, and
    rather of a person's, whom the networks are surest of. None where no sentence is wholly somebody
    else's: in one that the outlet adds to, the loaded part may be the outlet's own."""
    frame = result.sentences
    others = frame[frame["sentence"].isin(list(numbers)) & frame["voice"].isin(_VOICES_ASKED)]
    statements = result.statements[["start", "end", "form"]].to_dict("records")
    rows = [
        row
        for row in others[["sentence", "start", "end", "voice", "speaker"]].to_dict("records")
        if not is_unclear(row["speaker"]) and _is_whole(result.text, row, statements)
    ]
    if not rows:
        return []
    names = result.names
    persons = set(names.loc[names["kind"] == "person", "name"])
    row = min(
        rows, key=lambda row: (_VOICES_ASKED.index(row["voice"]), row["speaker"] not in persons)
    )
    number = int(row["sentence"]) + 1
    answer = paper.whose_words_answer(number, row["voice"], row["speaker"])
    return [Question(paper.ask_whose_words(number), 2, answer)]


def _is_whole(
    text: str, row: Mapping[Hashable, Any], statements: Sequence[Mapping[Hashable, Any]]
) -> bool:
    """Whether the sentence of the ``row`` is a statement and who says it, and nothing else.

    What the network takes for the end of a reported statement may be the outlet's own addition
    (“she said that it would go, a threat that …”), so that one with such a break does not do.
    """
    start, end = row["start"], row["end"]
    around, at = "", start
    for piece in statements:
        if piece["end"] <= start or piece["start"] >= end:
            continue
        first, last = max(piece["start"], start), min(piece["end"], end)
        if piece["form"] != "direct" and _BREAK.search(text[first:last]):
            return False
        around += text[at:first] + " "
        at = max(at, last)
    return at > start and len(_WORD.findall(around + text[at:end])) <= _WORDS_AROUND


def _cues(result: Result, numbers: Collection[int]) -> list[_Cue]:
    """Return the cues of what is said (not thought) in these sentences, in reading order."""
    finder = SentenceFinder(result.sentences)
    found: list[_Cue] = []
    statements = result.statements
    given = statements[(statements["act"] == "said") & statements["cue_start"].notna()]
    for row in given.to_dict("records"):
        start, end = int(row["cue_start"]), int(row["cue_end"])
        touched = finder.touched(start, end)
        cue = _Cue(
            sentence=touched[0] if touched else -1,
            text=result.text[start:end],
            manner=row["manner"],
            direct=row["form"] != "reported",
        )
        if cue.sentence in numbers and cue not in found:
            found.append(cue)
    return found


def _rank(cue: _Cue) -> int:
    """Return how well a cue serves the question about verbs, 0 being best.

    A verb that implies something is best. Beside a quotation it is surely one of saying; elsewhere
    a strong word (“blasts”) may be no verb at all, and “according to” is none.
    """
    telling = cue.manner not in ("", "neutral")
    if telling and (cue.direct or cue.manner != "emotive"):
        return 0 if cue.direct else 1
    return 2 if cue.direct else 3


def _verb(cue: _Cue) -> Question:
    answer = paper.verb_answer(cue.sentence + 1, cue.text, cue.manner)
    return Question(paper.ask_verb(cue.sentence + 1), 3, answer)


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
