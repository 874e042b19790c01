"""The baseline: findings that are known, so that old ones do not stand in the way of new work."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from analysis.errors import SlantError
from analysis.rules.linting.settings import relative_to

VERSION = 1
"""Of the form of the file."""

MAX_BASELINE_BYTES = 64 * 1024 * 1024
"""About 400,000 findings."""

_ADVICE = "mend it, or delete it and write it anew with --write-baseline"
_OTHER_FILE = "give another file, or a new name to --write-baseline"
_KINDS: dict[str, type] = {"path": str, "check": str, "fingerprint": str, "count": int}


class BadBaseline(SlantError):
    """A baseline cannot be used. ``name`` is the file; ``problem`` completes “FILE …”."""

    def __init__(self, name: str, problem: str, advice: str = _ADVICE) -> None:
        super().__init__(f"{name}: {problem}: {advice}.")
        self.name = name


@dataclass(frozen=True, order=True)
class Entry:
    """A known finding: ``path`` is its file, relative to the baseline's folder and with ``/``;
    ``fingerprint`` is that of the finding."""

    path: str
    check: str
    fingerprint: str


Found = tuple[str, str]
"""The check and the fingerprint of a finding."""


@dataclass(frozen=True)
class LookedAt:
    """A file that was linted: what was found in it, known or not, and whether a check ran."""

    findings: list[Found]
    ran: Callable[[str], bool]


@dataclass(frozen=True)
class Baseline:
    """Known findings with how often each occurs. ``folder`` is that of the baseline's file."""

    folder: Path
    counts: Mapping[Entry, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many findings are known."""
        return sum(count for count in self.counts.values() if count > 0)

    def path(self, file: str) -> str:
        """Return what entries call a file."""
        return relative_to(file, self.folder)

    def known(self, file: str, findings: Iterable[Found]) -> list[bool]:
        """Say of each finding of a file whether it is known.

        Of more equal findings than the baseline has, the first are known.
        """
        path, seen, known = self.path(file), Counter[Entry](), []
        for one in findings:
            entry = Entry(path, *one)
            known.append(seen[entry] < self.counts.get(entry, 0))
            seen[entry] += 1
        return known

    def gone(self, looked_at: Mapping[str, LookedAt]) -> dict[Entry, int]:
        """Return what no longer occurs and can be removed, with how often.

        ``looked_at`` are the files of this run by name. Of other files only those entries are
        returned whose file is not there any more.
        """
        files = {self.path(file): one for file, one in looked_at.items()}
        found = {path: Counter(one.findings) for path, one in files.items()}
        gone: dict[Entry, int] = {}
        for entry, count in self.counts.items():
            one = files.get(entry.path)
            if one is None:
                left = count if not (self.folder / entry.path).exists() else 0
            elif not one.ran(entry.check):
                left = 0
            else:
                left = count - found[entry.path][entry.check, entry.fingerprint]
            if left > 0:
                gone[entry] = left
        return gone

    def renewed(self, looked_at: Mapping[str, LookedAt]) -> Baseline:
        """Return the baseline that holds what was found in the files of this run, and of other
        files and of checks that did not run what this one has."""
        counts = Counter(self.counts)
        for entry, left in self.gone(looked_at).items():
            counts[entry] -= left
        for file, one in looked_at.items():
            path = self.path(file)
            for finding, count in Counter(one.findings).items():
                counts[Entry(path, *finding)] = count
        return replace(self, counts=counts)


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline; raises BadBaseline."""
    name = str(path)
    try:
        with open(path, "rb") as file:
            content = file.read(MAX_BASELINE_BYTES + 1)
    except FileNotFoundError:
        advice = "check its name, or write it with --write-baseline"
        raise BadBaseline(name, "does not exist", advice) from None
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise BadBaseline(name, problem, "check the file") from None
    if len(content) > MAX_BASELINE_BYTES:
        raise BadBaseline(name, "is no baseline (it has more than 64 MB)", _OTHER_FILE)
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        raise BadBaseline(name, "is damaged (it is not JSON)") from None
    if not isinstance(table, dict) or not isinstance(table.get("findings"), list):
        raise BadBaseline(name, "is no baseline (it has no list of findings)", _OTHER_FILE)
    if table.get("version") != VERSION:
        problem = f"has the version {table.get('version')!r}, and {VERSION} can be read"
        raise BadBaseline(name, problem)
    counts: Counter[Entry] = Counter()
    for number, one in enumerate(table["findings"], 1):
        if not _is_entry(one):
            raise BadBaseline(name, f"is damaged (its finding {number} is none)")
        counts[Entry(one["path"], one["check"], one["fingerprint"])] += one["count"]
    return Baseline(Path(os.path.realpath(path)).parent, counts)


def baseline_text(baseline: Baseline) -> str:
    """Return a baseline as its file holds it: JSON, sorted, one line a finding, so that a
    difference of two versions shows the findings that came and went."""
    lines = [
        json.dumps({**vars(entry), "count": count}, ensure_ascii=True)
        for entry, count in sorted(baseline.counts.items())
        if count > 0
    ]
    findings = "".join(f"\n    {line}," for line in lines).removesuffix(",")
    return f'{{\n  "version": {VERSION},\n  "findings": [{findings}\n  ]\n}}\n'


def _is_entry(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and set(one) == set(_KINDS)
        and all(type(one[key]) is kind for key, kind in _KINDS.items())
        and one["count"] > 0
    )
