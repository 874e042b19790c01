"""An archive gives the same numbered articles however it is parted, from files and folders."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.frames import INPUT, SKIPPED
from analysis.corpus.reading.opening import Archive, open_archive
from analysis.corpus.reading.record import Choices, Claim, Found
from analysis.corpus.reading.tables import parquet
from analysis.errors import CannotRead

POOL = "The pool closed on Monday, and nobody spoke."


def news(folder: Path) -> Path:
    """Return a folder with files of several kinds; 8 of its articles can be read, 4 cannot."""
    (folder / "b").mkdir()
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "no.csv").write_text("text\nno\n")
    (folder / "_SUCCESS").write_text("")
    (folder / "a.csv").write_text("id,text,mood\n1,one,x\n2\n3,three,x\n")
    (folder / "b" / "b.jsonl").write_text('{"text":"four","mood":1}\n{"text":null}\n')
    pd.DataFrame({"text": ["five", "six"]}).to_parquet(folder / "b" / "c.parquet")
    (folder / "b" / "d.txt").write_text(POOL)
    (folder / "b" / "e.html").write_text(
        f"<html><head><title>Pool</title></head><body><article><h1>Pool</h1><p>{POOL} "
        f"{POOL}</p></article></body></html>"
    )
    (folder / "b" / "f.txt").write_bytes(b"\0\1\2")
    (folder / "g.bin").write_bytes(b"\0\1\2")
    (folder / "h.csv").write_text("text\nlast\n")
    return folder


def all_of(archive: Archive, size: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    parts = list(archive.parts(size))
    for number, (found, skipped) in enumerate(parts):
        numbers = sorted([*found["article"], *skipped["article"]])
        assert numbers == list(range(number * size, number * size + len(numbers)))
        assert len(numbers) == size or number == len(parts) - 1
        assert (list(found), list(skipped)) == (list(INPUT), list(SKIPPED))
    return (
        pd.concat([found for found, _ in parts], ignore_index=True),
        pd.concat([skipped for _, skipped in parts], ignore_index=True),
    )


def test_a_folder_in_the_order_of_its_names(tmp_path: Path) -> None:
    archive = open_archive(news(tmp_path), Choices({}))
    found, skipped = all_of(archive, 5)
    assert list(found["text"])[:2] == ["one", "three"]
    assert list(found["source"]) == [
        "a.csv, line 2",
        "a.csv, line 4",
        "h.csv, line 2",
        "b/b.jsonl, line 1",
        "b/c.parquet, row 1",
        "b/c.parquet, row 2",
        f"{tmp_path.name}, b/d.txt",
        f"{tmp_path.name}, b/e.html",
    ]
    assert found["title"].iloc[-1] == "Pool"
    assert list(zip(skipped["source"], skipped["reason"], strict=True)) == [
        ("a.csv, line 3", "BrokenRow"),
        ("g.bin", "CannotRead"),
        ("b/b.jsonl, line 2", "EmptyText"),
        (f"{tmp_path.name}, b/f.txt", "NotText"),
    ]
    assert archive.claims == [
        Claim("a.csv", None, 3),
        Claim("g.bin", None, 1),
        Claim("h.csv", None, 1),
        Claim("b/b.jsonl", None, 2),
        Claim("b/c.parquet", 2, 2),
        Claim(tmp_path.name, None, 3),
    ]
    assert archive.notes == [
        "1 file is left out: g.bin (is no archive of a kind that is read: give a table (Parquet, "
        "CSV, JSON), an export, or a folder of them).",
        "a.csv, b/b.jsonl: not used: mood.",
    ]
    assert archive.share_read() == 1.0


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 14), st.sets(st.integers(0, 5)))
def test_any_size_of_parts_gives_the_same(size: int, done: set[int]) -> None:
    rows = [{"text": f"Text {n}.", "id": n} if n % 3 else {"id": n} for n in range(12)]
    table = pd.DataFrame(rows)
    whole, without = all_of(open_archive(table, Choices({})), 100)
    found, skipped = all_of(open_archive(table, Choices({})), size)
    pd.testing.assert_frame_equal(found, whole)
    pd.testing.assert_frame_equal(skipped, without)
    every = dict(enumerate(open_archive(table, Choices({})).parts(size)))
    some = open_archive(table, Choices({})).numbered(size, lambda number: number not in done)
    left = {number: (found, skipped) for number, found, skipped in some}
    assert list(left) == [number for number in every if number not in done]
    for number, frames in left.items():
        for one, other in zip(frames, every[number], strict=True):
            pd.testing.assert_frame_equal(one, other)


def test_parts_that_are_done_make_no_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = open_archive(pd.DataFrame({"text": ["one"] * 12}), Choices({}))
    made: list[object] = []
    monkeypatch.setattr("analysis.corpus.reading.opening._frame", lambda *of: made.append(of))
    assert [number for number, _, _ in archive.numbered(2, lambda number: number == 3)] == [3]
    assert len(made) == 2


def test_a_part_of_long_texts_ends_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.corpus.reading.opening.PART_CHARACTERS", 100)
    table = pd.DataFrame({"text": ["a" * 60] * 5 + ["b"] * 5})
    archive = open_archive(table, Choices({}))
    assert [len(found) for found, _ in archive.parts(4)] == [2, 2, 4, 2]
    assert [n for n, _, _ in archive.numbered(4, lambda number: number % 2 == 1)] == [1, 3]


def test_another_archive_of_the_same_name_has_other_settings(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("text\none\ntwo\n")
    before = open_archive(path, Choices({})).settings
    assert json.loads(json.dumps(before)) == before
    assert open_archive(path, Choices({})).settings == before
    assert open_archive(path, Choices({"text": "text"})).settings != before
    assert open_archive(path, Choices({}, day_first=True)).settings != before
    path.write_text("text\none\ntoo\n")
    assert open_archive(path, Choices({})).settings != before
    table = pd.DataFrame({"text": ["one", "two"], "note": ["a", "b"]})
    of_frame = open_archive(table, Choices({})).settings
    assert open_archive(table.assign(note="c"), Choices({})).settings == of_frame
    assert open_archive(table.assign(text="c"), Choices({})).settings != of_frame


def test_a_large_file_is_told_by_pieces_of_it(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    with path.open("wb") as file:
        file.write(b"text\none\n" + b"two\n" * 20_000)
        file.truncate(8 << 30)
    before = open_archive(path, Choices({})).settings
    with path.open("r+b") as file:
        file.seek(-3, os.SEEK_END)
        file.write(b"end")
    assert open_archive(path, Choices({})).settings != before


def test_links_that_lead_out_of_the_folder_are_left_out(tmp_path: Path) -> None:
    inside = tmp_path / "news"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text(POOL)
    (inside / "a.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "b.txt").write_text(POOL)
    (inside / "c.txt").symlink_to(inside / "b.txt")
    (inside / "e.txt").symlink_to(inside / "e.txt")
    (inside / "f.txt").symlink_to(tmp_path / ("x" * 200) / ("y" * 200))
    os.mkfifo(inside / "d.txt")
    found, _ = all_of(open_archive(inside, Choices({})), 10)
    assert list(found["id"]) == ["b.txt", "c.txt"]


def test_names_of_files_cannot_command_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb.csv").write_text("text,more\none,x\n2\n")
    (tmp_path / "c\x1b[2J.bin").write_bytes(b"\0")
    (tmp_path / "d\x1b[2J.txt").write_text(POOL)
    (tmp_path / os.fsdecode(b"e\xff.txt")).write_text(POOL)
    archive = open_archive(tmp_path, Choices({}))
    found, skipped = all_of(archive, 10)
    assert list(found["id"]) == ["", "d [2J.txt", "e?.txt"]
    said = [*archive.notes, *(claim.file for claim in archive.claims), *skipped["message"]]
    assert all(text.isprintable() for text in [*said, *found["source"], *skipped["source"]])


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.csv").write_text("id,content\n1,one\n")
    for name, says in {
        "none.csv": "does not exist",
        "empty": "has no files to read",
        "other": "a.csv has no column text: .*--column text=content",
    }.items():
        with pytest.raises(CannotRead, match=says):
            open_archive(tmp_path / name, Choices({}))
    with pytest.raises(CannotRead, match="The frame has no rows"):
        open_archive(pd.DataFrame({"text": []}), Choices({}))


def test_a_file_that_is_gone_ends_the_run_to_be_resumed(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("text\none\n")
    archive = open_archive(path, Choices({}))
    path.unlink()
    with pytest.raises(CannotRead, match=r"cannot be read further .*run it again"):
        list(archive.parts(10))


def test_a_row_that_is_nested_too_deep_costs_itself_alone(tmp_path: Path) -> None:
    deep = "[" * 900 + "]" * 900
    lines = ['{"text":"one"}', f'{{"text":"two","author":{deep}}}', '{"text":"three"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found, skipped = all_of(open_archive(tmp_path / "a.jsonl", Choices({})), 5)
    assert list(found["text"]) == ["one", "three"]
    assert list(skipped["reason"]) == ["BrokenRow"]
    assert list(skipped["source"]) == ["a.jsonl, line 2"]


class Invented:
    """A reader that gives articles with these dates, or fails."""

    kind, total, notes, settings = "invented", None, (), {}  # type: ignore[var-annotated]

    def __init__(self, *dates: str) -> None:
        self._dates = dates

    def articles(self) -> Iterator[Found]:
        for day in self._dates:
            yield Found(POOL, "here", date=day)

    def claimed(self) -> int | None:
        return None

    def share_read(self) -> float:
        return 1.0


def test_what_is_no_date_is_left_empty() -> None:
    """As the answer of a child process might hold it."""
    dates = ("2020-03-04", "March", "2020-02-31", "", "2020-03-04T10:00:00+02:00", "0020-01-01")
    found, _ = all_of(Archive([("a", Invented(*dates))], {}), 10)
    assert found["date"].notna().tolist() == [True, False, False, False, False, True]


def test_a_file_that_slant_fails_to_open_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, choices: Choices) -> None:
        raise KeyError("x")

    monkeypatch.setattr(parquet, "open_file", fails)
    pd.DataFrame({"text": ["one"]}).to_parquet(tmp_path / "a.parquet")
    (tmp_path / "b.csv").write_text("text\ntwo\n")
    archive = open_archive(tmp_path, Choices({}))
    found, skipped = all_of(archive, 5)
    assert list(found["text"]) == ["two"]
    assert "fault in Slant" in skipped["message"][0]
    with pytest.raises(CannotRead, match="could not be opened"):
        open_archive(tmp_path / "a.parquet", Choices({}))


def test_names_that_are_not_utf_8_can_be_written_down(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_text("text\nx\n")
    archive = open_archive(tmp_path, Choices({}))
    assert "caf\ufffd.csv" in json.dumps(archive.settings, ensure_ascii=False).encode().decode()
