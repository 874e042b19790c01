"""What is kept of pupils and teachers, and what is logged: no addresses, browsers, names."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect

from store.classes import joining, opening
from store.classes.deletion import delete_class, delete_old
from store.classes.errors import NotInClass, NotTheTeacher, WrongWord
from store.classes.joining import as_pupil, join, new_word, pupils, remove_pupil, set_joining
from store.classes.marks import keep_marks, marks_of, own_marks, see_reveal
from store.classes.opening import as_teacher, versions
from store.classes.rounds import reveal, start_round
from store.database import database
from tests.store.rooms import kept, room_in

KEPT = {
    "classes": {
        *("id", "code", "word", "key_digest", "joining", "wrong_words", "seats_given"),
        *("nickname_seed", "state", "round", "version", "marks_version", "opened"),
    },
    "pupils": {"class_id", "number", "nickname", "token_digest"},
    "rounds": {"class_id", "number", "kind", "revealed", "material"},
    "progress": {"class_id", "round", "pupil", "finished", "seen"},
    "marked": {"class_id", "round", "pupil", "sentence", "loaded", "reason", "words", "seq"},
}
"""All columns that there may be. Whoever adds one says on the page on privacy what it is for."""


@pytest.mark.parametrize("setting", ["memory", "{}/classes.db"])
def test_nothing_else_is_kept(setting: str, tmp_path: Path) -> None:
    found = inspect(database(setting.format(tmp_path)))
    columns = {
        table: {column["name"] for column in found.get_columns(table)}
        for table in found.get_table_names()
    }
    columns.pop("slant_version", None)
    assert columns == KEPT


@pytest.mark.parametrize("setting", ["memory", "{}/classes.db"])
def test_no_log_tells_of_a_class(
    setting: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    # Even where somebody has SQLAlchemy tell everything.
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    logging.getLogger("store").debug("This is listened to.")
    # Words that no log holds by chance, as “table” would be.
    monkeypatch.setattr(opening, "draw_word", lambda: "hoopoe")
    monkeypatch.setattr(joining, "draw_word", lambda but: "bulbul")
    engine = database(setting.format(tmp_path))
    room = room_in(engine)
    code, word = room.opened.code, room.opened.word
    seats = join(engine, code, word, 2)
    first, second = (as_pupil(engine, seat.token) for seat in seats)
    start_round(engine, room.id, "marking", {"text": "The quagga returned."})
    keep_marks(engine, first, 1, [kept(0, 1, reason="hint")], finished=True)
    own_marks(engine, first, 1)
    marks_of(engine, room.id, 1)
    pupils(engine, room.id)
    versions(engine, room.id)
    with pytest.raises(WrongWord):
        join(engine, code, "yuccatree")
    with pytest.raises(NotTheTeacher):
        as_teacher(engine, code, "a-key-that-was-tried")
    reveal(engine, room.id)
    see_reveal(engine, first, 1)
    remove_pupil(engine, room.id, second.number)
    with pytest.raises(NotInClass):
        as_pupil(engine, seats[1].token)
    other_word = new_word(engine, room.id)
    set_joining(engine, room.id, False)
    delete_class(engine, room.id)
    delete_old(engine, room_in(engine).now.ends + timedelta(days=1))
    engine.dispose()
    assert "This is listened to." in caplog.text
    secrets = {
        code,
        word,
        other_word,
        room.opened.key,
        "quagga",
        "yuccatree",
        "a-key-that-was-tried",
    }
    secrets |= {secret for seat in seats for secret in (seat.nickname, seat.token)}
    written = caplog.text + "".join(capfd.readouterr())
    assert [secret for secret in secrets if secret in written] == []
