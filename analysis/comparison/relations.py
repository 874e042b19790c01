"""What two articles are to each other: copies, reports of one event, or about different things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import RELATIONS, RELATIONS_OF_TWO, SAME_FACT
from analysis.comparison.wording.words import forms_of
from analysis.frames import FURNITURE, NAME_KINDS, Result
from analysis.speakers.names.words import comparable

if TYPE_CHECKING:
    import pandas as pd

PERSON = NAME_KINDS[0]

RUN = 4
"""Words in a row that must stand in the other article for each of them to count as standing there
alike: shorter runs are common in any two texts."""

NEAR_COPY_FROM = 0.55
"""Share of the shorter article's words that stand alike from which two articles are near copies. In
edited copies of the samples, up to 15 % of their words replaced, it is 0.63 or more, between two
tellings of one event 0.34 or less (``python -m tests.bench.near_copies``)."""

SAME_EVENT_FROM, SAME_EVENT_WITH_NAMES_FROM = 0.2, 0.12
DIFFERENT_BELOW, CERTAINLY_DIFFERENT_BELOW = 0.15, 0.06
SOME_NAMES_FROM, MANY_NAMES_FROM = 0.2, 0.4
"""Shares of the shorter article's sentences that tell a fact the other tells, and of the names of
the article with fewer that the other has. One event: at least ``SAME_EVENT_FROM`` of the sentences
and some names, or fewer sentences and many names. Different things: few sentences and hardly a
name, or hardly a sentence and not many names, since the same persons are in the news for many
reasons. Between the samples of one event the shares are 0.20 and 0.6 or more, between others 0.12
and 0.1 or less."""

FEWEST_FACTS = 3
"""Pairs of sentences that tell the same fact without which nothing is said to be one event."""

FEWEST_SENTENCES = 5
"""Sentences of each article under which they are not said to be about different things."""

FEWEST_WORDS = 30
"""Words of each article under which two that are not word for word the same are no near copies: a
brief can consist of one quotation."""


def relations(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``RELATIONS``; furniture is left out."""
    rows: dict[str, list[object]] = {name: [] for name in RELATIONS}
    own = [_own(article) for article in articles]
    told = pairs[pairs["band"] == SAME_FACT]
    for a, b in combinations(range(len(articles)), 2):
        found = alike(*(list(own[place].values()) for place in (a, b)))
        between = told[(told["article_a"] == a) & (told["article_b"] == b)]
        side = "a" if len(own[a]) <= len(own[b]) else "b"
        fewest = min(len(own[a]), len(own[b]))
        facts = _Facts(
            count=len(between),
            share=between[f"sentence_{side}"].nunique() / fewest if fewest else 0.0,
            names=_names_shared(articles[a], articles[b]),
            sentences=fewest,
        )
        values: dict[str, object] = {
            "article_a": a,
            "article_b": b,
            "relation": _relation(found, facts),
            "same_text": found.share,
            "same_facts": facts.count,
            "differing_a": [list(own[a])[place] for place in found.differing_a],
            "differing_b": [list(own[b])[place] for place in found.differing_b],
        }
        for name, value in values.items():
            rows[name].append(value)
    return frame(rows, RELATIONS)


@dataclass(frozen=True)
class _Facts:
    """What two articles share besides words: ``count`` pairs that tell the same fact, the ``share``
    of the shorter article's sentences in them, the share of ``names``, NaN if one has none;
    ``sentences`` of the shorter."""

    count: int
    share: float
    names: float
    sentences: int


def _relation(found: Alike, facts: _Facts) -> str:
    same_text, near_copy, same_event, unclear, different = RELATIONS_OF_TWO
    if found.is_copy:
        return same_text if found.is_same else near_copy
    # Without names the facts alone decide.
    some = facts.names != facts.names or facts.names >= SOME_NAMES_FROM
    many = facts.names >= MANY_NAMES_FROM
    enough = (facts.share >= SAME_EVENT_FROM and some) or (
        facts.share >= SAME_EVENT_WITH_NAMES_FROM and many
    )
    if facts.count >= FEWEST_FACTS and enough:
        return same_event
    few = facts.share < DIFFERENT_BELOW and facts.names < SOME_NAMES_FROM
    hardly = facts.share < CERTAINLY_DIFFERENT_BELOW and not many
    return different if facts.sentences >= FEWEST_SENTENCES and (few or hardly) else unclear


