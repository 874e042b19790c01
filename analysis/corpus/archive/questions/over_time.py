"""Who speaks, and with which verbs, month by month."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from analysis.columns import empty, frame
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import SOURCES_OVER_TIME, Chosen
from analysis.corpus.archive.questions.months import whole

if TYPE_CHECKING:
    import pandas as pd


def over_time(archive: Loaded, column: str, chosen: Chosen, most: int) -> pd.DataFrame:
    """Return ``SOURCES_OVER_TIME`` of the ``column`` speaker or verb. Raises CannotRead."""
    files = archive.folder.files("statements")
    if not files:
        return empty(SOURCES_OVER_TIME)
    largest, by_month, every = archive.steps(
        (sql(__file__, "sql/said.sql"), {**of(chosen), "column": column, "files": files}),
        (sql(__file__, "sql/said_most.sql"), {"most": most}),
        (sql(__file__, "sql/said_by_month.sql"), {"most": most}),
        (sql(__file__, "sql/said_all.sql"), {}),
    )
    counts = {
        (row["name"], row["month"]): (row["statements"], row["articles"])
        for row in by_month.to_dict("records")
    }
    of_all = dict(zip(every["month"], every["of_all"], strict=True))
    manners = dict(zip(largest["name"], largest["manner"], strict=True))
    rows: dict[str, list[Any]] = {name: [] for name in SOURCES_OVER_TIME}
    for name, month in product(largest["name"], whole(of_all)):
        statements, articles = counts.get((name, month), (0, 0))
        for column_name, value in {
            "month": month,
            "name": name,
            "statements": statements,
            "articles": articles,
            "of_all": of_all.get(month, 0),
            "manner": manners[name],
        }.items():
            rows[column_name].append(value)
    return frame(rows, SOURCES_OVER_TIME)
