"""Killed at random, program and database: nothing confirmed is lost, nothing is there twice.

A hundred kills in all, with SIGKILL, while a writer decides as quickly as it can. What it had sent
and was not told about is sent again under the same request, as the page does.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import Engine

from store.database import reading
from store.desk.articles import add_article
from store.desk.decisions import decide, history
from store.desk.opening import open_desk
from store.desk.queue import article_flags, counts
from store.desk.trail import trail, version
from tests.postgres import Server, server
from tests.store.desk.newsroom import Newsroom, many_flags, newsroom_in
from tests.store.desk.writer import Step, Writers, writers

pytestmark = [pytest.mark.slow, pytest.mark.server]

FLAGS = 25
STEPS = 1_500
"""More than a writer gets done before it is killed."""


@pytest.fixture(scope="module")
def forked() -> Iterator[Writers]:
    with writers() as made:
        yield made


class Book:
    """What must be on the desk: the acts that were confirmed, by flag."""

    def __init__(self, desk: Newsroom, seed: int) -> None:
        self.desk = desk
        self.article, flags = desk.add(many_flags(1, FLAGS))
        self.kept: dict[int, list[Step]] = {flag: [] for flag in flags}
        self.draw = Random(seed)
        self.start = version(desk.engine)
        self.steps: list[Step] = []
        self.sent: Counter[str] = Counter()
        # What had become of what was sent and not confirmed.
        self.met: Counter[str] = Counter()

    def plan(self, number: int) -> list[Step]:
        """Return steps that can be taken one after the other from what is kept now."""
        acts = {flag: [step.act for step in steps] for flag, steps in self.kept.items()}
        self.steps = []
        for place in range(STEPS):
            flag = self.draw.choice([*acts])
            may = ["accept", "dismiss", "reword", *(["undo"] if pile_of(acts[flag]) else [])]
            act = self.draw.choice(may)
            self.steps.append(Step(f"{number}-{place}", flag, act, len(acts[flag])))
            acts[flag].append(act)
        return self.steps

    def told(self, line: list[str]) -> None:
        """Write down what the writer tells."""
        word, place = line
        self.sent[word] += 1
        if word == "kept":
            step = self.steps[int(place)]
            self.kept[step.flag].append(step)

    def send_again(self, engine: Engine) -> None:
        """Send what was sent and not confirmed again, and once more after it is confirmed."""
        place = self.sent["sent"] - 1
        if self.sent["kept"] <= place:
            step = self.steps[place]
            before = version(engine)
            made = decide(engine, self.desk.ben, step.flag, step.act, **step.given)
            self.met["kept" if version(engine) == before else "not kept"] += 1
            assert made.seq == step.seen + 1
            assert decide(engine, self.desk.ben, step.flag, step.act, **step.given) == made
            self.kept[step.flag].append(step)

    def agrees(self, engine: Engine) -> None:
        """Compare the desk with what must be there."""
        decisions = {flag: history(engine, flag) for flag in self.kept}
        for flag in article_flags(engine, self.article):
            steps = self.kept[flag.id]
            assert [(one.seq, one.act, one.request) for one in decisions[flag.id]] == [
                (place, step.act, step.request) for place, step in enumerate(steps, 1)
            ]
            pile = pile_of([step.act for step in steps])
            standing = decisions[flag.id][pile[-1]] if pile else None
            assert (flag.seq, flag.state, flag.decision) == (
                *(len(steps), standing.act if standing else "open", standing),
            )
        every = sum(len(steps) for steps in self.kept.values())
        lines = [line for line in trail(engine, most=every + 100) if line.id > self.start]
        assert {line.detail["decision"] for line in lines} == {
            one.id for made in decisions.values() for one in made
        }
        assert len(lines) == every
        assert sum(counts(engine).values()) == sum(
            not pile_of([step.act for step in steps]) for steps in self.kept.values()
        )


def pile_of(acts: list[str]) -> list[int]:
    """Return the places of the acts that are not taken back."""
    pile: list[int] = []
    for place, act in enumerate(acts):
        if act == "undo":
            pile.pop()
        else:
            pile.append(place)
    return pile


def kill_writers(
    engine: Engine, address: dict[str, str], forked: Writers, kills: int, seed: int
) -> Book:
    """Kill so many writers, each at another moment of its work; return what was confirmed."""
    book = Book(newsroom_in(engine), seed)
    for number in range(kills):
        book.sent.clear()
        child = forked.start(address, book.desk.ben, book.plan(number))
        for _ in range(book.draw.randint(1, 12)):
            book.told(forked.next())
        # Somewhere between this line and the next.
        time.sleep(book.draw.uniform(0, 0.004))
        os.kill(child, signal.SIGKILL)
        for line in forked.reap(child):
            book.told(line)
        book.send_again(engine)
    book.agrees(engine)
    return book


def test_the_program_is_killed(engine: Engine, address: dict[str, str], forked: Writers) -> None:
    kills = 60 if engine.dialect.name == "sqlite" else 20
    book = kill_writers(engine, address, forked, kills, seed=25)
    if engine.dialect.name == "sqlite":
        with reading(engine) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    # A desk that is opened anew is the same.
    engine.dispose()
    again = open_desk(**address)
    book.agrees(again)
    again.dispose()


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """A server that may be killed; what is confirmed must be on its disk."""
    try:
        with server() as running:
            yield running
    except LookupError as missing:
        pytest.skip(str(missing))


def test_the_database_is_killed(own_server: Server, forked: Writers) -> None:
    address = {"url": own_server.address(own_server.fresh())}
    engine = open_desk(**address)
    book = Book(newsroom_in(engine), seed=26)
    child = forked.start(address, book.desk.ben, book.plan(0))
    for _ in range(20):
        # The writer goes on by itself as soon as the database is there again.
        for _ in range(book.draw.randint(4, 30)):
            book.told(forked.next())
        time.sleep(book.draw.uniform(0, 0.004))
        own_server.kill()
        own_server.start()
    os.kill(child, signal.SIGKILL)
    for line in forked.reap(child):
        book.told(line)
    book.send_again(engine)
    book.agrees(engine)
    # It works as before.
    add_article(engine, book.desk.ann, many_flags(2, 1))
    engine.dispose()
