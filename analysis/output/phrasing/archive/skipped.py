"""Why an article of an archive was skipped, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analysis.output.phrasing.archive.notes import value_name

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "EmptyText": "no text",
        "TextTooLong": "too long for one article",
        "NotText": "not text",
        "NotEnglish": "not English",
        "BadAddress": "its address is none",
        "DisallowedByRobots": "its site asks not to be fetched",
        "NeedsLogin": "behind a login",
        "BrokenRow": "a broken row of a table",
        "CannotRead": "cannot be read",
        "CannotFetch": "its address gave no page",
        "RefusedAddress": "its address may not be fetched",
        "Failed": "a fault in Slant",
        "WorkerDied": "its analysis was ended each time (memory, or a fault in Slant)",
    }
)
"""The ``reason`` of a row of ``skipped`` (the name of an error), and how it is shown."""


def reason_said(reason: str) -> str:
    """Return a reason in plain words; one that is in no table as it stands, on one line."""
    return REASONS.get(reason) or value_name(reason)
