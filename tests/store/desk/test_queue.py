"""The queue: which flags come, in which order, and what has changed since."""

from typing import Any

import pytest
from sqlalchemy import Engine

from store.desk.articles import remove_article
from store.desk.decisions import decide, second_reading
from store.desk.fits import keep_fit, use_fit
from store.desk.notes import add_note
from store.desk.queue import (
    MOST_FLAGS,
    article_flags,
    changes,
    counts,
    queue,
    second_queue,
)
from store.desk.queue import flag as flag_now
from store.desk.trail import version
from tests.store.desk.newsroom import (
    Newsroom,
    article_of,
    flag_of,
    many_flags,
    newsroom_in,
    requests,
)


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


def accepts(desk: Newsroom, flag: int, editor: int | None = None) -> Any:
    seen = flag_now(desk.engine, flag).seq
    return decide(
        desk.engine, editor or desk.ben, flag, "accept", seen=seen, request=next(requests)
    )


TEXT = "one two three four five six seven eight."


def mixed() -> Any:
    """An article whose flags are, in reading order, the 7th, 5th, 8th, 2nd, 4th, 1st, 6th and 3rd
    of the queue."""
    return article_of(
        TEXT,
        flag_of(TEXT, "one", probability=0.3),
        flag_of(TEXT, "two", probability=0.9),
        flag_of(TEXT, "three", check="slant.doubting-verbs", kind="doubting", severity="note"),
        flag_of(TEXT, "four", check="house.b", kind="rule", probability=None),
        flag_of(TEXT, "five", check="house.a", kind="rule", severity="note"),
        flag_of(TEXT, "six", check="house.a", kind="rule", severity="error", probability=None),
        flag_of(TEXT, "seven", probability=0.9),
        flag_of(TEXT, "eight", check="house.b", kind="rule", probability=None),
    )


RIGHT = ["six", "four", "eight", "five", "two", "seven", "one", "three"]


def words(desk: Newsroom, **given: Any) -> list[str]:
    return [flag.text for flag in queue(desk.engine, **given).flags]


def test_rules_come_first_then_by_severity_then_the_most_probable(desk: Newsroom) -> None:
    desk.add(mixed())
    page = queue(desk.engine)
    assert [flag.text for flag in page.flags] == RIGHT
    assert (page.total, page.held_back, page.version) == (8, 0, version(desk.engine))


def test_parts_of_the_queue_together_are_the_queue(desk: Newsroom) -> None:
    for place in range(3):
        desk.add(article_of(f"{TEXT} {place}", *mixed().flags))
    whole = [flag.id for flag in queue(desk.engine).flags]
    parts = [
        flag.id
        for offset in range(0, 27, 5)
        for flag in queue(desk.engine, offset=offset, most=5).flags
    ]
    assert parts == whole
    assert len(set(whole)) == 24


WANTED: list[tuple[dict[str, Any], list[str]]] = [
    ({"kind": "rule"}, RIGHT[:4]),
    ({"kind": "doubting"}, ["three"]),
    ({"kind": "loaded", "most": 2}, ["two", "seven"]),
    ({"check": "house.a"}, ["six", "five"]),
    ({"check": "house.b", "offset": 1}, ["eight"]),
    ({"check": "house.a", "kind": "loaded"}, []),
    ({"articles": [1]}, RIGHT),
    ({"articles": [1, 1, 2], "check": "house.a"}, ["six", "five"]),
    ({"articles": []}, []),
    ({"articles": [2, -1, 2**70]}, []),
    ({"state": "accept"}, []),
    ({"state": None}, RIGHT),
    ({"state": "removed"}, []),
    ({"state": "x\x00"}, []),
    ({"kind": "\ud800"}, []),
    ({"check": "nul\x00"}, []),
    ({"check": "x" * 500}, []),
    ({"most": 0}, []),
    ({"most": -1}, []),
    ({"offset": -5, "most": 1}, RIGHT[:1]),
    ({"offset": 10**30}, []),
]


def test_only_what_is_wanted(desk: Newsroom) -> None:
    desk.add(mixed())
    for given, found in WANTED:
        assert words(desk, **given) == found, given


def test_a_state_finds_what_was_decided_with_its_decision(desk: Newsroom) -> None:
    number, flags = desk.add(mixed())
    made = accepts(desk, flags[3])
    assert [flag.decision for flag in queue(desk.engine, state="accept").flags] == [made]
    assert [one.decision for one in queue(desk.engine, state=None, kind="rule").flags][1] == made
    assert words(desk) == [word for word in RIGHT if word != "four"]
    assert words(desk, articles=[number], state="accept") == ["four"]
    assert words(desk, state="decided") == ["four"]
    assert words(desk, articles=[number], state="decided") == ["four"]


