"""The statements of a speaker, or with a verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import STATED, Chosen
from analysis.corpus.archive.questions.first import first_of

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
    if not files:
        return empty(STATED), 0
    asked = {"column": column, "name": name}
    bound = {**of(chosen), **asked, "month": month, "files": files}
    return first_of(archive, "statements", STATED, ("stated", bound), {"most": most}, asked)
