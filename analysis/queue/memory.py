"""Memory of a server's process, tidied once everything it keeps has been loaded."""

from __future__ import annotations

import ctypes
import gc
import sys

THRESHOLDS = (10_000, 10, 10)
"""New objects after which Python looks for garbage among them, and how many such rounds pass until
it looks among older ones too. By its own 700 it does so a hundred times for each article, while
every thread stands still; what 10,000 objects hold meanwhile is a few megabytes."""


def freeze_and_trim() -> None:
    """Take what is loaded now out of garbage collection for good, give back what is free, and
    collect less often from now on.

    A full collection then looks through what sessions made, not through the 180,000 objects of
    the libraries, while every session stands still.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    _trim_heap()


def _trim_heap() -> None:
    """Return free memory to the system, where this is glibc."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
