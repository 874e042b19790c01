"""Where the tables of an archive lie, and how they are written.

OUT/corpus.json                      settings and what was read (``analysis.corpus.engine``)
OUT/articles/part-000000.parquet     a folder a table of ``TABLES``, a file a partition
OUT/signatures/part-000000.parquet   what near-duplicates are found by
OUT/done/part-000000.json            written last: the partition is finished, with its counts
OUT/fetched/                         pages of a list of addresses, where they were fetched
OUT/duplicates.parquet               near-duplicates (``analysis.corpus.duplicates``)
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from analysis.columns import Columns
from analysis.corpus.frames import TABLES, Analysed

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow

SETTINGS = "corpus.json"
DONE = "done"
SIGNED = "signatures"
DUPLICATES = "duplicates.parquet"
FETCHED = "fetched"

ARTICLES_A_PART = 256
"""Articles of a partition: about two minutes of work on one core, and 1 MB of Parquet."""


def part_name(number: int) -> str:
    """Return the name of a partition's files, without their ending."""
    return f"part-{number:06d}"


def table_file(out: Path, table: str, number: int) -> Path:
    """Return the file of a table's partition."""
    return out / table / f"{part_name(number)}.parquet"


def signatures_file(out: Path, number: int) -> Path:
    """Return the file of a partition's signatures."""
    return table_file(out, SIGNED, number)


@cache
def schema(table: str) -> pyarrow.Schema:
    """Return the Parquet schema of a table of ``TABLES``, the same whatever its rows."""
    return schema_of(TABLES[table])


def _type(dtype: str) -> pyarrow.DataType:
    import pyarrow

    return {
        "int64": pyarrow.int64(),
        "Int64": pyarrow.int64(),
        "float64": pyarrow.float64(),
        "bool": pyarrow.bool_(),
        "str": pyarrow.string(),
        "datetime64[us]": pyarrow.timestamp("us"),
        # All columns of objects are lists of (start, end).
        "object": pyarrow.list_(pyarrow.list_(pyarrow.int64())),
    }[dtype]


def write_tables(out: Path, number: int, analysed: Analysed) -> None:
    """Write a partition's tables; a file is there whole or not at all.

    The same tables give the same bytes. Raises OSError.
    """
    for name, rows in analysed.tables.items():
        write_parquet(rows, table_file(out, name, number), schema(name))


def write_parquet(rows: pd.DataFrame, file: Path, its_schema: pyarrow.Schema) -> None:
    """Write rows to a file, which is there whole or not at all; raises OSError."""
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.Table.from_pandas(rows, its_schema, preserve_index=False)
    # What pandas says of its index and versions differs between two runs.
    table = table.replace_schema_metadata(None)
    with _whole(file) as unfinished:
        pyarrow.parquet.write_table(table, unfinished, compression="zstd")


def write_text(file: Path, text: str) -> None:
    """Write a text to a file, which is there whole or not at all; raises OSError."""
    with _whole(file) as unfinished:
        unfinished.write(text.encode())


UNFINISHED = ".unfinished-"
"""What the names of files begin with that are being written; a run that was ended leaves some."""


@contextmanager
def _whole(file: Path) -> Iterator[BinaryIO]:
    """Give an open file that takes the place of ``file`` once it is written; raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Two machines may write the same partition, one of them taken for dead.
    unfinished = file.with_name(f"{UNFINISHED}{secrets.token_hex(6)}-{file.name}")
    try:
        with unfinished.open("xb") as written:
            yield written
            written.flush()
            # After a power cut too, a partition that is finished must have its tables.
            os.fsync(written.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def schema_of(columns: Columns) -> pyarrow.Schema:
    """Return the Parquet schema of any declared columns."""
    import pyarrow

    return pyarrow.schema([(name, _type(one.dtype)) for name, one in columns.items()])


def sizes(analysed: Analysed) -> Mapping[str, int]:
    """Return how many rows each table has."""
    return {name: len(rows) for name, rows in analysed.tables.items()}
