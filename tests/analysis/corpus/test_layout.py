"""Partitions are written whole, with the same schema and the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pyarrow.parquet
import pytest

from analysis.corpus.articles import analyze_articles
from analysis.corpus.frames import TABLES
from analysis.corpus.layout import schema, table_file, write_tables
from tests.analysis.corpus.articles_given import FERRY, POOL, given


def test_what_is_written_is_what_was_found(tmp_path: Path) -> None:
    found = analyze_articles(given(POOL, FERRY))
    write_tables(tmp_path, 3, found)
    for name in TABLES:
        table = pyarrow.parquet.read_table(tmp_path / name / "part-000003.parquet")
        assert table.schema == schema(name)
        assert table.num_rows == len(found.tables[name])
    statements = pyarrow.parquet.read_table(table_file(tmp_path, "statements", 3)).to_pylist()
    (start, end), *_ = statements[0]["loaded_words"]
    assert POOL[start:end] == "reckless betrayal"


def test_an_empty_partition_has_the_same_schema(tmp_path: Path) -> None:
    write_tables(tmp_path, 0, analyze_articles(given("")))
    for name in TABLES:
        assert pyarrow.parquet.read_schema(table_file(tmp_path, name, 0)) == schema(name)


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        write_tables(tmp_path / folder, 0, analyze_articles(given(POOL, FERRY)))
    for name in TABLES:
        one, other = (table_file(tmp_path / folder, name, 0) for folder in ("one", "other"))
        assert one.read_bytes() == other.read_bytes()


def test_a_file_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(table: object, file: BinaryIO, **options: object) -> None:
        file.write(b"PAR1")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pyarrow.parquet, "write_table", half)
    with pytest.raises(OSError, match="No space"):
        write_tables(tmp_path, 0, analyze_articles(given("")))
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
