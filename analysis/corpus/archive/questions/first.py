"""The first rows of many, read from the few files that hold them, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import Columns, empty, frame
from analysis.corpus.archive.database.connecting import Parameters, sql
from analysis.corpus.archive.database.loaded import Loaded

if TYPE_CHECKING:
    import pandas as pd


def first_of(
    archive: Loaded,
    table: str,
    columns: Columns,
    chosen: tuple[str, Parameters],
    limits: Parameters,
    shown: Parameters | None = None,
) -> tuple[pd.DataFrame, int]:
    """Return the first rows of what is ``chosen`` of a table, and the number of them all.

    ``chosen`` is the name of a temporary table and what is bound in ``sql/NAME.sql``, which makes
    it of the table's files; ``sql/NAME_first.sql`` with the ``limits`` takes the first of it, an
    ``article`` and a ``place`` in it each. ``sql/TABLE.sql`` reads these, in that order; ``shown``
    is what it needs besides. Raises CannotRead.
    """
    name, bound = chosen
    first, every = archive.steps(
        (sql(__file__, f"sql/{name}.sql"), bound),
        (sql(__file__, f"sql/{name}_first.sql"), limits),
        (f"SELECT count(*) AS number FROM {name}", {}),
    )
    if first.empty:
        return empty(columns), 0
    numbers = first["article"].tolist()
    rows = archive.rows(
        sql(__file__, f"sql/{table}.sql"),
        {
            table: archive.files_of(table, numbers),
            "articles": archive.files_of("articles", numbers),
            "numbers": numbers,
            "places": first["place"].tolist(),
            **(shown or {}),
        },
    )
    return frame(rows, columns), int(every["number"].iloc[0])
