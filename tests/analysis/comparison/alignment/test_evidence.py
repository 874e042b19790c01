"""What speaks for a pair of sentences, on pairs whose evidence can be told by reading."""

import numpy as np
import pytest

from analysis.comparison.alignment.evidence import BETWEEN, CANDIDATES, EVIDENCE, candidates
from analysis.comparison.alignment.judge import same_fact
from analysis.speakers.tagging.network import voices
from models.inference.voices.pair_features import FEATURES, SOFT

A = ["The mill burned down on Friday.", "Nobody was hurt.", "The owner blamed 14 old fuses."]
B = ["Fuses, 14 of them old, were to blame, said the owner.", "A mill burned down on Friday."]


def column(name: str, found: np.ndarray) -> list[float]:
    return [float(value) for value in found[:, EVIDENCE.index(name)]]


def test_candidates_share_a_word() -> None:
    found = candidates(A, B, voices())
    assert found.places == [(0, 1), (2, 0)]
    assert found.evidence.shape == (2, len(EVIDENCE))
    assert column("similarity", found.evidence) == [
        found.similarity[0, 1],
        found.similarity[2, 0],
    ]
    assert column("numbers_in_both", found.evidence) == [0, 1]
    assert column("apart_in_order", found.evidence) == pytest.approx([0.5, 2 / 3])


def test_above_the_next_best_partner() -> None:
    found = candidates(["red fox", "red hen"], ["red fox", "hen"], voices())
    most, least = (
        dict(zip(found.places, column(f"above_next_at_{end}", found.evidence), strict=True))
        for end in ("most", "least")
    )
    # “red fox” is only like itself, by 1 more than “hen” is; “red hen” is second best for it.
    assert most[0, 0] == pytest.approx(1)
    assert least[0, 0] == pytest.approx(1 - found.similarity[1, 0])
    # “hen” is like nothing else, and “red hen” is nearer to it than to “red fox”.
    assert most[1, 1] == pytest.approx(found.similarity[1, 1])
    assert least[1, 1] == pytest.approx(found.similarity[1, 1] - found.similarity[1, 0])
    assert most[1, 0] == pytest.approx(-least[1, 1])


def test_the_order_of_the_articles_says_nothing() -> None:
    one, other = candidates(A, B, voices()), candidates(B, A, voices())
    assert {(j, i) for i, j in one.places} == set(other.places)
    turned = [other.places.index((j, i)) for i, j in one.places]
    assert other.evidence[turned] == pytest.approx(one.evidence)


def test_a_bounded_number_of_candidates() -> None:
    texts = [f"The lake froze on day {number}." for number in range(30)]
    found = candidates(texts, texts, voices())
    # Each is among the nearest of itself; no sentence has more than those nearest to it on a side.
    assert {(place, place) for place in range(30)} <= set(found.places)
    assert len(found.places) <= 2 * CANDIDATES * 30


@pytest.mark.parametrize(("a", "b"), [([], ["One."]), (["One."], []), ([], []), (["…"], ["!"])])
def test_nothing_to_compare(a: list[str], b: list[str]) -> None:
    found = candidates(a, b, voices())
    assert found.places == []
    assert found.evidence.shape == (0, len(EVIDENCE))


def test_same_fact_is_public_and_the_same_in_both_orders() -> None:
    from analysis import comparison

    pair = ("The mill burned down on Friday night.", "On Friday night a fire destroyed the mill.")
    other = ("The mill burned down on Friday night.", "Voters go to the polls in two weeks.")
    found = comparison.same_fact([pair, pair[::-1], other])
    assert found.dtype == np.float64
    assert found.shape == (3,)
    assert found[0] == pytest.approx(found[1])
    assert 0 <= found[2] < found[0] <= 1
    assert same_fact([]).shape == (0,)
    with pytest.raises(AttributeError, match="no attribute 'same_facts'"):
        comparison.same_facts  # noqa: B018


def test_the_columns_are_those_of_the_head() -> None:
    assert (*FEATURES, *SOFT) == BETWEEN
