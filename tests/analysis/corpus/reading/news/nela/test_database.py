"""NELA-GT's database is read, and a hostile one can neither run nor hide anything."""

from __future__ import annotations

import sqlite3
from itertools import islice
from pathlib import Path

import pytest

from analysis.corpus.reading.news.nela import database as module
from analysis.corpus.reading.news.nela.database import open_file, recognises
from analysis.corpus.reading.news.nela.rows import MASKED
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead


def made(path: Path, *statements: str, rows: list[tuple[object, ...]] | None = None) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    for row in rows or ():
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO newsdata VALUES ({marks})", row)
    connection.commit()
    connection.close()
    return path


def read(path: Path, day_first: bool | None = None) -> list[Found | Unreadable]:
    return list(open_file(path, Choices({}, day_first)).articles())


def test_days(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE newsdata (date, published, published_utc, content)",
        rows=[
            ("2020-03-03", "Wed, 04 Mar 2020 10:00:00", 1583452800, "One."),
            ("", "Tue, 03 Mar 2020 23:50:00 -0800", 1583452800, "Two."),
            (None, None, 1583279940, "Three."),  # 2020-03-03T23:59:00Z
            (None, None, "1583279940.5", "Four."),
            ("03/04/2020", None, None, "Five."),
            (None, None, 5, "Six."),
        ],
    )
    days = ["2020-03-03", "2020-03-03", "2020-03-03", "2020-03-03", "", ""]
    reader = open_file(path, Choices({}))
    assert [getattr(one, "date", None) for one in reader.articles()] == days
    unclear, unread = reader.notes
    assert "--day-first" in unclear
    assert "“5” (row 6)" in unread
    assert read(path, True)[4] == Found("Five.", "row 5", date="2020-04-03")


def test_what_is_no_text(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE newsdata (id TEXT PRIMARY KEY, title, content)",
        rows=[
            ("a", "T", None), ("b", None, 17), ("c", "T", b"\x00\x01\x02\xff\xfe"),
            ("d", b"caf\xc3\xa9", "caf\u00e9".encode("cp1252")), ("e", "T", "x" * 4_000_001),
            ("f", "T", "Words @ @ @ @ @ @ are gone."),
        ],
    )  # fmt: skip
    reader = open_file(path, Choices({}))
    assert reader.total == reader.claimed() == 6
    found = list(reader.articles())
    reasons = [one.reason if isinstance(one, Unreadable) else "" for one in found]
    assert reasons == ["EmptyText", "NotText", "NotText", "", "CannotRead", ""]
    assert found[3] == Found("café", "row 4", id="d", title="café")
    assert "has more than 4 MB" in getattr(found[4], "message", "")
    assert reader.notes == [MASKED]
    assert reader.share_read() == 1


def test_nothing_is_written_beside_it(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", "CREATE TABLE newsdata (content)", rows=[("One.",)])
    (tmp_path / "a.db-wal").write_bytes(b"x" * 100)
    before = sorted(tmp_path.iterdir()), path.read_bytes()
    reader = open_file(path, Choices({}))
    assert [getattr(one, "text", None) for one in reader.articles()] == ["One."]
    assert "a.db-wal" in reader.notes[0]
    assert (sorted(tmp_path.iterdir()), path.read_bytes()) == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE VIEW newsdata AS SELECT 'x' AS content", "without the table newsdata"),
        ("CREATE TABLE news (content)", "without the table newsdata"),
        ("CREATE VIRTUAL TABLE newsdata USING fts5(content)", "without the table newsdata"),
        ("CREATE TABLE newsdata (text, title)", "has no column content .*, but text, title"),
        ("CREATE TABLE newsdata (content PRIMARY KEY) WITHOUT ROWID", "have no numbers"),
        ("CREATE TABLE newsdata (content, rowid, oid, _rowid_)", "have no numbers"),
    ],
)
def test_another_layout(statement: str, said: str, tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", statement)
    assert recognises(path, path.read_bytes()[:100])
    with pytest.raises(CannotRead, match=said):
        open_file(path, Choices({}))


def test_a_column_that_computes_is_not_read(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE newsdata (content, title AS (printf('%.*c', content, 'x')))",
        "INSERT INTO newsdata VALUES ('900 words.')",
    )
    assert [getattr(one, "title", None) for one in read(path)] == [""]


def test_names_in_the_database_are_no_commands(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        'CREATE TABLE newsdata (content, "rowid", "CoNtEnT2""; DROP TABLE newsdata; --")',
        "CREATE TABLE other (a)",
        "CREATE TRIGGER t AFTER INSERT ON other BEGIN DELETE FROM newsdata; END",
        rows=[("One.", 7, "x")],
    )
    assert [getattr(one, "text", None) for one in read(path)] == ["One."]


def test_a_damaged_one_says_so(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [(f"{n} " * 400,) for n in range(60)]
    path = made(tmp_path / "a.db", "CREATE TABLE newsdata (content)", rows=rows)
    data = bytearray(path.read_bytes())
    data[9000:30000] = b"x" * 21000
    path.write_bytes(data)
    reader = open_file(path, Choices({}))
    given = []
    with pytest.raises(CannotRead, match="is a database that cannot be read"):
        given.extend(reader.articles())


def test_a_statement_without_end_is_stopped(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", "CREATE TABLE newsdata (content)")
    connection = sqlite3.connect(path)
    module._limit(connection, 0)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        ).fetchall()
    connection.close()


def test_no_statement_but_reading_the_table(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", "CREATE TABLE newsdata (content)", "CREATE TABLE other (a)")
    connection = open_file(path, Choices({}))._connected()
    connection.set_authorizer(module._only_reading)
    connection.execute("SELECT content FROM newsdata")
    for statement in (
        "SELECT a FROM other", "SELECT upper(content) FROM newsdata", "DELETE FROM newsdata",
        "ATTACH ':memory:' AS b", "PRAGMA writable_schema=1", "SELECT name FROM sqlite_master",
    ):  # fmt: skip
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("damage", ["a number twice", "cut off"])
def test_a_damaged_file_comes_to_an_end(damage: str, tmp_path: Path) -> None:
    """SQLite gives the same rows again where their numbers do not rise."""
    rows: list[tuple[object, ...]] = [("first",), ("second",), ("third",)]
    data = bytearray(made(tmp_path / "a.db", "CREATE TABLE newsdata (content)", rows=rows)
                     .read_bytes())  # fmt: skip
    if damage == "cut off":
        del data[len(data) - 3000 :]
    else:
        data[data.index(b"third") - 3] = 1
    (tmp_path / "b.db").write_bytes(data)
    with pytest.raises(CannotRead, match="do not rise"):
        list(islice(open_file(tmp_path / "b.db", Choices({})).articles(), 10))


def test_what_is_no_text_keeps_outlet_author_and_day(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.db",
        "CREATE TABLE newsdata (source, author, date, content)",
        rows=[("bugle", "Jo Bell", "2020-03-03", b"\x00\x01\x02\xff\xfe")],
    )
    (one,) = read(path)
    assert isinstance(one, Unreadable)
    assert (one.outlet, one.author, one.date) == ("bugle", "Jo Bell", "2020-03-03")
