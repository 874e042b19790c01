from datetime import timedelta

import pytest

from store.classes.deletion import delete_class
from store.classes.errors import (
    ClassFull,
    JoiningClosed,
    NoSuchClass,
    NotInClass,
    WrongWord,
)
from store.classes.joining import (
    as_pupil,
    join,
    new_word,
    pupils,
    remove_pupil,
    remove_who_marked_nothing,
    set_joining,
    who_marked_nothing,
)
from store.classes.marks import keep_marks, marks_of
from store.classes.records import Pupil
from store.classes.rounds import start_round
from tests.store.rooms import MATERIAL, Room, kept, room_in


def enter(room: Room, word: str | None = None, seats: int = 1) -> list[str]:
    seats_given = join(
        room.engine, room.opened.code, room.now.word if word is None else word, seats
    )
    return [seat.token for seat in seats_given]


def test_a_token_is_the_pupil_to_whom_it_was_given(room: Room) -> None:
    first, second = (join(room.engine, room.opened.code, room.opened.word)[0] for _ in range(2))
    assert as_pupil(room.engine, first.token) == Pupil(room.id, 1, first.nickname)
    assert as_pupil(room.engine, second.token) == Pupil(room.id, 2, second.nickname)
    assert [pupil.nickname for pupil in pupils(room.engine, room.id)] == [
        first.nickname,
        second.nickname,
    ]


def test_two_pupils_on_one_screen_have_a_token_each(room: Room) -> None:
    tokens = enter(room, seats=2)
    assert [as_pupil(room.engine, token).number for token in tokens] == [1, 2]


@pytest.mark.parametrize("seats", [0, 3, -1])
def test_one_or_two_share_a_screen(room: Room, seats: int) -> None:
    with pytest.raises(ValueError, match="one or two"):
        enter(room, seats=seats)


def test_code_and_word_are_taken_as_people_type_them(room: Room) -> None:
    code, word = room.opened.code, room.opened.word
    assert join(room.engine, f" {code[:2].lower()} {code[2:]}", f"  {word.title()}. ")
    assert join(room.engine, code, " ".join(word.upper()))


@pytest.mark.parametrize("token", ["", "x", "\ud800", "%", "a" * 100_000])
def test_an_unknown_token_is_in_no_class(room: Room, token: str) -> None:
    with pytest.raises(NotInClass, match="join again"):
        as_pupil(room.engine, token)


def test_a_token_ends_with_the_class(room: Room) -> None:
    (token,) = enter(room)
    with pytest.raises(NotInClass):
        as_pupil(room.engine, token, room.now.ends)
    with pytest.raises(NoSuchClass):
        join(room.engine, room.opened.code, room.opened.word, now=room.now.ends)
    assert as_pupil(room.engine, token, room.now.ends - timedelta(seconds=1))


@pytest.mark.parametrize("word", ["", "xyzzy", "\ud800", "w" * 100_000])
def test_a_wrong_word_lets_nobody_in(room: Room, word: str) -> None:
    with pytest.raises(WrongWord, match="type it again"):
        enter(room, word)
    assert pupils(room.engine, room.id) == []


def test_joining_closes_after_forty_wrong_words(room: Room) -> None:
    word = room.opened.word
    before = room.now.marks_version
    for _ in range(39):
        with pytest.raises(WrongWord):
            enter(room, "xyzzy")
    assert room.now.joining
    assert (room.now.word, room.now.marks_version) == (word, before)
    with pytest.raises(WrongWord):
        enter(room, "xyzzy")
    assert not room.now.joining
    assert room.now.word != word
    assert room.now.marks_version > before
    with pytest.raises(JoiningClosed):
        enter(room)
    # Opened again, forty more are counted, and only the new word is right.
    set_joining(room.engine, room.id, True)
    with pytest.raises(WrongWord):
        enter(room, word)
    assert enter(room)
    assert room.now.joining


