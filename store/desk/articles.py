"""Articles on the desk, with their sentences, flags and statements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, case, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from analysis.desk.records import OPEN, DeskSentence, NewArticle, UsedRule
from store.database import reading, writing
from store.desk.errors import NoSuchArticle
from store.desk.records import (
    ADMIN,
    REMOVED,
    REVIEWER,
    RULES_FIRST,
    DeskArticle,
    row_number,
)
from store.desk.rows import note_in_trail, now_utc, require, with_zone
from store.desk.tables import ARTICLES, EDITORS, FLAGS, MODELS, RULES, STATEMENTS

MOST_CHARACTERS = {
    "title": 500,
    "author": 300,
    "section": 100,
    "outlet": 200,
    "published": 40,
    "url": 2_000,
    "source": 1_000,
    "kind": 20,
    "language": 10,
}
"""Most characters of what is said about an article; what is longer is cut, with “…” at its end."""

_SEVERITIES = {"error": 0, "warning": 1, "note": 2}
_TRIES = 5


class _AddedMeanwhile(Exception):
    """The same text, model or rule was kept by another transaction while this was under way."""


def add_article(
    engine: Engine,
    editor: int,
    new: NewArticle,
    judged: Sequence[tuple[float | None, bool]] | None = None,
) -> int:
    """Keep an article with all that was found in it, in one transaction; return its number.

    The same text again, if it is not removed, returns the number that it has. ``judged`` says for
    each of its flags what the house's fit in use makes of it: its probability, None where the fit
    says nothing of it, and whether it is held back; without it no fit is in use. Raises NotAllowed,
    StoreFailed.
    """
    for _ in range(_TRIES):
        try:
            with writing(engine) as connection:
                require(connection, editor, REVIEWER)
                return _known(connection, new.digest) or _add(connection, editor, new, judged)
        except _AddedMeanwhile:
            continue
    # Each try finds what the one before ran into, so that the last one has nothing to run into.
    raise AssertionError("an article ran into another at each of five tries")


def known_article(engine: Engine, digest: str) -> int | None:
    """Return the number of the article whose text has this digest (``NewArticle.digest``), None
    if there is none, or if it was removed."""
    with reading(engine) as connection:
        return _known(connection, digest)


def articles(engine: Engine) -> tuple[DeskArticle, ...]:
    """Return the articles on the desk, the newest first, without their texts."""
    with reading(engine) as connection:
        found = connection.execute(_described().order_by(ARTICLES.c.id.desc())).all()
    return tuple(_article_of(row) for row in found)


def article(engine: Engine, number: int) -> DeskArticle:
    """Return one article, without its text; raises NoSuchArticle."""
    with reading(engine) as connection:
        row = connection.execute(_described(row_number(number))).one_or_none()
    if row is None:
        raise NoSuchArticle
    return _article_of(row)


def article_text(engine: Engine, article: int) -> tuple[str, tuple[DeskSentence, ...]]:
    """Return the text of an article and its sentences; raises NoSuchArticle."""
    query = select(ARTICLES.c.text, ARTICLES.c.sentences).where(
        ARTICLES.c.id == row_number(article), ~ARTICLES.c.removed
    )
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchArticle
    return row.text, tuple(DeskSentence(*one) for one in json.loads(row.sentences))


def remove_article(engine: Engine, editor: int, article: int) -> None:
    """Take an article off the desk; what was decided on its flags stays in the figures.

    Raises NoSuchArticle, NotAllowed.
    """
    number = row_number(article)
    with writing(engine) as connection:
        require(connection, editor, ADMIN)
        changed = connection.execute(
            update(ARTICLES)
            .where(ARTICLES.c.id == number, ~ARTICLES.c.removed)
            .values(removed=True)
        )
        if not changed.rowcount:
            raise NoSuchArticle
        connection.execute(update(FLAGS).where(FLAGS.c.article == number).values(state=REMOVED))
        note_in_trail(connection, editor, "removed", f"article:{number}")


def _known(connection: Connection, digest: str) -> int | None:
    return connection.scalar(
        select(ARTICLES.c.id).where(ARTICLES.c.digest == digest, ~ARTICLES.c.removed)
    )


def _add(
    connection: Connection,
    editor: int,
    new: NewArticle,
    judged: Sequence[tuple[float | None, bool]] | None,
) -> int:
    try:
        number = _insert(connection, editor, new)
        _keep_rules(connection, new.rules)
    except IntegrityError:
        raise _AddedMeanwhile from None
    if new.flags:
        connection.execute(insert(FLAGS), _flags(number, new, judged))
    if new.statements:
        rows = [{**asdict(one), "article": number} for one in new.statements]
        connection.execute(insert(STATEMENTS), rows)
    note_in_trail(connection, editor, "added", f"article:{number}", {"flags": len(new.flags)})
    return number


def _flags(
    article: int, new: NewArticle, judged: Sequence[tuple[float | None, bool]] | None
) -> list[dict[str, Any]]:
    said = [(None, False)] * len(new.flags) if judged is None else judged
    return [
        {
            **asdict(flag),
            "plainer": json.dumps(flag.plainer, ensure_ascii=False),
            "article": article,
            "kind_rank": RULES_FIRST[flag.kind],
            "severity_rank": _SEVERITIES[flag.severity],
            "house_probability": house,
            "held_back": held_back,
            "certainty": (flag.probability or 0.0) if house is None else house,
            "state": OPEN,
            "seq": 0,
            "standing": None,
        }
        for flag, (house, held_back) in zip(new.flags, said, strict=True)
    ]


def _insert(connection: Connection, editor: int, new: NewArticle) -> int:
    named = (MODELS.c.name == new.model) & (MODELS.c.version == new.model_version)
    model = connection.scalar(select(MODELS.c.id).where(named))
    if model is None:
        made = connection.execute(insert(MODELS).values(name=new.model, version=new.model_version))
        (model,) = made.inserted_primary_key or (0,)
    sentences = [
        (one.start, one.end, one.paragraph, one.part, one.voice, one.probability)
        for one in new.sentences
    ]
    kept = connection.execute(
        insert(ARTICLES).values(
            **{name: _cut(getattr(new, name), most) for name, most in MOST_CHARACTERS.items()},
            digest=new.digest,
            words=new.words,
            model=model,
            added=now_utc(),
            added_by=editor,
            removed=False,
            notices=json.dumps(new.notices, ensure_ascii=False),
            sentences=json.dumps(sentences),
            text=new.text,
        )
    )
    (number,) = kept.inserted_primary_key or (0,)
    return int(number)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _keep_rules(connection: Connection, rules: Sequence[UsedRule]) -> None:
    """Keep those of the rules that are not kept yet in these very words."""
    of_these = RULES.c.rule.in_({one.rule for one in rules})
    query = select(RULES.c.rule, RULES.c.revision, RULES.c.digest).where(of_these)
    known = {tuple(row) for row in connection.execute(query)}
    rows = {}
    for one in rules:
        named = (one.rule, one.revision, sha256(one.said.encode()).hexdigest())
        if named not in known:
            rule, revision, digest = named
            rows[named] = {
                "rule": rule,
                "revision": revision,
                "digest": digest,
                "said": one.said,
                "seen": now_utc(),
            }
    if rows:
        connection.execute(insert(RULES), list(rows.values()))


def _described(number: int | None = None) -> Select[Any]:
    """Return the query of what is told of the articles on the desk, or of one of them."""
    counted = select(
        FLAGS.c.article,
        func.count().label("flags"),
        func.sum(case((FLAGS.c.state == OPEN, 1), else_=0)).label("open"),
    ).group_by(FLAGS.c.article)
    if number is not None:
        counted = counted.where(FLAGS.c.article == number)
    flags = counted.subquery()
    columns = [column for column in ARTICLES.c if column.name not in ("text", "sentences", "model")]
    query = (
        select(
            *columns,
            MODELS.c.name.label("model"),
            MODELS.c.version.label("model_version"),
            EDITORS.c.name.label("by"),
            func.coalesce(flags.c.flags, 0).label("flags"),
            func.coalesce(flags.c.open, 0).label("open"),
        )
        .join(MODELS, MODELS.c.id == ARTICLES.c.model)
        .join(EDITORS, EDITORS.c.id == ARTICLES.c.added_by)
        .outerjoin(flags, flags.c.article == ARTICLES.c.id)
        .where(~ARTICLES.c.removed)
    )
    return query if number is None else query.where(ARTICLES.c.id == number)


def _article_of(row: Row[Any]) -> DeskArticle:
    return DeskArticle(
        id=row.id,
        title=row.title,
        author=row.author,
        section=row.section,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        source=row.source,
        kind=row.kind,
        language=row.language,
        words=row.words,
        model=row.model,
        model_version=row.model_version,
        added=with_zone(row.added),
        added_by=row.by,
        flags=row.flags,
        open=row.open,
        notices=tuple(json.loads(row.notices)),
    )
