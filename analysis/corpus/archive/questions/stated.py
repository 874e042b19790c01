"""The statements of a speaker, or with a verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import STATED, Chosen

if TYPE_CHECKING:
    import pandas as pd


def stated(
    archive: Loaded, column: str, name: str, chosen: Chosen, month: str, most: int
) -> tuple[pd.DataFrame, int]:
    """Return ``STATED`` and the number of all such statements; see ``Asking.statements``.

    Raises CannotRead, and ValueError for a ``column`` that is neither speaker nor verb.
    """
    if column not in ("speaker", "verb"):
        raise ValueError(f"no statements by {column}")
    files = archive.folder.files("statements")
    nothing = frame({one: [] for one in STATED}, STATED)
    if not files:
        return nothing, 0
    asked = {"column": column, "name": name}
    first, every = archive.steps(
        (
            sql(__file__, "sql/stated.sql"),
            {**of(chosen), **asked, "month": month, "files": files},
        ),
        (sql(__file__, "sql/stated_first.sql"), {"most": most}),
        ("SELECT count(*) AS number FROM stated", {}),
    )
    if first.empty:
        return nothing, 0
    numbers = [*map(int, first["article"])]
    rows = archive.rows(
        sql(__file__, "sql/statements.sql"),
        {
            "statements": archive.files_of("statements", numbers),
            "articles": archive.files_of("articles", numbers),
            "numbers": numbers,
            "starts": [*map(int, first["first_start"])],
            **asked,
        },
    )
    return frame(rows, STATED), int(every["number"].iloc[0])
