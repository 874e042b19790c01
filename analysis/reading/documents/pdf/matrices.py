"""Transformations of the plane (ISO 32000-1, section 8.3), and numbers of untrusted files."""

from __future__ import annotations

import math
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
"""A transformation matrix (a, b, c, d, e, f), ISO 32000-1, section 8.3.3."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The transformation that changes nothing."""


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """Return the product of two transformations, ``m`` applied first."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def number(value: Any) -> float:
    """Return a number of a file, or 0 for anything that is none or too large to be meant."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return found if math.isfinite(found) and abs(found) < 1e9 else 0.0


def numbers(values: Any, count: int) -> tuple[float, ...] | None:
    """Return the last ``count`` operands as numbers, or None if there are fewer."""
    if not isinstance(values, (list, tuple)) or len(values) < count:
        return None
    return tuple(number(value) for value in values[-count:])


def dictionary(value: Any) -> Any:
    """Return the dictionary that a value is or refers to, else an empty one."""
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, dict) else {}