def _own(article: Result) -> dict[int, str]:
    """Return the sentences of an article by their numbers, without furniture."""
    sentences = article.sentences[article.sentences["part"] != FURNITURE]
    return dict(zip(sentences["sentence"].tolist(), sentences["text"].tolist(), strict=True))


def _names_shared(one: Result, other: Result) -> float:
    """Return the share of the names of the article with fewer that the other has, NaN without
    names; persons are known by their surname."""
    names = [
        {
            words[-1:] if kind == PERSON else words
            for name, kind in zip(article.names["name"], article.names["kind"], strict=True)
            if (words := comparable(name))
        }
        for article in (one, other)
    ]
    fewest = min(map(len, names))
    return len(names[0] & names[1]) / fewest if fewest else float("nan")


@dataclass(frozen=True)
class Alike:
    """How much of two articles stands in both.

    ``share`` of the shorter one's ``words``, 0 to 1, and which sentences of each do not stand in
    the other, as places in the lists given.
    """

    share: float
    words: int
    differing_a: tuple[int, ...]
    differing_b: tuple[int, ...]

    @property
    def is_same(self) -> bool:
        """Whether the two are word for word the same."""
        nothing_differs = not self.differing_a and not self.differing_b
        return self.words > 0 and self.share == 1 and nothing_differs

    @property
    def is_copy(self) -> bool:
        """Whether they are the same or near copies."""
        return self.is_same or (self.share >= NEAR_COPY_FROM and self.words >= FEWEST_WORDS)


def alike(sentences_a: Sequence[str], sentences_b: Sequence[str]) -> Alike:
    """Return how much of two articles, given as their sentences, stands in both.

    A word stands alike in the other article if a run of ``RUN`` words that holds it does, wherever
    that is. Case, white space, marks and British or American spelling do not count. The runs are
    compared exactly; MinHash estimates the same share for thousands of articles, and five are few.
    """
    forms_a, forms_b = (
        [forms_of(sentence) for sentence in sentences] for sentences in (sentences_a, sentences_b)
    )
    differing_a, differing_b = _differing(forms_a, forms_b), _differing(forms_b, forms_a)
    # Of two equally long ones the one with more, so that both orders give the same.
    words, missing = min(
        (sum(map(len, own)), sum(map(len, own)) - _covered(own, others))
        for own, others in ((forms_a, forms_b), (forms_b, forms_a))
    )
    if words < RUN and not differing_a and not differing_b:
        missing = 0
    return Alike(1 - missing / words if words else 0.0, words, differing_a, differing_b)


def _covered(forms: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]) -> int:
    """Return how many words stand in a run that the others hold too."""
    runs = Counter(_runs([word for sentence in others for word in sentence]))
    words = [word for sentence in forms for word in sentence]
    covered = [False] * len(words)
    for place, run in enumerate(_runs(words)):
        if runs[run] > 0:
            covered[place : place + RUN] = [True] * RUN
    return sum(covered)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[shift:] for shift in range(RUN)), strict=False))


def _differing(
    forms: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]
) -> tuple[int, ...]:
    """Return the places of the sentences whose words do not stand in a row in the other article.

    The other article's sentences may end elsewhere, which a dateline or an initial can cause.
    """
    flat = [word for sentence in others for word in sentence]
    whole, runs, text = set(others), set(_runs(flat)), f" {' '.join(flat)} "

    def stands(words: tuple[str, ...]) -> bool:
        # Most sentences that differ do so in their first run, so that few are searched for.
        may = len(words) < RUN or words[:RUN] in runs
        return words in whole or (may and f" {' '.join(words)} " in text)

    return tuple(place for place, words in enumerate(forms) if words and not stands(words))
