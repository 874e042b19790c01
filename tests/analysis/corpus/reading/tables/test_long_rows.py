"""A row without an end takes no memory, is said, and the rest of the file goes on."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from random import Random

import pyarrow
import pyarrow.parquet
import pytest

from analysis.corpus.reading.tables.raw.elements import elements
from analysis.corpus.reading.tables.raw.streams import lines
from tests.analysis.corpus.reading.reading_given import opened, texts

_MB = 1 << 20
_ALLOWED = 48 * _MB


@pytest.fixture
def peak() -> Iterator[list[int]]:
    """A list to which the most memory that the test took is added."""
    found: list[int] = []
    tracemalloc.start()
    try:
        yield found
        assert tracemalloc.get_traced_memory()[1] < _ALLOWED
    finally:
        tracemalloc.stop()


def blocks(before: bytes, after: bytes) -> Iterator[bytes]:
    """2 GB between two pieces."""
    return chain([before], repeat(b"x" * _MB, 2_048), [after])


@pytest.mark.usefixtures("peak")
def test_two_gb_of_one_line() -> None:
    assert list(lines(blocks(b"a\n", b"\nb"))) == [b"a\n", None, b"b"]


@pytest.mark.usefixtures("peak")
def test_two_gb_of_one_string() -> None:
    around = blocks(b'[{"a":1},{"text":"', b'"},{"b":2}]')
    assert list(elements(around, "it")) == [b'{"a":1}', None, b'{"b":2}']


@pytest.mark.usefixtures("peak")
@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("news.csv", b'text\nfirst\n"', b'"\nlast\n'),
        ("news.csv", b"text\nfirst\n", b"\nlast\n"),
        ("news.jsonl", b'{"text":"first"}\n{"text":"', b'"}\n{"text":"last"}\n'),
        ("news.json", b'[{"text":"first"},{"text":"', b'"},{"text":"last"}]'),
    ],
)
def test_a_row_of_64_mb(tmp_path: Path, name: str, before: bytes, after: bytes) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.writelines(chain([before], repeat(b"x" * _MB, 64), [after]))
    found = texts(path)
    assert (found[0], found[-1], len(found)) == ("first", "last", 3)
    assert found[1].endswith(": TextTooLong")


def test_a_row_group_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    chance = Random(1)
    table = pyarrow.table({"text": [chance.randbytes(1_500).hex() for _ in range(20_000)]})
    pyarrow.parquet.write_table(table, path)
    del table
    before = pyarrow.total_allocated_bytes()
    articles = opened(path).articles()
    most = max(pyarrow.total_allocated_bytes() for _ in articles) - before
    assert path.stat().st_size > 48 * _MB
    assert most < 24 * _MB


def test_a_quote_that_is_never_closed_costs_its_line(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    rows = 10_000
    with path.open("w", encoding="utf-8") as file:
        file.write('id,text\n1,"open\n')
        file.writelines(f"{number},{'text' * 250}\n" for number in range(rows))
    found = texts(path)
    assert found[0] == "line 2: TextTooLong"
    assert found[1:] == ["text" * 250] * rows


@pytest.mark.parametrize("last", ["", '"a"b\n'])
def test_lines_that_open_a_quote_again_and_again_are_given_up_together(
    tmp_path: Path, last: str
) -> None:
    path = tmp_path / "news.csv"
    # From its beginning each line leaves a quoted cell open; inside one it closes it and opens
    # another: looked at one by one, all would be read for each.
    path.write_text("id,text\n1,one\n" + 'x","\n' * 100_000 + last + "2,two\n", "utf-8")
    found = texts(path)
    assert found[0] == "one"
    assert len(found) < 100
    assert "to 100" in found[-2 if last else -1]
