import pytest

from store.classes.deletion import delete_class
from store.classes.errors import MaterialTooLong, NoSuchClass, NoSuchRound, TooManyRounds
from store.classes.rounds import pause, resume, reveal, round_of, start_round
from tests.store.rooms import MATERIAL, Room


def test_a_round_keeps_its_material_as_given(room: Room) -> None:
    started = start_round(room.engine, room.id, "marking", MATERIAL)
    assert (started.number, started.kind, started.revealed) == (1, "marking", False)
    assert started.material == MATERIAL
    assert round_of(room.engine, room.id, 1) == started


def test_rounds_are_counted_and_the_last_is_on(reading: Room) -> None:
    reveal(reading.engine, reading.id)
    started = start_round(reading.engine, reading.id, "before", {"items": []})
    assert started.number == 2
    assert (reading.now.round, reading.now.state) == (2, "open")
    assert round_of(reading.engine, reading.id, 1).revealed
    assert not round_of(reading.engine, reading.id, 2).revealed


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([], "open"),
        ([pause], "paused"),
        ([pause, pause], "paused"),
        ([pause, resume], "open"),
        ([resume], "open"),
        ([reveal], "revealed"),
        ([pause, reveal], "revealed"),
        ([reveal, pause], "revealed"),
        ([reveal, resume], "revealed"),
        ([reveal, reveal], "revealed"),
    ],
)
def test_states_of_a_round(reading: Room, steps: list, state: str) -> None:
    for step in steps:
        step(reading.engine, reading.id)
    assert reading.now.state == state
    assert round_of(reading.engine, reading.id, 1).revealed == (state == "revealed")


def test_only_what_pupils_see_counts_as_a_version(reading: Room) -> None:
    version = reading.now.version
    for step, counts in (
        (resume, 0),
        (pause, 1),
        (pause, 0),
        (resume, 1),
        (reveal, 1),
        (reveal, 0),
    ):
        step(reading.engine, reading.id)
        version += counts
        assert reading.now.version == version
    start_round(reading.engine, reading.id, "marking", MATERIAL)
    assert reading.now.version == version + 1


def test_before_the_first_round_there_is_nothing_to_halt_or_reveal(room: Room) -> None:
    pause(room.engine, room.id)
    resume(room.engine, room.id)
    assert room.now.state == "waiting"
    for number in (0, 1, -1, 10**30):
        with pytest.raises(NoSuchRound):
            round_of(room.engine, room.id, number)
    with pytest.raises(NoSuchRound):
        reveal(room.engine, room.id)


def test_a_class_has_forty_rounds(room: Room) -> None:
    for _ in range(40):
        start_round(room.engine, room.id, "marking", {})
    with pytest.raises(TooManyRounds):
        start_round(room.engine, room.id, "marking", {})
    assert room.now.round == 40


def test_a_text_may_be_too_long(room: Room) -> None:
    with pytest.raises(MaterialTooLong, match="shorter"):
        start_round(room.engine, room.id, "marking", {"text": "a" * 1_000_000})
    assert room.now.round is None


def test_a_kind_that_there_is_not(room: Room) -> None:
    with pytest.raises(ValueError, match="no kind"):
        start_round(room.engine, room.id, "quiz", {})


def test_a_class_that_is_gone_has_no_rounds(reading: Room) -> None:
    delete_class(reading.engine, reading.id)
    for step in (pause, resume, reveal):
        with pytest.raises(NoSuchClass):
            step(reading.engine, reading.id)
    with pytest.raises(NoSuchClass):
        start_round(reading.engine, reading.id, "marking", {})
    with pytest.raises(NoSuchRound):
        round_of(reading.engine, reading.id, 1)
