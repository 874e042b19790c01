"""Statements of one speaker that say the same, with their verbs of saying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.alignment.judge import Judge
from analysis.comparison.frames import SAYINGS
from analysis.comparison.people import People
from analysis.comparison.saying.linked import linked_sentences
from analysis.comparison.saying.quoted import SHORT_RUN, runs
from analysis.comparison.saying.quoted_words import words_between
from analysis.comparison.saying.said import Said, statements_of
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd

MOST_JUDGED = 48
"""Pairs of statements that the network judges in one comparison, those with most words in common:
about half a second."""

SAME_SPEAKER = 0.9
"""Probability from which two statements of one speaker say the same. All of the 64 pairs that the
sample articles of twelve events have say the same, by reading them; most share words in a row."""

UNKNOWN_SPEAKER = 0.95
"""The same where one article does not tell who speaks (“he said”)."""

_SHARED = 0.3
"""Share of the shorter statement's words that the other must have to be judged."""

_SHARED_UNKNOWN = 0.5
"""The same where one article does not tell who speaks."""

_RUN = 5
_CONTENT_WORDS = 2
"""Words in a row, and content words among them, that two statements share if they are the same
words of the speaker: no network needs to be asked."""

_CERTAIN = 2.0


def sayings(
    pairs: pd.DataFrame, articles: Sequence[Result], judge: Judge, known: People
) -> pd.DataFrame:
    """Return the columns declared in ``SAYINGS``.

    ``judge`` is asked once. Two statements are compared if the speaker is the same, or if one
    article does not tell the speaker and their sentences are linked in ``pairs``; a request only
    with a request. They say the same if they share five words in a row (or all words of one of
    three or four), or if the network finds it (``SAME_SPEAKER``, ``UNKNOWN_SPEAKER``). Every
    statement has one partner in another article, the most probable one.
    ``known`` are the people of ``articles``.
    """
    said = [statements_of(result, place, known) for place, result in enumerate(articles)]
    linked = linked_sentences(pairs)
    found = [
        candidate
        for a, b in combinations(range(len(articles)), 2)
        for one, other in _near(said[a], said[b], linked.get((a, b), {}))
        if (candidate := _compared(one, other)) is not None
    ]
    alike = [one for one in found if one.certain]
    doubtful = sorted((one for one in found if not one.certain), key=lambda one: -one.shared)
    doubtful = doubtful[:MOST_JUDGED]
    probabilities = judge([one.texts for one in doubtful]).tolist() if doubtful else []
    scored = [(_CERTAIN + one.shared, one) for one in alike]
    scored += [
        (float(probability), one)
        for probability, one in zip(probabilities, doubtful, strict=True)
        if probability >= one.threshold
    ]
    best = sorted(_one_each(scored), key=lambda one: (one.a.article, one.b.article, one.a.number))
    rows = [_row(one, linked.get((one.a.article, one.b.article), {})) for one in best]
    return frame({name: [row[name] for row in rows] for name in SAYINGS}, SAYINGS)


@dataclass(frozen=True)
class _Candidate:
    """Two statements that may say the same: the pieces of each that have words of the other, the
    share of the shorter one's words that both have, whether that is sure already, and from which
    probability it is the same."""

    a: Said
    b: Said
    texts: tuple[str, str]
    shared: float
    certain: bool
    threshold: float


def _near(
    first: Sequence[Said], second: Sequence[Said], links: Mapping[tuple[int, int], str]
) -> Iterator[tuple[Said, Said]]:
    """Yield the statements of two articles that may be the same: of one speaker, or of one whom an
    article does not tell, in sentences that are linked."""
    by_person: dict[int | None, list[Said]] = {}
    by_sentence: dict[int, list[Said]] = {}
    for other in second:
        by_person.setdefault(other.person, []).append(other)
        for sentence in set(other.sentences):
            by_sentence.setdefault(sentence, []).append(other)
    partners: dict[int, list[int]] = {}
    for i, j in links:
        partners.setdefault(i, []).append(j)
    for one in first:
        if one.person is not None:
            yield from ((one, other) for other in by_person.get(one.person, ()))
        linked = {
            other.number: other
            for i in one.sentences
            for j in partners.get(i, ())
            for other in by_sentence.get(j, ())
        }
        for other in linked.values():
            if None in (one.person, other.person):
                yield one, other


