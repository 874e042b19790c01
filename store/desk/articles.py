"""Articles on the desk, with their sentences, flags and statements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256

from sqlalchemy import Connection, Engine, case, func, insert, select, update

from analysis.desk.records import OPEN, DeskSentence, NewArticle, UsedRule
from store.database import reading, writing
from store.desk.errors import NoSuchArticle
from store.desk.records import ADMIN, REVIEWER, RULES_FIRST, DeskArticle
from store.desk.rows import note_in_trail, now_utc, require, with_zone
from store.desk.tables import ARTICLES, EDITORS, FLAGS, MODELS, RULES, STATEMENTS

_SEVERITIES = {"error": 0, "warning": 1, "note": 2}


def add_article(engine: Engine, editor: int, new: NewArticle) -> int:
    """Keep an article with all that was found in it, in one transaction; return its number.

    The same text again, if it is not removed, returns the number that it has. Raises NotAllowed.
    """
    with writing(engine) as connection:
        require(connection, editor, REVIEWER)
        known = select(ARTICLES.c.id).where(ARTICLES.c.digest == new.digest, ~ARTICLES.c.removed)
        if (number := connection.scalar(known)) is not None:
            return int(number)
        number = _insert(connection, editor, new)
        for flag in new.flags:
            connection.execute(
                insert(FLAGS).values(
                    **{**asdict(flag), "plainer": json.dumps(flag.plainer)},
                    article=number,
                    kind_rank=RULES_FIRST[flag.kind],
                    severity_rank=_SEVERITIES[flag.severity],
                    house_probability=None,
                    held_back=False,
                    state=OPEN,
                    seq=0,
                )
            )
        for statement in new.statements:
            connection.execute(insert(STATEMENTS).values(**asdict(statement), article=number))
        _keep_rules(connection, new.rules)
        note_in_trail(connection, editor, "added", f"article:{number}", {"flags": len(new.flags)})
    return number


def articles(engine: Engine) -> tuple[DeskArticle, ...]:
    """Return the articles on the desk, the newest first, without their texts."""
    counted = (
        select(
            FLAGS.c.article,
            func.count().label("flags"),
            func.sum(case((FLAGS.c.state == OPEN, 1), else_=0)).label("open"),
        )
        .group_by(FLAGS.c.article)
        .subquery()
    )
    columns = [column for column in ARTICLES.c if column.name not in ("text", "sentences", "model")]
    query = (
        select(
            *columns,
            MODELS.c.name.label("model"),
            MODELS.c.version.label("model_version"),
            EDITORS.c.name.label("by"),
            counted.c.flags,
            counted.c.open,
        )
        .join(MODELS, MODELS.c.id == ARTICLES.c.model)
        .join(EDITORS, EDITORS.c.id == ARTICLES.c.added_by)
        .outerjoin(counted, counted.c.article == ARTICLES.c.id)
        .where(~ARTICLES.c.removed)
        .order_by(ARTICLES.c.id.desc())
    )
    with reading(engine) as connection:
        return tuple(
            DeskArticle(
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
                flags=row.flags or 0,
                open=row.open or 0,
                notices=tuple(json.loads(row.notices)),
            )
            for row in connection.execute(query)
        )


def article_text(engine: Engine, article: int) -> tuple[str, tuple[DeskSentence, ...]]:
    """Return the text of an article and its sentences; raises NoSuchArticle."""
    query = select(ARTICLES.c.text, ARTICLES.c.sentences).where(
        ARTICLES.c.id == article, ~ARTICLES.c.removed
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
    with writing(engine) as connection:
        require(connection, editor, ADMIN)
        changed = connection.execute(
            update(ARTICLES)
            .where(ARTICLES.c.id == article, ~ARTICLES.c.removed)
            .values(removed=True)
        )
        if not changed.rowcount:
            raise NoSuchArticle
        note_in_trail(connection, editor, "removed", f"article:{article}")


def _insert(connection: Connection, editor: int, new: NewArticle) -> int:
    named = (MODELS.c.name == new.model) & (MODELS.c.version == new.model_version)
    model = connection.scalar(select(MODELS.c.id).where(named))
    if model is None:
        made = connection.execute(insert(MODELS).values(name=new.model, version=new.model_version))
        (model,) = made.inserted_primary_key or (0,)
    kept = connection.execute(
        insert(ARTICLES).values(
            digest=new.digest,
            title=new.title,
            author=new.author,
            section=new.section,
            outlet=new.outlet,
            published=new.published,
            url=new.url,
            source=new.source,
            kind=new.kind,
            language=new.language,
            words=new.words,
            model=model,
            added=now_utc(),
            added_by=editor,
            removed=False,
            notices=json.dumps(new.notices),
            sentences=json.dumps(
                [
                    (one.start, one.end, one.paragraph, one.part, one.voice, one.probability)
                    for one in new.sentences
                ]
            ),
            text=new.text,
        )
    )
    (number,) = kept.inserted_primary_key or (0,)
    return int(number)


def _keep_rules(connection: Connection, rules: Sequence[UsedRule]) -> None:
    for one in rules:
        digest = sha256(one.said.encode()).hexdigest()
        known = select(RULES.c.id).where(
            RULES.c.rule == one.rule, RULES.c.revision == one.revision, RULES.c.digest == digest
        )
        if connection.scalar(known) is None:
            connection.execute(
                insert(RULES).values(
                    rule=one.rule,
                    revision=one.revision,
                    digest=digest,
                    said=one.said,
                    seen=now_utc(),
                )
            )
