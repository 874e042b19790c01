"""How the desk's database is found and opened, and what is said where that does not work."""

import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from analysis.errors import SlantError
from store.database import reading, writing
from store.desk import opening
from store.desk.editors import editors, sign_in
from store.desk.opening import FILE, desk_database, open_desk, place
from store.errors import CannotOpenDesk, StoreError, StoreFailed

ROOT = Path(__file__).resolve().parents[3]


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def names(engine: Engine) -> list[str]:
    return [editor.name for editor in editors(engine)]


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without settings, in an empty folder, at home in another."""
    for name in ("SLANT_DATABASE_URL", "SLANT_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)


@pytest.mark.skipif(sys.platform == "win32", reason="the folder is another there")
@pytest.mark.parametrize(
    ("settings", "file"),
    [
        ({}, "home/.local/share/slant/desk.db"),
        ({"SLANT_DATABASE_URL": " ", "SLANT_DATA": " "}, "home/.local/share/slant/desk.db"),
        ({"XDG_DATA_HOME": "{}/xdg"}, "xdg/slant/desk.db"),
        ({"XDG_DATA_HOME": "not/absolute"}, "home/.local/share/slant/desk.db"),
        ({"XDG_DATA_HOME": "{}/xdg", "SLANT_DATA": "{}/de sk %41/7a"}, "de sk %41/7a/desk.db"),
        ({"SLANT_DATA": "~/news"}, "home/news/desk.db"),
        ({"SLANT_DATA": "beside"}, "home/beside/desk.db"),
        ({"SLANT_DATA": "{}/no", "SLANT_DATABASE_URL": "sqlite:///{}/a b/c.db"}, "a b/c.db"),
    ],
)
def test_where_the_file_is(
    settings: dict[str, str], file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value.format(tmp_path))
    shown = place()
    assert not (tmp_path / file).exists()
    sign_in(open_desk(), "Ann")
    assert list(tmp_path.rglob("*.db")) == [tmp_path / file]
    assert shown.endswith(str(tmp_path / file))
    assert names(open_desk()) == ["Ann"]


def test_what_is_given_goes_before_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLANT_DATABASE_URL", "postgresql://127.0.0.1:1/no")
    open_desk(folder=str(tmp_path / "given"))
    assert (tmp_path / "given" / FILE).is_file()
    assert place(folder=str(tmp_path / "given")) == str(tmp_path / "given" / FILE)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "postgresql://ann:geheim@db:5433/news?sslmode=require",
            "postgresql://ann:***@db:5433/news?sslmode=require",
        ),
        (
            "postgres://ann@db/news?password=geheim&sslpassword=geheim&sslmode=require",
            "postgres://ann@db/news?sslmode=require",
        ),
        ("memory", "memory"),
    ],
)
def test_no_place_is_shown_with_its_password(address: str, shown: str) -> None:
    assert place(address) == shown


def test_memory_ends_with_the_engine() -> None:
    engine = open_desk("memory")
    sign_in(engine, "Ann")
    assert names(engine) == ["Ann"]
    assert names(open_desk("memory")) == []
    with pytest.raises(StoreFailed), writing(engine) as connection:
        connection.execute(text("DELETE FROM desk_trail"))


def test_there_is_one_database_in_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_of_this_process", None)
    monkeypatch.setenv("SLANT_DATA", str(tmp_path))
    assert desk_database() is desk_database()


def test_a_place_that_failed_is_tried_again_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_of_this_process", None)
    monkeypatch.setattr(opening, "_failed", None)
    moment = [100.0]
    monkeypatch.setattr(opening.time, "monotonic", lambda: moment[0])
    (tmp_path / "desk").write_text("not a folder")
    monkeypatch.setenv("SLANT_DATA", str(tmp_path / "desk"))
    with pytest.raises(CannotOpenDesk) as first:
        desk_database()
    (tmp_path / "desk").unlink()
    with pytest.raises(CannotOpenDesk) as again:
        desk_database()
    assert again.value is not first.value
    assert again.value.message == first.value.message
    moment[0] += 10
    assert names(desk_database()) == []


def test_only_this_user_may_read_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    engine = open_desk(folder=str(folder), serves=True)
    sign_in(engine, "Ann")
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert modes.pop("desk.db-open") == 0o600
    assert modes == dict.fromkeys(("desk.db", "desk.db-wal", "desk.db-shm"), 0o600)


def test_how_a_file_is_opened(tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path))
    assert pragma(engine, "journal_mode") == "wal"
    assert pragma(engine, "synchronous") == 2  # FULL: what is confirmed survives a power cut
    assert pragma(engine, "foreign_keys") == 1
    assert pragma(engine, "recursive_triggers") == 1
    with pytest.raises(StoreFailed), writing(engine) as connection:
        connection.execute(text("INSERT INTO desk_sessions VALUES ('digest', 17, '2026-11-30')"))


def test_who_reads_does_not_wait_for_who_writes(engine: Engine) -> None:
    sign_in(engine, "Ann")
    with writing(engine) as connection:
        connection.execute(text("UPDATE desk_editors SET name = 'Other'"))
        assert names(engine) == ["Ann"]
    assert names(engine) == ["Other"]


def test_one_reading_sees_one_state(engine: Engine) -> None:
    sign_in(engine, "Ann")
    counted = text("SELECT count(*) FROM desk_editors")
    with reading(engine) as connection:
        assert connection.scalar(counted) == 1
        sign_in(engine, "Ben")
        assert connection.scalar(counted) == 1
    with reading(engine) as connection:
        assert connection.scalar(counted) == 2


def refused(open_it: Callable[[], object], says: str, *never: str) -> CannotOpenDesk:
    """Look at the one sentence with which opening is refused."""
    with pytest.raises(CannotOpenDesk, match=says) as caught:
        open_it()
    assert isinstance(caught.value, StoreError)
    assert isinstance(caught.value, SlantError)
    said = caught.value.message
    assert said.endswith(".")
    assert "\n" not in said
    assert "class" not in said
    assert [word for word in ("geheim", *never) if word in said] == []
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    return caught.value


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        ("{}/note.txt", "cannot be written there: let Slant write the file and its folder"),
        ("{}/note.txt/deeper", "cannot be written there"),
        ("{}/a\0b", "cannot be written there"),
        ("{}/" + "x" * 300, "cannot be written there"),
        ("{}/a-folder", "it is a folder"),
        ("{}/a-note", "is not a database: name another"),
        ("{}/others", "another program's tables"),
        ("{}/damaged", "is damaged|is not a database"),
    ],
)
def test_a_folder_that_cannot_hold_the_desk(folder: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note.")
    (tmp_path / "a-folder" / FILE).mkdir(parents=True)
    for name in ("a-note", "others", "damaged"):
        (tmp_path / name).mkdir()
    (tmp_path / "a-note" / FILE).write_text("Not a database, but a note of some length.\n" * 20)
    with closing(sqlite3.connect(tmp_path / "others" / FILE)) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
    open_desk(folder=str(tmp_path / "damaged")).dispose()
    kept = (tmp_path / "damaged" / FILE).read_bytes()
    (tmp_path / "damaged" / FILE).write_bytes(kept[:200] + b"\xff" * 4000 + kept[4200:])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    error = refused(
        lambda: open_desk(folder=folder.format(tmp_path)), says, str(tmp_path), "SLANT_CLASSES"
    )
    assert error.message.startswith("The desk's folder, which SLANT_DATA names, cannot be used, as")
    after = {path: path.read_bytes() for path in before}
    assert after == before


def test_without_settings_the_sentence_names_the_one_that_helps(tmp_path: Path) -> None:
    (tmp_path / "home" / ".local").write_text("A note.")
    assert refused(open_desk, "cannot be written there").message.startswith(
        "The desk's folder (SLANT_DATA names another) cannot be used, as"
    )


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("no such thing", "its address is not one of a database"),
        ("no such thing://x", "its address is not one of a database"),
        ("postgresql://ann:geheim@db:port/news", "its address is not one of a database"),
        ("mysql://ann:geheim@db/news", "the desk does not work with mysql: give the address of a"),
        ("postgresql+psycopg2://ann:geheim@db/news", "does not work with postgresql.psycopg2"),
        ("sqlite://", "the desk does not work with sqlite"),
        ("postgresql://ann:geheim@127.0.0.1:1/news", "the database cannot be reached: see that"),
        ("postgresql:///news?host=/no/such/folder", "the database cannot be reached: see that"),
        (
            "postgresql:///news?host=/no&nonsense=geheim",
            "something that PostgreSQL does not know: put",
        ),
    ],
)
def test_an_address_that_cannot_hold_the_desk(address: str, says: str) -> None:
    error = refused(lambda: open_desk(address), says, "127.0.0.1", "news")
    assert error.message.startswith("The database that SLANT_DATABASE_URL names cannot be used, as")


def test_without_the_driver_the_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    refused(
        lambda: open_desk("postgresql://ann:geheim@db/news"),
        r"the driver for PostgreSQL is not installed: install psycopg\[binary\] beside Slant",
    )


OPENS_AS_OTHERS = """
import os, sys
from alembic import command
from store.desk.opening import open_desk
from store.errors import CannotOpenDesk
# Root may write everything: it takes the rights of somebody else once all is imported.
os.getuid() or os.seteuid(65534)
for folder in sys.argv[1:]:
    try:
        open_desk(folder=folder)
    except CannotOpenDesk as error:
        print(error.message)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_folder_that_may_not_be_written() -> None:
    may_not_write = "its file cannot be written there: let Slant write the file and its folder"
    cases: list[tuple[int, int | None, str]] = [
        (0o555, None, may_not_write),
        (0o777, 0o444, may_not_write),
        (0o000, 0o666, may_not_write),
        # SQLite writes its log beside the file.
        (0o555, 0o666, "its file (cannot be opened|may not be written): let Slant "),
    ]
    with tempfile.TemporaryDirectory() as base:
        Path(base).chmod(0o755)
        folders = [Path(base) / str(number) for number in range(len(cases))]
        for folder, (rights, file, _) in zip(folders, cases, strict=True):
            folder.mkdir()
            if file:
                open_desk(folder=str(folder)).dispose()
                (folder / FILE).chmod(file)
            folder.chmod(rights)
        done = subprocess.run(
            [sys.executable, "-c", OPENS_AS_OTHERS, *map(str, folders)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        for folder in folders:
            folder.chmod(0o755)
    for said, (_, _, says) in zip(done.stdout.splitlines(), cases, strict=True):
        assert re.match(f"The desk's folder, which .* names, cannot be used, as {says}", said)


def test_an_open_desk_needs_no_alembic(tmp_path: Path) -> None:
    open_desk(folder=str(tmp_path)).dispose()
    code = (
        "import sys; from store.desk.opening import open_desk; open_desk(folder=sys.argv[1]);"
        " assert not {'alembic', 'pandas', 'psycopg'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)


def full(engine: Engine, pages: int) -> None:
    """Let the file grow no further than by some pages, as on a full disk."""
    with engine.connect() as connection:
        there = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {there + pages}")


def test_on_a_full_disk_nothing_is_half_done(tmp_path: Path) -> None:
    engine = open_desk(folder=str(tmp_path))
    sign_in(engine, "Ann")
    full(engine, 0)

    def comes_with_others() -> None:
        with writing(engine) as connection:
            connection.execute(text("UPDATE desk_editors SET name = 'Other'"))
            connection.execute(
                text("INSERT INTO desk_models (name, version) VALUES (:long, '')"),
                {"long": "x" * 1_000_000},
            )

    with pytest.raises(StoreFailed, match="the disk is full: make room on it and try again"):
        comes_with_others()
    assert names(engine) == ["Ann"]
    full(engine, 1000)
    comes_with_others()
    assert names(engine) == ["Other"]