def test_no_more_than_so_many_at_once(desk: Newsroom) -> None:
    desk.add(many_flags(1, MOST_FLAGS + 1))
    page = queue(desk.engine, most=10**30)
    assert (len(page.flags), page.total) == (MOST_FLAGS, MOST_FLAGS + 1)


def test_what_is_held_back_is_counted_and_can_be_had(desk: Newsroom) -> None:
    number, flags = desk.add(mixed())
    fit = keep_fit(desk.engine, desk.ann, {})
    use_fit(desk.engine, desk.ann, fit, {flags[0]: (0.95, False), flags[6]: (0.1, True)})
    page = queue(desk.engine)
    assert (page.total, page.held_back) == (7, 1)
    assert [one.text for one in page.flags] == [*RIGHT[:4], "one", "two", "three"]
    page = queue(desk.engine, with_held_back=True, kind="loaded")
    assert (page.total, page.held_back) == (3, 1)
    assert [one.text for one in page.flags] == ["one", "two", "seven"]
    assert counts(desk.engine) == {"rule": 4, "loaded": 2, "doubting": 1}
    assert len(article_flags(desk.engine, number)) == 8


def test_counts_of_an_empty_desk(desk: Newsroom) -> None:
    assert counts(desk.engine) == {"rule": 0, "loaded": 0, "doubting": 0}
    page = queue(desk.engine)
    assert (page.flags, page.total, page.held_back) == ((), 0, 0)


def test_the_second_queue_is_blind_and_of_others(desk: Newsroom) -> None:
    number, flags = desk.add(mixed())
    other, others = desk.add(many_flags(2, 2))
    assert second_queue(desk.engine, desk.ben).total == 0
    for flag in (flags[5], flags[0], others[1]):
        accepts(desk, flag, desk.ben)
    accepts(desk, flags[1], desk.cem)
    # Taken back: nothing stands there that could be read again.
    decide(desk.engine, desk.cem, flags[1], "undo", seen=1, request="undo")
    page = second_queue(desk.engine, desk.cem)
    assert [one.text for one in page.flags] == ["six", "word1 ", "one"]
    assert page.total == 3
    for one in page.flags:
        assert (one.state, one.seq, one.decision) == ("open", 0, None)
    assert second_queue(desk.engine, desk.ben).total == 0
    second_reading(desk.engine, desk.cem, flags[5], "accept", request="second")
    assert [f.id for f in second_queue(desk.engine, desk.cem, articles=[number]).flags] == [
        flags[0]
    ]
    assert second_queue(desk.engine, desk.ann, kind="loaded", most=1).total == 2
    # Who has decided has seen what was decided, also when somebody else decides then.
    accepts(desk, flags[0], desk.ann)
    decide(desk.engine, desk.cem, others[1], "accept", seen=1, request="anyway")
    assert [f.id for f in second_queue(desk.engine, desk.ann).flags] == [flags[5], others[1]]
    remove_article(desk.engine, desk.ann, other)
    assert [f.id for f in second_queue(desk.engine, desk.ann).flags] == [flags[5]]


def test_changes_tell_each_flag_that_was_decided_on_as_it_is_now(desk: Newsroom) -> None:
    number, flags = desk.add(mixed())
    start = version(desk.engine)
    assert changes(desk.engine, start) == (start, (), False)
    accepts(desk, flags[4])
    accepts(desk, flags[2])
    accepts(desk, flags[4], desk.cem)
    told, found, more = changes(desk.engine, start)
    assert (told, more) == (version(desk.engine), False)
    assert found == tuple(flag_now(desk.engine, flag) for flag in (flags[2], flags[4]))
    second_reading(desk.engine, desk.ann, flags[4], "accept", request="second")
    add_note(desk.engine, desk.ann, number, "A note.", flag=flags[3], request="note")
    after = changes(desk.engine, told)
    assert after == (version(desk.engine), (), False)
    assert after[0] == told + 2
    for since in (10**30, version(desk.engine) + 1):
        assert changes(desk.engine, since) == (version(desk.engine), (), False)


def test_many_changes_come_in_parts(desk: Newsroom) -> None:
    _, flags = desk.add(many_flags(1, 7))
    start = version(desk.engine)
    for flag in flags:
        accepts(desk, flag)
    seen: list[int] = []
    since, more = start, True
    while more:
        since, found, more = changes(desk.engine, since, most=3)
        seen += [flag.id for flag in found]
    assert seen == flags
    assert since == version(desk.engine)
    assert len(changes(desk.engine, -5)[1]) == 7
