"""From the columns of a frame to the JSON Schema of one row, as ``analysis.output.export`` writes
it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.columns import Column, Columns

Schema = dict[str, Any]

_TYPES = {
    "int64": "integer",
    "Int64": "integer",
    "float64": "number",
    "str": "string",
    "bool": "boolean",
    "object": "array",
}

# The meanings of columns are written with their ranges: “-1 to 1”, “number from 1”, “from 0”.
_RANGE = re.compile(r"(?:^|[ ,])(-?\d+) to (\d+)(?=$|[ ,;])")
_FROM = re.compile(r"\bfrom ([01])(?=$|[ ,;:])")


def row(columns: Columns, labels: Mapping[str, Sequence[str]], missing: frozenset[str]) -> Schema:
    """Return the schema of an object with these columns, none of which is left out.

    ``labels`` are what columns of text may hold, by name; ``missing`` are columns of text that may
    be null although their meaning does not say so.
    """
    properties = {
        name: of_column(name, column, labels, missing) for name, column in columns.items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(columns),
        "additionalProperties": False,
    }


def of_column(
    name: str, column: Column, labels: Mapping[str, Sequence[str]], missing: frozenset[str]
) -> Schema:
    """Return the schema of the values of one column; raises KeyError for a dtype without one."""
    schema: Schema = {"type": _TYPES[column.dtype], "description": column.meaning}
    if column.dtype == "object":
        schema |= _items(column.meaning)
    elif schema["type"] in ("integer", "number"):
        schema |= _limits(column)
    elif column.dtype == "str" and name in labels:
        schema["enum"] = list(labels[name])
    if _may_be_missing(name, column, missing):
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema:
            schema["enum"].append(None)
    return schema


def _may_be_missing(name: str, column: Column, missing: frozenset[str]) -> bool:
    if column.dtype in ("Int64", "float64"):  # <NA> and NaN, which JSON does not have
        return True
    return column.dtype == "str" and (name in missing or "missing if" in column.meaning)


def _items(meaning: str) -> Schema:
    """Return what a list holds: offsets, wordings, or numbers of sentences."""
    if "(start, end)" in meaning:
        offset = {"type": "integer", "minimum": 0}
        return {"items": {"type": "array", "items": offset, "minItems": 2, "maxItems": 2}}
    if "wordings" in meaning:
        return {"items": {"type": "string"}}
    return {"items": {"type": "integer", "minimum": 0}}


def _limits(column: Column) -> Schema:
    if ranges := _RANGE.findall(column.meaning):  # several where it holds several things
        return {
            "minimum": min(int(low) for low, _ in ranges),
            "maximum": max(int(high) for _, high in ranges),
        }
    if found := _FROM.search(column.meaning):
        return {"minimum": int(found[1])}
    if column.dtype in ("int64", "Int64") and not column.meaning.startswith("difference"):
        return {"minimum": 0}  # counts, numbers and offsets
    return {}
