"""Editors who decide at once, in threads: one wins, the others are told who, nothing is lost."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine

from store.desk.articles import add_article, articles
from store.desk.decisions import decide, history, second_reading
from store.desk.editors import sign_in
from store.desk.errors import AlreadyDecided, BadDecision, RequestTaken
from store.desk.fits import fit_in_use, keep_fit, use_fit
from store.desk.notes import add_note, notes
from store.desk.queue import article_flags, changes, queue
from store.desk.queue import flag as flag_now
from store.desk.records import Decision
from store.desk.trail import version
from tests.store.desk.newsroom import Newsroom, article_of, flag_of, many_flags, newsroom_in


@pytest.fixture
def desk(engine: Engine) -> Newsroom:
    return newsroom_in(engine)


def at_once(number: int, act: Callable[[int], Any]) -> list[Any]:
    """Call ``act`` with 0, 1, 2, … in as many threads, which start together; return what each
    returned, or the error of the desk that it raised."""
    start = Barrier(number)

    def begin(place: int) -> Any:
        start.wait()
        try:
            return act(place)
        except (AlreadyDecided, BadDecision) as error:
            return error

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begin, range(number)))


def test_of_two_on_one_flag_one_wins_and_the_other_is_told(desk: Newsroom) -> None:
    _, flags = desk.add(many_flags(1, 10))
    editors = (desk.ben, desk.cem)
    for flag in flags:
        first, second = at_once(
            2,
            lambda place, flag=flag: decide(
                *(desk.engine, editors[place], flag, "accept"),
                seen=0,
                request=f"{flag}-{place}",
            ),
        )
        won, lost = (first, second) if isinstance(first, Decision) else (second, first)
        assert isinstance(lost, AlreadyDecided)
        assert (lost.decision, lost.seq) == (won, 1)
        assert history(desk.engine, flag) == (won,)
        assert flag_now(desk.engine, flag).decision == won


def test_one_request_that_arrives_many_times_at_once_is_kept_once(desk: Newsroom) -> None:
    article, (flag,) = desk.add(many_flags(1, 1))
    made = at_once(
        8, lambda _: decide(desk.engine, desk.ben, flag, "accept", seen=0, request="same")
    )
    assert [*{*made}] == [*history(desk.engine, flag)]
    read = at_once(8, lambda _: second_reading(desk.engine, desk.cem, flag, "accept", request="s"))
    assert len({*read}) == 1
    wrote = at_once(8, lambda _: add_note(desk.engine, desk.cem, article, "Why?", request="n"))
    assert [*{*wrote}] == [*notes(desk.engine, article)]


def test_one_request_for_two_flags_at_once_is_kept_for_one(desk: Newsroom) -> None:
    _, flags = desk.add(many_flags(1, 8))
    met = at_once(
        8,
        lambda place: decide(desk.engine, desk.ben, flags[place], "accept", seen=0, request="same"),
    )
    assert Counter(map(type, met)) == {Decision: 1, RequestTaken: 7}
    assert queue(desk.engine, state="accept").total == 1


def test_two_second_readings_of_one_editor_at_once_are_one(desk: Newsroom) -> None:
    _, (flag,) = desk.add(many_flags(1, 1))
    decide(desk.engine, desk.ben, flag, "accept", seen=0, request="first")
    met = at_once(
        6,
        lambda place: second_reading(desk.engine, desk.cem, flag, "accept", request=f"r{place}"),
    )
    assert Counter(map(type, met)) == {Decision: 1, BadDecision: 5}


def test_the_same_text_added_at_once_is_one_article(desk: Newsroom) -> None:
    new = many_flags(1, 5)
    numbers = at_once(8, lambda _: add_article(desk.engine, desk.ben, new))
    (kept,) = articles(desk.engine)
    assert {*numbers} == {kept.id}
    assert kept.flags == len(article_flags(desk.engine, kept.id)) == 5


def test_different_texts_added_at_once_are_all_kept(desk: Newsroom) -> None:
    # All of them meet the same rule and the same model for the first time.
    numbers = at_once(8, lambda place: add_article(desk.engine, desk.ben, many_flags(place, 2)))
    assert sorted(one.id for one in articles(desk.engine)) == sorted(numbers)
    assert len({*numbers}) == 8


def test_twenty_editors_on_overlapping_flags_lose_nothing(desk: Newsroom) -> None:
    text = " ".join(f"word{place:03}" for place in range(120))
    _, flags = desk.add(
        article_of(text, *(flag_of(text, f"word{place:03}") for place in range(120)))
    )
    editors = [sign_in(desk.engine, f"Editor {chr(65 + place)}").id for place in range(20)]
    start = version(desk.engine)

    finished: list[int] = []

    def edits(place: int) -> list[Decision]:
        drawn, made, refused = Random(place), [], 0
        while len(made) < 25:
            flag = flag_now(desk.engine, drawn.choice(flags))
            act = drawn.choice(["accept", "dismiss", "reword", "undo"])
            if act == "undo" and flag.state == "open":
                continue
            given = {"dismiss": {"reason": "fair"}, "reword": {"wording": f"by {place}"}}
            try:
                made.append(
                    decide(
                        *(desk.engine, editors[place], flag.id, act),
                        seen=flag.seq,
                        request=f"{place}-{len(made)}-{refused}",
                        **given.get(act, {}),
                    )
                )
            except AlreadyDecided:
                refused += 1
        finished.append(place)
        return made

    def edits_or_watches(place: int) -> Any:
        if place < 20:
            return edits(place)
        since, seen = start, {}
        while len(finished) < 20 or since < version(desk.engine):
            since, found, _ = changes(desk.engine, since)
            seen.update({flag.id: flag for flag in found})
        return seen

    *done, seen = at_once(21, edits_or_watches)
    made = {one.id: one for decisions in done for one in decisions}
    assert len(made) == 500
    kept = {one.id: one for flag in flags for one in history(desk.engine, flag)}
    assert kept == made
    for flag in flags:
        assert [one.seq for one in history(desk.engine, flag)] == [
            *range(1, flag_now(desk.engine, flag).seq + 1)
        ]
    # Who looks while it goes on has seen each flag as it is in the end.
    assert seen == {flag: flag_now(desk.engine, flag) for flag in {d.flag for d in kept.values()}}


def test_a_fit_comes_into_use_while_editors_decide(desk: Newsroom) -> None:
    article, flags = desk.add(many_flags(1, 60))
    fits = [keep_fit(desk.engine, desk.ann, {"place": place}) for place in range(3)]

    def does(place: int) -> None:
        if place < 3:
            judged = dict.fromkeys(flags, (place / 4, place == 1))
            use_fit(desk.engine, desk.ann, fits[place], judged)
            return
        for flag in flags[place::4]:
            request = f"{place}-{flag}"
            decide(desk.engine, desk.ben, flag, "accept", seen=0, request=request)

    assert [error for error in at_once(6, does) if error is not None] == []
    used = fit_in_use(desk.engine)
    assert used is not None
    place = used.said["place"]
    found = article_flags(desk.engine, article)
    assert {(one.house_probability, one.held_back) for one in found} == {(place / 4, place == 1)}
    assert sum(one.state == "accept" for one in found) == len(
        {flag for place in (3, 4, 5) for flag in flags[place::4]}
    )
