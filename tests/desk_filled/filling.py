"""Filling a desk: the invented articles, and what three editors decided on their flags.

What comes out, by check: ``plain.utilise`` accepted 23 of 24; ``house.slam`` 12 of 24 (to mend);
``house.chair`` 3 of 12 in its first revision and 11 of 12 in its second; ``house.percent`` 4 of 6
(too few); ``slant.loaded-words`` 26 of 30, with 6 open; ``slant.doubting-verbs`` 12 of 12. Ben read
30 flags a second time without seeing what Ann decided, and differs on 4 of them. Cal dismissed two
flags after Ann had accepted them. Decisions are of September, October and November 2026.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from unittest.mock import patch

from sqlalchemy import Engine

from store.desk.articles import add_article
from store.desk.decisions import decide, second_reading
from store.desk.editors import set_role, sign_in
from store.desk.queue import article_flags
from store.desk.records import READER, Flag
from tests.desk_filled.articles import LOADED, invented_articles

EDITORS = ("Ann", "Ben", "Cal", "Dee")
"""Ann is an admin, Ben and Cal are reviewers, Dee is a reader."""

_DISMISSED = {
    "plain.utilise": lambda nth: nth == 11,
    "house.slam": lambda nth: nth % 2 == 1,
    "house.chair": lambda nth: nth % 4 != 0 if nth < 12 else nth == 20,
    "house.percent": lambda nth: nth < 2,
    LOADED: lambda nth: nth in (3, 9, 14, 22),
}
"""By check: whether its flag of that number, from 0, is dismissed; others are accepted."""

_OPEN_FROM = 30
"""The flag of ``slant.loaded-words`` from which on they are open."""

_REASONS = ("fair", "fair", "quoted", "sense", "other")
_READ_TWICE = 30
_SECOND_DIFFERS = (1, 8, 15, 22)


@dataclass(frozen=True)
class Filled:
    """A filled desk: its ``engine``, numbers of its ``editors`` by name, of its ``articles``, and
    its ``flags`` by check, each as it was before anything was decided."""

    engine: Engine
    editors: dict[str, int]
    articles: tuple[int, ...]
    flags: dict[str, tuple[Flag, ...]]


def fill_desk(engine: Engine) -> Filled:
    """Fill an empty desk and return what is in it; it takes less than two seconds."""
    editors = {name: sign_in(engine, name).id for name in EDITORS}
    set_role(engine, editors["Ann"], editors["Dee"], READER)
    articles = tuple(add_article(engine, editors["Ann"], new) for new in invented_articles())
    flags: dict[str, list[Flag]] = defaultdict(list)
    for article in articles:
        for flag in article_flags(engine, article):
            flags[flag.check].append(flag)
    filled = Filled(
        engine, editors, articles, {check: tuple(them) for check, them in flags.items()}
    )
    for check, them in filled.flags.items():
        for nth, flag in enumerate(them):
            if check != LOADED or nth < _OPEN_FROM:
                _decided(filled, check, nth, flag)
    taken_back = filled.flags[LOADED][_OPEN_FROM]
    for seen, act in enumerate(("accept", "undo")):
        with _at(filled, taken_back):
            decide(engine, editors["Cal"], taken_back.id, act, seen=seen, request=f"back-{act}")
    _second(filled)
    return filled


def _decided(filled: Filled, check: str, nth: int, flag: Flag) -> None:
    """Decide on a flag."""
    dismissed = _DISMISSED.get(check, lambda _: False)(nth)
    by = filled.editors["Ann" if nth % 2 == 0 or nth >= 24 else "Cal"]
    seen = 0
    if check == "house.slam" and nth in (1, 3):
        # Ann accepts, then Cal sees that and dismisses.
        ann = filled.editors["Ann"]
        with _at(filled, flag):
            decide(filled.engine, ann, flag.id, "accept", seen=0, request=f"first-{flag.id}")
        seen = 1
    what = {"act": "accept"}
    if dismissed:
        reason = _REASONS[nth % len(_REASONS)]
        note = "It is the name of the post." if reason == "other" else ""
        what = {"act": "dismiss", "reason": reason, "note": note}
    elif flag.plainer and nth % 3 == 0:
        what = {"act": "reword", "wording": flag.plainer[0]}
    with _at(filled, flag):
        decide(filled.engine, by, flag.id, seen=seen, request=f"decided-{flag.id}", **what)


def _second(filled: Filled) -> None:
    """Have Ben read flags of every check that Ann decided."""
    read = [
        (flag, _DISMISSED.get(check, lambda _: False)(nth))
        for check, them in filled.flags.items()
        for nth, flag in enumerate(them[:12])
        if nth % 2 == 0
    ][:_READ_TWICE]
    for number, (flag, dismissed) in enumerate(read):
        if number in _SECOND_DIFFERS:
            dismissed = not dismissed
        what = {"act": "dismiss", "reason": "fair"} if dismissed else {"act": "accept"}
        ben = filled.editors["Ben"]
        with _at(filled, flag):
            second_reading(filled.engine, ben, flag.id, request=f"second-{flag.id}", **what)


@contextmanager
def _at(filled: Filled, flag: Flag) -> Iterator[None]:
    """Let what is decided inside have been decided in the month of the flag's article: no row of a
    decision can be changed afterwards."""
    place = filled.articles.index(flag.article)
    at = datetime(2026, 9 + place // 4, 1 + place % 4 * 7, 9)
    with patch("store.desk.decisions.now_utc", return_value=at):
        yield
