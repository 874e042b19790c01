"""A desk with articles and editors, their shift, and what the database says of it afterwards."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, select

from analysis.desk.records import ACTS
from store.database import reading
from store.desk.articles import add_article
from store.desk.editors import open_session, sign_in
from store.desk.tables import DECISIONS, FLAGS, TRAIL
from tests.api.desk.made_up import made_up_article
from tests.bench.desk_editors.editors import Editor

FLAGS_OF_ONE = 50
"""Flags of an article."""


def furnished(engine: Engine, editors: int, flags: int) -> list[str]:
    """Put made-up articles on an empty desk, and return a token for each of its editors."""
    ids = [sign_in(engine, f"Editor {chr(65 + number)}").id for number in range(editors)]
    for number in range(-(-flags // FLAGS_OF_ONE)):
        add_article(engine, ids[0], made_up_article(number, FLAGS_OF_ONE))
    return [open_session(engine, number) for number in ids]


async def shift(
    url: str,
    tokens: Sequence[str],
    decisions: int,
    name: str = "shift",
    *,
    pause: float = 0.0,
    wait: int = 8,
) -> list[Editor]:
    """Let the editors of these sessions make so many decisions together; return them once all have
    heard all news. ``name`` is another one for each shift at a desk; ``pause`` and ``wait`` are those
    of ``Editor``."""
    turns = iter(range(decisions))
    editors = [
        Editor(url, token, seed, turns, name, pause, wait) for seed, token in enumerate(tokens)
    ]
    for editor in editors:
        await editor.begin()
    over = asyncio.Event()
    listening = [asyncio.create_task(editor.listen(over)) for editor in editors]
    await asyncio.gather(*(editor.work() for editor in editors))
    over.set()
    await asyncio.gather(*listening)
    return editors


@dataclass(frozen=True)
class Found:
    """What is wrong: confirmed decisions that are ``lost`` or not as they were confirmed, ones that
    are ``doubled``, ones that nobody sent (``foreign``), flags that disagree with their decisions,
    and flags whose change an editor was never told of (``unheard``)."""

    lost: int
    doubled: int
    foreign: int
    disagreeing: int
    unheard: int

    @property
    def nothing(self) -> bool:
        """Whether all is as it has to be."""
        return not (self.lost or self.doubled or self.foreign or self.disagreeing or self.unheard)


def looked_for(engine: Engine, editors: Sequence[Editor]) -> Found:
    """Return what is wrong with the decisions of all editors of all shifts at a desk, as its
    database has them. They ask until they are answered, so what they do not know is foreign."""
    confirmed = {name: told for one in editors for name, told in one.noted.confirmed.items()}
    with reading(engine) as connection:
        rows = connection.execute(select(DECISIONS)).all()
        seqs = dict(connection.execute(select(FLAGS.c.id, FLAGS.c.seq)).all())  # type: ignore[arg-type]
        trail = connection.execute(select(TRAIL.c.id, TRAIL.c.subject, TRAIL.c.act)).all()
    kept = {row.request: row for row in rows}
    of_flag: dict[int, list[int]] = {number: [] for number in seqs}
    for row in rows:
        of_flag[row.flag].append(row.seq)
    lines = Counter(line.subject for line in trail)
    return Found(
        lost=sum(not _is_kept(kept.get(name), *told) for name, told in confirmed.items()),
        doubled=len(rows) - len(kept),
        foreign=len(kept.keys() - confirmed.keys()),
        disagreeing=sum(
            sorted(made) != list(range(1, seqs[number] + 1)) or lines[f"flag:{number}"] != len(made)
            for number, made in of_flag.items()
        ),
        unheard=sum(
            len(
                {
                    int(line.subject.removeprefix("flag:"))
                    for line in trail
                    if one.began_at < line.id <= one.version and line.act in ACTS
                }
                - one.noted.flags_heard
            )
            for one in editors
        ),
    )


def _is_kept(row: Any, flag: int, told: Mapping[str, Any]) -> bool:
    if row is None or row.flag != flag:
        return False
    parts = ("id", "seq", "act", "reason", "wording", "note", "editor", "second")
    return all(getattr(row, part) == told[part] for part in parts)
