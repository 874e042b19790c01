"""DuckDB in memory, which reads the files of one folder, and writes and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import CannotRead

if TYPE_CHECKING:
    import duckdb

MEMORY = "2GB"
"""What the tables in memory and one question may take together. An archive of ten million sentences
needs about a tenth of it."""


Parameters = Mapping[str, Any]
"""What is bound to the names after the ``$`` of a statement."""


def connect(out: Path, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that may read the files of the folder ``out`` and no others.

    Extensions are neither loaded nor fetched, nothing is spilled to disk, and no statement can
    change these settings. ``threads`` is None for one a core.
    """
    import duckdb

    db = duckdb.connect(":memory:")
    folder = str(out.absolute()).replace("'", "''")
    for setting in (
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        f"SET memory_limit = '{MEMORY}'",
        "SET temp_directory = ''",
        # The footers of a thousand files are read once, not at each question.
        "SET parquet_metadata_cache = true",
        *([f"SET threads = {int(threads)}"] if threads else []),
        f"SET allowed_directories = ['{folder}']",
        "SET enable_external_access = false",
        "SET lock_configuration = true",
    ):
        db.execute(setting)
    return db


@contextmanager
def asked(out: Path) -> Iterator[None]:
    """Turn what DuckDB says of files that have gone or are damaged, or of memory that is not
    enough, into CannotRead, which names the folder ``out``."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        reason = f"needs more than {MEMORY} of memory for this question"
        raise CannotRead(str(out), reason, "choose fewer articles") from error
    except (duckdb.ParserException, duckdb.CatalogException):
        raise  # a fault of ours
    except duckdb.Error as error:
        if "Parameter" in str(error):
            raise  # so is this
        raise CannotRead(
            str(out),
            "has files that are damaged, have gone, or are of another version of Slant",
            "run slant corpus again with the same folder, or with a new one",
        ) from error


def sql(module: str, name: str) -> str:
    """Return the SQL in the file ``name``, a path from the folder of the module whose
    ``__file__`` is ``module``."""
    return (Path(module).parent / name).read_text(encoding="utf-8")
