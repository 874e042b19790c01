"""Find the turns of a transcript or an interview: what follows a speaker label (``HALE: …``,
``Q: …``, ``**Ana Pell:** …``).

A label alone says little: headlines (``Hale: we will not yield``), notes (``Update: …``), datelines
and lists have the same form. Lines count as turns only if labels come again, or come in capitals
one below the other, and what follows them sounds like people talking: questions, *I*, *we*, *you*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.text.function_words import SUBJECTS, words
from analysis.text.segmentation.abbreviations import SPEECH_VERBS
from analysis.text.segmentation.line_ends import Line

NO_SPEAKERS = words(
    """note notes update updates updated time times date dates day place venue location address
    where when who what why how cost price prices ticket tickets photo photos photograph picture
    pictures image images video videos audio graphic source sources from to cc bcc subject sent re
    read more related watch listen live breaking exclusive opinion comment analysis editorial
    correction corrections clarification contact tel phone email e-mail website web total score
    result results turnout winner background context summary points topics topic tags filed
    published posted warning caption credit credits reporting editing writing verdict rating claim
    claims fact facts myth myths reality true false pros cons step part chapter section category
    author editor editors latest newsletter news report reports review recap poll polls noted
    headline headlines file gallery share follow sign download advertisement sponsored problem
    solution example tip tips warning see also next previous here related january february march
    april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spoiler weather trending must-read quote fun bottom line look
    coverage q&a transcript interview urgent alert data point jan feb mar apr jun jul aug
    sept sep oct nov dec"""
)
"""Words of labels that name no speaker."""

# Small words in titles and names.
_SMALL = words("of the for and de van von der den la le al bin to in on at")

_LABEL = re.compile(
    r"(?:[-*•–]\s+)?"
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*(?:[-–—]\s*)?)?"
    r"(?P<bold>\*\*|__|\*|_)?"
    r"(?P<name>[^\W\d_][^:：\n*_()\[\]?!“”\"]{0,50})"
    r"(?:[(\[][^)\]\n]{1,40}[)\]]\s?)?"
    r"(?(bold)(?:[:：](?P=bold)|(?P=bold)\s?[:：])|[:：])\s*(?=\S)"
)
_DASH_LABEL = re.compile(
    r"(?P<name>[^\W\d_][^:：\n*_()\[\]?!“”\"—–]{0,40})\s[—–]\s+(?=\S)|(?P<letter>[QA])(?:\.|\s-)\s+(?=\S)"
)
_INLINE_ANSWER = re.compile(r"\?[”\"]?\s+(?:A|Answer)[:.]\s")

_TALK = re.compile(
    r"\?|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us|WE|YOU|MY|YOUR|OUR|[Yy]es|Thank|Thanks)\b"
)
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_BEGINNING = 80
"""Characters in which one who speaks of oneself does so."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|MY|ME)\b")


@dataclass(frozen=True)
class _Turn:
    """One turn: ``text[start:end]`` after its label; ``speaker`` is the label in lower case.

    ``marked`` says that the label is in capitals or bold type; ``place`` is the number of its
    paragraph and of its line there.
    """

    start: int
    end: int
    speaker: str
    marked: bool
    place: tuple[int, int]


def turns(text: str, paragraphs: Sequence[Sequence[Line]]) -> list[tuple[int, int]]:
    """Return the passages ``(start, end)`` that speakers say in a transcript, without the labels.

    ``paragraphs`` are the lines of each paragraph of ``text``. A turn ends before the next label or
    with its paragraph; further paragraphs belong to it that sound like talking, if another turn
    follows or they are in the first person.
    """
    found = [
        turn
        for number, paragraph in enumerate(paragraphs)
        for turn in _labelled(text, paragraph, number)
    ]
    accepted = _accepted(text, found)
    return [
        (turn.start, _with_following(text, paragraphs, turn, following))
        for turn, following in zip(accepted, [*accepted[1:], None], strict=False)
    ]


