import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from analysis.errors import SlantError
from store import database as module
from store.classes.errors import NoSuchClass
from store.classes.joining import as_pupil, join
from store.classes.marks import keep_marks, own_marks
from store.classes.opening import as_teacher, open_class, versions
from store.classes.rounds import round_of, start_round
from store.database import classes_database, database
from store.errors import CannotOpenStore, SchemaTooNew, StoreError, StoreFailed
from tests.store.rooms import MATERIAL, Room, kept, room_in

ROOT = Path(__file__).resolve().parents[2]


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    "setting", [None, "", "memory", " Memory ", "sqlite://", "sqlite:///:memory:"]
)
def test_memory_ends_with_the_program(
    setting: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SLANT_CLASSES", raising=False)
    opened = open_class(database(setting))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoSuchClass):
        as_teacher(database(setting), opened.code, opened.key)


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_file_keeps_classes_for_the_next_start(form: str, tmp_path: Path) -> None:
    setting = form.format(tmp_path / "deep" / "er" / "klassen 7a %41.db")
    first = database(setting)
    room = room_in(first)
    start_round(first, room.id, "marking", MATERIAL)
    (seat,) = join(first, room.opened.code, room.opened.word)
    keep_marks(first, as_pupil(first, seat.token), 1, [kept(1, 3)])
    first.dispose()
    again = database(setting)
    assert as_teacher(again, room.opened.code, room.opened.key).id == room.id
    assert own_marks(again, as_pupil(again, seat.token), 1) == [kept(1, 3)]
    assert round_of(again, room.id, 1).material == MATERIAL


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SLANT_CLASSES", "~/classes.db")
    database()
    assert (tmp_path / "classes.db").is_file()


def test_there_is_one_database_in_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_of_this_process", None)
    monkeypatch.setenv("SLANT_CLASSES", str(tmp_path / "classes.db"))
    assert classes_database() is classes_database()


def test_only_this_user_may_read_the_files(tmp_path: Path) -> None:
    engine = database(str(tmp_path / "classes.db"))
    open_class(engine)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("classes.db", "classes.db-wal", "classes.db-shm"), 0o600)


def test_how_a_file_is_opened(tmp_path: Path) -> None:
    engine = database(str(tmp_path / "classes.db"))
    assert pragma(engine, "journal_mode") == "wal"
    assert [pragma(engine, name) for name in ("foreign_keys", "secure_delete")] == [1, 1]
    assert pragma(engine, "temp_store") == 2  # memory
    assert pragma(engine, "busy_timeout") == 20_000


