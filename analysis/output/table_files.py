"""A frame as a file that other programs read, of the kind that the file's name ends in."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from analysis.output.export import numbered, records, to_csv

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".json", ".parquet")


def table_file(frame: pd.DataFrame, ending: str) -> bytes:
    """Return a frame as a file whose name ends in ``ending``, one of ``ENDINGS``.

    CSV is that of ``to_csv``, safe to open in a spreadsheet; JSON (RFC 8259) is a list of objects,
    with null for what is missing, in UTF-8; both have times in ISO 8601 with a Z for UTC. In
    Parquet, lists are JSON, as in CSV. ``number`` stands beside ``sentence``, counted from 1.
    """
    whole = numbered(frame)
    if ending == ".parquet":
        buffer = io.BytesIO()
        _with(whole, "object", json.dumps).to_parquet(buffer, index=False)
        return buffer.getvalue()
    whole = _with(whole, "datetime64[us, UTC]", _moment)
    if ending == ".csv":
        return to_csv(whole).encode("utf-8", "replace")
    said = json.dumps(records(whole), ensure_ascii=False, allow_nan=False, indent=1)
    return (said + "\n").encode("utf-8", "replace")


def _with(frame: pd.DataFrame, dtype: str, change: Any) -> pd.DataFrame:
    """Return the frame with the values of all columns of one dtype changed."""
    names = [name for name in frame.columns if frame[name].dtype == dtype]
    return frame.assign(**{name: [change(value) for value in frame[name]] for name in names})


def _moment(value: pd.Timestamp) -> str:
    return value.isoformat().removesuffix("+00:00") + "Z"
