"""Errors of house rules, each with a message of one sentence, as ``analysis.errors``."""

from __future__ import annotations

from analysis.errors import SlantError


class BadRules(SlantError):
    """A file of rules, or one rule, cannot be used.

    ``name`` is what the message calls the file, ``line`` the line in it (from 1, None for the whole
    file), ``rule`` the id of the rule or empty. ``problem`` completes “RULES.csv, line 3 (id) …” up
    to the full stop and says what to do.
    """

    def __init__(self, name: str, problem: str, line: int | None = None, rule: str = "") -> None:
        where = name if line is None else f"{name}, line {line}"
        if rule:
            where = f"{where} ({rule})"
        super().__init__(f"{where}: {problem}.")
        self.name = name
        self.line = line
        self.rule = rule
