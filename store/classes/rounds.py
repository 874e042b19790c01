"""The rounds of a class: starting one, halting it, revealing what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine, insert, select, update

from store.classes.errors import MaterialTooLong, NoSuchRound, TooManyRounds
from store.classes.records import (
    KINDS,
    MOST_MATERIAL,
    MOST_ROUNDS,
    OPEN,
    PAUSED,
    REVEALED,
    Round,
)
from store.classes.rows import as_round, change_for_all, class_row
from store.database import reading, writing
from store.tables import CLASSES, ROUNDS


def start_round(engine: Engine, class_id: int, kind: str, material: Mapping[str, Any]) -> Round:
    """Start the next round of a class, with that material; the class is then open for marks.

    ``kind`` is one of ``KINDS``, ``material`` ready for JSON (see ``Round``). Raises NoSuchClass,
    TooManyRounds, MaterialTooLong.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind of round")
    # Escaped: neither half a surrogate pair nor a zero is text to every database.
    packed = json.dumps(material, ensure_ascii=True, separators=(",", ":"))
    if len(packed) > MOST_MATERIAL:
        raise MaterialTooLong
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.id == class_id, to_change=True)
        number = (row.round or 0) + 1
        if number > MOST_ROUNDS:
            raise TooManyRounds
        connection.execute(
            insert(ROUNDS).values(
                class_id=class_id, number=number, kind=kind, revealed=False, material=packed
            )
        )
        change_for_all(connection, class_id, round=number, state=OPEN)
    return Round(number, kind, json.loads(packed), revealed=False)


def round_of(engine: Engine, class_id: int, number: int) -> Round:
    """Return a round with its material; raise NoSuchRound."""
    which = (ROUNDS.c.class_id == class_id) & (ROUNDS.c.number == as_round(number))
    query = select(ROUNDS).where(which)
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchRound
    return Round(row.number, row.kind, json.loads(row.material), row.revealed)


def pause(engine: Engine, class_id: int) -> None:
    """Halt the round that is on. Where none is on, nothing changes. Raises NoSuchClass."""
    _move(engine, class_id, OPEN, PAUSED)


def resume(engine: Engine, class_id: int) -> None:
    """Go on with a round that was halted. Where none is, nothing changes. Raises NoSuchClass."""
    _move(engine, class_id, PAUSED, OPEN)


def reveal(engine: Engine, class_id: int) -> None:
    """Reveal the round that is on or halted; again is no error.

    Raises NoSuchClass, or NoSuchRound before the first round.
    """
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.id == class_id, to_change=True)
        if row.round is None:
            raise NoSuchRound
        if row.state != REVEALED:
            connection.execute(
                update(ROUNDS)
                .where(ROUNDS.c.class_id == class_id, ROUNDS.c.number == row.round)
                .values(revealed=True)
            )
            change_for_all(connection, class_id, state=REVEALED)


def _move(engine: Engine, class_id: int, before: str, after: str) -> None:
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.id == class_id, to_change=True)
        if row.state == before:
            change_for_all(connection, class_id, state=after)
