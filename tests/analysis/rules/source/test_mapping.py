"""The way from a passage of the prose back to the content."""

import pytest

from analysis.rules.source.mapping import Mapping, Piece, of_kept

#          0123456789
CONTENT = "A &amp; *b* c"
PROSE = "A & b c"
MAPPING = Mapping(
    (
        Piece(0, 0, 2, True),  # "A "
        Piece(2, 2, 7, False),  # "&" for "&amp;"
        Piece(3, 7, 9, False),  # " " for " *"
        Piece(4, 9, 10, True),  # "b"
        Piece(5, 10, 12, False),  # " " for "* "
        Piece(6, 12, 13, True),  # "c"
    ),
    7,
)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 1, (0, 1)),
        (2, 3, (2, 7)),
        (0, 5, (0, 10)),
        (4, 5, (9, 10)),
        (4, 7, (9, 13)),
        (4, 4, (9, 9)),
        (7, 7, (13, 13)),
        (-3, 99, (0, 13)),
        (5, 2, (10, 10)),
        (99, 100, (13, 13)),
    ],
)
def test_a_passage_has_its_place(start: int, end: int, place: tuple[int, int]) -> None:
    assert MAPPING.place(start, end) == place


def test_without_prose_every_place_is_the_begin() -> None:
    assert Mapping((), 0).place(3, 9) == (0, 0)


def test_what_is_kept_of_a_content_is_literal() -> None:
    mapping = of_kept([(0, 2), (2, 2), (8, 9)])
    assert mapping.length == 3
    assert mapping.place(1, 3) == (1, 9)
