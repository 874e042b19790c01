"""Opening a class, and finding it again."""

from __future__ import annotations

import hmac
from contextlib import suppress
from datetime import datetime

from sqlalchemy import Engine, insert, select

from store.classes.deletion import delete_old
from store.classes.errors import NoSuchClass, NotTheTeacher, TooManyClasses
from store.classes.naming.codes import as_code, new_code
from store.classes.naming.nicknames import new_seed
from store.classes.naming.secret_keys import digest, new_secret
from store.classes.naming.words import draw_word
from store.classes.records import MOST_CLASSES, WAITING, Opened, SchoolClass
from store.classes.rows import class_row, in_utc, not_over, school_class_of
from store.database import reading, writing
from store.errors import NotCleaned
from store.tables import CLASSES


def open_class(engine: Engine, now: datetime | None = None) -> Opened:
    """Open a class at ``now`` and return its code, its word, and the teacher's key, this once.

    Classes that are over are deleted on the way. Raises TooManyClasses.
    """
    # What cannot be cleaned now is cleaned later; a lesson can begin all the same.
    with suppress(NotCleaned):
        delete_old(engine, now)
    key = new_secret()
    with writing(engine) as connection:
        codes = set(connection.scalars(select(CLASSES.c.code)))
        if len(codes) >= MOST_CLASSES:
            raise TooManyClasses
        opened = Opened(new_code(codes), draw_word(), key)
        connection.execute(
            insert(CLASSES).values(
                code=opened.code,
                word=opened.word,
                key_digest=digest(key),
                joining=True,
                wrong_words=0,
                seats_given=0,
                nickname_seed=new_seed(),
                state=WAITING,
                round=None,
                version=1,
                marks_version=1,
                opened=in_utc(now),
            )
        )
    return opened


def as_teacher(engine: Engine, code: str, key: str, now: datetime | None = None) -> SchoolClass:
    """Return the class with that code, for the browser that holds its key.

    Raises NoSuchClass, or NotTheTeacher for another key.
    """
    with reading(engine) as connection:
        row = class_row(connection, CLASSES.c.code == as_code(code), now)
    if not hmac.compare_digest(row.key_digest, digest(key)):
        raise NotTheTeacher
    return school_class_of(row)


def school_class(engine: Engine, class_id: int, now: datetime | None = None) -> SchoolClass:
    """Return the class as it is now; raise NoSuchClass."""
    with reading(engine) as connection:
        return school_class_of(class_row(connection, CLASSES.c.id == class_id, now))


def versions(engine: Engine, class_id: int, now: datetime | None = None) -> tuple[int, int]:
    """Return ``version`` and ``marks_version`` of a class, which is all that polling has to read.

    Raises NoSuchClass.
    """
    query = select(CLASSES.c.version, CLASSES.c.marks_version)
    with reading(engine) as connection:
        row = connection.execute(query.where(CLASSES.c.id == class_id, not_over(now))).one_or_none()
    if row is None:
        raise NoSuchClass
    return row.version, row.marks_version