def _compared(one: Said, other: Said) -> _Candidate | None:
    """Return the candidate that two statements are, or None."""
    same_speaker = one.person is not None and one.person == other.person
    if one.is_request != other.is_request or not one.all_terms & other.all_terms:
        return None
    (text, mine), (its_text, theirs) = _near_pieces(one, other), _near_pieces(other, one)
    shared = len(mine & theirs) / min(len(mine), len(theirs))
    if shared < (_SHARED if same_speaker else _SHARED_UNKNOWN):
        return None
    threshold = SAME_SPEAKER if same_speaker else UNKNOWN_SPEAKER
    texts = (text, its_text)
    return _Candidate(one, other, texts, shared, _same_words(*texts), threshold)


def _near_pieces(one: Said, other: Said) -> tuple[str, frozenset[str]]:
    """Return the pieces of a statement that have a word of the other, as one text, and their words:
    what else was said in the same breath must not hide what both give."""
    near = [place for place, mine in enumerate(one.terms) if mine & other.all_terms]
    return (
        " … ".join(one.texts[place] for place in near),
        frozenset().union(*(one.terms[place] for place in near)),
    )


def _same_words(one: str, other: str) -> bool:
    keys = []
    content: set[str] = set()
    for text in (one, other):
        words = list(words_between(text, 0, len(text)))
        keys.append([word.key for word in words])
        content |= {word.key for word in words if word.content}
    length = max(SHORT_RUN, min(_RUN, *map(len, keys)))
    shared = set(runs(keys[0], length)) & set(runs(keys[1], length))
    return any(sum(key in content for key in run) >= _CONTENT_WORDS for run in shared)


def _one_each(scored: Iterable[tuple[float, _Candidate]]) -> list[_Candidate]:
    """Return the best pairs, every statement with one partner in each other article."""
    taken: set[tuple[int, int, int]] = set()
    kept = []
    for _, one in sorted(scored, key=lambda pair: -pair[0]):
        keys = {
            (one.a.article, one.a.number, one.b.article),
            (one.b.article, one.b.number, one.a.article),
        }
        if not keys & taken:
            taken |= keys
            kept.append(one)
    return kept


def _same_sentences(one: _Candidate, links: Mapping[tuple[int, int], str]) -> tuple[int, int]:
    """Return of the sentences of two statements the two that say the same: linked ones before
    others, and of those the ones with most words in common."""
    mine, theirs = _terms_of_sentences(one.a), _terms_of_sentences(one.b)

    def alike(pair: tuple[int, int]) -> tuple[bool, int]:
        common = len(mine[pair[0]] & theirs[pair[1]])
        return common > 0 and pair in links, common

    return max(product(mine, theirs), key=alike)


def _terms_of_sentences(said: Said) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for sentence, some in zip(said.sentences, said.terms, strict=True):
        found[sentence] = found.get(sentence, frozenset()) | some
    return found


def _row(one: _Candidate, links: Mapping[tuple[int, int], str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "article_a": one.a.article,
        "article_b": one.b.article,
        "speaker": one.a.speaker if one.a.person is not None else one.b.speaker,
        "differs": bool(one.a.manner and one.b.manner) and one.a.manner != one.b.manner,
    }
    if one.a.person is None and one.b.person is None:
        row["speaker"] = ""
    sentences = _same_sentences(one, links)
    for side, said, text, sentence in zip(
        ("a", "b"), (one.a, one.b), one.texts, sentences, strict=True
    ):
        row |= {
            f"statement_{side}": said.number,
            f"sentence_{side}": sentence,
            f"text_{side}": text,
            f"cue_{side}": said.cue,
            f"cue_start_{side}": said.cue_start,
            f"cue_end_{side}": said.cue_end,
            f"verb_{side}": said.verb,
            f"manner_{side}": said.manner,
        }
    return row
