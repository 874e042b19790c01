"""Lines and columns, against a slow count by hand and Python's own encoders."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.output.lint.lines import Lines

CONTENT = st.text(alphabet="ab é漢😀\n\r\u2028\x0b\x85", max_size=40)


def by_hand(content: str, offset: int) -> tuple[int, str]:
    """The line, and what stands before the offset in it, one character at a time."""
    line, before = 1, ""
    for place in range(offset):
        one = content[place]
        if one == "\n" or (one == "\r" and content[place + 1 : place + 2] != "\n"):
            line, before = line + 1, ""
        else:
            before += one
    return line, before


@given(CONTENT, st.integers(0, 40))
def test_lines_and_columns(content: str, offset: int) -> None:
    offset = min(offset, len(content))
    line, before = by_hand(content, offset)
    lines = Lines(content)
    assert lines.line(offset) == line
    assert lines.column(offset) == len(before) + 1
    assert lines.byte_column(offset) == len(before.encode()) + 1


def test_columns_in_bytes_are_those_of_the_published_example() -> None:
    # reviewdog.proto: in 'a𐐀b' the columns are 1, 2 and 6.
    lines = Lines("a𐐀b")
    assert [lines.byte_column(offset) for offset in range(3)] == [1, 2, 6]


def test_half_a_pair_is_counted_and_not_refused() -> None:
    assert Lines("\ud83d b").byte_column(2) == 5


def test_the_end_of_a_line_is_before_its_mark() -> None:
    lines = Lines("ab\r\ncd\u2028e\rf")
    assert [lines.end_of_line(offset) for offset in (0, 5, 9)] == [2, 8, 10]
