"""Sentences that report the same fact are paired; the rest stay on their side."""

from collections.abc import Callable

import numpy as np
import pytest

from analysis import compare
from analysis.comparison.frames import PAIRS
from analysis.comparison.shared_words import MIN_SIMILARITY, mutual_best, similarities, terms
from analysis.frames import Result
from analysis.reading.samples import samples
from analysis.text.segmentation.sentences import segment

PLAIN = [
    "The council voted 9 to 4 on Tuesday to close the Elm Street library.",
    "The building needs a new roof, which would cost £600,000.",
    "Readers can use the branch in Fenton from May.",
]
LOADED = [
    "A roof that would cost just £600,000 is the excuse.",
    "Heartless councillors voted by 9 to 4 to axe the beloved Elm Street library.",
    "Shame on them all.",
]


def test_pairs_and_what_only_one_side_has(result_of: Callable[..., Result]) -> None:
    pairs = compare(
        result_of(PLAIN, tone=[0.0, -0.25, 0.5], loaded_probability=[0.1, 0.2, 0.3]),
        result_of(LOADED, tone=[-0.5, -1.0, -0.75], loaded_probability=[0.6, 0.9, 0.8]),
    )
    assert {name: str(dtype) for name, dtype in pairs.dtypes.items()} == {
        name: column.dtype for name, column in PAIRS.items()
    }
    assert pairs["sentence_a"].fillna(-1).tolist() == [0, 1, 2, -1]
    assert pairs["sentence_b"].fillna(-1).tolist() == [1, 0, -1, 2]
    assert pairs["text_a"].tolist()[:3] == PLAIN
    assert pairs["text_b"].tolist()[:2] == [LOADED[1], LOADED[0]]
    assert pairs["tone_difference"].tolist()[:2] == [-1.0, -0.25]
    assert pairs["loaded_probability_difference"].tolist()[:2] == pytest.approx([0.8, 0.4])
    assert pairs.iloc[2][["text_b", "tone_b", "similarity", "tone_difference"]].isna().all()
    assert pairs.iloc[3][["text_a", "tone_a", "similarity", "tone_difference"]].isna().all()
    assert (pairs["similarity"].dropna() >= MIN_SIMILARITY).all()


def test_an_article_is_paired_with_itself(result_of: Callable[..., Result]) -> None:
    pairs = compare(result_of(PLAIN), result_of(PLAIN))
    assert pairs["sentence_a"].tolist() == pairs["sentence_b"].tolist() == [0, 1, 2]
    assert pairs["similarity"].tolist() == pytest.approx([1, 1, 1])


def test_nothing_in_common(result_of: Callable[..., Result]) -> None:
    pairs = compare(result_of(["It rained hard."]), result_of(["The and of.", "Sheep graze."]))
    assert pairs["sentence_a"].fillna(-1).tolist() == [0, -1, -1]


def test_similarity_by_hand() -> None:
    # Without endings: {rain, fell} and {rain, stop}. "rain" is in 2 of 2 sentences and weighs
    # ln(3/3) + 1 = 1, the others ln(3/2) + 1 = 1.405: 1 / (1 + 1.405²) = 0.3362.
    weight = np.log(3 / 2) + 1
    assert similarities(["Rain fell"], ["rains stop"])[0, 0] == pytest.approx(1 / (1 + weight**2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voted, votes; voting", ["vot", "vote", "vot"]),
        ("The city’s £2.10 fare", ["city", "2.10", "fare"]),
        ("said the and of", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert [word[: len(stem)] for word, stem in zip(terms(text), expected, strict=True)] == expected


def test_mutual_best_wants_both_sides_and_the_threshold() -> None:
    similarity = np.array([[0.9, 0.8, 0.0], [0.95, 0.1, 0.0], [0.0, 0.0, MIN_SIMILARITY - 0.01]])
    assert mutual_best(similarity) == [(1, 0)]
    assert mutual_best(np.zeros((0, 3))) == []


@pytest.mark.parametrize(
    ("event", "plain", "loaded"),
    [
        ("bus-fares", "The council will review passenger", "The council will review passenger"),
        ("nurses-strike", "The hospital has offered 7%", "The hospital has put 7%"),
        ("river-flood", "It reached 81%", "The alarm reached 81%"),
        ("fishing-dispute", "Karsia does not recognise", "Karsia has never recognised"),
    ],
)
def test_samples_of_one_event(event: str, plain: str, loaded: str) -> None:
    texts = {
        sample.style: [sample.text[s.start : s.end] for s in segment(sample.text)]
        for sample in samples()
        if sample.event == event
    }
    pairs = mutual_best(similarities(texts["plain"], texts["loaded"]))
    wanted = [text.startswith(plain) for text in texts["plain"]].index(True)
    assert texts["loaded"][dict(pairs)[wanted]].startswith(loaded)
