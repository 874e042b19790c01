"""Copies, reports of one event, and articles about different things."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import frame
from analysis.comparison.frames import PAIRS, RELATIONS
from analysis.comparison.relations import alike, relations
from analysis.frames import Result
from tests.hand_made_statements import names_of

REPORT = [
    "The board of Seaford Library voted on Monday to close its reading room from May.",
    "A new roof for the room would cost £600,000, the treasurer, Ana Pell, told members.",
    "“We have nothing left to sell,” she said.",
    "Readers can use the branch in Fenton, four miles away, where the hours will be longer.",
    "About 900 people have signed a petition against the plan since the start of the year.",
    "The council will discuss it in March.",
]
OTHER = [
    "A lorry with forty tonnes of gravel overturned near Millbrook in the early morning.",
    "Its driver, Otto Renn, was unhurt.",
    "Police closed two lanes of the road until noon.",
    "Firefighters pumped diesel from a ditch.",
    "The haulage firm is looking into the brakes.",
    "Trains were not delayed.",
]


def told(*same: tuple[int, int]) -> Any:
    """Return a pairs frame in which these sentences tell the same fact."""
    columns: dict[str, list[Any]] = {
        name: [float("nan") if column.dtype == "float64" else ""] * len(same)
        for name, column in PAIRS.items()
    }
    columns |= {
        "article_a": [0] * len(same),
        "article_b": [1] * len(same),
        "sentence_a": [a for a, _ in same],
        "sentence_b": [b for _, b in same],
        "band": ["same fact"] * len(same),
    }
    return frame(columns, PAIRS)


def named(*names: str) -> Any:
    """Return a names frame of persons."""
    return names_of(*((name, "person", [(0, 1)]) for name in names))


def relation(
    make: Callable[..., Result],
    a: Sequence[str],
    b: Sequence[str],
    same: Sequence[tuple[int, int]] = (),
    names: Any = None,
) -> Any:
    """Return the one row of the relations of two articles, given as their sentences."""
    names_a, names_b = names or (None, None)
    found = relations(told(*same), (make(a, names=names_a), make(b, names=names_b)))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == {
        name: column.dtype for name, column in RELATIONS.items()
    }
    return found.iloc[0]


def test_the_same_text_with_other_marks(result_of: Callable[..., Result]) -> None:
    plain = [s.replace("“", '"').replace("”", '"').replace("The ", "THE ") for s in REPORT]
    row = relation(result_of, REPORT, plain)
    assert (row["relation"], row["same_text"]) == ("same text", 1)
    assert (row["differing_a"], row["differing_b"]) == ([], [])


def test_a_near_copy(result_of: Callable[..., Result]) -> None:
    changed = ["Library shuts its doors.", *REPORT[:3], REPORT[4].replace("900", "1,200")]
    row = relation(result_of, REPORT, changed)
    assert row["relation"] == "near copy"
    assert row["differing_a"] == [3, 4, 5]
    assert row["differing_b"] == [0, 4]
    # 15 + 15 + 8 words as they were, 14 of 16 in the last; 4 in the headline.
    assert row["same_text"] == pytest.approx(52 / 58)


def test_furniture_is_left_out(result_of: Callable[..., Result]) -> None:
    part = ["body"] * len(REPORT)
    a = result_of(REPORT)
    b = result_of(["Read more", *REPORT], part=["furniture", *part])
    row = relations(told(), (a, b)).iloc[0]
    assert (row["relation"], row["differing_b"]) == ("same text", [])


def test_a_shared_quotation_is_no_copy(result_of: Callable[..., Result]) -> None:
    row = relation(result_of, [REPORT[2]], [*REPORT[2:3], "Pell had no more to say."])
    assert row["relation"] == "unclear"


@pytest.mark.parametrize(
    ("same", "names", "expected"),
    [
        ([(0, 1), (1, 2), (2, 3)], (named("Ana Pell"), named("Pell")), "same event"),
        ([(0, 1), (1, 2), (2, 3)], None, "same event"),
        # Many facts, but nobody in common: two reports of one kind.
        ([(0, 1), (1, 2), (2, 3)], (named("Ana Pell"), named("Otto Renn")), "unclear"),
        ([(0, 1), (1, 2)], (named("Ana Pell"), named("Pell")), "unclear"),
        ([], (named("Ana Pell"), named("Otto Renn")), "different events"),
        ([], (named("Ana Pell"), named("Ana Pell")), "unclear"),
        ([], (named(*"ABC"), named(*"CDE")), "different events"),
        ([], None, "different events"),
    ],
)
def test_by_facts_and_names(
    result_of: Callable[..., Result],
    same: Sequence[tuple[int, int]],
    names: Any,
    expected: str,
) -> None:
    row = relation(result_of, REPORT, OTHER, same, names)
    assert (row["relation"], row["same_facts"]) == (expected, len(same))


@pytest.mark.parametrize(("a", "b"), [([], OTHER), (REPORT[:2], OTHER), ([], [])])
def test_short_texts_are_unclear(
    result_of: Callable[..., Result], a: Sequence[str], b: Sequence[str]
) -> None:
    assert relation(result_of, a, b)["relation"] == "unclear"


def test_every_two_of_three(result_of: Callable[..., Result]) -> None:
    articles = (result_of(REPORT), result_of(OTHER), result_of(REPORT))
    found = relations(told(), articles)
    assert found[["article_a", "article_b", "relation"]].values.tolist() == [
        [0, 1, "different events"],
        [0, 2, "same text"],
        [1, 2, "different events"],
    ]


def test_other_borders_of_sentences_are_no_difference() -> None:
    joined = [f"{REPORT[0]} {REPORT[1]}", *REPORT[2:]]
    found = alike(REPORT, joined)
    assert (found.share, found.differing_a, found.differing_b) == (1, (), ())


LINES = st.lists(st.text(alphabet="ab c’.é", max_size=12), max_size=8)


@given(LINES, LINES)
def test_both_orders_agree(a: list[str], b: list[str]) -> None:
    one, other = alike(a, b), alike(b, a)
    assert (one.differing_a, one.differing_b) == (other.differing_b, other.differing_a)
    assert one.is_same == other.is_same
    assert 0 <= one.share <= 1


@given(LINES)
def test_a_text_is_its_own_copy(a: list[str]) -> None:
    found = alike(a, [line.upper() for line in a])
    assert (found.differing_a, found.differing_b) == ((), ())
    assert found.is_same == (found.words > 0)
