"""How a frame's columns are declared, and frames with exactly the declared columns are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Column:
    """One column: its pandas dtype and, in one line, what it holds (with unit and range)."""

    dtype: str
    meaning: str


Columns = Mapping[str, Column]
"""The columns of a frame by name, in their order."""

_HALVES = re.compile("[\ud800-\udfff]")


def frame(data: Mapping[str, Iterable[Any]] | pd.DataFrame, columns: Columns) -> pd.DataFrame:
    r"""Return ``data`` as a frame with exactly the declared columns, order and dtypes.

    ``data`` maps column names to equally long sequences. A missing or an undeclared column, or
    a value that its dtype cannot hold, raises ValueError or TypeError, as these are programming
    errors. Half a surrogate pair, which damaged files have and no column can hold, is replaced by
    ``\ufffd``: as long, so that offsets stay. Without rows the dtypes are the same.
    """
    import pandas as pd

    given = data if isinstance(data, pd.DataFrame) else {k: list(v) for k, v in data.items()}
    if set(given) != set(columns):
        missing = sorted(set(columns) - set(given))
        undeclared = sorted(map(str, set(given) - set(columns)))
        raise ValueError(f"columns missing: {missing}; not declared: {undeclared}")
    if isinstance(given, pd.DataFrame):
        dtypes = {name: column.dtype for name, column in columns.items()}
        return given[list(columns)].astype(dtypes)
    return pd.DataFrame(
        {name: _array(given[name], column.dtype) for name, column in columns.items()}, copy=False
    )


def _array(values: list[Any], dtype: str) -> Any:
    """Return ``values`` as an array of ``dtype``; raise if a value does not fit.

    Casting column by column took a third of the time that is spent outside the model.
    """
    import numpy as np
    import pandas as pd

    if dtype == "float64":
        return np.asarray(values, dtype=dtype)
    if dtype in ("int64", "bool"):
        found = np.asarray(values)
        if found.dtype == dtype:
            return found
    if dtype == "str":
        try:
            return pd.array(values, dtype="str")
        except UnicodeEncodeError:
            whole = [whole_characters(one) if isinstance(one, str) else one for one in values]
            return pd.array(whole, dtype="str")
    # Without values pandas would guess a dtype that casts to fewer others than object.
    series = pd.Series(values, dtype="object" if not values else None)
    return series.astype(dtype).array  # type: ignore[call-overload]  # stubs list the dtypes


def whole_characters(text: str) -> str:
    r"""Return a text as ``frame`` keeps it: each half of a surrogate pair is ``\ufffd``."""
    return _HALVES.sub("\ufffd", text)


def empty(columns: Columns) -> pd.DataFrame:
    """Return a frame without rows that has the declared columns and dtypes."""
    return frame({name: [] for name in columns}, columns)
