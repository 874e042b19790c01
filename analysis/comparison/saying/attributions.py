"""Statements that one article attributes and another asserts in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.alignment.judge import Judge
from analysis.comparison.frames import ATTRIBUTIONS, SAME_FACT
from analysis.comparison.people import People
from analysis.comparison.saying.linked import Links, linked_sentences
from analysis.comparison.saying.said import Said, statements_of
from analysis.comparison.shared_words import terms
from analysis.frames import HEADLINE, VOICES, Result
from analysis.speakers.names.titles import BEFORE_TITLES, TITLES
from analysis.text.function_words import words

if TYPE_CHECKING:
    import pandas as pd

MOST_JUDGED = 48
"""Pairs of a statement and a sentence that the network judges in one comparison, those with most
words in common: about half a second."""

ASSERTED = 0.9
"""Probability from which a sentence says what a statement says."""

_ASSERTED_WITH_NUMBER = 0.85
"""The same if both have the same number in figures."""

_SHARED = 0.3
"""Share of a statement's words that the sentence must have, if these are three or one of them is a
number: it may word it otherwise, but it can't leave out most of it."""

_SHARED_OF_FEW = 0.5
"""The same for two words, neither of them a number."""

_SHARED_ELSEWHERE = 0.6
"""The same for a statement in quotation marks, whose words are seldom the outlet's too, and for
sentences that are not held for the same fact."""

_ASSERTED_ELSEWHERE = 0.97
"""Probability from which a sentence that is not held for the same fact says what was said."""

_FEWEST = 2
"""Words in common that are no names and no titles: who is spoken of is not what is said of them."""

ASSERTING = words(
    "according add allege argue assert assess believe boast calculate claim complain conclude "
    "confirm contend count disclose emphasise emphasize estimate explain find "
    "hold indicate insist maintain mention note observe point portray put reckon record remark "
    "report reveal say show state stress suggest tell testify warn write"
)
"""First words of the verbs after which stands what the speaker gives for a fact. After others
(“vote”, “promise”, “ask”, “accuse”) stands what somebody does or wants done, which another article
can report without asserting what the first attributes."""

_DENIES = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(?:not|never|cannot|no|none|nobody|nothing|nor|neither|without)\b|n['’]t\b", re.IGNORECASE
)
"""“Could not vouch for the money” is not asserted by a sentence that denies nothing."""

_NUMBER = re.compile(r"\d[\d.,]*")
_AGE = re.compile(r", \d{1,3}, ")
_LABEL = re.compile(r"[^\s:][^:]{0,60}:\s")


def attributions(
    pairs: pd.DataFrame, articles: Sequence[Result], judge: Judge, known: People
) -> pd.DataFrame:
    """Return the columns declared in ``ATTRIBUTIONS``.

    Looked at are statements that their speakers give for facts, and sentences of other articles
    in the outlet's own voice in which nobody says anything. ``judge`` is asked once whether such a
    sentence says what was said. Of sentences that ``pairs`` holds for the same fact less is wanted
    (``_SHARED``, ``ASSERTED``) than of others (``_SHARED_ELSEWHERE``, ``_ASSERTED_ELSEWHERE``). A
    statement has at most one row for each other article, the most probable one.
    ``known`` are the people of ``articles``.
    """
    links = linked_sentences(pairs)
    said = [statements_of(result, place, known) for place, result in enumerate(articles)]
    asserted = [_Asserted(result) for result in articles]
    found = [
        candidate
        for a, b in permutations(range(len(articles)), 2)
        for statement in said[a]
        for candidate in _compared(statement, b, asserted, links)
    ]
    found = sorted(found, key=lambda one: -one.shared)[:MOST_JUDGED]
    probabilities = judge([(one.text, one.asserted) for one in found]).tolist() if found else []
    best: dict[tuple[int, int, int], tuple[float, _Candidate]] = {}
    for probability, one in zip(probabilities, found, strict=True):
        key = (one.said.article, one.said.number, one.other)
        if probability >= one.threshold and probability > best.get(key, (0.0,))[0]:
            best[key] = (probability, one)
    rows = [_row(one) for _, (_, one) in sorted(best.items())]
    return frame({name: [row[name] for row in rows] for name in ATTRIBUTIONS}, ATTRIBUTIONS)


