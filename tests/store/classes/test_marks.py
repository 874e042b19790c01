from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from analysis.practice.marks import Mark
from store.classes.deletion import delete_class
from store.classes.errors import AlreadyRevealed, BadSequence, NoSuchRound, NotRevealed
from store.classes.marks import (
    finished,
    is_finished,
    keep_marks,
    marks_of,
    own_marks,
    see_reveal,
    words_of,
)
from store.classes.marks import test_answers as answers_of
from store.classes.records import KeptMark
from store.classes.rounds import pause, reveal, start_round
from store.database import database
from tests.store.rooms import MATERIAL, Room, kept, room_in


def test_marks_come_back_as_they_were_kept(reading: Room) -> None:
    pupil = reading.pupil()
    marks = [
        KeptMark(Mark(0, False), 4),
        KeptMark(Mark(1, True, "feeling", ((19, 25), (26, 28))), 2),
    ]
    keep_marks(reading.engine, pupil, 1, marks[::-1])
    assert own_marks(reading.engine, pupil, 1) == marks


def test_the_marks_of_a_class_as_a_frame(reading: Room) -> None:
    first, second, _ = reading.pupil(), reading.pupil(), reading.pupil()
    keep_marks(reading.engine, second, 1, [kept(0, 1, reason="label")])
    keep_marks(reading.engine, first, 1, [kept(1, 1), kept(0, 2, loaded=False)])
    frame = marks_of(reading.engine, reading.id, 1)
    assert frame.to_dict("records") == [
        {"participant": 1, "sentence": 0, "loaded": False, "reason": ""},
        {"participant": 1, "sentence": 1, "loaded": True, "reason": ""},
        {"participant": 2, "sentence": 0, "loaded": True, "reason": "label"},
    ]


def test_without_marks_the_frame_has_the_same_columns(reading: Room) -> None:
    empty = marks_of(reading.engine, reading.id, 1)
    assert empty.dtypes.astype(str).to_dict() == {
        "participant": "int64",
        "sentence": "int64",
        "loaded": "bool",
        "reason": "str",
    }
    assert empty.empty


def test_marks_of_rounds_pupils_and_classes_are_apart(reading: Room) -> None:
    other = room_in(reading.engine)
    start_round(reading.engine, reading.id, "marking", MATERIAL)
    start_round(other.engine, other.id, "marking", MATERIAL)
    first, second, stranger = reading.pupil(), reading.pupil(), other.pupil()
    keep_marks(reading.engine, first, 1, [kept(0, 1)])
    keep_marks(reading.engine, first, 2, [kept(1, 2)])
    keep_marks(reading.engine, second, 1, [kept(2, 1)])
    keep_marks(reading.engine, stranger, 1, [kept(0, 9, reason="hint")], finished=True)
    assert own_marks(reading.engine, first, 1) == [kept(0, 1)]
    assert own_marks(reading.engine, first, 2) == [kept(1, 2)]
    assert own_marks(reading.engine, second, 1) == [kept(2, 1)]
    assert own_marks(reading.engine, second, 2) == []
    assert marks_of(reading.engine, reading.id, 1)["sentence"].tolist() == [0, 2]
    assert finished(reading.engine, reading.id, 1) == frozenset()
    assert finished(reading.engine, other.id, 1) == {1}


def test_the_higher_count_wins_and_an_equal_one_changes_nothing(reading: Room) -> None:
    pupil = reading.pupil()
    keep_marks(reading.engine, pupil, 1, [kept(0, 5, reason="label")])
    keep_marks(reading.engine, pupil, 1, [kept(0, 4, loaded=False)])
    keep_marks(reading.engine, pupil, 1, [kept(0, 5, reason="hint")])
    assert own_marks(reading.engine, pupil, 1) == [kept(0, 5, reason="label")]
    keep_marks(reading.engine, pupil, 1, [kept(0, 6, loaded=False), kept(0, 7, reason="other")])
    assert own_marks(reading.engine, pupil, 1) == [kept(0, 7, reason="other")]


def test_what_is_sent_twice_is_no_change(reading: Room) -> None:
    pupil = reading.pupil()
    keep_marks(reading.engine, pupil, 1, [kept(0, 1)], finished=True)
    before = reading.now
    for _ in range(2):
        keep_marks(reading.engine, pupil, 1, [kept(0, 1)], finished=True)
        keep_marks(reading.engine, pupil, 1, [])
    assert reading.now == before
    keep_marks(reading.engine, pupil, 1, [kept(0, 2)])
    assert reading.now.marks_version == before.marks_version + 1
    assert reading.now.version == before.version


def test_finished_and_not_finished_after_all(reading: Room) -> None:
    pupil, other = reading.pupil(), reading.pupil()
    assert not is_finished(reading.engine, pupil, 1)
    keep_marks(reading.engine, pupil, 1, [], finished=True)
    assert is_finished(reading.engine, pupil, 1)
    assert not is_finished(reading.engine, other, 1)
    assert finished(reading.engine, reading.id, 1) == {pupil.number}
    keep_marks(reading.engine, pupil, 1, [kept(0, 1)])
    assert is_finished(reading.engine, pupil, 1)
    keep_marks(reading.engine, pupil, 1, [], finished=False)
    assert finished(reading.engine, reading.id, 1) == frozenset()


