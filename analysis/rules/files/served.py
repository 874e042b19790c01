"""The rules that a server uses: the files that ``SLANT_RULES`` names."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from analysis.errors import SlantError
from analysis.rules.files.rule_files import read_rules, rule_files
from analysis.rules.rule import RuleSet, joined

VARIABLE = "SLANT_RULES"
"""The setting: files or folders of rules, separated as the paths of ``PATH`` are (``:``; ``;`` on
Windows). Of rules with the same id the last counts, so that a desk can change the house's."""

LOOK_AGAIN = 1.0
"""Seconds for which the files are not looked at again."""

_Seen = tuple[tuple[str, int, int, int], ...]


@dataclass
class _Kept:
    """What was read: from which ``paths``, in which state of their files, and when last looked."""

    paths: Sequence[str]
    seen: _Seen
    looked: float
    rules: RuleSet | None = None
    error: SlantError | None = None


_lock = Lock()
_kept: _Kept | None = None


def served_rules() -> RuleSet:
    """Return the rules of ``SLANT_RULES``, an empty set where it is not given.

    The files are read anew when one has changed, which is seen within ``LOOK_AGAIN`` seconds.
    Raises BadRules or CannotRead while a file cannot be used, each time until it is mended: who
    corrected a rule must not be shown old ones without a word. Safe to call from several threads.
    """
    global _kept
    paths = [one for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one.strip()]
    if not paths:
        return RuleSet()
    now = time.monotonic()
    with _lock:  # the first caller reads, the others wait for what it read
        if _kept is None or _kept.paths != paths or now - _kept.looked >= LOOK_AGAIN:
            seen = _state(paths)
            if _kept is None or _kept.paths != paths or _kept.seen != seen:
                _kept = _read(paths, seen)
            _kept.looked = time.monotonic()
        kept = _kept
    if kept.error is not None:
        # Without the traceback of the last time, which would grow with each raise.
        raise kept.error.with_traceback(None)
    assert kept.rules is not None
    return kept.rules


def _read(paths: Sequence[str], seen: _Seen) -> _Kept:
    try:
        return _Kept(paths, seen, 0.0, rules=joined([read_rules(path) for path in paths]))
    except SlantError as error:
        return _Kept(paths, seen, 0.0, error=error)


def _state(paths: Sequence[str]) -> _Seen:
    """Return of each file its name, time of change, size and number; a missing one has none."""
    state = []
    for path in paths:
        try:
            for file in rule_files(path):
                about = file.stat()
                state.append((str(file), about.st_mtime_ns, about.st_size, about.st_ino))
        except (OSError, SlantError):
            state.append((path, 0, 0, 0))
    return tuple(state)
