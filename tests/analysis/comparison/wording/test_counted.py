"""What the numbers of sentences written here count, and the values that their words allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.wording.counted import counted


@pytest.mark.parametrize(
    ("sentence", "thing", "noun"),
    [
        ("About 900 flooded homes were empty.", "flooded homes", "home"),
        ("Two of its members left.", "members", "member"),
        ("Some 400 people stood on the quay.", "people", "people"),
        ("A five-day strike began.", "day", "day"),
        ("They met four women there.", "women", "woman"),
        ("A crew of 31, in two boats, left.", "", ""),
        ("Of the boats, 31 sank.", "", ""),
        ("Marit Dahl, 54, sailed.", "", "dahl"),
    ],
)
def test_what_is_counted(sentence: str, thing: str, noun: str) -> None:
    found = counted(sentence)[0]
    assert (found.thing, found.noun) == (thing, noun)


@pytest.mark.parametrize(
    ("sentence", "inside", "outside"),
    [
        ("About 70 people came.", [66, 70, 74], [50, 90]),
        ("Nearly 4,000 people came.", [3950, 3600], [3000, 5000]),
        ("70 people came.", [70], [69, 71]),
        ("More than 60 people came.", [60, 72], [27, 59]),
        ("Up to 60 people came.", [60, 40], [61]),
        ("Some 1,400 people came.", [1380, 1450], [1100, 1700]),
        ("It cost £2.4 million.", [2_440_000], [2_600_000]),
        ("Rents rose 12 per cent.", [11.8], [13]),
    ],
)
def test_values_that_the_words_allow(
    sentence: str, inside: list[float], outside: list[float]
) -> None:
    [found] = counted(sentence)
    assert all(found.low <= value <= found.high for value in inside)
    assert not any(found.low <= value <= found.high for value in outside)


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Rents rose by £40.", True),
        ("Rents are £40 higher now.", True),
        ("It wants a 12% pay rise.", True),
        ("Rents rose to £640.", False),
    ],
)
def test_changes(sentence: str, change: bool) -> None:
    assert counted(sentence)[0].change is change


@given(st.text(alphabet="9,. aofs-’£%m\u0301", max_size=40))
def test_any_text(sentence: str) -> None:
    for found in counted(sentence):
        assert found.low <= found.quantity.value <= found.high
        assert found.thing in sentence
