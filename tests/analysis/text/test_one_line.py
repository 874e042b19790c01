"""Article text on one line."""

import pytest

from analysis.text.one_line import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\r\n b", "a b"),
        ("\x1b[1m", "[1m"),
        ("a\u202eb\u2066c\td", "abc d"),
        ("naïve 👍", "naïve 👍"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
