"""One look at the desk's version for all who wait, whatever the database does meanwhile."""

import asyncio
import threading
import time
from typing import Any

import anyio

from api.desk.news import LOOK_S, DeskNews
from store.errors import StoreFailed
from tests.apart import run_apart


class Versions:
    """A version that a test sets, and how often and by how many at a time it was asked for."""

    def __init__(self) -> None:
        self.now: int | Exception = 1
        self.asked = 0
        self.at_once = 0
        self.most_at_once = 0
        self.answers = threading.Event()
        self.answers.set()

    def __call__(self, _: Any) -> int:
        self.asked += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        assert self.answers.wait(20)
        self.at_once -= 1
        if isinstance(self.now, Exception):
            raise self.now
        return self.now


def news_of(versions: Versions) -> DeskNews:
    return DeskNews(lambda: None, versions)  # type: ignore[arg-type, return-value]


def test_one_looks_for_all() -> None:
    versions = Versions()
    news = news_of(versions)

    async def waiting() -> None:
        await news.later(news.mark(), 5)  # the first look finds a version not known before
        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(news.later, news.mark(), 3 * LOOK_S)

    run_apart(waiting())
    assert versions.most_at_once == 1
    assert versions.asked <= 6


def test_what_changed_between_the_mark_and_the_wait_is_not_missed() -> None:
    versions = Versions()
    news = news_of(versions)

    async def waiting() -> float:
        await news.later(news.mark(), 5)
        mark = news.mark()
        versions.now = 2
        await news.later(news.mark(), 5)  # somebody else hears of it first
        began = time.monotonic()
        await news.later(mark, 60)
        return time.monotonic() - began

    assert run_apart(waiting()) < 10


def test_a_database_that_does_not_answer_keeps_nobody_longer_and_takes_one_thread() -> None:
    versions = Versions()
    versions.answers.clear()
    news = news_of(versions)
    before = threading.active_count()

    async def waiting() -> int:
        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(news.later, news.mark(), LOOK_S)
        threads = threading.active_count() - before
        versions.answers.set()
        return threads

    assert run_apart(waiting()) <= 3  # that of the test's loop, and asyncio's own, among them


def test_a_database_that_fails_is_news_to_those_who_wait() -> None:
    versions = Versions()
    news = news_of(versions)

    async def waiting() -> float:
        await news.later(news.mark(), 5)
        versions.now = StoreFailed("it is away", "wait")
        began = time.monotonic()
        await news.later(news.mark(), 60)
        return time.monotonic() - began

    assert run_apart(waiting()) < 10


def test_when_nobody_waits_nobody_looks() -> None:
    versions = Versions()
    news = news_of(versions)

    async def waiting() -> None:
        await news.later(news.mark(), LOOK_S)
        asked = versions.asked
        await asyncio.sleep(2 * LOOK_S)
        assert versions.asked == asked

    run_apart(waiting())