def test_a_halted_class_still_takes_marks(reading: Room) -> None:
    pupil = reading.pupil()
    pause(reading.engine, reading.id)
    keep_marks(reading.engine, pupil, 1, [kept(0, 1)])
    assert own_marks(reading.engine, pupil, 1) == [kept(0, 1)]


def test_marks_are_taken_until_the_pupil_has_seen_the_reveal(reading: Room) -> None:
    late, prompt = reading.pupil(), reading.pupil()
    with pytest.raises(NotRevealed):
        see_reveal(reading.engine, prompt, 1)
    reveal(reading.engine, reading.id)
    see_reveal(reading.engine, prompt, 1)
    see_reveal(reading.engine, prompt, 1)
    with pytest.raises(AlreadyRevealed):
        keep_marks(reading.engine, prompt, 1, [kept(0, 1)], finished=True)
    assert own_marks(reading.engine, prompt, 1) == []
    assert not is_finished(reading.engine, prompt, 1)
    keep_marks(reading.engine, late, 1, [kept(0, 1)], finished=True)
    assert own_marks(reading.engine, late, 1) == [kept(0, 1)]
    see_reveal(reading.engine, late, 1)
    assert is_finished(reading.engine, late, 1)


def test_a_round_that_there_is_not(reading: Room) -> None:
    pupil = reading.pupil()
    for number in (0, 2, -1, 10**30):
        with pytest.raises(NoSuchRound):
            keep_marks(reading.engine, pupil, number, [kept(0, 1)])
        with pytest.raises(NoSuchRound):
            see_reveal(reading.engine, pupil, number)
        assert own_marks(reading.engine, pupil, number) == []


@pytest.mark.parametrize("seq", [-1, 2**53, 2**70])
def test_a_count_that_no_browser_comes_to(reading: Room, seq: int) -> None:
    pupil = reading.pupil()
    with pytest.raises(BadSequence):
        keep_marks(reading.engine, pupil, 1, [kept(1, 1), kept(0, seq)], finished=True)
    assert own_marks(reading.engine, pupil, 1) == []
    assert not is_finished(reading.engine, pupil, 1)


def test_the_answers_of_a_test(room: Room) -> None:
    start_round(room.engine, room.id, "before", {})
    first, second, third = room.pupil(), room.pupil(), room.pupil()
    keep_marks(room.engine, third, 1, [kept(9, 1), kept(0, 2, loaded=False)])
    keep_marks(room.engine, first, 1, [kept(3, 1)])
    assert second.number == 2
    assert answers_of(room.engine, room.id, 1) == {1: {3: True}, 3: {0: False, 9: True}}


@pytest.fixture(scope="module")
def shared() -> Iterator[Engine]:
    made = database("memory")
    yield made
    made.dispose()


@st.composite
def batches(draw: st.DrawFn) -> list[list[KeptMark]]:
    """What one browser sends: its marks in order, cut into batches, then in any order and some
    of them again."""
    seq = count(1)
    sent = [
        kept(sentence, next(seq), loaded, reason if loaded else "")
        for sentence, loaded, reason in draw(
            st.lists(
                st.tuples(st.integers(0, 4), st.booleans(), st.sampled_from(["", "hint", "label"])),
                max_size=12,
            )
        )
    ]
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(sent))))))
    parts = [sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    again = draw(st.lists(st.sampled_from(parts), max_size=3))
    return [draw(st.permutations(part)) for part in draw(st.permutations([*parts, *again]))]


@given(batches())
def test_any_order_and_repetition_ends_the_same(shared: Engine, sent: list[list[KeptMark]]) -> None:
    room = room_in(shared)
    start_round(shared, room.id, "marking", MATERIAL)
    pupil = room.pupil()
    for batch in sent:
        keep_marks(shared, pupil, 1, batch)
    latest: dict[int, KeptMark] = {}
    for mark in sorted((mark for batch in sent for mark in batch), key=lambda mark: mark.seq):
        latest[mark.mark.sentence] = mark
    assert own_marks(shared, pupil, 1) == [latest[sentence] for sentence in sorted(latest)]

    delete_class(shared, room.id)


def test_words_are_counted_without_their_pupils(reading: Room) -> None:
    first, second, third = reading.pupil(), reading.pupil(), reading.pupil()
    one, two = (19, 25), (26, 28)
    other = room_in(reading.engine)
    start_round(reading.engine, reading.id, "marking", MATERIAL)
    start_round(other.engine, other.id, "marking", MATERIAL)
    assert words_of(reading.engine, reading.id, 1) == {}
    keep_marks(reading.engine, first, 1, [KeptMark(Mark(1, True, "", (one, two)), 1)])
    keep_marks(reading.engine, second, 1, [KeptMark(Mark(1, True, "", (one,)), 1)])
    keep_marks(reading.engine, third, 1, [KeptMark(Mark(1, True, "", (two,)), 1)])
    keep_marks(reading.engine, third, 1, [KeptMark(Mark(1, False), 2)])
    keep_marks(reading.engine, third, 2, [KeptMark(Mark(1, True, "", (two,)), 1)])
    keep_marks(other.engine, other.pupil(), 1, [KeptMark(Mark(1, True, "", (two,)), 1)])
    assert words_of(reading.engine, reading.id, 1) == {one: 2, two: 1}
