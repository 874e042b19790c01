"""Files that are no whole backup of a desk: a sentence for each, and the desk stays empty."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import CannotRead, CannotWrite
from store.desk.backup.errors import BadBackup, FileExists, NewerBackup
from store.desk.backup.restoring import restore
from store.desk.backup.saving import save
from store.desk.editors import editors, sign_in
from store.desk.opening import open_desk
from store.errors import StoreFailed
from tests.store.desk.backup.conftest import members, without_trail

FLAGS = "desk_flags.jsonl"
Members = dict[str, bytes]


def written(path: Path, content: Members, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def saying(content: Members, **changed: Any) -> Members:
    said = json.loads(content["manifest.json"]) | changed
    return content | {"manifest.json": json.dumps(said).encode()}


def with_flags(content: Members, change: Callable[[list[bytes]], list[bytes]]) -> Members:
    """Change the lines of a table, and the manifest with them: a forged backup."""
    lines = b"".join(change(content[FLAGS].splitlines(keepends=True)))
    said = json.loads(content["manifest.json"])
    said["tables"]["desk_flags"] = {
        "rows": lines.count(b"\n"),
        "bytes": len(lines),
        "sha256": hashlib.sha256(lines).hexdigest(),
    }
    return content | {FLAGS: lines, "manifest.json": json.dumps(said).encode()}


def column(name: str, value: object) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [
        json.dumps(json.loads(lines[0]) | {name: value}).encode() + b"\n",
        *lines[1:],
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda all_of: {}, "it is no backup of a desk"),
        (lambda all_of: {"a.txt": b"hello"}, "it is no backup of a desk"),
        (lambda all_of: all_of | {"manifest.json": b"[]"}, "does not say what it holds"),
        (lambda all_of: all_of | {"manifest.json": b"\xff"}, "does not say what it holds"),
        (lambda all_of: all_of | {"manifest.json": b"[" * 90_000}, "does not say what it holds"),
        (lambda all_of: all_of | {"manifest.json": b" " * 200_000}, "does not say what it holds"),
        (lambda all_of: saying(all_of, kind="something else"), "it is no backup of a desk"),
        (lambda all_of: saying(all_of, tables={}), "does not say what it holds"),
        (lambda all_of: saying(all_of, made="yesterday"), "does not say what it holds"),
        (lambda all_of: saying(all_of, format=2, version="9.1.0"), r"later version .*\(9.1.0\)"),
        (lambda all_of: saying(all_of, revision="9999", version="9.2.0"), r"version .*\(9.2.0\)"),
        (lambda all_of: all_of | {"../../evil.sh": b"rm"}, "it holds ../../evil.sh too"),
        (lambda all_of: {k: v for k, v in all_of.items() if k != FLAGS}, "it lacks desk_flags"),
        (lambda all_of: all_of | {FLAGS: all_of[FLAGS][:-1]}, "desk_flags is not as it was"),
        (
            lambda all_of: all_of | {FLAGS: b"".join(all_of[FLAGS].splitlines(True)[:-1])},
            "desk_flags is not as it was",
        ),
        (
            lambda all_of: all_of | {FLAGS: all_of[FLAGS].replace(b"accept", b"reword", 1)},
            "desk_flags is not as it was",
        ),
        (lambda all_of: all_of | {FLAGS: b"\n" * 50}, "row 1 of desk_flags is no row"),
        (lambda all_of: all_of | {FLAGS: b"\0" * 50}, "row 1 of desk_flags is no row"),
        (lambda all_of: all_of | {FLAGS: b"[" * 90_000}, "row 1 of desk_flags is no row"),
        (lambda all_of: with_flags(all_of, column("colour", 1)), "row 1 of desk_flags is no row"),
        (lambda all_of: with_flags(all_of, column("start", "1")), "row 1 of desk_flags is no row"),
        (lambda all_of: with_flags(all_of, column("start", True)), "row 1 of desk_flags is no row"),
        (lambda all_of: with_flags(all_of, column("start", None)), "row 1 of desk_flags is no row"),
        (lambda all_of: with_flags(all_of, column("article", 99)), "Nothing was saved just now"),
        (lambda all_of: with_flags(all_of, lambda lines: [*lines, lines[0]]), "Nothing was saved"),
    ],
)  # fmt: skip
def test_what_is_no_whole_backup_is_refused(
    change: Callable[[Members], Members], says: str, filled: Path, tmp_path: Path
) -> None:
    bad = written(tmp_path / "bad.zip", change(members(filled)))
    engine = open_desk(folder=str(tmp_path / "desk"))
    with pytest.raises((BadBackup, NewerBackup, StoreFailed), match=says) as caught:
        restore(engine, str(bad))
    assert caught.value.message.endswith(".")
    assert caught.value.message.count("\n") == 0
    assert editors(engine) == ()
    restore(engine, str(filled))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.zip", "desk"]


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 0.99999])
def test_a_file_that_is_cut_off(share: float, filled: Path, tmp_path: Path) -> None:
    data = filled.read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[: int(len(data) * share)])
    engine = open_desk(folder=str(tmp_path / "desk"))
    with pytest.raises(BadBackup, match=r"cut\.zip .* its end is missing: give another backup"):
        restore(engine, str(tmp_path / "cut.zip"))


def test_a_bit_that_fell_over(filled: Path, tmp_path: Path) -> None:
    """Wherever a byte is another one it is noticed, or it said nothing of the content (a date)."""
    data, told = filled.read_bytes(), 0
    engine = open_desk(folder=str(tmp_path / "desk"))
    for place in range(50, len(data), len(data) // 40):
        odd = tmp_path / f"{place}.zip"
        odd.write_bytes(data[:place] + bytes([data[place] ^ 16]) + data[place + 1 :])
        try:
            restore(engine, str(odd))
        except BadBackup:
            told += 1
            assert editors(engine) == ()
        else:
            save(engine, str(odd), replace=True)
            assert without_trail(odd) == without_trail(filled)
            engine = open_desk(folder=str(tmp_path / f"desk{place}"))
    assert told > 20


def test_bombs_are_refused_before_they_are_unpacked(filled: Path, tmp_path: Path) -> None:
    bomb = members(filled) | {FLAGS: b"\0" * 60_000_000}
    written(tmp_path / "bomb.zip", bomb)
    engine = open_desk(folder=str(tmp_path / "desk"))
    with pytest.raises(BadBackup, match=r"desk_flags\.jsonl is far larger than it can be"):
        restore(engine, str(tmp_path / "bomb.zip"))


def test_a_member_twice_and_another_packing(filled: Path, tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path / "desk"))
    written(tmp_path / "bzip.zip", members(filled), zipfile.ZIP_BZIP2)
    with pytest.raises(BadBackup, match="packed in a way"):
        restore(engine, str(tmp_path / "bzip.zip"))
    written(tmp_path / "twice.zip", members(filled))
    with (
        pytest.warns(UserWarning, match="Duplicate"),
        zipfile.ZipFile(tmp_path / "twice.zip", "a") as archive,
    ):
        archive.writestr(FLAGS, b"")
    with pytest.raises(BadBackup, match=r"it holds desk_flags\.jsonl twice"):
        restore(engine, str(tmp_path / "twice.zip"))


@pytest.mark.parametrize("name", ["nowhere.zip", "desk"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path / "desk"))
    with pytest.raises(CannotRead, match=f"{name} cannot be read"):
        restore(engine, str(tmp_path / name))


def test_a_backup_is_written_whole_for_this_user_alone(tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path / "desk"))
    sign_in(engine, "Ann")
    out = tmp_path / "desk.zip"
    before = os.umask(0)
    try:
        save(engine, str(out))
    finally:
        os.umask(before)
    assert out.stat().st_mode & 0o777 == 0o600
    first = out.read_bytes()
    sign_in(engine, "Ben")
    with pytest.raises(FileExists, match=r"desk\.zip exists: give a new file, or add --force"):
        save(engine, str(out))
    assert out.read_bytes() == first
    save(engine, str(out), replace=True)
    assert members(out)["desk_editors.jsonl"].count(b"\n") == 2
    for place in ("nowhere/desk.zip", "desk"):
        with pytest.raises(CannotWrite, match="cannot be written"):
            save(engine, str(tmp_path / place), replace=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "desk.zip"]
