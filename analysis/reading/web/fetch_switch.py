"""The switch that keeps web pages from being fetched, such as in a classroom."""

from __future__ import annotations

import os

_OFF = {"0", "false", "no", "off"}


def is_on() -> bool:
    """Whether web pages may be fetched here: always, unless ``SLANT_FETCH=0`` is set."""
    return os.environ.get("SLANT_FETCH", "").strip().lower() not in _OFF
