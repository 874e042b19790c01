"""Places that cannot hold a desk, as whoever has the machine meets them: a sentence for each, and
what was there stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.postgres import MISSING, server
from tests.store.cli.conftest import Desk, require_one_line

ROOT = Path(__file__).resolve().parents[3]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program with these arguments; of Slant's settings only those given count."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLANT_")}
    return subprocess.run(
        [*arguments],
        capture_output=True,
        encoding="utf-8",
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        check=False,
    )


def test_a_folder_that_cannot_be_made(
    slant: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("A note.")
    monkeypatch.setenv("SLANT_DATA", str(tmp_path / "note.txt" / "data"))
    (tmp_path / "desk.zip").write_bytes(b"")
    require_one_line(
        slant("restore", "desk.zip"),
        "The desk's folder, which SLANT_DATA names, cannot be used, as its file cannot be written "
        "there: let Slant write the file and its folder, or name another.",
    )
    # Here nobody can make a folder, not even root.
    monkeypatch.setenv("SLANT_DATA", "/proc/slant")
    require_one_line(slant("restore", "desk.zip"), "SLANT_DATA names, cannot be used")


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("note", "its file is not a database: name another"),
        ("bookmarks", "its file holds another program's tables: name another file."),
        ("later", "its tables were made by a later version of Slant: start that version"),
        ("damaged", "is damaged"),
    ],
)
def test_a_file_that_is_no_desk(what: str, says: str, filled: Path, slant: Desk) -> None:
    file = filled / "desk.db"
    if what == "note":
        file.write_text("Not a database, but a note of some length.\n" * 100)
    elif what == "bookmarks":
        file.unlink()
    elif what == "damaged":
        data = bytearray(file.read_bytes())
        data[4096:] = b"\x55" * (len(data) - 4096)
        file.write_bytes(data)
    with closing(sqlite3.connect(file)) as kept:
        if what == "bookmarks":
            kept.execute("CREATE TABLE bookmarks (address TEXT)")
        if what == "later":
            kept.execute("UPDATE slant_desk_version SET version_num = '9999'")
            kept.commit()
    before = file.read_bytes()
    for command in (["status"], ["backup", "desk.zip"], ["role", "Ann", "reader"]):
        done = slant(*command)
        require_one_line(done, says)
        assert done.stderr.startswith("slant: The desk's folder, which SLANT_DATA names, ")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("postgresql://ann:secret@127.0.0.1:1/slant", "the database cannot be reached"),
        ("postgresql://ann:secret@nowhere.invalid/slant", "there is no machine of that name"),
        ("mysql://ann:secret@127.0.0.1/slant", "the desk does not work with mysql"),
        ("postgresql//ann:secret@127.0.0.1/slant", "its address is not one of a database"),
    ],
)
def test_addresses_that_lead_nowhere(
    address: str, says: str, slant: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLANT_DATABASE_URL", address)
    done = slant("status")
    require_one_line(done, says)
    assert done.stderr.startswith("slant: The database that SLANT_DATABASE_URL names cannot be us")
    assert "secret" not in done.stderr


@pytest.mark.server
def test_a_database_that_goes_away_and_comes_back(
    filled: Path, slant: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slant("backup", "desk.zip")
    try:
        with server() as running:
            monkeypatch.setenv("SLANT_DATABASE_URL", running.address(running.fresh()))
            assert slant("restore", "desk.zip").returncode == 0
            before = slant("status").stdout
            running.stop()
            require_one_line(slant("status"), "the database cannot be reached")
            require_one_line(slant("backup", "other.zip"), "the database cannot be reached")
            running.start()
            assert slant("status").stdout == before
    except LookupError:
        pytest.skip(MISSING)


HOLDER = """
import sys
from store.desk.opening import open_desk
engine = open_desk(serves=True)
print("open", flush=True)
sys.stdin.readline()
"""


def test_another_server_on_the_file_is_told(filled: Path, slant: Desk) -> None:
    notice = "Server: one has the file open"
    assert "Server: none has the file open" in slant("status").stdout
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        assert notice in slant("status").stdout
        # Both work all the same.
        assert slant("role", "Ben", "admin").returncode == 0
        holder.communicate("over\n")
    assert notice not in slant("status").stdout


FULL = """
import os
from analysis.cli.main import main
from store.desk.editors import sign_in
from store.desk.opening import open_desk

folder = os.environ["SLANT_DATA"]
engine = open_desk()
for name in ("Ann", "Ben"):
    sign_in(engine, name)
with open(f"{folder}/ballast", "wb", buffering=0) as ballast:
    try:
        while True:
            ballast.write(bytes(4096))
    except OSError:
        pass
print(main(["desk", "backup", f"{folder}/desk.zip"]))
print(main(["desk", "role", "Ben", "admin"]))
print(sorted(name for name in os.listdir(folder) if not name.startswith("desk.db")))
os.remove(f"{folder}/ballast")
print(main(["desk", "role", "Ben", "admin"]))
"""


def test_a_full_disk(tmp_path: Path) -> None:
    """On a file system of its own that is full: nothing is lost, and it goes on once there is
    room."""
    tried = ["unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=2m", "none", str(tmp_path)]
    if shutil.which("unshare") is None or process(*tried).returncode:
        pytest.skip("This user may not make a small file system.")
    shell = 'mount -t tmpfs -o size=2m none "$SLANT_DATA" && exec "$0" -c "$1"'
    done = process(
        *("unshare", "--mount", "sh", "-c", shell, sys.executable, FULL), SLANT_DATA=str(tmp_path)
    )
    assert done.stdout.splitlines() == ["2", "2", "['ballast']", "Ben is admin now.", "0"]
    assert done.stderr.splitlines() == [
        f"slant: {tmp_path}/desk.zip cannot be written (No space left on device): give another "
        "file.",
        "slant: Nothing was saved just now, as the disk is full: make room on it and try again.",
    ]
