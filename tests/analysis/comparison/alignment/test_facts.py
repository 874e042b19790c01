"""Sentences of several articles that tell the same are one fact, without chains."""

from collections.abc import Callable
from typing import Any

from analysis.columns import frame
from analysis.comparison.alignment.facts import facts
from analysis.comparison.frames import PAIRS
from analysis.frames import Result

Linked = tuple[int, int, int, int, float, str]


def pairs_of(*links: Linked) -> Any:
    """Return a frame of pairs: (article, sentence, other article, sentence, probability, band)."""
    rows = {name: [None] * len(links) for name in PAIRS}
    rows |= {
        name: [0.0] * len(links) for name, column in PAIRS.items() if column.dtype == "float64"
    }
    columns = ("article_a", "sentence_a", "article_b", "sentence_b", "same_fact", "band")
    rows |= dict(zip(columns, map(list, zip(*links, strict=True)), strict=True))
    return frame(rows, PAIRS)


def told(found: Any) -> list[list[tuple[int, int, str]]]:
    """Return the facts, each as (article, sentence, band)."""
    return [
        list(zip(rows["article"], rows["sentence"], rows["band"], strict=True))
        for _, rows in found.groupby("fact", sort=True)
    ]


SAME, MAYBE = "same fact", "possibly"


def test_a_fact_that_all_tell_comes_first(result_of: Callable[..., Result]) -> None:
    articles = [result_of(["One.", "Two."]), result_of(["Three."]), result_of(["Four.", "Five."])]
    pairs = pairs_of(
        (0, 0, 1, 0, 0.6, MAYBE),
        (0, 1, 1, 0, 0.9, SAME),
        (0, 1, 2, 1, 0.9, SAME),
        (1, 0, 2, 1, 0.9, SAME),
    )
    found = facts(pairs, articles)
    assert told(found) == [
        [(0, 1, SAME), (1, 0, SAME), (2, 1, SAME)],
        [(0, 0, SAME)],
        [(2, 0, SAME)],
    ]
    assert found["articles"].tolist() == [3, 3, 3, 1, 1]
    assert found["text"].tolist() == ["Two.", "Three.", "Five.", "One.", "Four."]


def test_one_sentence_may_hold_two_of_another(result_of: Callable[..., Result]) -> None:
    articles = [result_of(["One and two."]), result_of(["One.", "Two."])]
    pairs = pairs_of((0, 0, 1, 0, 0.9, SAME), (0, 0, 1, 1, 0.8, SAME))
    assert told(facts(pairs, articles)) == [[(0, 0, SAME), (1, 0, SAME), (1, 1, SAME)]]


def test_a_chain_is_not_one_fact(result_of: Callable[..., Result]) -> None:
    # The second article's sentence tells what the first's does, and another thing that the third's
    # and fourth's do: these two are not put to the first.
    articles = [
        result_of(["One."]),
        result_of(["Two."]),
        result_of(["Three."]),
        result_of(["Four."]),
    ]
    pairs = pairs_of((0, 0, 1, 0, 0.95, SAME), (1, 0, 2, 0, 0.9, SAME), (2, 0, 3, 0, 0.99, SAME))
    assert told(facts(pairs, articles)) == [
        [(0, 0, SAME), (1, 0, SAME)],
        [(2, 0, SAME), (3, 0, SAME)],
    ]


def test_what_may_be_the_same_is_put_to_one_fact(result_of: Callable[..., Result]) -> None:
    articles = [result_of(["One.", "Two."]), result_of(["Three.", "Four."])]
    pairs = pairs_of((0, 0, 1, 0, 0.4, MAYBE), (0, 1, 1, 0, 0.5, MAYBE), (0, 1, 1, 1, 0.3, MAYBE))
    assert told(facts(pairs, articles)) == [
        [(0, 1, SAME), (1, 0, MAYBE), (1, 1, MAYBE)],
        [(0, 0, SAME)],
    ]
    assert facts(pairs, articles)["articles"].tolist() == [1, 1, 1, 1]


def test_every_sentence_is_told_once(result_of: Callable[..., Result]) -> None:
    articles = [result_of(["One.", "By A"], part=["body", "furniture"]), result_of(["Two."])]
    found = facts(pairs_of((0, 0, 1, 0, 0.2, "no match found")), articles)
    assert told(found) == [[(0, 0, SAME)], [(1, 0, SAME)]]
