"""CSV that a spreadsheet can open safely and JSON that any parser reads, with nothing lost."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.comparison.frames import PAIRS
from analysis.frames import NAMES, SENTENCES, SPANS, STATEMENTS, Result, empty, frame
from analysis.output.export import numbered, records, to_csv, to_json
from analysis.text.formulas import unescape_formula
from tests.hand_made_statements import names_of, piece, statements_of

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
    assert to_csv(empty(STATEMENTS)) == ",".join(STATEMENTS) + "\r\n"
    assert to_csv(empty(NAMES)) == ",".join(NAMES) + "\r\n"
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
    assert list(content) == [
        *("article", "notices", "sentences", "spans", "statements", "names", "quotations", "text")
    ]
    assert content["notices"] == list(notices)
    assert content["text"] == result.text
    assert content["article"]["smog_index"] is None
    assert content["sentences"][0]["reading_ease"] is None
    assert content["sentences"][1]["start"] == result.sentences["start"][1]
    for empty_frame in ("spans", "statements", "names", "quotations"):
        assert content[empty_frame] == []
    rows = pd.DataFrame(content["sentences"])
    assert rows.pop("number").tolist() == [1, 2]
    assert rows.pop("statement_number").tolist() == [None, None]
    again = frame(rows, SENTENCES)
    pd.testing.assert_frame_equal(again, result.sentences)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_json_holds_any_text(result_of: Callable[..., Result], texts: list[str]) -> None:
    content = json.loads(to_json(result_of(texts)).encode())
    assert [row["text"] for row in content["sentences"]] == texts
    assert content["notices"] == []


SAID = "=cmd| said Hale: “a vile lie”, then “a fraud”. הילה agreed."


@pytest.fixture
def said(result_of: Callable[..., Result]) -> Result:
    """An article with a statement of two pieces by somebody whose name begins a formula, a name
    that is written from right to left, and one of 5,000 characters."""
    statements = statements_of(
        piece(SAID, "“a vile lie”", 3, speaker="=cmd|", cue="said", loaded_words=[(20, 24)]),
        piece(SAID, "“a fraud”", 3, speaker="=cmd|", cue="said"),
    )
    names = names_of(
        ("=cmd|", "person", [(0, 5), (11, 15)]),
        ("הילה", "person", [(47, 51)]),
        ("A" * 5000, "place", []),
    )
    article = result_of([SAID], speaker=["=cmd|"], statement=[3], voice=["mixed"])
    return replace(article, statements=statements, names=names)


def test_json_has_statements_and_names_with_their_offsets(said: Result) -> None:
    content = json.loads(to_json(said), parse_constant=pytest.fail)
    first, second = content["statements"]
    assert [*first][:5] == ["statement", "statement_number", "sentence", "number", "start"]
    assert [(one["statement"], one["statement_number"]) for one in (first, second)] == [(3, 4)] * 2
    assert (first["sentence"], first["number"]) == (0, 1)
    for row in (first, second):
        assert SAID[row["start"] : row["end"]] == row["text"]
        assert SAID[row["speaker_start"] : row["speaker_end"]] == row["speaker"] == "=cmd|"
    assert [SAID[start:end] for start, end in first["loaded_words"]] == ["vile"]
    assert second["loaded_words"] == []
    assert content["names"][0]["mentions"] == [[0, 5], [11, 15]]
    assert content["names"][0]["tone"] is None
    assert [one["name"] for one in content["names"]] == ["=cmd|", "הילה", "A" * 5000]
    (sentence,) = content["sentences"]
    assert (sentence["speaker"], sentence["statement"], sentence["statement_number"]) == (
        *("=cmd|", 3, 4),
    )


def test_csv_of_statements_and_names(said: Result) -> None:
    header, first, second = cells(to_csv(numbered(said.statements)))
    rows = [dict(zip(header, row, strict=True)) for row in (first, second)]
    assert [row["speaker"] for row in rows] == ["'=cmd|"] * 2
    assert [json.loads(row["loaded_words"]) for row in rows] == [[[20, 24]], []]
    assert [row["statement_number"] for row in rows] == ["4", "4"]
    header, *lines = cells(to_csv(numbered(said.names)))
    rows = [dict(zip(header, line, strict=True)) for line in lines]
    assert [row["name"] for row in rows] == ["'=cmd|", "הילה", "A" * 5000]
    assert [json.loads(row["mentions"]) for row in rows] == [[[0, 5], [11, 15]], [[47, 51]], []]
    assert rows[0]["tone"] == ""


def test_csv_of_sentences_has_voice_speaker_and_statement(said: Result) -> None:
    header, row = cells(to_csv(numbered(said.sentences)))
    at = header.index("voice")
    assert header[at : at + 4] == ["voice", "speaker", "statement", "statement_number"]
    assert row[at : at + 4] == ["mixed", "'=cmd|", "3", "4"]
    empty_cells = cells(to_csv(numbered(said.sentences.assign(statement=pd.NA))))[1]
    assert empty_cells[at + 2 : at + 4] == ["", ""]


def test_parquet_keeps_offsets_and_dtypes(said: Result) -> None:
    for table in (said.statements, said.names, empty(STATEMENTS), empty(NAMES)):
        written = io.BytesIO()
        numbered(table).to_parquet(written, index=False)
        again = pd.read_parquet(written)
        assert [*again.columns] == [*numbered(table).columns]
        for name in ("mentions", "loaded_words"):
            if name in table.columns:
                read = [[tuple(pair) for pair in cell] for cell in again[name]]
                assert read == table[name].tolist()


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
