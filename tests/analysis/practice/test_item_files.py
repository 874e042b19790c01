"""Files of items: what people write with spreadsheets is read, and an error says where and what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.item_files import (
    MAX_BYTES,
    MAX_ITEMS,
    BadItems,
    parse_items,
    read_items,
)

COLUMNS = ("text", "loaded")
TABLE = "text,loaded\nThe pier is closed.,no\n"


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.encode("utf-16"),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        b"\n\n Text , LOADED\n\n  The pier   is closed. ,no\n,\n",
        b"loaded,text\nno,The pier is closed.\n",
        b'text,loaded\n"The pier\nis closed.",no',
    ],
)
def test_a_table_is_read_as_spreadsheets_save_it(content: bytes) -> None:
    (row,) = parse_items(content, COLUMNS)
    assert row["text"] == "The pier is closed."
    assert row.yes_or_no("loaded") is False


def test_marks_letters_and_separators_inside_a_cell_stay() -> None:
    content = 'text;loaded\n"Olga Čapek said: ""Enough; no more, please.""";yes\n'
    (row,) = parse_items(content.encode(), COLUMNS)
    assert row["text"] == 'Olga Čapek said: "Enough; no more, please."'


def test_rows_know_the_line_on_which_they_begin() -> None:
    content = b'text,loaded\n\n"one\ntwo",no\nthree,yes\n'
    assert [row.line for row in parse_items(content, COLUMNS)] == [3, 5]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", 1, "names no column text, loaded"),
        (b"   \n\n", 1, "names no column text, loaded: write text,loaded there"),
        (b"text,loaded\n", None, "has no items"),
        (b"text,band\nA.,no\n", 1, "names no column loaded"),
        (b"text,loaded,note\nA.,no,x\n", 1, "names a column that is not known (“note”)"),
        (b"text,loaded,text\nA.,no,B.\n", 1, "names a column"),
        (b"text,loaded\nYes, it is.,no\n", 2, "has 3 cells, not 2: put a text with a comma"),
        (b"text,loaded\nA.,no\nB.\n", 3, "has 1 cell, not 2"),
        (b"text,loaded\nA.,\n", 2, "has nothing as loaded"),
        (b'text,loaded\n"A.,no\nB.,no\n', 2, "quotation mark that is in the wrong place"),
        (b'text,loaded\n"A." she said,no\n', 2, "quotation mark that is in the wrong place"),
        (b"text,loaded\n" + b"A" * 601 + b",no\n", 2, "more than 600 characters as text"),
        (b"text,loaded\n" + b"A.,no\n" * (MAX_ITEMS + 1), MAX_ITEMS + 2, "more than 500 items"),
        (b"A" * (MAX_BYTES + 1), None, "is larger than 256 KB"),
        (b"PK\x03\x04" + bytes(40), None, "looks like a ZIP archive"),
        (b"text,loaded\n" + bytes(40), None, ""),
    ],
)
def test_an_error_names_the_line_and_what_to_do(
    content: bytes, line: int | None, says: str
) -> None:
    with pytest.raises(BadItems) as caught:
        parse_items(content, COLUMNS, "own.csv")
    assert caught.value.line == line
    assert says in caught.value.message
    assert "own.csv" in caught.value.message
    assert len(caught.value.message) < 200


def test_a_column_may_be_left_empty_where_that_is_allowed() -> None:
    (row,) = parse_items(b"text,loaded\nA.,\n", COLUMNS, may_be_empty={"loaded"})
    assert row["loaded"] == ""


def test_a_cell_that_is_no_choice_number_or_yes_is_an_error() -> None:
    (row,) = parse_items(b"voice,item,loaded\nOutlet,12,Yes\n", ("voice", "item", "loaded"))
    assert row.choice("voice", ("outlet", "quoted")) == "outlet"
    assert row.number("item") == 12
    assert row.yes_or_no("loaded") is True
    for wrong in (
        lambda: row.choice("voice", ("quoted", "reported")),
        lambda: row.number("voice"),
        lambda: row.yes_or_no("item"),
    ):
        with pytest.raises(BadItems, match=r"Line 2 of the file has “.+” as .+: write "):
            wrong()


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "٣", "²", "1e3", "999999"])
def test_only_plain_whole_numbers_are_numbers(given: str) -> None:
    (row,) = parse_items(f"item,text\n{given},A.\n".encode(), ("item", "text"))
    with pytest.raises(BadItems):
        row.number("item")


def test_a_file_that_is_missing_or_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    assert len(read_items(tmp_path / "own.csv", COLUMNS)) == 1
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadItems, match="cannot be read"):
            read_items(path, COLUMNS)


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_no_file_brings_the_reader_down(content: bytes) -> None:
    for data in (content, b"text,loaded\n" + content):
        try:
            rows = parse_items(data, COLUMNS)
        except BadItems:
            continue
        assert all(set(row.cells) == set(COLUMNS) for row in rows)
