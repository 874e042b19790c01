"""How sentences written here describe the person whom they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.wording.nouns.descriptions import (
    Description,
    description_of,
    descriptions,
)


def found(text: str, name: str = "Ana Hale") -> list[str]:
    """Return the descriptions beside the name's first mention."""
    start = text.index(name)
    return [text[d.start : d.end] for d in descriptions(text, start, start + len(name))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port's transport chief Ana Hale left.", ["transport chief Ana Hale"]),
        ("Councillor Ana Hale left.", ["Councillor Ana Hale"]),
        ("Ana Hale, a pampered bureaucrat who naps, left.", ["pampered bureaucrat"]),
        ("Ana Hale, director of the port, left.", ["director"]),
        ("Ana Hale, the port's tireless chair, left.", ["tireless chair"]),
        ("Ana Hale, the professional agitator behind it, left.", ["professional agitator"]),
        ("The foreign minister, Ana Hale, left.", ["foreign minister"]),
        ("Seaford’s mayor, Ana Hale, left.", ["mayor"]),
        ("They thank Seaford leader Ana Hale for it.", ["Seaford leader Ana Hale"]),
        # No description of her.
        ("Ana Hale left.", []),
        ("Ms Ana Hale left.", []),
        ("Ana Hale, the mayor said, has left.", []),
        ("Ana Hale, the first mayor to resign, left.", []),
        ("In Fenton, Ana Hale left.", []),
        ("They tried to bully Ana Hale.", []),
        ("Said Ana Hale: “No.”", []),
        ("Her husband Ana Hale left.", []),
    ],
)
def test_beside_a_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def described(text: str) -> Description:
    [one] = descriptions(text, text.index("Hale"), text.index("Hale") + 4)
    return one


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sen. Hale left.", "Senator Hale left.", True),
        ("Former Bay Party leader Hale left.", "The leader, Hale, left.", True),
        ("Chairman Senator Hale left.", "The chairwoman, Hale, left.", True),
        ("Hale, a pampered bureaucrat, left.", "Hale, a bureaucrat, left.", True),
        ("Hale, a pampered bureaucrat, left.", "Hale, a lazy bureaucrat, left.", False),
        ("Transport chief Hale left.", "Councillor Hale left.", False),
    ],
)
def test_says_the_same(one: str, other: str, same: bool) -> None:
    assert described(one).says_the_same(described(other)) is same
    assert described(other).says_the_same(described(one)) is same


def test_a_description_by_itself() -> None:
    text = "The premier said so."
    one = description_of(text, 0, 11)
    assert one is not None
    assert (text[one.start : one.end], one.head) == ("premier", "premier")
    assert description_of(text, 0, len(text)) is None
    assert description_of(text, 12, 16) is None


@given(st.text(alphabet="a’, the mayor.\u0301Hé\n", max_size=40), st.data())
def test_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for one in descriptions(text, start, end):
        assert 0 <= one.start < one.end <= len(text)
