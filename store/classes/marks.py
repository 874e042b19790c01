"""Pupils' marks: keeping them, whatever the network does, and reading them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Table,
    and_,
    bindparam,
    insert,
    select,
    update,
)

from analysis.columns import frame
from analysis.practice.marks import MARKS, Mark
from store.classes.errors import (
    AlreadyRevealed,
    BadSequence,
    NoSuchClass,
    NoSuchRound,
    NotInClass,
    NotRevealed,
)
from store.classes.records import KeptMark, Pupil
from store.classes.rows import as_round, change_for_teacher, hold
from store.database import reading, writing
from store.tables import MARKED, PROGRESS, PUPILS, ROUNDS

if TYPE_CHECKING:
    import pandas as pd

MOST_SEQ = 2**53 - 1
"""The highest whole number that a browser counts to exactly."""


def keep_marks(
    engine: Engine,
    pupil: Pupil,
    number: int,
    kept: Sequence[KeptMark],
    finished: bool | None = None,
) -> None:
    """Keep a pupil's marks in the round of that number, and whether they are finished (None: as
    before).

    Of two marks for one sentence the one with the higher ``seq`` counts, whichever comes first; of
    two with the same the one that is there. So a browser may send again what it does not know to
    have arrived. Marks are taken while the class is halted, and after the reveal as long as this
    pupil has not seen it. The caller checks the marks against the material (``mark_of``).

    Raises NotInClass, NoSuchRound, AlreadyRevealed, BadSequence.
    """
    newest: dict[int, KeptMark] = {}
    for given in kept:
        if not 0 <= given.seq <= MOST_SEQ:
            raise BadSequence
        there = newest.get(given.mark.sentence)
        if there is None or given.seq > there.seq:
            newest[given.mark.sentence] = given
    with writing(engine) as connection:
        now = _progress(connection, pupil, number)
        if now.revealed and now.seen:
            raise AlreadyRevealed
        changed = _write(connection, pupil, number, newest)
        if finished is not None and finished != bool(now.finished):
            _set_progress(connection, pupil, number, now, finished=finished)
            changed = True
        if changed:
            change_for_teacher(connection, pupil.class_id)


def own_marks(engine: Engine, pupil: Pupil, number: int) -> list[KeptMark]:
    """Return a pupil's marks in a round, by sentence."""
    query = select(MARKED).where(_of(MARKED, pupil, number)).order_by(MARKED.c.sentence)
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return [
        KeptMark(
            Mark(
                row.sentence,
                row.loaded,
                row.reason,
                tuple((start, end) for start, end in json.loads(row.words)),
            ),
            row.seq,
        )
        for row in rows
    ]


def is_finished(engine: Engine, pupil: Pupil, number: int) -> bool:
    """Whether a pupil has said to be finished with a round."""
    with reading(engine) as connection:
        return bool(
            connection.scalar(select(PROGRESS.c.finished).where(_of(PROGRESS, pupil, number)))
        )


def see_reveal(engine: Engine, pupil: Pupil, number: int) -> None:
    """Note that a pupil is being shown the reveal of a round: their marks stay as they are.

    Raises NotRevealed as long as the teacher has not revealed it; NotInClass, NoSuchRound.
    """
    with writing(engine) as connection:
        now = _progress(connection, pupil, number)
        if not now.revealed:
            raise NotRevealed
        if not now.seen:
            _set_progress(connection, pupil, number, now, seen=True)


def marks_of(engine: Engine, class_id: int, number: int) -> pd.DataFrame:
    """Return all marks of a round as a frame with the columns ``MARKS``, by pupil and sentence.

    A row that is not ``loaded`` is a sentence that the pupil marked and unmarked again.
    """
    rows = _of_round(engine, class_id, number)
    data = {name: [row[place] for row in rows] for place, name in enumerate(MARKS)}
    return frame(data, MARKS)


def words_of(engine: Engine, class_id: int, number: int) -> dict[tuple[int, int], int]:
    """Return how many pupils marked which words in a round, by (start, end): nothing of who they
    are."""
    query = select(MARKED.c.words).where(
        MARKED.c.class_id == class_id, MARKED.c.round == as_round(number), MARKED.c.loaded
    )
    with reading(engine) as connection:
        kept = connection.scalars(query).all()
    return Counter((start, end) for words in kept for start, end in json.loads(words))