def label_name(text: str, at: int) -> tuple[int, int] | None:
    """Return the range of the name in the speaker label that ends before the passage at ``at``, or
    None if none does."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    start += len(text[start:at]) - len(text[start:at].lstrip())
    for label in (_LABEL, _DASH_LABEL):
        match = label.match(text, start, at + 1)
        if match is not None and match.end() == at:
            name = match.span("letter" if match.groupdict().get("letter") else "name")
            return name if _names_speaker(text[slice(*name)].strip(" .")) else None
    return None


def _labelled(text: str, paragraph: Sequence[Line], number: int) -> list[_Turn]:
    """Return what follows each possible label of a paragraph, up to the next one."""
    found: list[_Turn] = []
    going_on = False
    for i, line in enumerate(paragraph):
        turn = None if line.depth else _turn(text, line, (number, i))
        if turn is not None:
            found.append(turn)
        elif going_on and not line.depth:
            found[-1] = replace(found[-1], end=line.end)
        going_on = turn is not None or (going_on and not line.depth)
    return found


def _turn(text: str, line: Line, place: tuple[int, int]) -> _Turn | None:
    start = text.find(line.text[:1], line.start, line.end)
    match = _LABEL.match(text, start, line.end) or _DASH_LABEL.match(text, start, line.end)
    if match is None:
        return None
    groups = match.groupdict()
    name = (groups.get("letter") or match["name"]).strip(" .")
    if not _names_speaker(name):
        return None
    marked = name.isupper() or bool(groups.get("bold"))
    return _Turn(match.end(), line.end, _speaker(name), marked, place)


def _speaker(name: str) -> str:
    """Return the name in lower case; ``q`` and ``a`` for all forms of question and answer."""
    name = " ".join(name.casefold().split())
    bare = name.rstrip(" .#0123456789")
    return {"question": "q", "answer": "a", "q": "q", "a": "a"}.get(bare, name)


def _names_speaker(name: str) -> bool:
    """Whether a label can be a speaker: up to six words in capitals, or four of which the first is
    (``Woman in the crowd``), and none of ``NO_SPEAKERS``."""
    title, _, function = name.partition(",")
    tokens = title.split()
    if not 1 <= len(tokens) <= 6 or len(function.split()) > 6:
        return False
    bare = [token.strip(".’'-#").replace("’", "'").lower().removesuffix("'s") for token in tokens]
    if bare[0] in SUBJECTS or any(word in NO_SPEAKERS or word in SPEECH_VERBS for word in bare):
        return False
    capitals = sum(token[0].isupper() or not token[0].isalpha() for token in tokens)
    small = sum(token in _SMALL for token in tokens)
    return name[:1].isupper() and (len(tokens) <= 4 or capitals + small == len(tokens))


def _accepted(text: str, found: Sequence[_Turn]) -> list[_Turn]:
    """Return the turns, if what was ``found`` is a transcript, else none."""
    speakers = Counter(turn.speaker for turn in found)
    if _has_answers(text, found, speakers):
        return [turn for turn in found if turn.speaker in ("q", "a") or speakers[turn.speaker] > 1]
    found = [turn for turn in found if turn.speaker not in ("q", "a") or speakers["q"] > 1]
    recurring = [turn for turn in found if speakers[turn.speaker] > 1]
    if recurring and _is_talk(text, recurring, found):
        # One who speaks once is taken too, up to the paragraph before and after the others.
        first, last = recurring[0].place, recurring[-1].place
        return [
            turn
            for turn in found
            if speakers[turn.speaker] > 1
            or first <= turn.place <= last
            or (turn.marked and first[0] - 1 <= turn.place[0] <= last[0] + 1)
        ]
    marked = [turn for turn in found if turn.marked]
    if _is_exchange(text, marked):
        return marked
    # What readers said: full names, one below the other, mostly in the first person from the
    # beginning. Only that tells them from a list of people and what the outlet says of each.
    named = [turn for turn in found if " " in turn.speaker]
    of_oneself = sum(
        _OF_ONESELF.search(text, turn.start, min(turn.end, turn.start + _BEGINNING)) is not None
        for turn in named
    )
    if len(named) >= 3 and 3 * of_oneself >= 2 * len(named) and _is_exchange(text, named):
        return named
    return []


def _has_answers(text: str, found: Sequence[_Turn], speakers: Counter[str]) -> bool:
    """Whether there are questions and answers that are labelled so."""
    if not speakers["q"]:
        return False
    questions = [turn for turn in found if turn.speaker == "q"]
    if not any("?" in text[turn.start : turn.end] for turn in questions):
        return False
    return bool(speakers["a"]) or any(
        _INLINE_ANSWER.search(text, turn.start, turn.end) for turn in questions
    )


def _is_talk(text: str, recurring: Sequence[_Turn], found: Sequence[_Turn]) -> bool:
    """Whether turns whose labels come again are a transcript.

    Of two speakers or more a third of the turns must sound like talking, or the labels of two of
    them, in capitals or bold type, come again; of one speaker half of three turns. Two turns need
    one of another speaker between them.
    """
    talking = _talking(text, recurring)
    speakers = {turn.speaker for turn in found}
    first, last = recurring[0].place, recurring[-1].place
    answered = any(first < turn.place < last for turn in found)
    if len(speakers) == 1 or (len(recurring) == 2 and not answered):
        return len(recurring) >= 3 and 2 * talking >= len(recurring)
    marked = {turn.speaker for turn in recurring if turn.marked}
    return 3 * talking >= len(recurring) or len(marked) >= 2


def _is_exchange(text: str, found: Sequence[_Turn]) -> bool:
    """Whether turns whose labels come once are an exchange: they stand one below the other, and all
    sound like talking, or half of them do and one asks or they are three."""
    if len(found) < 2:
        return False
    for turn, following in pairwise(found):
        if following.place[0] - turn.place[0] > 1:
            return False
    asks = any("?" in text[turn.start : turn.end] for turn in found)
    talking = _talking(text, found)
    if talking == len(found):
        return True
    return (asks or len(found) >= 3) and 2 * talking >= len(found)


def _talking(text: str, found: Sequence[_Turn]) -> int:
    return sum(_TALK.search(text, turn.start, turn.end) is not None for turn in found)


def _with_following(
    text: str, paragraphs: Sequence[Sequence[Line]], turn: _Turn, following: _Turn | None
) -> int:
    """Return the end of a turn with the unlabelled paragraphs after it that belong to it."""
    number = turn.place[0]
    if following is not None and following.place[0] == number:
        return turn.end
    stop = following.place[0] if following else len(paragraphs)
    pattern = _TALK if following else _FIRST_PERSON
    end = turn.end
    for paragraph in paragraphs[number + 1 : stop]:
        if any(line.depth for line in paragraph) or not pattern.search(
            text, paragraph[0].start, paragraph[-1].end
        ):
            break
        end = paragraph[-1].end
    return end
