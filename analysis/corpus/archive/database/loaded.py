"""An archive in DuckDB: its articles and voices in memory, the rest read from its files."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import whole_characters
from analysis.corpus.archive.database.connecting import Parameters, asked, connect, sql
from analysis.corpus.archive.database.folder import Folder
from analysis.corpus.archive.frames import Chosen

if TYPE_CHECKING:
    import pandas as pd


_PARTS = """
SELECT DISTINCT part
FROM known SEMI JOIN (SELECT unnest($articles::BIGINT[]) AS article) USING (article)
"""


class Loaded:
    """An archive that statements are put to, by several threads at once if need be."""

    def __init__(self, out: Path, threads: int | None = None) -> None:
        """Open the archive in a folder and load what charts are made of; raises CannotRead."""
        self.folder = Folder(out)
        self.out = self.folder.out
        self._db = connect(self.out, threads)
        with asked(self.out):
            self._load()

    def rows(self, statement: str, parameters: Parameters | None = None) -> pd.DataFrame:
        """Return the rows of one statement; raises CannotRead."""
        with asked(self.out), closing(self._db.cursor()) as cursor:
            return cursor.execute(statement, _bound(parameters or {})).df()

    def steps(
        self, first: tuple[str, Parameters], *then: tuple[str, Parameters]
    ) -> list[pd.DataFrame]:
        """Return the rows of each of ``then``, after ``first``, whose temporary tables they may
        name: these are seen by nobody else, and go afterwards. Raises CannotRead."""
        with asked(self.out), closing(self._db.cursor()) as cursor:
            cursor.execute(first[0], _bound(first[1]))
            return [cursor.execute(one, _bound(given)).df() for one, given in then]

    def files_of(self, table: str, articles: Iterable[int]) -> list[str]:
        """Return the files of a table that hold these articles."""
        found = self.rows(_PARTS, {"articles": [int(number) for number in articles]})
        return self.folder.files(table, found["part"])

    def _load(self) -> None:
        self._db.execute(sql(__file__, "tables.sql"))
        for table, files in (
            ("duplicates", self.folder.duplicates),
            ("articles", self.folder.files("articles")),
            ("voices", self.folder.files("voices")),
        ):
            if files:
                self._db.execute(sql(__file__, f"{table}.sql"), {"files": files})


def of(chosen: Chosen) -> dict[str, Any]:
    """Return what is bound for the macro ``chosen``."""
    lists = {name: [*getattr(chosen, name)] for name in ("outlet", "author", "section", "topic")}
    return {**lists, "first": chosen.first, "last": chosen.last, "once": chosen.once}


def _bound(parameters: Parameters) -> dict[str, Any]:
    """Return parameters whose strings have no half of a surrogate pair, which an address may bring
    and DuckDB cannot take; the archive has none either."""
    return {
        name: [_whole(one) for one in value] if isinstance(value, list) else _whole(value)
        for name, value in parameters.items()
    }


def _whole(value: Any) -> Any:
    return whole_characters(value) if isinstance(value, str) else value
