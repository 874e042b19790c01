"""Sentences that tell the same fact are paired; the rest stay on their side."""

from collections.abc import Callable

import pytest

from analysis import compare, compare_all
from analysis.comparison.frames import PAIRS, letter
from analysis.frames import Result

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
    assert pairs["band"].tolist()[2:] == ["no match found", "no match found"]
    assert set(pairs["band"].tolist()[:2]) <= {"same fact", "possibly"}
    assert pairs["text_a"].tolist()[:3] == PLAIN
    assert pairs["text_b"].tolist()[:2] == [LOADED[1], LOADED[0]]
    assert pairs["tone_difference"].tolist()[:2] == [-1.0, -0.25]
    assert pairs["loaded_probability_difference"].tolist()[:2] == pytest.approx([0.8, 0.4])
    missing = ["text_b", "voice_b", "tone_b", "similarity", "same_fact", "tone_difference"]
    assert pairs.iloc[2][missing].isna().all()
    assert pairs.iloc[3][[name.replace("_b", "_a") for name in missing]].isna().all()


def test_an_article_is_paired_with_itself(result_of: Callable[..., Result]) -> None:
    pairs = compare(result_of(PLAIN), result_of(PLAIN))
    assert pairs["sentence_a"].tolist() == pairs["sentence_b"].tolist() == [0, 1, 2]
    assert pairs["band"].tolist() == ["same fact"] * 3
    assert pairs["similarity"].tolist() == pytest.approx([1, 1, 1])


def test_nothing_in_common(result_of: Callable[..., Result]) -> None:
    pairs = compare(result_of(["It rained hard."]), result_of(["The and of.", "Sheep graze."]))
    assert pairs["sentence_a"].fillna(-1).tolist() == [0, -1, -1]


def test_furniture_is_left_out(result_of: Callable[..., Result]) -> None:
    with_furniture = result_of(["By Ann Poe", *PLAIN], part=["furniture", *["body"] * 3])
    pairs = compare(
        with_furniture, result_of([*LOADED, "By Ann Poe"], part=[*["body"] * 3, "furniture"])
    )
    assert pairs["sentence_a"].fillna(-1).tolist() == [1, 2, 3, -1]
    assert pairs["sentence_b"].fillna(-1).tolist() == [1, 0, -1, 2]


def test_three_articles_are_compared_two_by_two(result_of: Callable[..., Result]) -> None:
    found = compare_all([result_of(PLAIN), result_of(LOADED), result_of(PLAIN[::-1])])
    sides = found.pairs[["article_a", "article_b"]].drop_duplicates().values.tolist()
    assert sides == [[0, 1], [0, 2], [1, 2]]
    alike = compare(found.articles[0], found.articles[1])
    assert found.pairs[found.pairs["article_b"] == 1].reset_index(drop=True).equals(alike)
    vote = found.facts[found.facts["fact"] == 0]
    assert vote["articles"].tolist() == [3, 3, 3]
    assert vote[["article", "sentence"]].values.tolist() == [[0, 0], [1, 1], [2, 2]]


@pytest.mark.parametrize("count", [0, 1, 6])
def test_two_to_five_articles(count: int, result_of: Callable[..., Result]) -> None:
    with pytest.raises(ValueError, match=f"{count} articles given: compare 2 to 5"):
        compare_all([result_of(PLAIN)] * count)


def test_letters() -> None:
    assert [letter(place) for place in range(5)] == list("ABCDE")
