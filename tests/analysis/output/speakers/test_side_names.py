"""Names beside the text: one at each beginning, none twice in a row."""

from __future__ import annotations

import pandas as pd

from analysis.output.speakers.side_names import SideName, side_names

# Sentences of ten characters; two in the first and the second paragraph, one in the third.
SENTENCES = pd.DataFrame(
    [(0, 0), (10, 0), (22, 1), (32, 1), (44, 2)], columns=["start", "paragraph"]
)


def named(*pieces: tuple[int, int, str, str]) -> list[tuple[int, str]]:
    frame = pd.DataFrame([*pieces], columns=["start", "end", "speaker", "form"])
    return [(one.offset, one.name) for one in side_names(frame, SENTENCES)]


def test_a_name_stands_where_a_statement_begins() -> None:
    frame = pd.DataFrame([(3, 8, "Ann", "direct")], columns=["start", "end", "speaker", "form"])
    assert side_names(frame, SENTENCES) == [SideName(3, "Ann", "direct")]
    assert named() == []


def test_it_stands_again_in_each_paragraph_the_statement_goes_on_in() -> None:
    assert named((12, 54, "Ann", "direct")) == [(12, "Ann"), (22, "Ann"), (44, "Ann")]


def test_the_same_speaker_is_named_once_a_paragraph_until_another_or_other_marks_come() -> None:
    assert named((0, 5, "Ann", "mixed"), (12, 18, "Ann", "reported")) == [(0, "Ann")]
    assert named((0, 5, "Ann", "direct"), (12, 18, "Ann", "direct")) == [(0, "Ann")]
    assert named((0, 5, "Ann", "direct"), (12, 18, "Ann", "reported")) == [(0, "Ann"), (12, "Ann")]
    assert named((0, 5, "Ann", "direct"), (12, 18, "", "direct")) == [
        (0, "Ann"),
        (12, "speaker unclear"),
    ]
    assert named((12, 18, "Ann", "direct"), (24, 30, "Ann", "direct")) == [(12, "Ann"), (24, "Ann")]


def test_of_one_inside_the_other_the_outer_is_named() -> None:
    inside = (14, 18, "Ivo", "direct")
    assert named((12, 20, "Ann", "reported"), inside) == [(12, "Ann")]
    assert named((12, 20, "Ann", "reported"), (16, 26, "Ivo", "direct")) == [
        (12, "Ann"),
        (20, "Ivo"),
        (22, "Ivo"),
    ]
