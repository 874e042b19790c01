"""The source audit by hand: room, verbs, months, and speakers without a name."""

import pytest

from analysis.columns import empty
from analysis.desk.frames import MANNERS_USED, QUOTED, ROOM, SOURCES
from analysis.desk.sources import (
    described_as,
    manners_used,
    room,
    source_audit,
    statements_of,
    with_sources,
)
from tests.analysis.desk.made import quoted_of

CLAIM = {"verb": "claim", "manner": "doubting"}
ROWS = [
    {"article": 1, "published": "2026-10-05"},
    {"article": 1, "words": 6, "quoted_words": 0, "form": "reported", **CLAIM},
    {"article": 2, "published": "2026-09-30", "speaker": "Hale", "words": 4, "quoted_words": 2},
    {"article": 2, "published": "2026-09-30", "speaker": "officials", "kind": "", "words": 30,
     "quoted_words": 0, "verb": "warn", "manner": "emotive"},
    {"article": 3, "published": "", "section": "", "speaker": "Officials", "kind": "", "words": 5,
     "quoted_words": 0, "verb": "", "manner": ""},
    {"article": 3, "published": "", "section": "", "speaker": "he", "kind": "", "words": 5,
     "quoted_words": 5},
]  # fmt: skip


def test_whom_the_house_quotes_by_hand() -> None:
    rows = source_audit(quoted_of(ROWS)).to_dict("records")
    assert rows[0] == {
        "speaker": "unnamed sources",
        "kind": "unnamed",
        "articles": 2,
        "statements": 2,
        "direct": 0,
        "words": 35,
        "quoted_words": 0,
        "share": pytest.approx(35 / 60),
        "verbs": [("warn", "emotive", 1)],
        "doubting": 0,
        "first": "2026-09-30",
        "last": "2026-09-30",
    }
    assert rows[1] == {
        "speaker": "Joan Hale",
        "kind": "person",
        "articles": 2,
        "statements": 3,
        "direct": 2,
        "words": 20,
        "quoted_words": 12,
        "share": pytest.approx(20 / 60),
        "verbs": [("say", "neutral", 2), ("claim", "doubting", 1)],
        "doubting": 1,
        "first": "2026-09-30",
        "last": "2026-10-05",
    }
    assert (rows[2]["speaker"], rows[2]["kind"], rows[2]["first"]) == ("", "unclear", "")
    assert len(rows) == 3


def test_room_by_month_and_section() -> None:
    quoted = quoted_of(ROWS)
    names = ["part", "articles", "statements", "words", "quoted_words", "unnamed", "unclear"]
    assert room(quoted, "month")[names].values.tolist() == [
        ["2026-09", 1, 2, 34, 2, 1, 0],
        ["2026-10", 1, 2, 16, 10, 0, 0],
        ["", 1, 2, 10, 5, 1, 1],
    ]
    assert room(quoted, "section")[names[:4]].values.tolist() == [
        ["News", 2, 4, 50],
        ["", 1, 2, 10],
    ]


def test_verbs_by_what_they_imply() -> None:
    rows = manners_used(quoted_of(ROWS)).values.tolist()
    assert rows == [
        ["neutral", 3, 0.5, [["say", 3]]],
        ["doubting", 1, pytest.approx(1 / 6), [["claim", 1]]],
        ["emotive", 1, pytest.approx(1 / 6), [["warn", 1]]],
        ["", 1, pytest.approx(1 / 6), []],
    ]


def test_the_statements_of_a_source_and_how_others_are_described() -> None:
    quoted = quoted_of(ROWS)
    assert described_as(quoted) == [("officials", 2)]
    found = statements_of(quoted, "Joan Hale", "person")
    assert found["speaker"].tolist() == ["Joan Hale", "Joan Hale", "Hale"]
    assert list(found.columns) == list(QUOTED)


def test_a_surname_stays_with_its_full_name_where_only_a_part_is_looked_at() -> None:
    told = with_sources(quoted_of(ROWS))
    of_two = told[told["article"] == 2]
    assert "Joan Hale" in source_audit(of_two)["speaker"].tolist()


def test_nobody_quoted() -> None:
    nobody = empty(QUOTED)
    for made, columns in (
        (source_audit(nobody), SOURCES),
        (room(nobody, "month"), ROOM),
        (manners_used(nobody), MANNERS_USED),
    ):
        assert made.empty
        assert list(made.columns) == list(columns)
    assert described_as(nobody) == []
