"""What the desk keeps, as frames: for figures, fits and exports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Row, and_, case, select

from analysis.columns import frame
from analysis.desk.frames import DECISIONS as DECISIONS_COLUMNS
from analysis.desk.frames import FLAGS as FLAGS_COLUMNS
from analysis.desk.frames import QUOTED as QUOTED_COLUMNS
from store.database import reading
from store.desk.rows import with_zone
from store.desk.tables import ARTICLES, DECISIONS, EDITORS, FLAGS, MODELS, STATEMENTS

if TYPE_CHECKING:
    import pandas as pd

    from analysis.columns import Columns

Rows = Sequence[Row[*tuple[Any, ...]]]

_OF_THE_FLAG = (
    FLAGS.c.article,
    FLAGS.c.check,
    FLAGS.c.kind,
    FLAGS.c.severity,
    FLAGS.c.revision,
    FLAGS.c.voice,
    FLAGS.c.part,
    FLAGS.c.text,
    FLAGS.c.start,
    FLAGS.c.end,
    FLAGS.c.sentence,
    FLAGS.c.sentence_start,
    FLAGS.c.sentence_end,
    FLAGS.c.probability,
    FLAGS.c.sentence_probability,
    ARTICLES.c.outlet,
    ARTICLES.c.section,
)


def decisions_frame(engine: Engine) -> pd.DataFrame:
    """Return all decisions as a frame ``DECISIONS`` (``analysis.desk.frames``); those on articles
    that were removed stay in it."""
    stands = and_(FLAGS.c.standing.is_not(None), FLAGS.c.standing == DECISIONS.c.id)
    query = (
        select(
            DECISIONS.c.id.label("decision"),
            DECISIONS.c.flag,
            case((stands, True), else_=False).label("standing"),
            DECISIONS.c.second,
            DECISIONS.c.act,
            DECISIONS.c.reason,
            DECISIONS.c.wording,
            DECISIONS.c.note,
            DECISIONS.c.editor,
            EDITORS.c.name,
            DECISIONS.c.made,
            *_OF_THE_FLAG,
            ARTICLES.c.url,
            MODELS.c.name.label("model"),
            MODELS.c.version.label("model_version"),
        )
        .join(EDITORS, EDITORS.c.id == DECISIONS.c.editor)
        .join(FLAGS, FLAGS.c.id == DECISIONS.c.flag)
        .join(ARTICLES, ARTICLES.c.id == FLAGS.c.article)
        .join(MODELS, MODELS.c.id == ARTICLES.c.model)
        .order_by(DECISIONS.c.id)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).all()
        sentences = _sentences(connection, rows)
    made = [with_zone(row.made) for row in rows]
    return _frame(rows, DECISIONS_COLUMNS, {"sentence_text": sentences, "made": made})


def flags_frame(engine: Engine) -> pd.DataFrame:
    """Return all flags of the articles on the desk as a frame ``FLAGS``."""
    query = (
        select(
            FLAGS.c.id.label("flag"),
            FLAGS.c.state,
            *_OF_THE_FLAG,
            MODELS.c.name.label("model"),
            MODELS.c.version.label("model_version"),
        )
        .join(ARTICLES, ARTICLES.c.id == FLAGS.c.article)
        .join(MODELS, MODELS.c.id == ARTICLES.c.model)
        .where(~ARTICLES.c.removed)
        .order_by(FLAGS.c.id)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).all()
        sentences = _sentences(connection, rows)
    return _frame(rows, FLAGS_COLUMNS, {"sentence_text": sentences})


def quoted_frame(engine: Engine) -> pd.DataFrame:
    """Return all statements of the articles on the desk as a frame ``QUOTED``."""
    query = (
        select(
            *(column for column in STATEMENTS.c if column.name != "id"),
            ARTICLES.c.title,
            ARTICLES.c.outlet,
            ARTICLES.c.section,
            ARTICLES.c.published,
            ARTICLES.c.words.label("article_words"),
        )
        .join(ARTICLES, ARTICLES.c.id == STATEMENTS.c.article)
        .where(~ARTICLES.c.removed)
        .order_by(STATEMENTS.c.article, STATEMENTS.c.start, STATEMENTS.c.id)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return _frame(rows, QUOTED_COLUMNS, {})


def _sentences(connection: Connection, rows: Rows) -> list[str]:
    """Return the sentence of each row. Each article's text is read once, and one is held at a time:
    beside each of its decisions it would come a thousand times."""
    of_article: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        of_article.setdefault(row.article, []).append(place)
    found = [""] * len(rows)
    if not of_article:
        return found
    low, high = min(of_article), max(of_article)
    texts = select(ARTICLES.c.id, ARTICLES.c.text).where(ARTICLES.c.id.between(low, high))
    for number, text in connection.execute(texts.execution_options(yield_per=50)):
        for place in of_article.get(number, ()):
            found[place] = text[rows[place].sentence_start : rows[place].sentence_end]
    return found


def _frame(rows: Rows, columns: Columns, given: dict[str, list[Any]]) -> pd.DataFrame:
    """Return a frame of the rows, with the columns in ``given`` as they are; what is unknown among
    the numbers is NaN."""
    data = dict(given)
    for name, column in columns.items():
        if name not in data:
            values = [getattr(row, name) for row in rows]
            if column.dtype == "float64":
                values = [float("nan") if value is None else value for value in values]
            data[name] = values
    return frame(data, columns)
