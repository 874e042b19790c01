"""What is decided on a flag: kept once, taken back, asked about when somebody else was quicker."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from store.desk.articles import remove_article
from store.desk.decisions import decide, history, rewordings, second_reading
from store.desk.errors import (
    AlreadyDecided,
    BadDecision,
    NoSuchArticle,
    NoSuchFlag,
    NotAllowed,
    RequestTaken,
)
from store.desk.queue import flag as flag_now
from store.desk.trail import trail, version
from tests.store.desk.newsroom import (
    Newsroom,
    article_of,
    flag_of,
    many_flags,
    newsroom_in,
    requests,
)

TEXT = "The reckless mayor shocked the town."


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


@pytest.fixture
def flag(desk: Newsroom) -> int:
    return desk.add(article_of(TEXT, flag_of(TEXT, "reckless")))[1][0]


def does(desk: Newsroom, editor: int, flag: int, act: str, **given: Any) -> Any:
    """Decide with what is seen now, under a new name."""
    said = {"seen": flag_now(desk.engine, flag).seq, "request": next(requests), **given}
    return decide(desk.engine, editor, flag, act, **said)


def test_a_decision_stands_and_tells_who_and_when(desk: Newsroom, flag: int) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    made = decide(
        desk.engine, desk.ben, flag, "dismiss", seen=0, request="r", reason="other", note="A title."
    )
    assert (made.flag, made.seq, made.act, made.reason, made.wording, made.note) == (
        *(flag, 1, "dismiss", "other", "", "A title."),
    )
    assert (made.editor, made.name, made.second, made.request) == (desk.ben, "Ben Okri", False, "r")
    assert before < made.made < datetime.now(UTC) + timedelta(seconds=1)
    now = flag_now(desk.engine, flag)
    assert (now.state, now.seq, now.decision) == ("dismiss", 1, made)
    assert history(desk.engine, flag) == (made,)
    line = trail(desk.engine)[0]
    assert (line.name, line.act, line.subject) == ("Ben Okri", "dismiss", f"flag:{flag}")
    assert line.detail == {"decision": made.id}


def test_one_sent_twice_is_kept_once(desk: Newsroom, flag: int) -> None:
    sent = {"seen": 0, "request": "same", "wording": "hasty"}
    first = decide(desk.engine, desk.ben, flag, "reword", **sent)
    before = version(desk.engine)
    assert decide(desk.engine, desk.ben, flag, "reword", **sent) == first
    assert history(desk.engine, flag) == (first,)
    assert version(desk.engine) == before


def test_one_that_was_kept_is_confirmed_whatever_has_come_since(desk: Newsroom, flag: int) -> None:
    first = decide(desk.engine, desk.ben, flag, "accept", seen=0, request="same")
    does(desk, desk.cem, flag, "dismiss", reason="fair")
    desk.has_role(desk.ben, "reader")
    remove_article(desk.engine, desk.ann, 1)
    assert decide(desk.engine, desk.ben, flag, "accept", seen=0, request="same") == first


@pytest.mark.parametrize(
    "differs",
    [
        {"editor": "cem"},
        {"flag": 1},
        {"act": "dismiss", "reason": "fair"},
        {"note": "A note."},
    ],
    ids=lambda differs: next(iter(differs)),
)
def test_a_request_of_something_else_is_not_handed_out(
    desk: Newsroom, differs: dict[str, Any]
) -> None:
    _, flags = desk.add(many_flags(1, 2))
    decide(desk.engine, desk.ben, flags[0], "accept", seen=0, request="same")
    sent = {"editor": "ben", "flag": 0, "act": "accept", **differs}
    editor = getattr(desk, sent.pop("editor"))
    flag = flags[sent.pop("flag")]
    with pytest.raises(RequestTaken):
        decide(desk.engine, editor, flag, seen=0, request="same", **sent)
    assert [len(history(desk.engine, flag)) for flag in flags] == [1, 0]


def test_who_comes_second_sees_the_decision_of_the_first(desk: Newsroom, flag: int) -> None:
    first = decide(desk.engine, desk.ben, flag, "dismiss", seen=0, request="b", reason="fact")
    with pytest.raises(AlreadyDecided, match="Ben Okri has decided") as met:
        decide(desk.engine, desk.cem, flag, "accept", seen=0, request="c")
    assert (met.value.decision, met.value.seq) == (first, 1)
    anyway = decide(desk.engine, desk.cem, flag, "accept", seen=1, request="c")
    assert history(desk.engine, flag) == (first, anyway)
    assert flag_now(desk.engine, flag).decision == anyway


def test_an_undo_is_told_to_who_comes_second_too(desk: Newsroom, flag: int) -> None:
    does(desk, desk.ben, flag, "accept")
    undone = does(desk, desk.ben, flag, "undo")
    with pytest.raises(AlreadyDecided) as met:
        decide(desk.engine, desk.cem, flag, "accept", seen=1, request="c")
    assert (met.value.decision, met.value.seq) == (undone, 2)


def test_undo_goes_back_to_what_stood_before(desk: Newsroom, flag: int) -> None:
    first = does(desk, desk.ben, flag, "accept")
    does(desk, desk.cem, flag, "dismiss", reason="fair")
    # Anybody who may decide may take it back; the trail says who did.
    does(desk, desk.ann, flag, "undo")
    now = flag_now(desk.engine, flag)
    assert (now.state, now.seq, now.decision) == ("accept", 3, first)
    assert trail(desk.engine)[0].name == "Ann Lee"
    third = does(desk, desk.cem, flag, "reword", wording="hasty")
    assert flag_now(desk.engine, flag).decision == third
    for state, seq in (("accept", 5), ("open", 6)):
        does(desk, desk.ben, flag, "undo")
        now = flag_now(desk.engine, flag)
        assert (now.state, now.seq) == (state, seq)
    assert now.decision is None
    with pytest.raises(BadDecision, match="nothing to undo"):
        does(desk, desk.ben, flag, "undo")
    acts = [one.act for one in history(desk.engine, flag)]
    assert acts == ["accept", "dismiss", "undo", "reword", "undo", "undo"]


NOT_COMPLETE: list[tuple[str, dict[str, Any], str]] = [
    ("delete", {}, "Accept, dismiss"),
    ("dismiss", {}, "Say why"),
    ("dismiss", {"reason": "bored"}, "Say why"),
    ("dismiss", {"reason": "other", "note": "  "}, "Write a note"),
    ("accept", {"reason": "fair"}, "Only a dismissed flag"),
    ("reword", {"wording": " "}, "Type the wording"),
    ("accept", {"wording": "hasty"}, "Only a reworded flag"),
    ("reword", {"wording": "x" * 2001}, "2,000 characters"),
    ("accept", {"note": "x" * 2001}, "2,000 characters"),
    ("accept", {"request": ""}, "no name"),
    ("accept", {"request": "x" * 65}, "no name"),
    ("accept", {"request": "nul\x00"}, "no name"),
    ("accept", {"request": "\ud800"}, "no name"),
    ("accept", {"seen": 1}, "Nothing is decided"),
    ("accept", {"seen": -1}, "Nothing is decided"),
    ("accept", {"seen": 10**30}, "Nothing is decided"),
]


def test_what_is_not_complete_is_not_kept(desk: Newsroom, flag: int) -> None:
    before = version(desk.engine)
    for act, given, says in NOT_COMPLETE:
        with pytest.raises(BadDecision, match=says):
            decide(desk.engine, desk.ben, flag, act, **{"seen": 0, "request": "r", **given})
    assert history(desk.engine, flag) == ()
    assert version(desk.engine) == before


def test_a_flag_that_there_is_not(desk: Newsroom) -> None:
    for number in (0, -1, 99, 2**31, 2**63, 10**30):
        with pytest.raises(NoSuchFlag):
            decide(desk.engine, desk.ben, number, "accept", seen=0, request="r")
        with pytest.raises(NoSuchFlag):
            second_reading(desk.engine, desk.ben, number, "accept", request="r")
        with pytest.raises(NoSuchFlag):
            flag_now(desk.engine, number)
        assert history(desk.engine, number) == ()
        with pytest.raises(NoSuchArticle):
            rewordings(desk.engine, number)


def test_a_removed_article_takes_its_flags_along(desk: Newsroom) -> None:
    article, (flag, _) = desk.add(many_flags(1, 2))
    remove_article(desk.engine, desk.ann, article)
    with pytest.raises(NoSuchFlag):
        decide(desk.engine, desk.ben, flag, "accept", seen=0, request="r")


@pytest.mark.parametrize("role", ["waiting", "reader"])
def test_readers_do_not_decide(desk: Newsroom, flag: int, role: str) -> None:
    does(desk, desk.ann, flag, "accept")
    desk.has_role(desk.ben, role)
    attempts: list[Callable[[], Any]] = [
        lambda: decide(desk.engine, desk.ben, flag, "undo", seen=1, request="r"),
        lambda: second_reading(desk.engine, desk.ben, flag, "accept", request="r"),
        lambda: decide(desk.engine, 99, flag, "undo", seen=1, request="r"),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed, match="reviewer"):
            attempt()
    assert len(history(desk.engine, flag)) == 1


def test_a_second_reading_changes_nothing(desk: Newsroom, flag: int) -> None:
    first = does(desk, desk.ben, flag, "accept")
    sent = {"request": "second", "reason": "fair", "note": "Fair."}
    read = second_reading(desk.engine, desk.cem, flag, "dismiss", **sent)
    assert (read.act, read.reason, read.note, read.second, read.seq) == (
        *("dismiss", "fair", "Fair.", True, 0),
    )
    now = flag_now(desk.engine, flag)
    assert (now.state, now.seq, now.decision) == ("accept", 1, first)
    assert history(desk.engine, flag) == (first,)
    # Sent again, it is confirmed again; another one would not be blind any more.
    assert second_reading(desk.engine, desk.cem, flag, "dismiss", **sent) == read
    with pytest.raises(BadDecision, match="already"):
        second_reading(desk.engine, desk.cem, flag, "accept", request="another")
    # A second reading is no decision that could be undone.
    does(desk, desk.ben, flag, "undo")
    assert flag_now(desk.engine, flag).state == "open"


def test_who_may_not_read_a_second_time(desk: Newsroom, flag: int) -> None:
    with pytest.raises(BadDecision, match="Nothing is decided"):
        second_reading(desk.engine, desk.cem, flag, "accept", request="a")
    does(desk, desk.ben, flag, "accept")
    does(desk, desk.ann, flag, "accept")
    for editor in (desk.ben, desk.ann):
        with pytest.raises(BadDecision, match="yourself"):
            second_reading(desk.engine, editor, flag, "accept", request="b")
    with pytest.raises(BadDecision, match="accepts or dismisses"):
        second_reading(desk.engine, desk.cem, flag, "undo", request="c")
    with pytest.raises(BadDecision, match="Say why"):
        second_reading(desk.engine, desk.cem, flag, "dismiss", request="d")


def test_the_wordings_that_stand(desk: Newsroom) -> None:
    article, flags = desk.add(
        article_of(TEXT, flag_of(TEXT, "reckless"), flag_of(TEXT, "shocked"), flag_of(TEXT, "town"))
    )
    assert rewordings(desk.engine, article) == ()
    does(desk, desk.ben, flags[2], "reword", wording="city")
    does(desk, desk.ben, flags[0], "reword", wording="rash")
    does(desk, desk.cem, flags[1], "accept")
    does(desk, desk.cem, flags[0], "reword", wording="hasty")
    assert rewordings(desk.engine, article) == ((31, 35, "city"), (4, 12, "hasty"))
    does(desk, desk.cem, flags[2], "undo")
    assert rewordings(desk.engine, article) == ((4, 12, "hasty"),)