def test_closed_joining_lets_nobody_in_and_nobody_out(room: Room) -> None:
    (token,) = enter(room)
    set_joining(room.engine, room.id, False)
    with pytest.raises(JoiningClosed):
        enter(room)
    # Neither are words counted that nobody can use, nor does a guess tell anything.
    with pytest.raises(JoiningClosed):
        enter(room, "xyzzy")
    assert as_pupil(room.engine, token)


def test_a_new_word_takes_the_old_ones_place(room: Room) -> None:
    (token,) = enter(room)
    word = new_word(room.engine, room.id)
    assert word == room.now.word != room.opened.word
    with pytest.raises(WrongWord):
        enter(room, room.opened.word)
    assert as_pupil(room.engine, token)


def test_a_class_of_sixty_is_full(room: Room) -> None:
    for _ in range(29):
        enter(room, seats=2)
    enter(room)
    with pytest.raises(ClassFull, match="ask your teacher"):
        enter(room, seats=2)
    assert len(pupils(room.engine, room.id)) == 59
    enter(room)
    with pytest.raises(ClassFull):
        enter(room)
    assert len({pupil.nickname for pupil in pupils(room.engine, room.id)}) == 60
    # A seat that becomes free is given again, with another number and nickname.
    remove_pupil(room.engine, room.id, 7)
    enter(room)
    assert pupils(room.engine, room.id)[-1].number == 61


def test_a_removed_pupil_is_out_with_all_marks(reading: Room) -> None:
    (token, other) = enter(reading, seats=2)
    first, second = as_pupil(reading.engine, token), as_pupil(reading.engine, other)
    for pupil in (first, second):
        keep_marks(reading.engine, pupil, 1, [kept(1, 1)])
    before = reading.now
    remove_pupil(reading.engine, reading.id, 1)
    assert reading.now.marks_version > before.marks_version
    assert reading.now.version == before.version
    with pytest.raises(NotInClass):
        as_pupil(reading.engine, token)
    with pytest.raises(NotInClass):
        keep_marks(reading.engine, first, 1, [kept(0, 2)])
    assert marks_of(reading.engine, reading.id, 1)["participant"].tolist() == [2]
    assert pupils(reading.engine, reading.id) == [second]
    remove_pupil(reading.engine, reading.id, 1)  # a second click


def test_the_teacher_sees_who_joins_and_pupils_do_not(room: Room) -> None:
    before = room.now
    enter(room)
    assert room.now.marks_version > before.marks_version
    assert room.now.version == before.version


def test_a_class_that_is_gone_lets_nobody_do_anything(room: Room) -> None:

    delete_class(room.engine, room.id)
    for act in (
        lambda: set_joining(room.engine, room.id, True),
        lambda: new_word(room.engine, room.id),
        lambda: remove_pupil(room.engine, room.id, 1),
        lambda: join(room.engine, room.opened.code, room.opened.word),
    ):
        with pytest.raises(NoSuchClass):
            act()
    assert pupils(room.engine, room.id) == []


def test_those_who_marked_nothing_are_removed_at_once(reading: Room) -> None:
    marked, unmarked, done, idle, later = (reading.pupil() for _ in range(5))
    other = room_in(reading.engine)
    stranger = other.pupil()
    keep_marks(reading.engine, marked, 1, [kept(0, 1)])
    keep_marks(reading.engine, unmarked, 1, [kept(0, 1, loaded=False)])
    keep_marks(reading.engine, done, 1, [], finished=True)
    keep_marks(reading.engine, idle, 1, [], finished=False)
    start_round(reading.engine, reading.id, "marking", MATERIAL)
    keep_marks(reading.engine, later, 2, [kept(1, 1)])
    assert who_marked_nothing(reading.engine, reading.id) == {idle.number}
    before = reading.now.marks_version
    assert remove_who_marked_nothing(reading.engine, reading.id) == 1
    assert reading.now.marks_version == before + 1
    assert pupils(reading.engine, reading.id) == [marked, unmarked, done, later]
    assert pupils(reading.engine, other.id) == [stranger]
    assert remove_who_marked_nothing(reading.engine, reading.id) == 0
    assert reading.now.marks_version == before + 1
