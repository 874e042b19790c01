"""A partition's file as a frame with the declared dtypes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.columns import Columns, frame
from analysis.errors import CannotRead

if TYPE_CHECKING:
    import pandas as pd


def read_part(
    file: str, *, declared: Columns, columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return a file's columns, all that are declared or only ``columns``.

    Raises CannotRead where the file has gone or is damaged.
    """
    import pyarrow
    import pyarrow.parquet

    wanted = {name: declared[name] for name in (declared if columns is None else columns)}
    try:
        table = pyarrow.parquet.read_table(file, columns=list(wanted), partitioning=None)
        data = {name: _values(table[name], column.dtype) for name, column in wanted.items()}
    except (OSError, KeyError, pyarrow.ArrowException) as error:
        raise CannotRead(
            file,
            "is damaged, has gone, or is of another version of Slant",
            "run slant corpus again with the same folder, or with a new one",
        ) from error
    return frame(data, wanted)


def _values(column: Any, dtype: str) -> Any:
    import pandas as pd

    if dtype == "object":
        # Lists of lists: read as pairs, as the analysis makes them.
        return [[tuple(pair) for pair in pairs or ()] for pairs in column.to_pylist()]
    if dtype == "Int64":
        return column.to_pandas(types_mapper=lambda _: pd.Int64Dtype())
    return column.to_pandas()
