"""Errors of house rules, each with a message of one sentence, as ``analysis.errors``."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.errors import SlantError


class BadRules(SlantError):
    """A file of rules, or one rule, cannot be used.

    ``name`` is what the message calls the file, ``line`` the line in it (from 1, None for the whole
    file), ``rule`` the id of the rule or empty. ``problem`` completes “RULES.csv, line 3 (id): …”
    up to the full stop and says what to do. ``problems`` is all that is wrong with the file, this
    error first and then ``others``.
    """

    def __init__(
        self,
        name: str,
        problem: str,
        line: int | None = None,
        rule: str = "",
        others: Sequence[BadRules] = (),
    ) -> None:
        where = name if line is None else f"{name}, line {line}"
        if rule:
            where = f"{where} ({rule})"
        more = ""
        if others:
            problems = f"{len(others):,} more problem{'s' * (len(others) > 1)}"
            more = f" (and {problems}: “slant rules check” lists all)"
        super().__init__(f"{where}: {problem}{more}.")
        self.name = name
        self.problem = problem
        self.line = line
        self.rule = rule
        first = BadRules(name, problem, line, rule) if others else self
        self.problems: tuple[BadRules, ...] = (first, *others)


def together(problems: Sequence[BadRules]) -> BadRules:
    """Return several problems, at least one, as one error to raise: the first, which knows the
    others."""
    first = problems[0]
    return BadRules(first.name, first.problem, first.line, first.rule, problems[1:])
