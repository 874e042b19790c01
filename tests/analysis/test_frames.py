"""Frames have the declared columns, order and dtypes, with and without rows."""

import pandas as pd
import pytest

from analysis import frames
from analysis.comparison import frames as comparison
from analysis.practice.class_figures import CLASS_SENTENCES
from analysis.practice.marks import MARKS

DECLARED = {
    "sentences": (
        frames.SENTENCES,
        "sentence paragraph start end text part voice speaker statement negative "
        "neutral positive sentiment tone_label tone loaded_probability loaded joint_effect words "
        "reading_ease language",
    ),
    "statements": (
        frames.STATEMENTS,
        "statement sentence start end text form act speaker speaker_start speaker_end cue "
        "cue_start cue_end verb manner closed negative neutral positive sentiment tone_label "
        "tone loaded_probability loaded loaded_words",
    ),
    "names": (
        frames.NAMES,
        "name kind mentions count outlet quoted reported mixed tone tone_low tone_high",
    ),
    "spans": (frames.SPANS, "sentence start end text probability alternative effect"),
    "quotations": (frames.QUOTATIONS, "start end text closed"),
    "scores": (
        frames.SCORES,
        "negative neutral positive sentiment tone_label tone loaded_probability loaded "
        "loaded_words read_to",
    ),
}
COMPARED = (
    *("PAIRS", "FACTS", "RELATIONS", "WORDINGS", "NUMBERS", "SAYINGS", "ATTRIBUTIONS", "CUTS"),
    *("NAMINGS", "SPEAKERS_COMPARED", "MEASURES", "DIFFERENCES"),
)
ALL = [
    frames.SENTENCES,
    frames.SPANS,
    frames.STATEMENTS,
    frames.NAMES,
    frames.QUOTATIONS,
    frames.PARAGRAPHS,
    frames.ARTICLE,
    frames.SCORES,
    MARKS,
    CLASS_SENTENCES,
    *(
        value
        for name, value in vars(comparison).items()
        if name.isupper() and isinstance(value, dict)
    ),
]


@pytest.mark.parametrize("name", DECLARED)
def test_columns_are_those_of_the_published_interface(name: str) -> None:
    columns, names = DECLARED[name]
    assert list(columns) == names.split()


@pytest.mark.parametrize("columns", ALL)
def test_empty_frame_has_the_declared_dtypes(columns: frames.Columns) -> None:
    empty = frames.empty(columns)
    assert len(empty) == 0
    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == {
        name: column.dtype for name, column in columns.items()
    }


@pytest.mark.parametrize("columns", ALL)
def test_every_column_says_what_it_holds(columns: frames.Columns) -> None:
    assert all(len(column.meaning) > 10 for column in columns.values())


def test_frame_orders_and_casts() -> None:
    made = frames.frame({"closed": [True], "text": ["“a”"], "end": [3], "start": [0.0]},
                        frames.QUOTATIONS)  # fmt: skip
    assert list(made) == ["start", "end", "text", "closed"]
    assert made["start"].dtype == "int64"


def test_frame_keeps_missing_numbers_and_labels() -> None:
    rows: dict[str, list[object]] = {name: [float("nan")] for name in frames.SCORES} | {
        "sentiment": [None],
        "tone_label": [None],
        "loaded": [None],
        "loaded_words": [[(0, 1)]],
    }
    made = frames.frame(rows, frames.SCORES)
    assert made["negative"].isna().all()
    assert made["sentiment"].isna().all()
    assert made["loaded_words"].tolist() == [[(0, 1)]]


def test_frame_casts_another_frame() -> None:
    given = pd.DataFrame({"start": [1], "end": [2], "text": ["a"], "closed": [False]})
    assert frames.frame(given, frames.QUOTATIONS)["closed"].dtype == "bool"


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ({"start": [1], "end": [2], "text": ["a"]}, "missing.*closed"),
        ({"start": [1], "end": [2], "text": ["a"], "closed": [True], "x": [1]}, "not declared.*x"),
    ],
)
def test_frame_refuses_other_columns(rows: dict[str, list[object]], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        frames.frame(rows, frames.QUOTATIONS)


def test_frame_refuses_values_the_dtype_cannot_hold() -> None:
    with pytest.raises((ValueError, TypeError)):
        frames.frame({"start": ["x"], "end": [1], "text": ["a"], "closed": [True]},
                     frames.QUOTATIONS)  # fmt: skip
