"""A database that reads one folder, writes nothing, and says what is wrong in one sentence."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from analysis.corpus.archive.database.connecting import asked, connect
from analysis.errors import CannotRead


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('{outside}')",
        "SELECT * FROM read_text('{folder}/../secret.txt')",
        "SELECT * FROM read_text('https://example.org/')",
        "COPY (SELECT 1) TO '{outside}.csv'",
        "ATTACH '{outside}.db'",
        "SET enable_external_access = true",
        "SET memory_limit = '90GB'",
        "LOAD httpfs",
    ],
)
def test_nothing_outside_the_folder_can_be_reached(tmp_path: Path, statement: str) -> None:
    folder, outside = tmp_path / "archive", tmp_path / "secret.txt"
    folder.mkdir()
    outside.write_text("secret")
    with pytest.raises(duckdb.Error):
        connect(folder).execute(statement.format(folder=folder, outside=outside))
    assert sorted(tmp_path.iterdir()) == [folder, outside]


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "it's [1] a*chive; --"
    folder.mkdir()
    (folder / "note.txt").write_text("pool")
    sql = "SELECT content FROM read_text($file)"
    row = connect(folder, threads=1).execute(sql, {"file": str(folder / "note.txt")}).fetchone()
    assert row == ("pool",)


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="choose fewer articles"), asked(tmp_path):
        raise duckdb.OutOfMemoryException("failed to allocate")


def test_faults_of_ours_are_not_said_to_be_damage(tmp_path: Path) -> None:
    db = connect(tmp_path)
    for statement in ("SELEC 1", "SELECT * FROM nothing"):
        with pytest.raises(duckdb.Error), asked(tmp_path):
            db.execute(statement)
    with pytest.raises(duckdb.InvalidInputException), asked(tmp_path):
        db.execute("SELECT $one", {"one": 1, "other": 2})
