"""The commands of ``slant desk``: what they do, what they say, and what they say of mistakes."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from analysis.desk.frames import DECISIONS
from store.desk.decisions import decide
from store.desk.editors import editors
from store.desk.opening import open_desk
from store.desk.queue import queue
from store.desk.trail import trail
from tests.postgres import Server
from tests.store.cli.conftest import Desk, require_one_line

TOWN = "The mayor’s plan is a disgrace. “It is not,” said Ana Hale.\n\nThe vote is due on 4 May.\n"
RULES = "rule,pattern,message\nhouse.due,due,Say when.\n"


def test_status_of_a_filled_desk(filled: Path, slant: Desk) -> None:
    done = slant("status")
    assert (done.returncode, done.stderr) == (0, "")
    with closing(sqlite3.connect(filled / "desk.db")) as kept:
        (flags,) = kept.execute("SELECT count(*) FROM desk_flags").fetchone()
        (opened,) = kept.execute("SELECT count(*) FROM desk_flags WHERE state = 'open'").fetchone()
        (made,) = kept.execute("SELECT count(*) FROM desk_decisions WHERE seq > 0").fetchone()
    assert done.stdout.splitlines() == [
        f"Desk: {filled / 'desk.db'} (SQLite)",
        "Tables: revision 0001, those of this version",
        "Articles: 12",
        f"Flags: {flags}, {opened} of them open",
        f"Decisions: {made}, and 30 second readings",
        "Editors: 4",
        "Fit of the house: none in use",
        "Server: none has the file open",
    ]


@pytest.mark.parametrize(
    "command", [["status"], ["editors"], ["backup", "desk.zip"], ["role", "Ann", "admin"]]
)
def test_looking_makes_no_desk(command: list[str], place: Path, slant: Desk) -> None:
    require_one_line(slant(*command), f"There is no desk at {place / 'desk.db'} yet: start Slant")
    assert not place.exists()


def test_a_backup_fills_another_place(
    filled: Path, slant: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = slant("backup", "desk.zip")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("desk.zip holds 12 articles, ")
    assert done.stdout.endswith(" and 4 editors.\n")
    require_one_line(slant("backup", "desk.zip"), "desk.zip exists: give a new file, or add --f")
    assert slant("backup", "desk.zip", "--force").returncode == 0
    require_one_line(slant("restore", "desk.zip"), "into an empty one only: name another place")
    monkeypatch.setenv("SLANT_DATA", str(tmp_path / "other"))
    done = slant("restore", "desk.zip")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Restored 12 articles, ")
    assert slant("editors").stdout.count("\n") == 4
    require_one_line(slant("restore", "nowhere.zip"), "nowhere.zip cannot be read (No such file")


@pytest.mark.server
def test_a_desk_moves_to_postgresql(
    filled: Path, slant: Desk, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    slant("backup", "desk.zip")
    before = slant("status").stdout.splitlines()
    name = postgres.fresh()
    monkeypatch.setenv("SLANT_DATABASE_URL", postgres.address(name))
    assert slant("restore", "desk.zip").returncode == 0
    after = slant("status").stdout.splitlines()
    assert after[0].startswith("Desk: postgresql")
    assert after[0].endswith("(PostgreSQL)")
    # PostgreSQL has no file that another server could have open.
    assert after[1:] == before[1:-1]
    monkeypatch.setenv("SLANT_DATABASE_URL", postgres.address("nowhere", "ann", "secret"))
    done = slant("status")
    require_one_line(done, "SLANT_DATABASE_URL")
    assert "secret" not in done.stderr


def test_articles_are_added(place: Path, slant: Desk, tmp_path: Path) -> None:
    news = tmp_path / "news"
    (news / "deep").mkdir(parents=True)
    (news / "town.txt").write_text(TOWN, encoding="utf-8")
    (news / "deep" / "again.txt").write_text(TOWN, encoding="utf-8")
    (news / "empty.txt").write_text("")
    (news / ".hidden.txt").write_text(TOWN)
    (tmp_path / "rules.csv").write_text(RULES)
    done = slant(
        *("add", "news", "nowhere.txt", "--rules", "rules.csv", "--as", "Ann Lee"),
        *("--outlet", "Gazette", "--section", "News"),
    )
    assert done.returncode == 2
    found = done.stdout.splitlines()
    assert len(found) == 2
    assert found[0].startswith("news/deep/again.txt: article 1, ")
    assert found[1] == "news/town.txt: on the desk already, as article 1"
    assert done.stderr.splitlines() == [
        "slant: news/empty.txt: The text is empty: give an article of at least one sentence.",
        "slant: nowhere.txt does not exist: check the file's name.",
    ]
    engine = open_desk(folder=str(place))
    first = queue(engine).flags[0]
    assert (first.check, first.text) == ("house.due", "due")
    assert [one.name for one in editors(engine)] == ["Ann Lee"]
    engine.dispose()


def test_without_rules_it_says_so(
    place: Path, slant: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ben")
    (tmp_path / "town.txt").write_text(TOWN, encoding="utf-8")
    done = slant("add", "town.txt")
    assert done.returncode == 0
    assert done.stderr.startswith("slant: No house rules are given, so only the model's flags")
    assert "ben (typed, not verified)" in slant("editors").stdout
    (tmp_path / "none").mkdir()
    done = slant("add", "none")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "slant: There is no file in none: name another folder."
    require_one_line(slant("add", "town.txt", "--rules", "town.csv"), "town.csv does not exist")


def test_a_reader_adds_nothing(filled: Path, slant: Desk, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(TOWN, encoding="utf-8")
    done = slant("add", "town.txt", "--as", "Dee")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("slant: This needs the role reviewer")
    assert slant("status").stdout.splitlines()[2] == "Articles: 12"


def test_roles_are_given_to_whoever_has_the_machine(filled: Path, slant: Desk) -> None:
    listed = slant("editors").stdout.splitlines()
    assert [line.split()[:2] + line.split()[3:4] for line in listed] == [
        *(["1", "admin", "Ann"], ["2", "reviewer", "Ben"], ["3", "reviewer", "Cal"]),
        ["4", "reader", "Dee"],
    ]
    assert slant("role", " dEE ", "admin").stdout == "Dee is admin now.\n"
    assert slant("role", "1", "reader").stdout == "Ann is reader now.\n"
    require_one_line(slant("role", "Dee", "reader"), "The desk needs an admin")
    require_one_line(slant("role", "Eve", "reader"), "There is no editor Eve: slant desk editors")
    require_one_line(slant("role", "Dee", "king"), "invalid choice")
    engine = open_desk(folder=str(filled))
    told = trail(engine, 2)
    assert [(line.act, line.subject, line.editor) for line in told] == [
        ("role", "editor:1", None),
        ("role", "editor:4", None),
    ]
    engine.dispose()


def test_names_that_two_have_need_a_number(filled: Path, slant: Desk) -> None:
    with closing(sqlite3.connect(filled / "desk.db")) as kept:
        kept.execute("UPDATE desk_editors SET name = 'Ann', name_key = NULL WHERE id = 2")
        kept.commit()
    require_one_line(slant("role", "Ann", "reader"), "2 editors are called Ann: give the number")
    assert slant("role", "2", "reader").returncode == 0


@pytest.mark.parametrize("what", ["decisions", "training", "rewordings", "sources"])
def test_exports_are_the_same_in_every_form(
    what: str, filled: Path, slant: Desk, tmp_path: Path
) -> None:
    for ending in ("csv", "json", "parquet"):
        done = slant("export", what, f"out.{ending}")
        assert (done.returncode, done.stderr) == (0, "")
    table = pd.read_parquet(tmp_path / "out.parquet")
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    lines = csv.reader(io.StringIO((tmp_path / "out.csv").read_bytes().decode(), newline=""))
    header, *rows = lines
    assert len(table) == len(said) == len(rows) > 0
    assert header == list(table.columns) == list(said[0])
    assert done.stdout == f"out.parquet holds {len(rows)} rows.\n"


def test_decisions_are_exported_as_they_were_made(
    filled: Path, slant: Desk, tmp_path: Path
) -> None:
    engine = open_desk(folder=str(filled))
    one = queue(engine).flags[0]
    note = '=HYPERLINK("http://example.org")'
    kept = decide(engine, 1, one.id, "accept", seen=one.seq, request="r", note=note)
    engine.dispose()
    slant("export", "decisions", "out.csv")
    slant("export", "decisions", "out.json")
    row = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8", newline="")))[-1]
    assert set(DECISIONS) == set(row) - {"number"}
    assert row["note"] == "'" + note
    assert (row["decision"], row["flag"], row["name"]) == (str(kept.id), str(one.id), "Ann")
    assert row["made"] == kept.made.isoformat().replace("+00:00", "Z")
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))[-1]
    assert said["note"] == note
    assert said["made"] == row["made"]


def test_rewordings_tell_the_line(filled: Path, slant: Desk, tmp_path: Path) -> None:
    slant("export", "rewordings", "out.json")
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    engine = open_desk(folder=str(filled))
    reworded = queue(engine, state="reword", most=500).flags
    engine.dispose()
    assert len(said) == len(reworded)
    assert {(one["article"], one["before"], one["after"]) for one in said} == {
        (flag.article, flag.text, flag.decision.wording) for flag in reworded if flag.decision
    }
    assert [one["article"] for one in said] == sorted(one["article"] for one in said)


def test_mistakes_with_files(filled: Path, slant: Desk) -> None:
    require_one_line(slant("export", "decisions", "out.txt"), "out.txt ends in none of .csv, .json")
    require_one_line(slant("export", "sources", "nowhere/out.csv"), "nowhere/out.csv cannot be wr")
    require_one_line(slant("backup", "nowhere/desk.zip"), "nowhere/desk.zip cannot be written")
    require_one_line(slant("export", "secrets", "out.csv"), "invalid choice")
    require_one_line(slant(), "required: COMMAND")
