"""The table fits its width in any script and lets no article drive the terminal."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames import Result
from analysis.output.table import MIN_WIDTH, cell_width, printable, readable_table, truncated


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("東京", 4), ("👍", 2), ("", 0), ("ｆ", 2)],
)
def test_cells(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("東京都", 5, "東京…"), ("ab cd", 4, "ab…")],
)
def test_fitted(text: str, width: int, cut: str) -> None:
    assert truncated(text, width) == cut


@given(st.text(), st.integers(1, 40))
def test_fitted_never_exceeds_its_width(text: str, width: int) -> None:
    assert cell_width(truncated(text, width)) <= width


@given(st.text())
def test_printable_is_one_line_without_orders(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in shown)


def test_escape_sequences_are_taken_apart() -> None:
    assert printable("a\x1b[31mred\x1b]0;title\x07\n\u202eb") == "a [31mred ]0;title  b"


def test_rows_show_band_voice_tone_and_words(result_of: Callable[..., Result]) -> None:
    result = result_of(
        ["The regime slammed them.", "They met again.", "It rained."],
        voice=["quoted", "outlet", "outlet"],
        tone=[-0.5, 0.1, 0.25],
        tone_label=["negative", "unclear", "positive"],
        loaded=["loaded", "not loaded", "not loaded"],
        loaded_probability=[0.91, 0.05, 0.07],
        spans={
            "sentence": [0, 0],
            "start": [4, 11],
            "end": [10, 18],
            "text": ["regime", "slammed"],
            "probability": [0.8, 0.9],
            "alternative": ["government", ""],
            "effect": [0.2, 0.3],
        },
    )
    lines = readable_table(result, 100).splitlines()
    row = next(line for line in lines if "The regime" in line)
    assert row.split(maxsplit=5)[:5] == ["1", "quoted", "-0.50", "likely", "0.91"]
    assert "words: regime (plainer: government), slammed" in lines[lines.index(row) + 1]
    # A tone that is too improbable to be named is no number either.
    assert lines[-2].split()[:5] == ["2", "outlet", "unclear", "no", "0.05"]
    assert lines[-1].split()[:5] == ["3", "outlet", "+0.25", "no", "0.07"]


@pytest.mark.parametrize("width", [0, MIN_WIDTH, 100, 200])
def test_lines_fit(result_of: Callable[..., Result], width: int) -> None:
    result = result_of(["word " * 100, "東京" * 100, "e\u0301" * 300])
    rows = readable_table(result, width).splitlines()[-3:]
    assert {cell_width(row) for row in rows} <= {max(width, MIN_WIDTH), max(width, MIN_WIDTH) - 1}
