"""The trail as people read it, and as a spreadsheet opens it."""

import csv
import io
from datetime import UTC, datetime

import pytest

from dashboard.panels.desk.trail import lines, sentence, trail_csv
from store.desk.editors import set_role, sign_in
from store.desk.opening import open_desk
from store.desk.records import TrailRow

AT = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
NAMES = {1: "Ann", 2: "Ben"}


@pytest.mark.parametrize(
    ("name", "act", "subject", "detail", "said"),
    [
        ("Ann", "accept", "flag:12", {"decision": 3}, "Ann accepted flag 12"),
        ("Ann", "added", "article:3", {"flags": 2}, "Ann added article 3"),
        ("Ben", "joined", "editor:2", {"role": "reviewer"}, "Ben came to the desk as reviewer"),
        ("Ann", "role", "editor:2", {"role": "admin"}, "Ann changed the role of Ben to admin"),
        ("", "restored", "desk", {}, "The command slant desk restored desk"),
        ("Ann", "waved", "editor:x", {}, "Ann waved editor x"),
    ],
)
def test_a_line_in_words(name, act, subject, detail, said):
    line = TrailRow(5, AT, 1 if name else None, name, act, subject, detail)
    assert sentence(line, NAMES) == f"2026-03-02 14:05 UTC: {said}"


@pytest.fixture
def engine(tmp_path):
    engine = open_desk(folder=str(tmp_path))
    ann = sign_in(engine, "Ann")
    ben = sign_in(engine, "=HYPERLINK(1)")
    set_role(engine, ann.id, ben.id, "reader")
    yield engine
    engine.dispose()


def test_of_one_editor_only_theirs(engine):
    assert [line.act for line in lines(engine, None)] == ["role", "joined", "joined"]
    assert [line.act for line in lines(engine, 2)] == ["joined"]


def test_a_spreadsheet_runs_nothing(engine):
    content = trail_csv(engine, None)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["act"] for row in rows] == ["role", "joined", "joined"]
    assert rows[1]["name"] == "'=HYPERLINK(1)"
    assert trail_csv(engine, 99).decode("utf-8-sig").strip() == "line,at,name,act,subject,detail"
