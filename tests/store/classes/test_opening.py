from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, text

from store.classes import opening
from store.classes.deletion import delete_class
from store.classes.errors import NoSuchClass, NotTheTeacher, TooManyClasses
from store.classes.joining import join
from store.classes.opening import as_teacher, open_class, school_class, versions
from tests.store.rooms import Room

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_a_class_just_opened_waits_and_lets_pupils_join(engine: Engine) -> None:
    opened = open_class(engine, NOON)
    found = as_teacher(engine, opened.code, opened.key, NOON)
    assert (found.code, found.word) == (opened.code, opened.word)
    assert (found.state, found.round, found.joining) == ("waiting", None, True)
    assert found.opened == NOON
    assert found.ends == NOON + timedelta(hours=24)
    assert school_class(engine, found.id, NOON) == found
    assert versions(engine, found.id, NOON) == (found.version, found.marks_version)


def test_the_code_is_taken_as_people_type_it(room: Room) -> None:
    code = room.opened.code
    typed = f" {code[:3].lower()}-{code[3:]} "
    assert as_teacher(room.engine, typed, room.opened.key).id == room.id


@pytest.mark.parametrize("key", ["", "x", "\ud800", "ключ"])
def test_another_key_is_not_the_teachers(room: Room, key: str) -> None:
    with pytest.raises(NotTheTeacher, match="open a new class"):
        as_teacher(room.engine, room.opened.code, key)


def test_a_pupil_or_another_teacher_is_not_the_teacher(room: Room) -> None:
    (seat,) = join(room.engine, room.opened.code, room.opened.word)
    other = open_class(room.engine)
    for key in (seat.token, other.key):
        with pytest.raises(NotTheTeacher):
            as_teacher(room.engine, room.opened.code, key)


@pytest.mark.parametrize(
    "code", ["", "222222", "' OR 1=1", "\ud800" * 6, "X" * 10_000, "２２２２２２"]
)
def test_a_code_that_nobody_has(room: Room, code: str) -> None:
    with pytest.raises(NoSuchClass, match="on the wall"):
        as_teacher(room.engine, code, room.opened.key)


def test_a_class_is_over_after_a_day_although_nobody_deleted_it(engine: Engine) -> None:
    opened = open_class(engine, NOON)
    number = as_teacher(engine, opened.code, opened.key, NOON).id
    almost = NOON + timedelta(hours=23, minutes=59)
    assert versions(engine, number, almost)
    over = NOON + timedelta(hours=24)
    with pytest.raises(NoSuchClass):
        versions(engine, number, over)
    with pytest.raises(NoSuchClass):
        school_class(engine, number, over)
    with pytest.raises(NoSuchClass):
        as_teacher(engine, opened.code, opened.key, over)


def test_time_is_kept_in_utc(engine: Engine) -> None:
    tokyo = timezone(timedelta(hours=9))
    opened = open_class(engine, NOON.astimezone(tokyo))
    assert as_teacher(engine, opened.code, opened.key, NOON).opened.isoformat() == (
        "2026-03-02T12:00:00+00:00"
    )
    with pytest.raises(ValueError, match="zone"):
        open_class(engine, NOON.replace(tzinfo=None))


def test_opening_deletes_what_is_over(engine: Engine) -> None:
    open_class(engine, NOON)
    open_class(engine, NOON + timedelta(hours=25))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM classes")) == 1


def test_a_server_holds_so_many_classes(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_CLASSES", 2)
    first, _ = open_class(engine), open_class(engine)
    with pytest.raises(TooManyClasses):
        open_class(engine)
    assert as_teacher(engine, first.code, first.key)


def test_a_number_is_never_given_to_another_class(room: Room) -> None:

    delete_class(room.engine, room.id)
    opened = open_class(room.engine)
    assert as_teacher(room.engine, opened.code, opened.key).id > room.id


def test_only_digests_of_keys_are_kept(room: Room) -> None:
    (seat,) = join(room.engine, room.opened.code, room.opened.word)
    with room.engine.connect() as connection:
        rows = [
            str(tuple(row))
            for table in ("classes", "pupils")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert len(rows) == 2
    assert not [row for row in rows if seat.token in row or room.opened.key in row]
