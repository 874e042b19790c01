"""A check as the desk has it: what it says now, and how many flags it has made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DeskCheck:
    """A house rule, or what the model notes, with flags on the desk.

    ``check``, ``kind`` and ``severity`` are those of ``FLAGS``; ``revision`` is the last one that
    made a flag, ``message`` what its latest flag says. ``flags`` counts its flags on articles that
    are on the desk, in every revision, ``open`` those on which nothing is decided.
    """

    check: str
    kind: str
    severity: str
    revision: int
    message: str
    flags: int
    open: int
