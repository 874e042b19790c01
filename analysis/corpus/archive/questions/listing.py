"""The sentences that a point of a chart leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded, of
from analysis.corpus.archive.frames import LISTED, Chosen
from analysis.corpus.archive.questions.first import first_of
from analysis.corpus.archive.questions.groups import known

if TYPE_CHECKING:
    import pandas as pd


def listed(
    archive: Loaded, grouping: str, group: str, voice: str, measure: str, chosen: Chosen, most: int
) -> tuple[pd.DataFrame, int]:
    """Return ``LISTED`` and the number of all such sentences; see ``Asking.sentences``.

    Raises CannotRead.
    """
    known(grouping, measure)
    asked = {**of(chosen), "grouping": grouping, "group": group}
    parts = archive.rows(sql(__file__, "sql/parts_of_group.sql"), asked)["part"]
    if parts.empty:
        return empty(LISTED), 0
    files = archive.folder.files("sentences", parts)
    bound = {**asked, "voice": voice, "measure": measure, "files": files}
    # A mean tone has two ends, and sentences of both.
    least = most // 2 if measure == "tone" else 0
    limits = {"most": most - least, "least": least}
    return first_of(archive, "sentences", LISTED, ("counted", bound), limits)
