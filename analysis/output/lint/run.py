"""What one run of linting found in several files, as every format writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.output.lint.record import findings_records, place_record
from analysis.rules.frames import MODEL_CHECKS, Checked
from analysis.rules.linting.linted import UNUSED_IGNORE
from analysis.rules.source.lines import Lines

if TYPE_CHECKING:
    import pandas as pd

    from analysis.rules.linting.linted import Linted
    from analysis.rules.source.source import Ignore

BY_COMMENT = "inSource"
BY_BASELINE = "external"
"""How a finding was suppressed, in the words of SARIF: by a comment, by the baseline."""

CHECKS = {
    MODEL_CHECKS["loaded"]: "Words that are likely loaded, in the outlet's own voice.",
    MODEL_CHECKS["doubting"]: "Verbs of saying that cast doubt, in the outlet's own voice.",
    UNUSED_IGNORE: "Comments that ignore a rule where it finds nothing.",
}
"""What is said of the checks that are no house rules."""


@dataclass(frozen=True)
class Trouble:
    """What could not be linted, and why: ``message`` is one sentence. ``path`` is the file, None
    for something else, such as a file of rules."""

    message: str
    path: str | None = None


@dataclass(frozen=True)
class Run:
    """The files that were linted, and what could not be. ``suppressed`` asks formats that have a
    place for it to hold what comments and the baseline took away too."""

    files: tuple[Linted, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    suppressed: bool = field(default=False)


def shown_records(linted: Linted) -> list[dict[str, Any]]:
    """Return the records of what is shown of a file, in reading order, as ``findings_records``
    gives them; among them comments that ignore nothing."""
    found = findings_records(linted.checked, linted.source)
    if linted.settings.min_severity == "note":
        found += [_unused(ignore, linted) for ignore in linted.unused]
    return sorted(found, key=lambda one: (one["content_start"], one["content_end"], one["check"]))


def suppressed_records(linted: Linted) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the records of what is not shown of a file, each with ``BY_COMMENT`` or
    ``BY_BASELINE``."""

    def of(findings: pd.DataFrame) -> list[dict[str, Any]]:
        return findings_records(Checked(findings, linted.text), linted.source)

    yield from ((one, BY_COMMENT) for one in of(linted.ignored))
    yield from ((one, BY_BASELINE) for one in of(linted.known))


def replaceable(record: dict[str, Any], linted: Linted) -> bool:
    """Say whether the words found can be replaced in the file as they stand there: no marks, tags
    or entities among them, which would be lost."""
    place = slice(record["content_start"], record["content_end"])
    return bool(record["plainer"]) and linted.source.content[place] == record["text"]


def _unused(ignore: Ignore, linted: Linted) -> dict[str, Any]:
    content = linted.source.content
    said = f"This comment ignores {ignore.check} where it finds nothing: remove it."
    if ignore.check in linted.unknown:
        said = f"This comment ignores {ignore.check}, and no rule is called so: mend its name."
    return {
        "finding": None,
        "sentence": None,
        "number": None,
        "start": None,
        "end": None,
        "text": content[ignore.start : ignore.end],
        "check": UNUSED_IGNORE,
        "kind": "ignore",
        "severity": "note",
        "message": said,
        "plainer": [],
        "voice": None,
        "part": None,
        "reason": "",
        "link": "",
        "revision": 0,
        "probability": None,
        "fingerprint": "",
    } | place_record(Lines(content), ignore.start, ignore.end)