def finished(engine: Engine, class_id: int, number: int) -> frozenset[int]:
    """Return the numbers of the pupils who have said to be finished with a round."""
    query = select(PROGRESS.c.pupil).where(
        PROGRESS.c.class_id == class_id, PROGRESS.c.round == as_round(number), PROGRESS.c.finished
    )
    with reading(engine) as connection:
        return frozenset(connection.scalars(query))


def test_answers(engine: Engine, class_id: int, number: int) -> dict[int, dict[int, bool]]:
    """Return the answers of a test: by pupil, by item (from 0), whether they took it for loaded.

    Who has answered nothing is not in it.
    """
    answers: dict[int, dict[int, bool]] = {}
    for pupil, item, loaded, _ in _of_round(engine, class_id, number):
        answers.setdefault(pupil, {})[item] = loaded
    return answers


def _of_round(engine: Engine, class_id: int, number: int) -> Sequence[Row[Any, Any, Any, Any]]:
    order = (MARKED.c.pupil, MARKED.c.sentence)
    query = select(*order, MARKED.c.loaded, MARKED.c.reason).order_by(*order)
    with reading(engine) as connection:
        return connection.execute(
            query.where(MARKED.c.class_id == class_id, MARKED.c.round == as_round(number))
        ).all()


def _of(table: Table, pupil: Pupil, number: int) -> ColumnElement[bool]:
    """The condition that a row of ``table`` belongs to that pupil and round."""
    return and_(
        table.c.class_id == pupil.class_id,
        table.c.round == as_round(number),
        table.c.pupil == pupil.number,
    )


def _progress(connection: Connection, pupil: Pupil, number: int) -> Row[Any, Any, Any]:
    """Return ``revealed`` of the round and the pupil's ``finished`` and ``seen`` in it, the latter
    None where nothing is noted. Others who change the class wait until the transaction ends.

    Raises NotInClass, NoSuchRound.
    """
    try:
        hold(connection, pupil.class_id)
    except NoSuchClass:
        raise NotInClass from None
    of_pupil = (PUPILS.c.class_id == pupil.class_id) & (PUPILS.c.number == pupil.number)
    of_round = (ROUNDS.c.class_id == PUPILS.c.class_id) & (ROUNDS.c.number == as_round(number))
    row = connection.execute(
        select(ROUNDS.c.revealed, PROGRESS.c.finished, PROGRESS.c.seen)
        .select_from(PUPILS)
        .outerjoin(ROUNDS, of_round)
        .outerjoin(PROGRESS, _of(PROGRESS, pupil, number))
        .where(of_pupil)
    ).one_or_none()
    if row is None:
        raise NotInClass
    if row.revealed is None:
        raise NoSuchRound
    return row


def _set_progress(
    connection: Connection, pupil: Pupil, number: int, now: Row[Any, Any, Any], **values: bool
) -> None:
    if now.finished is None:
        new = {"finished": False, "seen": False, **values}
        keys = {"class_id": pupil.class_id, "round": number, "pupil": pupil.number}
        connection.execute(insert(PROGRESS).values(**keys, **new))
    else:
        connection.execute(update(PROGRESS).where(_of(PROGRESS, pupil, number)).values(**values))


def _write(connection: Connection, pupil: Pupil, number: int, newest: dict[int, KeptMark]) -> bool:
    """Write the marks that are newer than those kept; return whether there were any."""
    if not newest:
        return False
    query = select(MARKED.c.sentence, MARKED.c.seq).where(_of(MARKED, pupil, number))
    there = {row.sentence: row.seq for row in connection.execute(query)}
    new = [_values(given) for sentence, given in newest.items() if sentence not in there]
    newer = [
        {"_sentence": sentence, **_values(given)}
        for sentence, given in newest.items()
        if sentence in there and given.seq > there[sentence]
    ]
    keys = {"class_id": pupil.class_id, "round": number, "pupil": pupil.number}
    if new:
        connection.execute(insert(MARKED), [{**keys, **values} for values in new])
    if newer:
        which = _of(MARKED, pupil, number) & (MARKED.c.sentence == bindparam("_sentence"))
        connection.execute(update(MARKED).where(which), newer)
    return bool(new or newer)


def _values(given: KeptMark) -> dict[str, Any]:
    return {
        "sentence": given.mark.sentence,
        "loaded": given.mark.loaded,
        "reason": given.mark.reason,
        "words": json.dumps(given.mark.words),
        "seq": given.seq,
    }
