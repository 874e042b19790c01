"""Many pupils at once, in threads and in two programs: nothing is lost, nothing comes twice."""

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from store.classes.deletion import delete_class
from store.classes.errors import ClassFull, JoiningClosed, NoSuchClass, NotInClass, WrongWord
from store.classes.joining import as_pupil, join, pupils
from store.classes.marks import finished, keep_marks, marks_of, own_marks
from store.classes.opening import school_class, versions
from store.classes.records import Pupil
from store.classes.rounds import start_round
from store.database import database
from tests.store.at_once import at_once
from tests.store.rooms import MATERIAL, Room, kept, room_in

ROOT = Path(__file__).resolve().parents[2]


def test_thirty_pupils_join_and_mark_while_the_teacher_looks(reading: Room) -> None:
    seen: list[int] = []

    def pupil_or_teacher(place: int) -> None:
        if place == 30:
            while len(finished(reading.engine, reading.id, 1)) < 30:
                versions(reading.engine, reading.id)
                seen.append(len(marks_of(reading.engine, reading.id, 1)))
            return
        (seat,) = join(reading.engine, reading.opened.code, reading.opened.word)
        pupil = as_pupil(reading.engine, seat.token)
        for sentence in range(12):
            keep_marks(reading.engine, pupil, 1, [kept(sentence, sentence + 1)])
        keep_marks(reading.engine, pupil, 1, [], finished=True)
        assert [mark.mark.sentence for mark in own_marks(reading.engine, pupil, 1)] == [*range(12)]

    before = reading.now
    at_once(31, pupil_or_teacher)
    there = pupils(reading.engine, reading.id)
    assert [pupil.number for pupil in there] == [*range(1, 31)]
    assert len({pupil.nickname for pupil in there}) == 30
    frame = marks_of(reading.engine, reading.id, 1)
    assert frame.groupby("participant")["sentence"].apply(list).tolist() == [[*range(12)]] * 30
    assert reading.now.marks_version == before.marks_version + 30 * (1 + 12 + 1)
    # Marks never become fewer while they arrive.
    assert seen == sorted(seen)


def test_one_pupil_sends_the_same_from_many_windows(reading: Room) -> None:
    pupil = reading.pupil()
    before = reading.now.marks_version
    at_once(20, lambda place: keep_marks(reading.engine, pupil, 1, [kept(0, place)]))
    assert own_marks(reading.engine, pupil, 1) == [kept(0, 19)]
    at_once(20, lambda _: keep_marks(reading.engine, pupil, 1, [kept(1, 30)], finished=True))
    assert own_marks(reading.engine, pupil, 1) == [kept(0, 19), kept(1, 30)]
    assert reading.now.marks_version <= before + 21


def test_the_last_seats_are_given_once(room: Room) -> None:
    for _ in range(25):
        join(room.engine, room.opened.code, room.opened.word, 2)

    def enters(_: int) -> bool:
        try:
            join(room.engine, room.opened.code, room.opened.word)
        except ClassFull:
            return False
        return True

    assert sum(at_once(30, enters)) == 10
    assert len(pupils(room.engine, room.id)) == 60


def test_wrong_words_are_all_counted(room: Room) -> None:
    def tries(_: int) -> type[Exception]:
        with pytest.raises((WrongWord, JoiningClosed)) as caught:
            join(room.engine, room.opened.code, "xyzzy")
        return caught.type

    met = at_once(30, tries) + at_once(30, tries)
    assert met.count(WrongWord) == 40
    assert met.count(JoiningClosed) == 20
    assert not room.now.joining


def test_a_class_is_deleted_while_pupils_mark(reading: Room) -> None:
    there = [reading.pupil() for _ in range(10)]

    def marks_on_and_on(pupil: Pupil) -> None:
        # Without an end of its own: the class may be deleted late on a busy machine.
        for number in count():
            keep_marks(reading.engine, pupil, 1, [kept(number % 1000, 1)])

    def act(place: int) -> None:
        if place == 10:
            delete_class(reading.engine, reading.id)
            return
        with pytest.raises(NotInClass):
            marks_on_and_on(there[place])

    at_once(11, act)
    with pytest.raises(NoSuchClass):
        school_class(reading.engine, reading.id)
    assert marks_of(reading.engine, reading.id, 1).empty


ONE_PROGRAM = """
import sys
from tests.store.at_once import at_once
from tests.store.rooms import kept
from store.classes.joining import as_pupil, join
from store.classes.marks import keep_marks
from store.database import database

path, code, word = sys.argv[1:]
engine = database(path)
print("ready", flush=True)
sys.stdin.readline()

def act(place):
    pupil = as_pupil(engine, join(engine, code, word)[0].token)
    for sentence in range(12):
        keep_marks(engine, pupil, 1, [kept(sentence, sentence + 1)])

at_once(8, act)
"""


def test_two_programs_on_one_file(tmp_path: Path) -> None:
    path = str(tmp_path / "classes.db")
    room = room_in(database(path))
    start_round(room.engine, room.id, "marking", MATERIAL)
    command = [sys.executable, "-c", ONE_PROGRAM, path, room.opened.code, room.opened.word]
    programs = [
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.close()
    assert [program.wait(120) for program in programs] == [0, 0]
    for program in programs:
        assert program.stdout
        program.stdout.close()
    there = pupils(room.engine, room.id)
    assert [pupil.number for pupil in there] == [*range(1, 17)]
    assert len({pupil.nickname for pupil in there}) == 16
    assert len(marks_of(room.engine, room.id, 1)) == 16 * 12


def test_four_who_open_one_new_file_make_its_tables_once(tmp_path: Path) -> None:
    path = str(tmp_path / "classes.db")
    engines = at_once(4, lambda _: database(path))
    rooms = [room_in(engine) for engine in engines]
    assert [room.id for room in rooms] == [1, 2, 3, 4]
