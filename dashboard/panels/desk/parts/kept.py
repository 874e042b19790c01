"""What the desk keeps, read once for each of its versions and for all visitors.

Each view would else read every row at each run of the page. Nobody changes what is here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from store.desk.articles import articles
from store.desk.frames import decisions_frame, flags_frame

if TYPE_CHECKING:
    import pandas as pd

    from store.desk.records import DeskArticle


# Two versions: of two visitors one may still draw the version before.
@lru_cache(maxsize=2)
def decisions_at(engine: Any, version: int) -> pd.DataFrame:
    """Return the frame ``DECISIONS`` of the desk at its present ``version``. Raises StoreFailed."""
    return decisions_frame(engine)


@lru_cache(maxsize=2)
def flags_at(engine: Any, version: int) -> pd.DataFrame:
    """Return the frame ``FLAGS`` of the desk at its present ``version``. Raises StoreFailed."""
    return flags_frame(engine)


@lru_cache(maxsize=2)
def articles_at(engine: Any, version: int) -> tuple[DeskArticle, ...]:
    """Return the articles on the desk at its present ``version``, the newest first. Raises
    StoreFailed."""
    return articles(engine)
