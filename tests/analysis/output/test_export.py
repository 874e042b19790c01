"""CSV that a spreadsheet can open safely and JSON that any parser reads, with nothing lost."""

import csv
import io
import json
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.frames import PAIRS, SENTENCES, SPANS, Result, empty, frame
from analysis.output.export import records, to_csv, to_json, unescape_formula

# Any text but NUL and half characters, which no article holds.
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\nx",
    "  =cmd|' /C calc'!A0",
    "\u00a0=1",
    "\ufeff=1",
    "＝1+1",
    "'=1",
    "-5.0",
]
HARMLESS = ["", "a=b", "“=1”", "'Tis the season", "the -1 of it", "1", "Élan", "…"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_formulas_get_an_apostrophe(cell: str) -> None:
    assert cells(to_csv(pd.DataFrame({"text": [cell]})))[1] == ["'" + cell]


@pytest.mark.parametrize("cell", HARMLESS)
def test_other_text_is_left_alone(cell: str) -> None:
    assert cells(to_csv(pd.DataFrame({"text": [cell], "n": [0]})))[1][0] == cell


def test_numbers_are_left_alone() -> None:
    table = pd.DataFrame(
        {
            "tone": [-0.5, float("nan")],
            "n": [-3, 4],
            "sentence": pd.array([-1, None], dtype="Int64"),
            "mixed": pd.Series([-1, "-1"], dtype="object"),
        }
    )
    assert cells(to_csv(table))[1:] == [["-0.5", "-3", "-1", "-1"], ["", "4", "", "'-1"]]


def test_empty_frames_have_a_header() -> None:
    assert to_csv(empty(SPANS)) == ",".join(SPANS) + "\r\n"
    assert to_csv(empty(PAIRS)) == ",".join(PAIRS) + "\r\n"


@given(st.lists(TEXTS, min_size=1))
@example(['a "quoted", cell\r\nwith a line end', "\r", "\n", "''=x", "'"])
def test_csv_round_trip(texts: list[str]) -> None:
    written = to_csv(pd.DataFrame({"n": range(len(texts)), "text": texts}))
    assert [unescape_formula(row[1]) for row in cells(written)[1:]] == texts


@given(st.lists(TEXTS, min_size=1))
def test_no_cell_begins_a_formula(texts: list[str]) -> None:
    for row in cells(to_csv(pd.DataFrame({"text": texts, "n": 0})))[1:]:
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not row[0].strip().startswith(("=", "+", "-", "@"))


def test_json_round_trip(result_of: Callable[..., Result]) -> None:
    result = result_of(
        ['He said: "No" \\ </script>\u2028', "Naïve 👍 -1"],
        reading_ease=[float("nan"), 61.5],
        tone=[-0.25, 1 / 3],
    )
    notices = ("Page 2 of 3 could not be read.", 'A note with "marks".')
    content = json.loads(to_json(result, notices), parse_constant=pytest.fail)
    assert list(content) == ["article", "notices", "sentences", "spans", "quotations", "text"]
    assert content["notices"] == list(notices)
    assert content["text"] == result.text
    assert content["article"]["smog_index"] is None
    assert content["sentences"][0]["reading_ease"] is None
    assert content["sentences"][1]["start"] == result.sentences["start"][1]
    assert content["spans"] == content["quotations"] == []
    rows = pd.DataFrame(content["sentences"])
    assert rows.pop("number").tolist() == [1, 2]
    again = frame(rows, SENTENCES)
    pd.testing.assert_frame_equal(again, result.sentences)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_json_holds_any_text(result_of: Callable[..., Result], texts: list[str]) -> None:
    content = json.loads(to_json(result_of(texts)).encode())
    assert [row["text"] for row in content["sentences"]] == texts
    assert content["notices"] == []


def test_records_are_plain_values() -> None:
    table = pd.DataFrame(
        {"a": pd.array([1, None], dtype="Int64"), "b": [0.5, float("nan")], "c": ["x", None]}
    )
    rows = records(table)
    assert rows == [{"a": 1, "b": 0.5, "c": "x"}, {"a": None, "b": None, "c": None}]
    assert {type(value) for value in rows[0].values()} == {int, float, str}
    assert records(empty(SPANS)) == []


def cells(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline="")))
