"""Whether the desk has a text already."""

from __future__ import annotations

from sqlalchemy import Engine, select

from store.database import reading
from store.desk.tables import ARTICLES


def known_article(engine: Engine, digest: str) -> int | None:
    """Return the number of the article whose text has this digest (``NewArticle.digest``), None
    if there is none, or if it was removed."""
    query = select(ARTICLES.c.id).where(ARTICLES.c.digest == digest, ~ARTICLES.c.removed)
    with reading(engine) as connection:
        number = connection.scalar(query)
    return None if number is None else int(number)
