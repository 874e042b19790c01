"""The setting that switches the fetching of web pages off, for example in a classroom."""

from __future__ import annotations

import os

_OFF = {"0", "false", "no", "off"}


def is_on() -> bool:
    """Whether web pages may be fetched: yes, unless ``SLANT_FETCH`` is 0, false, no or off."""
    return os.environ.get("SLANT_FETCH", "").strip().lower() not in _OFF
