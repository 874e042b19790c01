"""Pupils: joining a class with its code and word, coming back, and leaving."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select, update

from store import sqlite
from store.classes.errors import ClassFull, JoiningClosed, NotInClass, WrongWord
from store.classes.naming.codes import as_code
from store.classes.naming.nicknames import MOST_NICKNAMES, nickname
from store.classes.naming.secret_keys import digest, new_secret
from store.classes.naming.words import as_word, draw_word
from store.classes.records import MOST_PUPILS, Pupil, Seat
from store.classes.rows import change_for_teacher, class_row, not_over
from store.database import clean, reading, writing
from store.tables import CLASSES, MARKED, PROGRESS, PUPILS

MOST_WRONG_WORDS = 40
"""After so many wrong words joining closes. A class of 30 in which all mistype stays below it, and
somebody who tries words finds the right one of six hundred in one case of fifteen."""

SEATS = (1, 2)
"""How many pupils may share one screen."""


def join(
    engine: Engine, code: str, word: str, seats: int = 1, now: datetime | None = None
) -> tuple[Seat, ...]:
    """Give out ``seats`` seats of the class with that code and return them, with their tokens.

    Code and word are taken in any case and with spaces. Raises NoSuchClass, JoiningClosed,
    WrongWord, or ClassFull; after ``MOST_WRONG_WORDS`` wrong words joining closes, and the class
    has a new word.
    """
    if seats not in SEATS:
        raise ValueError(f"{seats} seats: one or two pupils share a screen")
    given = as_word(word)
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.code == as_code(code), now, to_change=True)
        if not row.joining:
            raise JoiningClosed
        right = hmac.compare_digest(given.encode(), row.word.encode())
        if right:
            return _give_out(connection, row, seats)
        _count_wrong_word(connection, row)
    # Only now: an error inside the block would take the count back.
    raise WrongWord


def _give_out(connection: Connection, row: Row[Any], seats: int) -> tuple[Seat, ...]:
    there = select(func.count()).select_from(PUPILS).where(PUPILS.c.class_id == row.id)
    last = row.seats_given + seats
    if (connection.scalar(there) or 0) + seats > MOST_PUPILS or last > MOST_NICKNAMES:
        raise ClassFull
    numbers = range(row.seats_given + 1, last + 1)
    given = [Seat(nickname(row.nickname_seed, number), new_secret()) for number in numbers]
    connection.execute(
        insert(PUPILS),
        [
            {
                "class_id": row.id,
                "number": number,
                "nickname": seat.nickname,
                "token_digest": digest(seat.token),
            }
            for number, seat in zip(numbers, given, strict=True)
        ],
    )
    change_for_teacher(connection, row.id, seats_given=last)
    return tuple(given)


def _count_wrong_word(connection: Connection, row: Row[Any]) -> None:
    if row.wrong_words + 1 < MOST_WRONG_WORDS:
        counted = update(CLASSES).where(CLASSES.c.id == row.id)
        connection.execute(counted.values(wrong_words=row.wrong_words + 1))
    else:
        word = draw_word(but=row.word)
        change_for_teacher(connection, row.id, joining=False, word=word, wrong_words=0)


def as_pupil(engine: Engine, token: str, now: datetime | None = None) -> Pupil:
    """Return the pupil to whom that token was given; raise NotInClass."""
    query = (
        select(PUPILS.c.class_id, PUPILS.c.number, PUPILS.c.nickname)
        .join(CLASSES, CLASSES.c.id == PUPILS.c.class_id)
        .where(PUPILS.c.token_digest == digest(token), not_over(now))
    )
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise NotInClass
    return Pupil(row.class_id, row.number, row.nickname)


def pupils(engine: Engine, class_id: int) -> list[Pupil]:
    """Return the pupils of a class in the order in which they joined."""
    query = select(PUPILS.c.class_id, PUPILS.c.number, PUPILS.c.nickname)
    with reading(engine) as connection:
        rows = connection.execute(
            query.where(PUPILS.c.class_id == class_id).order_by(PUPILS.c.number)
        ).all()
    return [Pupil(row.class_id, row.number, row.nickname) for row in rows]


def remove_pupil(engine: Engine, class_id: int, number: int) -> None:
    """Remove a pupil with all marks; nothing of them stays in the file, nor does the seat's number
    or nickname come again. One who is not there is no error.

    Raises NoSuchClass; NotCleaned as in ``deletion.delete_class``.
    """
    with writing(engine) as connection:
        class_row(connection, CLASSES.c.id == class_id, to_change=True)
        removed = connection.execute(
            delete(PUPILS).where(PUPILS.c.class_id == class_id, PUPILS.c.number == number)
        )
        if removed.rowcount:
            change_for_teacher(connection, class_id)
            sqlite.cleaning_is_due(connection)
    clean(engine)


def who_marked_nothing(engine: Engine, class_id: int) -> frozenset[int]:
    """Return the numbers of the pupils who have marked and answered nothing in any round, nor said
    to be finished with one."""
    with reading(engine) as connection:
        return frozenset(connection.scalars(_marked_nothing(class_id)))


def remove_who_marked_nothing(engine: Engine, class_id: int) -> int:
    """Remove those pupils, as ``remove_pupil`` does, and return how many they were.

    Raises NoSuchClass; NotCleaned as in ``deletion.delete_class``.
    """
    with writing(engine) as connection:
        class_row(connection, CLASSES.c.id == class_id, to_change=True)
        numbers = connection.scalars(_marked_nothing(class_id)).all()
        if numbers:
            connection.execute(
                delete(PUPILS).where(PUPILS.c.class_id == class_id, PUPILS.c.number.in_(numbers))
            )
            change_for_teacher(connection, class_id)
            sqlite.cleaning_is_due(connection)
    clean(engine)
    return len(numbers)


def _marked_nothing(class_id: int) -> Select[tuple[int]]:
    marked = select(MARKED.c.pupil).where(MARKED.c.class_id == class_id)
    done = select(PROGRESS.c.pupil).where(PROGRESS.c.class_id == class_id, PROGRESS.c.finished)
    return select(PUPILS.c.number).where(
        PUPILS.c.class_id == class_id,
        PUPILS.c.number.not_in(marked),
        PUPILS.c.number.not_in(done),
    )


def set_joining(engine: Engine, class_id: int, open: bool) -> None:
    """Let others join from now on, or not. Raises NoSuchClass."""
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.id == class_id, to_change=True)
        if row.joining != open:
            change_for_teacher(connection, class_id, joining=open, wrong_words=0)


def new_word(engine: Engine, class_id: int) -> str:
    """Give the class another word and return it; who is in stays in. Raises NoSuchClass."""
    with writing(engine) as connection:
        row = class_row(connection, CLASSES.c.id == class_id, to_change=True)
        word = draw_word(but=row.word)
        change_for_teacher(connection, class_id, word=word, wrong_words=0)
    return word
