"""Lines and columns are those that an editor shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.source.lines import Lines

TEXT = "One\r\ntwo\rthree\n\nA 😀 face\u2028still this line"


@pytest.mark.parametrize(
    ("word", "line", "column", "utf16"),
    [
        ("One", 1, 1, 1),
        ("two", 2, 1, 1),
        ("three", 3, 1, 1),
        ("A", 5, 1, 1),
        ("😀", 5, 3, 3),
        ("face", 5, 5, 6),
        ("still", 5, 10, 11),
    ],
)
def test_a_word_stands_where_an_editor_shows_it(
    word: str, line: int, column: int, utf16: int
) -> None:
    lines = Lines(TEXT)
    assert lines.line_and_column(TEXT.index(word)) == (line, column)
    assert lines.utf16_column(TEXT.index(word)) == utf16


def test_offsets_outside_count_as_the_ends() -> None:
    lines = Lines("ab\n")
    assert lines.line_and_column(-5) == (1, 1)
    assert lines.line_and_column(99) == (2, 1)
    assert Lines("").line_and_column(0) == (1, 1)


@given(st.text(alphabet="a\r\n\u2028\x85😀é", max_size=30), st.integers(0, 31))
def test_lines_are_as_python_opens_a_file(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] == "\r\n":  # between the two there is no place in an editor
        return
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert Lines(text).line_and_column(offset) == (len(before), len(before[-1]) + 1)
    units = len(before[-1].encode("utf-16-le")) // 2
    assert Lines(text).utf16_column(offset) == units + 1
