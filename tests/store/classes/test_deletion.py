"""Deletion, proved by looking for every string of a class in the bytes of all files."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from analysis.practice.marks import Mark
from store import sqlite
from store.classes import opening
from store.classes.deletion import delete_class, delete_old
from store.classes.errors import NoSuchClass
from store.classes.joining import as_pupil, join, pupils, remove_pupil
from store.classes.marks import keep_marks, own_marks
from store.classes.opening import as_teacher, open_class
from store.classes.records import KeptMark
from store.classes.rounds import reveal, round_of, start_round
from store.database import database
from store.errors import NotCleaned
from tests.store.rooms import Room, room_in

TABLES = ("classes", "pupils", "rounds", "progress", "marked")


def digest(secret: str) -> bytes:
    return sha256(secret.encode()).hexdigest().encode()


def lesson(room: Room, name: str, seq: int) -> dict[str, set[bytes]]:
    """Hold a lesson of three texts and eight pupils who change their minds; return the strings that
    tell of it: by nickname those of a pupil, and under "class" those of all."""
    told = {
        "class": {room.opened.code.encode(), room.opened.word.encode(), digest(room.opened.key)}
    }
    seats = [
        seat for _ in range(4) for seat in join(room.engine, room.opened.code, room.opened.word, 2)
    ]
    for number in (1, 2, 3):
        # Longer than a page of the file.
        title = f"{name}-title-{number}"
        sentences = [f"{name}-sentence-{number}-{place}" for place in range(400)]
        start_round(room.engine, room.id, "marking", {"title": title, "text": sentences})
        told["class"] |= {line.encode() for line in (title, *sentences)}
        for seat in seats:
            pupil = as_pupil(room.engine, seat.token)
            strings = told.setdefault(seat.nickname, {seat.nickname.encode(), digest(seat.token)})
            for turn in (1, 2):
                marks = []
                for sentence in range(40):
                    seq += 1
                    place = seq * 7
                    mark = Mark(sentence, True, "exaggeration", ((place, place + 3),))
                    marks.append(KeptMark(mark, seq))
                    if turn == 2:
                        # As SQLite writes a number of six bytes.
                        strings |= {f"[{place}, {place + 3}]".encode(), seq.to_bytes(6, "big")}
                keep_marks(room.engine, pupil, number, marks, finished=turn == 2)
        reveal(room.engine, room.id)
    return told


def found_in(folder: Path, strings: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Return for each file under ``folder`` which of the strings are in it."""
    held = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert held
    strings = list(strings)
    found = {path.name: [s for s in strings if s in content] for path, content in held.items()}
    return {name: there for name, there in found.items() if there}


def everything(told: dict[str, set[bytes]]) -> set[bytes]:
    return set().union(*told.values())


def are_there(folder: Path, strings: set[bytes]) -> bool:
    """Whether the strings are in the files, but for the few that lie across two pages."""
    return len(set().union(*found_in(folder, strings).values())) > 0.99 * len(strings)


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the classes words that no name of a table or column holds, as “seat” would be."""
    words = iter(("quagga", "yucca"))
    monkeypatch.setattr(opening, "draw_word", lambda: next(words))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "classes.db"


@pytest.fixture
def store(path: Path) -> Engine:
    return database(str(path))


FIRST, SECOND = 0x0F_1E_2D_3C_4B_00, 0x1A_2B_3C_4D_5E_00


@pytest.mark.parametrize("way", ["button", "age"])
def test_nothing_of_a_deleted_class_is_in_any_file(store: Engine, path: Path, way: str) -> None:
    room = room_in(store)
    strings = everything(lesson(room, "heron", FIRST))
    assert len(strings) > 3000
    assert are_there(path.parent, strings)
    if way == "button":
        delete_class(store, room.id)
    else:
        assert delete_old(store, room.now.ends) == 1
    assert found_in(path.parent, strings) == {}
    store.dispose()
    assert found_in(path.parent, strings) == {}


def test_the_class_beside_it_stays(store: Engine, path: Path) -> None:
    going, staying = room_in(store), room_in(store)
    gone = everything(lesson(going, "heron", FIRST))
    kept = lesson(staying, "plover", SECOND)
    shared = gone & everything(kept)  # the classes may have drawn the same word or nickname
    there = [(pupil, own_marks(store, pupil, 2)) for pupil in pupils(store, staying.id)]
    state, round_2 = staying.now, round_of(store, staying.id, 2)
    delete_class(store, going.id)
    assert found_in(path.parent, gone - shared) == {}
    assert are_there(path.parent, everything(kept))
    assert staying.now == state
    assert round_of(store, staying.id, 2) == round_2
    assert [(pupil, own_marks(store, pupil, 2)) for pupil in pupils(store, staying.id)] == there
    assert len(there[0][1]) == 40


def test_nothing_of_a_removed_pupil_is_in_any_file(store: Engine, path: Path) -> None:
    room = room_in(store)
    told = lesson(room, "heron", FIRST)
    pupil = pupils(store, room.id)[3]
    gone = told.pop(pupil.nickname)
    remove_pupil(store, room.id, pupil.number)
    assert found_in(path.parent, gone) == {}
    assert are_there(path.parent, everything(told))


def test_no_row_of_a_deleted_class_is_in_any_table(engine: Engine) -> None:
    room = room_in(engine)
    lesson(room, "heron", FIRST)
    delete_class(engine, room.id)
    with engine.connect() as connection:
        counts = [connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in TABLES]
    assert counts == [0] * 5
    with pytest.raises(NoSuchClass):
        as_teacher(engine, room.opened.code, room.opened.key)
    delete_class(engine, room.id)  # a second click


def test_only_what_is_over_is_deleted(engine: Engine) -> None:
    room = room_in(engine)
    assert delete_old(engine) == 0
    assert delete_old(engine, room.now.ends - timedelta(seconds=1)) == 0
    later = room.now.opened + timedelta(hours=2)
    opened = open_class(engine, later)
    assert delete_old(engine, room.now.ends) == 1
    assert as_teacher(engine, opened.code, opened.key, later)


def test_a_program_that_died_before_cleaning_is_made_good_at_the_next_start(
    store: Engine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = room_in(store)
    strings = everything(lesson(room, "heron", FIRST))
    with monkeypatch.context() as patched:
        patched.setattr(sqlite, "clean", lambda engine: None)
        delete_class(store, room.id)
    assert found_in(path.parent, strings)
    store.dispose()
    database(str(path)).dispose()
    assert found_in(path.parent, strings) == {}


def test_while_another_program_reads_deletion_says_so_and_is_finished_later(
    store: Engine, path: Path
) -> None:
    room = room_in(store)
    strings = everything(lesson(room, "heron", FIRST))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM marked").fetchone()
        with pytest.raises(NotCleaned, match="is deleted, but"):
            delete_class(store, room.id)
        with pytest.raises(NoSuchClass):
            as_teacher(store, room.opened.code, room.opened.key)
        # Lessons go on meanwhile.
        other_room = room_in(store)
        other.execute("COMMIT")
    assert delete_old(store) == 0
    assert found_in(path.parent, strings) == {}
    assert other_room.now.state == "waiting"
