"""What the store gives back of the desk, as JSON: the fields of its records under their names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.desk.records import Decision, DeskArticle, Flag, Note

DECIDED = ("state", "seq", "decision")
"""What a flag tells of what was decided on it."""


def decision_told(decision: Decision) -> dict[str, Any]:
    """Return a decision; ``made`` is ISO 8601, in UTC."""
    return {**vars(decision), "made": moment_told(decision.made)}


def flag_told(flag: Flag) -> dict[str, Any]:
    """Return a flag with its ``decision``, which may be null."""
    decision = None if flag.decision is None else decision_told(flag.decision)
    return {**vars(flag), "decision": decision}


def flags_told(flags: Iterable[Flag]) -> list[dict[str, Any]]:
    """Return flags, each as ``flag_told``."""
    return [flag_told(one) for one in flags]


def flag_told_blind(flag: Flag) -> dict[str, Any]:
    """Return a flag without what was decided on it, for a second reading."""
    return {name: value for name, value in vars(flag).items() if name not in DECIDED}


def article_told(article: DeskArticle) -> dict[str, Any]:
    """Return an article without its text."""
    return {**vars(article), "added": moment_told(article.added)}


def note_told(note: Note) -> dict[str, Any]:
    """Return a note."""
    return {**vars(note), "made": moment_told(note.made)}


def moment_told(moment: datetime) -> str:
    """Return a time in UTC as ISO 8601 with Z, which every browser reads."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
