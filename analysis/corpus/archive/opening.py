"""An analysed archive opened for notebooks: its tables as frames that are read when needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import Columns, empty
from analysis.corpus.archive.database.connecting import asked, connect
from analysis.corpus.archive.database.folder import Folder
from analysis.corpus.archive.errors import BadQuestion
from analysis.corpus.archive.reading_parts import read_part
from analysis.corpus.frames import DUPLICATES, TABLES
from analysis.errors import SlantError

if TYPE_CHECKING:
    import dask.dataframe
    import duckdb
    import pandas as pd

    from analysis.corpus.archive.asking import Asking


class Corpus:
    """An analysed archive, as ``slant corpus`` wrote it into a folder.

    ``articles``, ``voices``, ``sentences``, ``spans``, ``statements``, ``names`` and ``skipped``
    are Dask data frames, a partition of theirs a partition of the archive, ``duplicates`` one of
    one partition; columns and dtypes are those declared in ``analysis.corpus.frames``, lists are
    lists of (start, end), and the index counts the rows of each partition from 0. Nothing is read
    before ``compute()``, and then only the columns that are needed. Partitions that were not
    finished when the archive was opened are left out.

        corpus = open_corpus("out")
        corpus.sentences.groupby("voice")["tone"].mean().compute()
        corpus.articles[["article", "outlet", "date"]].compute()
        corpus.sql("SELECT outlet, count(*) AS articles FROM articles GROUP BY outlet")
    """

    articles: dask.dataframe.DataFrame
    voices: dask.dataframe.DataFrame
    sentences: dask.dataframe.DataFrame
    spans: dask.dataframe.DataFrame
    statements: dask.dataframe.DataFrame
    names: dask.dataframe.DataFrame
    skipped: dask.dataframe.DataFrame
    duplicates: dask.dataframe.DataFrame

    def __init__(self, folder: Path) -> None:
        """Open the archive in a folder; raises CannotRead if it is none."""
        self._folder = Folder(folder)
        self.folder = folder
        self.settings: Mapping[str, Any] = self._folder.settings()
        """What it was made from and with; empty while it is being made."""

    def __getattr__(self, name: str) -> Any:
        """Return a table as a Dask data frame."""
        if name not in _TABLES:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return _lazily(self._files(name), _TABLES[name])

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_TABLES})

    def __repr__(self) -> str:
        parts = len(self._folder.parts)
        try:
            rows = self.sql("SELECT count(*) AS articles FROM articles")["articles"].iloc[0]
            what = f"{rows:,} articles in {parts:,} partitions"
        except SlantError:  # of which whoever uses it is told
            what = f"{parts:,} partitions, some of them damaged"
        more = f", {self._folder.unfinished} unfinished" if self._folder.unfinished else ""
        return f"<Corpus {str(self.folder)!r}: {what}{more}; {', '.join(_TABLES)}>"

    def sql(self, query: str, **parameters: Any) -> pd.DataFrame:
        """Return what one SELECT of DuckDB's SQL gives, as a pandas frame.

        The tables are there by their names. ``parameters`` are bound to names after a ``$``:
        ``corpus.sql("… WHERE outlet = $outlet", outlet="The Ashby Star")``. Nothing can be written,
        no other file read, nothing fetched. Raises BadQuestion for SQL that is wrong or no SELECT,
        CannotRead where a file has gone or is damaged.
        """
        import duckdb

        try:
            statements = duckdb.extract_statements(query)
        except duckdb.Error as error:
            raise BadQuestion(_first_line(error)) from error
        if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
            raise BadQuestion("one SELECT is answered, nothing else")
        database = self._database
        with asked(self._folder.out), closing(database.cursor()) as cursor:
            try:
                return cursor.execute(query, parameters).df()
            except (duckdb.IOException, duckdb.OutOfMemoryException):
                raise  # of the files or of memory
            except duckdb.Error as error:
                raise BadQuestion(_first_line(error)) from error

    @cached_property
    def ask(self) -> Asking:
        """What the Archive page asks: groups with intervals, sources over time, phrases, as in
        ``corpus.ask.groups("outlet", "loaded", Chosen())``. Raises CannotRead."""
        from analysis.corpus.archive.asking import Asking

        return Asking(self.folder)

    def _files(self, table: str) -> list[str]:
        folder = self._folder
        return folder.duplicates if table == "duplicates" else folder.files(table)

    @cached_property
    def _database(self) -> duckdb.DuckDBPyConnection:
        """A database with a view for each table."""
        db = connect(self._folder.out)
        with asked(self._folder.out):
            for name, columns in _TABLES.items():
                files = self._files(name)
                if files:
                    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
                    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
                else:
                    rows = empty(columns)
                    db.register("empty", rows)
                    db.execute(f"CREATE TABLE {name} AS SELECT * FROM empty")
                    db.unregister("empty")
        return db


_TABLES: dict[str, Columns] = {**TABLES, "duplicates": DUPLICATES}


def open_corpus(folder: str | Path) -> Corpus:
    """Open the archive that ``slant corpus`` wrote into a folder; see ``Corpus``.

    Raises CannotRead if it is no such folder.
    """
    return Corpus(Path(folder))


def _lazily(files: Sequence[str], columns: Columns) -> dask.dataframe.DataFrame:
    import dask
    import dask.dataframe

    # Else Dask makes strings of another dtype than declared, and of lists too.
    with dask.config.set({"dataframe.convert-string": False}):
        if not files:
            return dask.dataframe.from_pandas(empty(columns), npartitions=1)
        read = partial(read_part, declared=columns)
        return dask.dataframe.from_map(read, files, meta=empty(columns), enforce_metadata=False)


def _first_line(error: Exception) -> str:
    """Return what DuckDB says, without its picture of the place."""
    return str(error).partition("\n")[0].strip().rstrip(".:")