@dataclass(frozen=True)
class _Candidate:
    """A piece of a statement, and a sentence of another article that may assert it: the share of
    its words that the sentence has, and from which probability it does."""

    said: Said
    sentence: int
    start: int
    end: int
    text: str
    other: int
    partner: int
    asserted: str
    shared: float
    threshold: float


class _Asserted:
    """The sentences of an article in the outlet's own voice in which nobody says or thinks
    anything, and by which words they are found. A headline that begins with whose words it is
    (“Hale: …”) is none of them."""

    def __init__(self, result: Result) -> None:
        self.texts: dict[int, str] = {}
        self.holders: dict[str, list[int]] = {}
        self.names = _name_words(result)
        columns = (result.statements[name].tolist() for name in ("start", "end"))
        told = _merged(zip(*columns, strict=True))
        starts = [start for start, _ in told]
        names = ("sentence", "start", "end", "text", "voice", "part")
        for number, start, end, text, voice, part in zip(
            *(result.sentences[name].tolist() for name in names), strict=True
        ):
            last = bisect_left(starts, end) - 1
            says = last >= 0 and told[last][1] > start
            if voice == VOICES[0] and not says and not (part == HEADLINE and _LABEL.match(text)):
                self.texts[int(number)] = str(text)
                for term in set(terms(text)):
                    self.holders.setdefault(term, []).append(int(number))


def _name_words(result: Result) -> set[str]:
    """Return the words of all names of an article and of titles, as ``terms`` gives them."""
    found = set(terms(" ".join(TITLES | BEFORE_TITLES)))
    for mentions in result.names["mentions"]:
        for start, end in mentions:
            found.update(terms(result.text[start:end]))
    return found


def _compared(
    statement: Said, other: int, asserted: Sequence[_Asserted], links: Links
) -> Iterator[_Candidate]:
    """Yield the sentences of another article that may assert a piece of a statement."""
    if statement.act != "said" or statement.verb.split(" ")[0] not in ASSERTING:
        return
    theirs = asserted[other]
    names = asserted[statement.article].names | theirs.names
    for (start, end), text, sentence in zip(
        statement.pieces, statement.texts, statement.sentences, strict=True
    ):
        mine = set(terms(_AGE.sub(", ", text)))
        numbers = _numbers(text)
        telling = Counter(
            number for term in mine - names for number in theirs.holders.get(term, ())
        )
        for partner, count in telling.items():
            whole = theirs.texts[partner]
            if count < _FEWEST or (numbers and numbers[0] not in _numbers(whole)):
                continue
            if _DENIES.search(text) and not _NEGATIVE.search(whole):
                continue
            common = len(mine & set(terms(whole)))
            if statement.form == "direct" and common <= _FEWEST and not numbers:
                # Two words of a short remark (“They have rents to pay”) stand anywhere.
                continue
            same = _are_linked(links, statement.article, sentence, other, partner)
            if same:
                wanted = _SHARED if common > _FEWEST or numbers else _SHARED_OF_FEW
                wanted = wanted if statement.form == "reported" else _SHARED_ELSEWHERE
                threshold = _ASSERTED_WITH_NUMBER if numbers else ASSERTED
            elif statement.form != "direct":
                wanted, threshold = _SHARED_ELSEWHERE, _ASSERTED_ELSEWHERE
            else:
                continue
            shared = common / len(mine)
            if shared >= wanted:
                yield _Candidate(
                    statement, sentence, start, end, text, other, partner, whole, shared, threshold
                )


def _are_linked(links: Links, article: int, sentence: int, other: int, partner: int) -> bool:
    """Whether two sentences of two articles tell the same fact."""
    if article < other:
        band = links.get((article, other), {}).get((sentence, partner))
    else:
        band = links.get((other, article), {}).get((partner, sentence))
    return band == SAME_FACT


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _numbers(text: str) -> list[str]:
    """Return the numbers in figures; a statement's first one is of what it says, later ones can be
    of what the outlet adds."""
    return [number.rstrip(".,") for number in _NUMBER.findall(_AGE.sub(", ", text))]


def _row(one: _Candidate) -> dict[str, Any]:
    return {
        "said_in": one.said.article,
        "said_sentence": one.sentence,
        "said_start": one.start,
        "said_end": one.end,
        "said_text": one.text,
        "speaker": one.said.speaker,
        "cue": one.said.cue,
        "asserted_in": one.other,
        "asserted_sentence": one.partner,
        "asserted_text": one.asserted,
    }
