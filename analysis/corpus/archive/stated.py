"""The statements that a speaker made in an archive, or that stand with a verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.corpus.archive.frames import STATED, Chosen

if TYPE_CHECKING:
    import pandas as pd

    from analysis.corpus.archive.asking import Asking


def statements_of(
    asking: Asking, kind: str, name: str, chosen: Chosen, *, month: str = "", most: int = 50
) -> tuple[pd.DataFrame, int]:
    """Return ``STATED``: the first ``most`` statements of the speaker ``name`` (``kind`` speaker),
    or with the verb ``name`` (verb), and the number of them all.

    A ``month`` (YYYY-MM) leaves the others out. Raises CannotRead.
    """
    rows = asking._query(f'SELECT * FROM statements WHERE "{kind}" = ?', [name])
    # The pieces of a statement lie in its article's order: the first stands for all.
    rows = rows.drop_duplicates(["article", "statement"]).drop(columns=["title"], errors="ignore")
    rows = rows.merge(asking._grouped(chosen), on="article")
    if month:
        rows = rows[rows["month"] == month]
    rows = rows.sort_values(["date", "article", "start"])
    return frame(rows.head(most)[list(STATED)], STATED), len(rows)
