from concurrent.futures import ThreadPoolExecutor
from datetime import UTC

from sqlalchemy import Engine, text

from store.database import writing
from store.desk.editors import sign_in
from store.desk.rows import note_in_trail
from store.desk.trail import trail, version


def test_an_empty_desk_has_version_0(engine: Engine) -> None:
    assert version(engine) == 0
    assert trail(engine) == ()


def test_lines_come_the_newest_first_and_in_parts(engine: Engine) -> None:
    ann = sign_in(engine, "Ann").id
    for number in range(5):
        with writing(engine) as connection:
            note_in_trail(connection, ann, "tried", f"flag:{number}", {"é": [number, None]})
    with writing(engine) as connection:
        note_in_trail(connection, None, "restored", "desk")
    lines = trail(engine)
    assert [line.subject for line in lines] == [
        *("desk", "flag:4", "flag:3", "flag:2", "flag:1", "flag:0", "editor:1")
    ]
    assert [line.name for line in lines] == ["", *["Ann"] * 6]
    assert lines[0].editor is None
    assert lines[1].detail == {"é": [4, None]}
    assert lines[0].at.tzinfo is UTC
    assert version(engine) == lines[0].id
    assert trail(engine, most=2) == lines[:2]
    assert trail(engine, most=2, before=lines[1].id) == lines[2:4]
    assert trail(engine, before=lines[-1].id) == ()


def test_what_is_not_kept_leaves_no_line(engine: Engine) -> None:
    def stumbles() -> None:
        with writing(engine) as connection:
            note_in_trail(connection, None, "tried", "desk")
            raise KeyError

    try:
        stumbles()
    except KeyError:
        assert trail(engine) == ()


def test_no_line_comes_after_one_with_a_larger_number(engine: Engine) -> None:
    """Who has seen line 2 must not have to look for line 1 any more."""

    def notes() -> None:
        with writing(engine) as connection:
            note_in_trail(connection, None, "second", "desk")

    with ThreadPoolExecutor(1) as threads:
        with writing(engine) as connection:
            note_in_trail(connection, None, "first", "desk")
            second = threads.submit(notes)
            if engine.dialect.name == "postgresql":
                waits = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
                while not connection.scalar(waits):
                    assert not second.done()
            assert version(engine) == 0
        second.result()
    assert [line.act for line in reversed(trail(engine))] == ["first", "second"]
