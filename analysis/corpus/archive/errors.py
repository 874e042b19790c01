"""Errors of asking an archive. The message of each is one sentence that says what to do."""

from __future__ import annotations

from analysis.errors import SlantError


class BadPhrase(SlantError):
    """A phrase that is not searched for. ``found`` completes "The phrase …"."""

    def __init__(self, found: str, advice: str) -> None:
        super().__init__(f"The phrase {found}: {advice}.")
        self.found, self.advice = found, advice


class BadQuestion(SlantError):
    """SQL that an archive does not answer. ``reason`` is DuckDB's, or says what is not allowed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The archive cannot answer this SQL ({reason}): mend it and ask again.")
        self.reason = reason
