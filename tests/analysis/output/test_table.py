"""The table fits its width in any script and lets no article drive the terminal."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames import Result
from analysis.output.table import (
    MIN_WIDTH,
    cell_width,
    padded,
    printable,
    readable_table,
    truncated,
    wrapped,
)
from tests.hand_made_statements import piece, statements_of


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


@given(st.text(), st.integers(1, 40))
def test_wrapped_lines_fit_and_hold_every_short_word(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(cell_width(line) <= width for line in lines)
    if all(cell_width(word) <= width for word in text.split()):
        assert " ".join(lines).split() == text.split()


@given(st.text(), st.integers(1, 40))
def test_padded_text_fills_its_width(text: str, width: int) -> None:
    assert cell_width(padded(text, width).replace("\u200e", "")) == width


def test_a_mark_ends_what_runs_from_right_to_left() -> None:
    assert padded("הילה", 6) == "הילה\u200e  "
    assert padded("Hale", 6) == "Hale  "


@pytest.fixture
def said(result_of: Callable[..., Result]) -> Result:
    made = result_of(
        ["“A vile lie,” said Ana Hale.", "Officials denied it.", "הילה agreed.", "It rained."],
        voice=["quoted", "reported", "reported", "outlet"],
        speaker=["Ana Hale", "", "הילה", ""],
        words=[6, 3, 2, 2],
        loaded=["loaded", "uncertain", "not loaded", "not loaded"],
    )
    text = made.text
    statements = statements_of(
        piece(text, "“A vile lie,”", 0, speaker="Ana Hale", cue="said", verb="say"),
        piece(text, "said", 0, speaker="Ana Hale", cue="said", verb="say"),
        piece(text, "it", 1, cue="denied", verb="deny", loaded=None),
        piece(text, "agreed", 2, speaker="הילה", verb="agree", loaded="not loaded"),
        piece(text, "rained", 3, speaker="Ana Hale", verb="say", loaded="uncertain"),
    )
    return replace(made, statements=statements)


def test_the_speaker_stands_beside_each_sentence(said: Result) -> None:
    lines = readable_table(said, 100).replace("\u200e", "").splitlines()
    head = next(line for line in lines if "loaded?" in line)
    at, end = head.index("speaker"), head.index("tone")
    shown = [line[at:end].strip() for line in lines[lines.index(head) + 1 :]]
    assert shown == ["Ana Hale", "", "הילה", ""]
    assert [line.split()[1] for line in lines[-4:]] == ["quoted", "reported", "reported", "outlet"]


def test_without_speakers_there_is_no_column_for_them(result_of: Callable[..., Result]) -> None:
    assert "speaker" not in readable_table(result_of(["It rained."]), 100)


def test_who_speaks_how_much_how_loaded_with_which_verbs(said: Result) -> None:
    lines = readable_table(said, 100).replace("\u200e", "").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("speaker "))
    rows = [re.split(r" {2,}", line) for line in lines[start : lines.index("", start)]]
    # A statement of two pieces counts once; the unknown speaker comes last and was not scored.
    assert [row[0] for row in rows] == ["speaker", "Ana Hale", "הילה", "speaker unclear"]
    assert [line.split()[-4:] for line in lines[start + 1 : start + 2]] == [
        ["of", "2", "say", "×2"],
    ]
    assert [
        re.search(r"(\d+) +(\d+ of \d+)", line).groups() for line in lines[start + 1 :][:3]
    ] == [
        ("2", "1 of 2"),
        ("1", "0 of 1"),
        ("1", "0 of 0"),
    ]


def test_only_the_first_speakers_of_many_are_listed(result_of: Callable[..., Result]) -> None:
    made = result_of([f"Speaker{number} said so." for number in range(20)])
    pieces = [
        piece(made.text, f"Speaker{number} ", number, speaker=f"Speaker{number}")
        for number in range(20)
    ]
    shown = readable_table(replace(made, statements=statements_of(*pieces)), 100)
    assert len(re.findall(r"^Speaker\d+ ", shown, re.MULTILINE)) == 12
    assert "\nand 8 more speakers\n" in shown


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "A" * 5000, "東京 " * 40, "e\u0301" * 300])
@pytest.mark.parametrize("width", [MIN_WIDTH, 100])
def test_lines_fit_whatever_the_name(
    result_of: Callable[..., Result], name: str, width: int
) -> None:
    made = result_of(["One said so.", "Two said so."], speaker=[name, ""], voice=["reported"] * 2)
    statements = statements_of(piece(made.text, "One", speaker=name, verb="v" * 300, cue="said"))
    lines = readable_table(replace(made, statements=statements), width).splitlines()
    assert {cell_width(line) > width for line in lines} == {False}


def test_a_name_gives_the_terminal_no_orders(result_of: Callable[..., Result]) -> None:
    made = result_of(["One said so."], speaker=["\x1b[31mOne\u202e\n"], voice=["reported"])
    statements = statements_of(piece(made.text, "One", speaker="\x1b[31mOne\u202e\n", verb="\x07"))
    shown = readable_table(replace(made, statements=statements), 100)
    assert not any(character in shown for character in "\x1b\x07\u202e")
