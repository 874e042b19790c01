"""Numbers of two sentences that count the same and differ, and those that do not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.frames import NUMBERS
from analysis.comparison.wording.numbers import conflicts, numbers
from analysis.frames import Result
from tests.analysis.comparison.wording.test_wordings import pairs_of


def told(a: str, b: str, *, sure: bool = True) -> list[tuple[str, str]]:
    """Return the numbers as written that are found to conflict."""
    return [
        (
            a[one.quantity.start : one.quantity.end],
            b[other.quantity.start : other.quantity.end],
        )
        for one, other in conflicts(a, b, sure=sure)
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The flood hit 900 homes.", "The flood hit 1,200 homes.", [("900", "1,200")]),
        (
            "Police arrested 27 people at the gate.",
            "Twenty-three people were arrested at the gate.",
            [("27", "Twenty-three")],
        ),
        (
            "Police arrested 27 people at the gate.",
            "Police at the gate arrested 23 marchers.",
            [("27", "23")],
        ),
        ("Police made 27 arrests.", "The police arrested 23.", [("27", "23")]),
        (
            "The yard lost £3 million last year.",
            "Last year the yard lost £5.5m.",
            [("£3 million", "£5.5m")],
        ),
        (
            "The committee wants rents capped at 3 per cent.",
            "A 5% cap on rents is what the committee wants.",
            [("3 per cent", "5%")],
        ),
        ("Otto Renn, 54, sailed.", "Renn, 58, was the skipper.", [("54", "58")]),
    ],
)
def test_conflicts(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert told(a, b) == expected
    assert told(b, a) == [(y, x) for x, y in expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The same value, in another form or by rounding.
        ("The flood hit about 70 homes.", "The flood hit some 72 homes."),
        ("The flood hit nearly 4,000 homes.", "The flood hit 3,950 homes."),
        ("The flood hit nine homes.", "The flood hit 9 homes."),
        ("The yard lost £3 million last year.", "The yard lost £3.1m last year."),
        ("More than 60 homes were flooded.", "The flood hit 81 homes, all flooded."),
        # Other things counted.
        ("The flood hit 900 homes.", "The flood hit 12 bridges."),
        ("Police hurt 14 marchers.", "Marchers hurt six police officers."),
        ("The fire killed two people.", "Some 400 people left their homes at night."),
        ("Otto Renn, 54, sailed.", "Ana Pell, 58, stayed."),
        ("A 54-year-old man was hurt at sea.", "At sea a 32-year-old woman was hurt."),
        ("The pact has nine members.", "Fenton and seven other members keep the pact."),
        # A change and what it led to; another currency.
        ("Fares rise by £2 on the night bus.", "Fares on the night bus are £5."),
        ("Fares are £2 on the night bus.", "Fares on the night bus are $5."),
        # What stands in both, and a part of it.
        ("The yard lost £3 million last year.", "The yard lost £3 million last year, £1m on oil."),
        # One of several sums or shares.
        ("Fares bring in £2m and rents £3m a year.", "Fares and rents bring in £9m a year."),
        # Left alone.
        ("The vote was 11 to 8 on fares.", "The vote was 12 to 7 on fares."),
        ("The talks on fares are on 3 June.", "The talks on fares are on 5 June."),
        ("", "The flood hit 900 homes."),
    ],
)
def test_no_conflict(a: str, b: str) -> None:
    assert told(a, b) == told(b, a) == []


def test_a_possible_pair_needs_more_words() -> None:
    few = ("The flood hit 900 homes.", "Then the flood reached 1,200 homes.")
    more = ("The flood hit 900 homes in Fenton.", "The flood hit 1,200 homes near Fenton.")
    assert told(*few)
    assert not told(*few, sure=False)
    assert told(*more, sure=False) == [("900", "1,200")]
    hours = ("The flood cut power for 2 hours.", "The flood cut power for nine hours.")
    assert told(*hours) == [("2", "nine")]
    assert not told(*hours, sure=False)


def test_the_frame(result_of: Callable[..., Result]) -> None:
    a = result_of(["Rain.", "The flood hit 900 homes.", "Police closed 14 roads in the flood."])
    b = result_of(["The flood hit some 1,500 homes.", "Police closed 41 roads in the flood."])
    pairs = pairs_of(
        (0, 0, 1, None, "no match found"), (0, 1, 1, 0, "same fact"), (0, 2, 1, 1, "same fact")
    )
    found = numbers(pairs, (a, b))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == {
        name: column.dtype for name, column in NUMBERS.items()
    }
    shown = found[["pair", "counted", "number_a", "value_a", "number_b", "value_b"]]
    assert shown.values.tolist() == [
        [1, "homes", "900", 900, "1,500", 1500],
        [2, "roads", "14", 14, "41", 41],
    ]
    for row in found.itertuples():
        assert a.text[row.start_a : row.end_a] == row.number_a
        assert b.text[row.start_b : row.end_b] == row.number_b


def test_a_number_that_the_other_article_tells_elsewhere(result_of: Callable[..., Result]) -> None:
    a = result_of(["The police counted 4,000 marchers.", "The unions counted 9,000 marchers."])
    b = result_of(["Some 9,000 marchers were counted."])
    assert numbers(pairs_of((0, 0, 1, 0, "same fact")), (a, b)).empty


TEXTS = st.text(alphabet="1905,. homesflod£%", max_size=40)


@given(TEXTS, TEXTS, st.booleans())
def test_conflicts_differ_in_value(a: str, b: str, sure: bool) -> None:
    for one, other in conflicts(a, b, sure=sure):
        assert one.quantity.value != other.quantity.value
        assert one.quantity.kind == other.quantity.kind
