"""Files linted without networks: findings put where their words stand, in a file read for real."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from pathlib import Path

import pandas as pd

from analysis.columns import frame
from analysis.rules.frames import FINDINGS
from analysis.rules.linting.baseline import LookedAt
from analysis.rules.linting.linted import Linted
from analysis.rules.linting.settings import Settings
from analysis.rules.source.source import read_source


def linted(
    content: str,
    found: Sequence[tuple[str, str, dict[str, object]]],
    *,
    path: str = "news/town.md",
    ignored: Sequence[tuple[str, str, dict[str, object]]] = (),
    known: Sequence[tuple[str, str, dict[str, object]]] = (),
    notices: tuple[str, ...] = (),
    min_severity: str = "note",
) -> Linted:
    """Return a file in which each of ``found`` (words, check, other columns) is a finding."""
    source = read_source(content.encode(), path)
    return Linted(
        path=path,
        is_file=True,
        source=source,
        settings=Settings(Path.cwd(), min_severity=min_severity),
        text=source.prose,
        findings=_findings(source.prose, found),
        ignored=_findings(source.prose, ignored),
        known=_findings(source.prose, known),
        unused=source.ignores,
        unknown=frozenset(),
        drafts=frozenset(),
        notices=notices,
        looked_at=LookedAt([], lambda _: True),
    )


def _findings(prose: str, found: Sequence[tuple[str, str, dict[str, object]]]) -> pd.DataFrame:
    rows = []
    for number, (words, check, values) in enumerate(found):
        start = prose.index(words)
        rows.append(
            {
                "finding": number,
                "sentence": 0,
                "start": start,
                "end": start + len(words),
                "text": words,
                "check": check,
                "kind": "loaded" if check.startswith("slant.") else "rule",
                "severity": "note" if check.startswith("slant.") else "error",
                "message": "Say who calls it that.",
                "plainer": [],
                "voice": "outlet",
                "part": "body",
                "reason": "",
                "link": "",
                "revision": 1,
                "probability": nan,
                "fingerprint": f"{number:032x}",
            }
            | values
        )
    return frame({name: [row[name] for row in rows] for name in FINDINGS}, FINDINGS)
