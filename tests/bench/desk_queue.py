"""The desk's queue with few and with many flags, on SQLite and on PostgreSQL.

    python -m tests.bench.desk_queue [--small 2000] [--large 200000] [--times 40]

Two desks are filled, one with as many flags as in ``--small`` and one as in ``--large``, of which a
tenth is decided and a tenth held back. What the page asks is timed on both, in turns; printed are
the middle times and their ratio. Last comes a fit that changes the place of every flag.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import count
from statistics import median
from time import perf_counter

from sqlalchemy import Engine, select

from analysis.desk.records import NewArticle
from store.database import reading
from store.desk.articles import add_article, article, articles
from store.desk.decisions import decide
from store.desk.editors import sign_in
from store.desk.fits import keep_fit, use_fit
from store.desk.frames import decisions_frame, flags_frame
from store.desk.opening import open_desk
from store.desk.queue import article_flags, changes, counts, queue, second_queue
from store.desk.tables import FLAGS
from store.desk.trail import version
from tests.postgres import server
from tests.store.desk.newsroom import many_flags

FLAGS_AN_ARTICLE = 20
KINDS = (("rule", "house"), ("loaded", "slant.loaded-words"), ("doubting", "slant.doubting-verbs"))
SEED = 25
_requests = map("request-{}".format, count())


def invented(number: int, draw: random.Random) -> NewArticle:
    """Return an article whose flags are of all kinds; rules are two hundred."""
    new = many_flags(number, FLAGS_AN_ARTICLE)
    flags = []
    for flag in new.flags:
        kind, check = draw.choice(KINDS)
        flags.append(
            replace(
                flag,
                kind=kind,
                check=f"house.rule-{draw.randint(1, 200)}" if kind == "rule" else check,
                severity=draw.choice(("error", "warning", "note")),
                probability=None if kind == "rule" else draw.random(),
            )
        )
    return replace(new, flags=tuple(flags))


def fill(engine: Engine, flags: int) -> int:
    """Put so many flags on an empty desk; return the number of its editor."""
    draw = random.Random(SEED)
    editor = sign_in(engine, "Ann").id
    other = sign_in(engine, "Ben").id
    for number in range(flags // FLAGS_AN_ARTICLE):
        judged = [(draw.random(), draw.random() < 0.1) for _ in range(FLAGS_AN_ARTICLE)]
        add_article(engine, editor, invented(number, draw), judged)
    for number in range(1, flags, 200):
        for flag in range(number, number + 20):
            decide(engine, other, flag, "accept", seen=0, request=next(_requests))
    return editor


def asked(engine: Engine, editor: int) -> dict[str, Callable[[], object]]:
    """Return what is timed, by its name."""
    latest = version(engine)
    fresh = iter(queue(engine, most=500, offset=200).flags)
    return {
        "first page of the queue": lambda: queue(engine),
        "page at flag 1,000": lambda: queue(engine, offset=1_000),
        "page of one check": lambda: queue(engine, check="house.rule-7"),
        "page of one kind": lambda: queue(engine, kind="doubting"),
        "page of two articles": lambda: queue(engine, articles=[30, 31]),
        "page with held back ones": lambda: queue(engine, with_held_back=True),
        "page in every state": lambda: queue(engine, state=None),
        "second queue": lambda: second_queue(engine, editor),
        "counts": lambda: counts(engine),
        "flags of one article": lambda: article_flags(engine, 17),
        "one article": lambda: article(engine, 17),
        "list of articles": lambda: articles(engine),
        "nothing changed": lambda: changes(engine, latest + 1_000_000),
        "20 changes": lambda: changes(engine, latest - 20),
        "a decision": lambda: decide(
            engine, editor, next(fresh).id, "accept", seen=0, request=next(_requests)
        ),
    }


def of_all(engine: Engine, editor: int) -> dict[str, Callable[[], object]]:
    """Return what goes through every flag, and is done seldom."""
    with reading(engine) as connection:
        numbers = connection.scalars(select(FLAGS.c.id)).all()
    fit = keep_fit(engine, editor, {})
    draw = random.Random(SEED)
    judged = {number: (draw.random(), draw.random() < 0.1) for number in numbers}
    return {
        "a fit for every flag": lambda: use_fit(engine, editor, fit, judged),
        "the fit undone": lambda: use_fit(engine, editor, None, {}),
        "frame of flags": lambda: flags_frame(engine),
        "frame of decisions": lambda: decisions_frame(engine),
    }


def seconds(act: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = perf_counter()
    act()
    return perf_counter() - start


def compare(name: str, few: Engine, many: Engine, sizes: tuple[int, int], times: int) -> None:
    """Fill both desks and print their times."""
    editors = [fill(engine, flags) for engine, flags in zip((few, many), sizes, strict=True)]
    for engine in (few, many):
        settle(engine)
    print(f"\n{name}: {sizes[0]:,} and {sizes[1]:,} flags; milliseconds, middle of {times}")
    small, large = (asked(*pair) for pair in zip((few, many), editors, strict=True))
    for what in small:
        found = [(seconds(small[what]), seconds(large[what])) for _ in range(times)]
        show(what, *(median(side) for side in zip(*found, strict=True)))
    small, large = (of_all(*pair) for pair in zip((few, many), editors, strict=True))
    for what in small:
        show(f"{what} (once)", seconds(small[what]), seconds(large[what]))


def settle(engine: Engine) -> None:
    """Let PostgreSQL count its rows, which it does by itself after some minutes."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def show(what: str, few: float, many: float) -> None:
    """Print a line of the table."""
    print(f"  {what:28} {few * 1000:9.2f} {many * 1000:9.2f}   × {many / few:.1f}")


@contextmanager
def desks(kind: str) -> Iterator[tuple[Engine, Engine]]:
    """Give two empty desks in databases of this kind."""
    with ExitStack() as stack:
        made = []
        running = stack.enter_context(server()) if kind == "PostgreSQL" else None
        for _ in range(2):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            where = {"url": running.address(running.fresh())} if running else {"folder": folder}
            engine = open_desk(**where)
            stack.callback(engine.dispose)
            made.append(engine)
        yield made[0], made[1]


def main() -> None:
    """Read the arguments, fill the desks, print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=40)
    given = parser.parse_args()
    for kind in ("SQLite", "PostgreSQL"):
        try:
            with desks(kind) as (few, many):
                compare(kind, few, many, (given.small, given.large), given.times)
        except LookupError as missing:
            print(missing)


if __name__ == "__main__":
    main()
