"""A backup holds all of the desk, and an empty desk of either kind is filled from it."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.desk.articles import add_article, article_text
from store.desk.backup.errors import DeskNotEmpty
from store.desk.backup.form import TABLES, type_of
from store.desk.backup.restoring import restore
from store.desk.backup.saving import save
from store.desk.decisions import decide
from store.desk.editors import editors, open_session, sign_in
from store.desk.opening import open_desk
from store.desk.queue import queue
from store.desk.tables import DESK, SESSIONS
from store.desk.trail import trail
from tests.desk_filled import invented_articles
from tests.store.desk.backup.conftest import members, rows, without_trail


def test_all_comes_back_and_moves_between_databases(
    filled: Path, engine: Engine, tmp_path: Path
) -> None:
    said = restore(engine, str(filled))
    assert said.tables["desk_articles"].rows == len(rows(filled, "desk_articles")) == 12
    save(engine, str(tmp_path / "again.zip"))
    back = open_desk(folder=str(tmp_path / "back"))
    restore(back, str(tmp_path / "again.zip"))
    save(back, str(tmp_path / "back.zip"))
    for place, times in (("again.zip", 1), ("back.zip", 2)):
        assert without_trail(tmp_path / place) == without_trail(filled)
        lines = rows(tmp_path / place, "desk_trail")
        assert lines[:-times] == rows(filled, "desk_trail")
        for line in lines[-times:]:
            assert (line["act"], line["subject"], line["editor"]) == ("restored", "desk", None)


def test_work_goes_on_where_it_was(filled: Path, engine: Engine) -> None:
    restore(engine, str(filled))
    before = trail(engine, 1)[0]
    assert before.act == "restored"
    open_one = queue(engine).flags[0]
    (ann, *_) = editors(engine)
    kept = decide(engine, ann.id, open_one.id, "accept", seen=open_one.seq, request="after")
    assert kept.id == 1 + max(row["id"] for row in rows(filled, "desk_decisions"))
    # The same name is the same editor, and a new one gets the next number.
    assert sign_in(engine, "  ann ").id == ann.id
    assert sign_in(engine, "Eve").id == 1 + len(editors(engine)[:-1])
    assert trail(engine, 1)[0].id > before.id
    # The same article is known.
    assert add_article(engine, ann.id, invented_articles()[0]) == 1


def test_every_table_is_kept_but_sessions(engine: Engine, tmp_path: Path) -> None:
    token = open_session(engine, sign_in(engine, "Ann").id)
    with engine.begin() as connection:
        (digest,) = connection.execute(SESSIONS.select()).scalars()
    save(engine, str(tmp_path / "one.zip"))
    found = members(tmp_path / "one.zip")
    assert found.keys() == {
        "manifest.json",
        *(f"{name}.jsonl" for name in DESK.tables if name != "desk_sessions"),
    }
    whole = b"".join(found.values())
    assert token.encode() not in whole
    assert digest.encode() not in whole


def test_texts_come_back_exactly(engine: Engine, tmp_path: Path) -> None:
    odd = "NUL \0, half a pair \ud83d, two halves \ud83d\ude00, a pair 😀, \\u0000, \u2028, é.\r\n"
    (article, *_) = invented_articles()
    changed = article.__class__(**{**article.__dict__, "text": odd, "title": odd, "flags": ()})
    number = add_article(engine, sign_in(engine, "Ann").id, changed)
    save(engine, str(tmp_path / "odd.zip"))
    back = open_desk(folder=str(tmp_path / "back"))
    restore(back, str(tmp_path / "odd.zip"))
    assert article_text(engine, number)[0] == odd
    assert article_text(back, number)[0] == odd


def test_the_manifest_says_what_is_in_it(filled: Path) -> None:
    said = json.loads(members(filled)["manifest.json"])
    assert said["kind"] == "backup of a Slant desk"
    assert said["format"] == 1
    assert said["database"] == "sqlite"
    assert {name: part["rows"] for name, part in said["tables"].items()} == {
        name.removesuffix(".jsonl"): content.count(b"\n")
        for name, content in members(filled).items()
        if name != "manifest.json"
    }


def test_tables_come_after_those_that_they_refer_to() -> None:
    names = [table.name for table in TABLES]
    for table in TABLES:
        for key in table.foreign_keys:
            assert names.index(key.column.table.name) <= names.index(table.name)


@pytest.mark.parametrize("what", ["an editor", "a restored backup"])
def test_a_desk_that_holds_something_is_left_alone(
    what: str, filled: Path, engine: Engine, tmp_path: Path
) -> None:
    if what == "an editor":
        sign_in(engine, "Ann")
    else:
        restore(engine, str(filled))
    save(engine, str(tmp_path / "before.zip"))
    with pytest.raises(DeskNotEmpty, match="into an empty one only"):
        restore(engine, str(filled))
    save(engine, str(tmp_path / "after.zip"))
    before, after = members(tmp_path / "before.zip"), members(tmp_path / "after.zip")
    del before["manifest.json"], after["manifest.json"]
    assert before == after


def test_nothing_is_kept_where_a_row_is_refused(
    filled: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database stands in the way in the middle: the desk is as empty as before."""
    from store.desk.backup import restoring

    def refused(*_: object) -> None:
        raise OSError("no more")

    monkeypatch.setattr(restoring, "note_in_trail", refused)
    with pytest.raises(OSError, match="no more"):
        restore(engine, str(filled))
    monkeypatch.undo()
    assert editors(engine) == ()
    restore(engine, str(filled))
    assert len(editors(engine)) == 4


def test_a_column_of_each_type_is_known() -> None:
    """What JSON has to hold in every column: the form knows no others."""
    assert {type_of(column) for table in TABLES for column in table.c} == {
        *(int, str, bool, float, datetime),
    }
