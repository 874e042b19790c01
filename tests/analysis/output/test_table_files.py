"""A frame as CSV, JSON and Parquet: the same rows, in the form that each of them has."""

import io
import json

import pandas as pd
import pytest

from analysis.output.table_files import ENDINGS, table_file

FRAME = pd.DataFrame(
    {
        "sentence": [0, 4],
        "name": pd.array(["=SUM(A1)", "Zoë"], dtype="str"),
        "made": pd.to_datetime(["2026-11-30T03:22:20.5", "2026-12-01T00:00:00.0"], utc=True).astype(
            "datetime64[us, UTC]"
        ),
        "share": [0.5, float("nan")],
        "verbs": pd.Series([[("say", "neutral", 2)], []], dtype="object"),
    }
)


def test_csv_is_safe_in_a_spreadsheet() -> None:
    assert table_file(FRAME, ".csv").decode().split("\r\n") == [
        "sentence,number,name,made,share,verbs",
        '0,1,\'=SUM(A1),2026-11-30T03:22:20.500000Z,0.5,"[[""say"", ""neutral"", 2]]"',
        "4,5,Zoë,2026-12-01T00:00:00Z,,[]",
        "",
    ]


def test_json_says_what_is_missing() -> None:
    assert json.loads(table_file(FRAME, ".json")) == [
        {
            "sentence": 0,
            "number": 1,
            "name": "=SUM(A1)",
            "made": "2026-11-30T03:22:20.500000Z",
            "share": 0.5,
            "verbs": [["say", "neutral", 2]],
        },
        {
            "sentence": 4,
            "number": 5,
            "name": "Zoë",
            "made": "2026-12-01T00:00:00Z",
            "share": None,
            "verbs": [],
        },
    ]


def test_parquet_keeps_times_and_numbers() -> None:
    table = pd.read_parquet(io.BytesIO(table_file(FRAME, ".parquet")))
    assert table["made"].tolist() == FRAME["made"].tolist()
    assert table["share"].tolist()[0] == 0.5
    assert table["verbs"].tolist() == ['[["say", "neutral", 2]]', "[]"]
    assert table["number"].tolist() == [1, 5]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_frame_stays_as_it_was(ending: str) -> None:
    before = FRAME.copy(deep=True)
    table_file(FRAME, ending)
    pd.testing.assert_frame_equal(FRAME, before)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_frame_without_rows_has_its_columns(ending: str) -> None:
    content = table_file(FRAME.iloc[:0], ending)
    if ending == ".csv":
        assert content == b"sentence,number,name,made,share,verbs\r\n"
    elif ending == ".json":
        assert json.loads(content) == []
    else:
        assert len(pd.read_parquet(io.BytesIO(content)).columns) == 6