def test_memory_is_opened_with_the_same_care(tmp_path: Path) -> None:
    engine = database("memory")
    assert [pragma(engine, name) for name in ("foreign_keys", "secure_delete")] == [1, 1]


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("{}", "is a folder"),
        ("{}/note.txt/classes.db", "cannot be written there"),
        ("{}/a\0b.db", "cannot be written there"),
        ("{}/note.txt", "is not a database"),
        ("{}/other.db", "another program's tables"),
        ("no such thing://x", "not one of a database"),
        ("nobase://host/name", "driver for nobase is not installed"),
        ("postgresql+nodriver://user:geheim@host/name", "driver for postgresql.nodriver"),
    ],
)
def test_a_place_that_cannot_hold_classes(setting: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Not a database, but a note of some length.\n" * 20)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(CannotOpenStore, match=says) as caught:
        database(setting.format(tmp_path))
    assert isinstance(caught.value, StoreError)
    assert isinstance(caught.value, SlantError)
    assert caught.value.message.endswith(".")
    assert str(tmp_path) not in caught.value.message
    assert "geheim" not in caught.value.message
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_tables_of_a_later_version_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "classes.db"
    database(str(path)).dispose()
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE slant_version SET version_num = '9999'")
        later.execute("ALTER TABLE classes ADD COLUMN lesson TEXT")
        later.commit()
    before = path.read_bytes()
    with pytest.raises(SchemaTooNew, match="later version of Slant: start that version"):
        database(str(path))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {path.name: before}


OPENS = "import sys; from store.database import database; database(sys.argv[1])"
# Root may write everything: it takes the rights of somebody else once all is imported.
OPENS_AS_OTHERS = OPENS.replace(
    "; database(", "; import os; os.getuid() or os.seteuid(65534); database("
)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.parametrize(
    ("folder", "file", "says"),
    [
        (0o555, None, "its file cannot be written there: let Slant write the file and its folder"),
        (0o777, 0o444, "its file cannot be written there: let Slant write the file and its folder"),
        # SQLite writes its log beside the file.
        (0o555, 0o666, "its file (cannot be opened|may not be written): let Slant "),
    ],
)
def test_a_place_that_may_not_be_written(folder: int, file: int | None, says: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "classes.db"
        if file:
            database(str(path)).dispose()
            path.chmod(file)
        path.parent.chmod(folder)
        try:
            done = subprocess.run(
                [sys.executable, "-c", OPENS_AS_OTHERS, str(path)],
                cwd=ROOT,
                capture_output=True,
                text=True,
            )
        finally:
            path.parent.chmod(0o755)
    said = done.stderr.splitlines()[-1]
    assert said.startswith("store.errors.CannotOpenStore: The place for classes")
    assert re.search(f"cannot be used, as {says}", said)


def test_memory_and_a_present_file_open_without_alembic(tmp_path: Path) -> None:
    path = str(tmp_path / "classes.db")
    database(path).dispose()
    for setting in ("memory", path):
        code = f"{OPENS}; assert 'alembic' not in sys.modules"
        subprocess.run([sys.executable, "-c", code, setting], cwd=ROOT, check=True)


def full(engine: Engine, pages: int) -> None:
    """Let the database grow no further than by some pages, as on a full disk."""
    with engine.connect() as connection:
        there = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {there + pages}")


def test_on_a_full_disk_nothing_is_half_done(room: Room) -> None:
    if room.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite can be kept from growing")
    start_round(room.engine, room.id, "marking", MATERIAL)
    pupil = room.pupil()
    keep_marks(room.engine, pupil, 1, [kept(0, 1)])
    before = room.now
    full(room.engine, 2)
    with pytest.raises(StoreFailed, match="the disk is full: make room on it"):
        start_round(room.engine, room.id, "marking", {"text": "x" * 100_000})
    many = [kept(sentence, 2) for sentence in range(2000)]
    with pytest.raises(StoreFailed, match="Nothing was saved"):
        keep_marks(room.engine, pupil, 1, many, finished=True)
    assert room.now == before
    assert own_marks(room.engine, pupil, 1) == [kept(0, 1)]
    full(room.engine, 10_000)
    keep_marks(room.engine, pupil, 1, many)
    assert len(own_marks(room.engine, pupil, 1)) == 2000


def test_what_a_database_says_of_its_values_is_not_passed_on(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE held (word TEXT UNIQUE)")
        connection.exec_driver_sql("INSERT INTO held VALUES ('geheim')")
    with pytest.raises(StoreFailed) as caught, module.writing(engine) as connection:
        connection.execute(text("INSERT INTO held VALUES (:word)"), {"word": "geheim"})
    assert "geheim" not in caught.value.message
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_write_that_raises_leaves_nothing(engine: Engine) -> None:
    room = room_in(engine)

    def deletes_and_stumbles() -> None:
        with module.writing(engine) as connection:
            connection.execute(text("DELETE FROM classes"))
            raise KeyError

    with pytest.raises(KeyError):
        deletes_and_stumbles()
    assert versions(engine, room.id)


def test_the_material_is_read_by_nobody_who_does_not_need_it(room: Room) -> None:
    start_round(room.engine, room.id, "marking", MATERIAL)
    (seat,) = join(room.engine, room.opened.code, room.opened.word)
    asked: list[str] = []
    event.listen(room.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    pupil = as_pupil(room.engine, seat.token)
    versions(room.engine, room.id)
    keep_marks(room.engine, pupil, 1, [kept(0, 1)], finished=True)
    assert len(asked) > 5
    assert not [statement for statement in asked if "material" in statement]
    round_of(room.engine, room.id, 1)
    assert "material" in asked[-1]
