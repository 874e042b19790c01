"""Which partitions of a folder are finished."""

from __future__ import annotations

from pathlib import Path

from analysis.corpus.archive.database.folder import Folder
from tests.analysis.corpus.archive.made import own, write_archive


def test_only_names_of_partitions_count(tmp_path: Path) -> None:
    out = write_archive(tmp_path, *(own(f"Pool {number}.") for number in range(3)), part=1)
    for name in ("part-1.json", "notes.json", ".part-000009.json.1", "part-000009.json.tmp"):
        (out / "done" / name).write_text("{}")
    (out / "done" / "part-000001.json").unlink()
    folder = Folder(out)
    assert (folder.parts, folder.unfinished) == ([0, 2], 1)
    names = [Path(file).name for file in folder.files("articles")]
    assert names == ["part-000000.parquet", "part-000002.parquet"]
    assert [Path(file).name for file in folder.files("names", [1, 1])] == ["part-000002.parquet"]
    assert folder.duplicates == []


def test_a_folder_is_found_by_a_relative_path(tmp_path: Path) -> None:
    write_archive(tmp_path / "out", own("A pool."))
    assert Path(Folder(tmp_path / "out" / ".." / "out").files("articles")[0]).is_absolute()
