"""Broken rows are said and cost only themselves; broken files are refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices, Unreadable
from analysis.errors import CannotRead
from tests.analysis.corpus.reading.reading_given import opened, read, texts


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,text\n1,one\n2\n3,three\n", ["one", "line 3: BrokenRow", "three"]),
        ("id,text\n1,one,\n2,two,x\n3,three\n", ["one", "line 3: BrokenRow", "three"]),
        ("id,text\n1,one\n\n\n2,two\n", ["one", "two"]),
        ('id,text\n1,"one\n2,two\n3,three\n', ["line 2: BrokenRow", "two", "three"]),
        ('id,text\n1,"one\n2,"two, too"\n3,three\n', ["line 2: BrokenRow", "two, too", "three"]),
        ('id,text\n1,"one" and\n2,two\n', ["line 2: BrokenRow", "two"]),
        ("id,text\n1,\n2, \n3,three\n", ["line 2: EmptyText", "line 3: EmptyText", "three"]),
        ("\n\nid,text\n1,one", ["one"]),
        ("id,text\r1,one\r2,two", ["one", "two"]),
        ('id\ttext\n1\t"One" he said\n2\t"Two"!\n', ['"One" he said', '"Two"!']),
        ('id,text\n1,"a \\"b\\", c"\n2,"d"\n3,"e \\"f\\""\n', ['a "b", c', "d", 'e "f"']),
        ('id, text\n1, "one, two"\n', ["one, two"]),
    ],
)
def test_rows_of_csv(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert texts(written(tmp_path, "news.csv", content)) == expected


def test_what_is_wrong_with_a_row_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "news.csv", 'id,text\n1\n1,2,3\n4,"b" c\n5,"d\n')
    said = [one.message for one in read(path) if isinstance(one, Unreadable)]
    assert said == [
        "It has 1 cell, and the header has 2.",
        "It has 3 cells, and the header has 2.",
        "A quotation mark stands inside a quoted cell that does not double it.",
        "Its quotation mark is not closed.",
    ]


def test_lines_in_several_encodings(tmp_path: Path) -> None:
    rows = [b"id,text", "1,Café “A”".encode(), "2,Café “B”".encode("cp1252"), b"3,plain"]
    reader = opened(written(tmp_path, "news.csv", b"\n".join(rows)))
    assert [getattr(one, "text", None) for one in reader.articles()] == [
        "Café “A”", "Café “B”", "plain",
    ]  # fmt: skip
    assert reader.notes == ["one of its lines is not in UTF-8 and was read as Windows-1252."]


def test_nul_characters(tmp_path: Path) -> None:
    path = written(tmp_path, "news.csv", b"text\nThe pool closed on Monday\0 they say.\n")
    reader = opened(path)
    (found,) = reader.articles()
    assert getattr(found, "text", "") == "The pool closed on Monday they say."
    assert reader.notes == ["NUL characters were left out of 1 of its texts."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"text":"a"}\n{"text"\n["b"]\n{"text":"c"}', ["a", "line 2: BrokenRow",
         "line 3: BrokenRow", "c"]),
        ('{"text":NaN}\n{"text":null}\n{"id":1}\n{"text":"  "}\n', ["line 1: EmptyText",
         "line 2: EmptyText", "line 3: EmptyText", "line 4: EmptyText"]),
        ('{"text":7}\n{"text":["a"]}\n{"text":{"a":"b"}}\n{"text":true}', ["line 1: NotText",
         "line 2: NotText", "line 3: NotText", "line 4: NotText"]),
        ('{"text":"a","id":' + "[" * 100_000 + '}\n{"text":"b"}', ["line 1: BrokenRow", "b"]),
        ('{"text":"a","id":' + "9" * 10_000 + '}\n{"text":"b"}', ["line 1: BrokenRow", "b"]),
        ('[{"text":"a"},7,{"text":"]"}, {"text":b}]\n', ["a", "article 2: BrokenRow", "]",
         "article 4: BrokenRow"]),
    ],
)  # fmt: skip
def test_rows_of_json(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert texts(written(tmp_path, "news.json", content)) == expected


def test_a_list_that_is_cut_off_keeps_what_it_had(tmp_path: Path) -> None:
    path = written(tmp_path, "news.json", '[{"text":"a"},{"text":"b"},{"text":"c')
    archive = open_archive(path, Choices({}))
    ((articles, skipped),) = archive.parts(10)
    assert list(articles["text"]) == ["a", "b"]
    assert list(skipped["source"]) == ["news.json, what follows article 2"]
    assert list(skipped["message"]) == [
        "news.json ends in the middle of article 3: it may have been cut off: get it anew."
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("news.csv", "", "is empty: give a table"),
        ("news.csv", "\n\n", "is no CSV table"),
        ("news.csv", '"text', "is no CSV table"),
        ("news.csv", b"PK\x03\x04abc", "is no archive of a kind that is read"),
        ("news.json", "[]", "is a list without any article"),
        ("news.json", '{\n "articles": [\n {"text": "a"}]}', "has no object of JSON in line 1"),
        ("news.parquet", b"PAR1 and more", "is no Parquet file, or a damaged one"),
        ("news.txt", "The pool closed.", "is one article and no archive"),
        ("news.bin", b"\x00\x01", "is no archive of a kind that is read"),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, content: bytes | str, says: str) -> None:
    with pytest.raises(CannotRead, match=says):
        open_archive(written(tmp_path, name, content), Choices({}))


def test_parquet_that_is_cut_off_or_damaged(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    table = pyarrow.table({"text": [f"Text {number} is here." for number in range(2_000)]})
    pyarrow.parquet.write_table(table, path, row_group_size=500, compression="zstd")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CannotRead, match="is no Parquet file, or a damaged one"):
        open_archive(path, Choices({}))
    middle = whole.index(b"\x28\xb5\x2f\xfd", len(whole) // 2)
    path.write_bytes(whole[:middle] + b"xxxx" + whole[middle + 4 :])
    parts = list(open_archive(path, Choices({})).parts(100))
    found = [text for articles, _ in parts for text in articles["text"]]
    assert found
    assert found == table["text"].to_pylist()[: len(found)]
    (message,) = [text for _, skipped in parts for text in skipped["message"]]
    assert message.startswith("news.parquet is no Parquet file, or a damaged one")


def test_parquet_whose_texts_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    raw = pyarrow.array([b"Caf\xe9", b"pool", None], pyarrow.binary())
    pyarrow.parquet.write_table(pyarrow.table({"text": raw, "more": raw}), path)
    assert texts(path) == ["Café", "pool", "row 3: EmptyText"]


def test_a_text_over_the_limit_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    long = "a" * 1_000_001
    path = written(tmp_path, "news.jsonl", json.dumps({"text": long}) + '\n{"text":"b"}\n')
    assert texts(path) == ["line 1: TextTooLong", "b"]
