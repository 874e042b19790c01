"""Notes that editors write on articles and flags."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select
from sqlalchemy.exc import IntegrityError

from store.database import reading, writing
from store.desk.errors import BadNote, NoSuchArticle, NoSuchFlag, RequestTaken
from store.desk.records import MOST_NOTE, REVIEWER, Note, row_number
from store.desk.requests import KeptMeanwhile, look_at_request
from store.desk.rows import note_in_trail, now_utc, require, with_zone
from store.desk.tables import ARTICLES, EDITORS, FLAGS, NOTES


def add_note(
    engine: Engine, editor: int, article: int, text: str, *, flag: int | None = None, request: str
) -> Note:
    """Keep a note and return it; the same ``request`` again returns the one that was kept.

    Raises BadNote, BadDecision for a ``request`` without a proper name, RequestTaken,
    NoSuchArticle, NoSuchFlag (also for a flag of another article), NotAllowed, StoreFailed.
    """
    if not text.strip() or len(text) > MOST_NOTE:
        raise BadNote
    look_at_request(request)
    try:
        with writing(engine) as connection:
            kept = _of_request(connection, request)
            if kept is None:
                require(connection, editor, REVIEWER)
                _look_for(connection, article, flag)
                try:
                    kept = _add(connection, editor, article, text, flag, request)
                except IntegrityError:
                    raise KeptMeanwhile from None
    except KeptMeanwhile:
        with reading(engine) as connection:
            kept = _of_request(connection, request)
    if kept is None or (kept.editor, kept.article, kept.flag, kept.text) != (
        editor,
        article,
        flag,
        text,
    ):
        raise RequestTaken
    return kept


def notes(engine: Engine, article: int) -> tuple[Note, ...]:
    """Return the notes of an article and of its flags, the oldest first; none for an article that
    there is not."""
    query = (
        select(NOTES, EDITORS.c.name)
        .join(EDITORS, EDITORS.c.id == NOTES.c.editor)
        .join(ARTICLES, ARTICLES.c.id == NOTES.c.article)
        .where(ARTICLES.c.id == row_number(article), ~ARTICLES.c.removed)
        .order_by(NOTES.c.id)
    )
    with reading(engine) as connection:
        return tuple(_note_of(row) for row in connection.execute(query))


def _look_for(connection: Connection, article: int, flag: int | None) -> None:
    there = select(ARTICLES.c.id).where(ARTICLES.c.id == row_number(article), ~ARTICLES.c.removed)
    if connection.scalar(there) is None:
        raise NoSuchArticle
    if flag is not None:
        its = select(FLAGS.c.id).where(
            FLAGS.c.id == row_number(flag), FLAGS.c.article == row_number(article)
        )
        if connection.scalar(its) is None:
            raise NoSuchFlag


def _add(
    connection: Connection, editor: int, article: int, text: str, flag: int | None, request: str
) -> Note | None:
    made = connection.execute(
        insert(NOTES).values(
            article=article, flag=flag, text=text, editor=editor, made=now_utc(), request=request
        )
    )
    (number,) = made.inserted_primary_key or (0,)
    note_in_trail(connection, editor, "note", f"article:{article}", {"note": number})
    return _of_request(connection, request)


def _of_request(connection: Connection, request: str) -> Note | None:
    query = select(NOTES, EDITORS.c.name).join(EDITORS).where(NOTES.c.request == request)
    row = connection.execute(query).one_or_none()
    return None if row is None else _note_of(row)


def _note_of(row: Row[Any]) -> Note:
    return Note(row.id, row.article, row.flag, row.text, row.editor, row.name, with_zone(row.made))
