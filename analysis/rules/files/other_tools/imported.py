"""Rules of other tools, and what of them could not be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.rules.errors import BadRules
from analysis.rules.files.rows import slug
from analysis.rules.matching.matcher import Matcher
from analysis.rules.rule import Rule, RuleSet


@dataclass(frozen=True)
class LeftOut:
    """Something that was not taken: ``file`` and ``line`` (None for the whole file) say where it
    stands, ``rule`` what the other tool calls it (may be empty), ``reason`` completes “NAME: …”.

    ``whole`` says whether the rule is missing, or only a part of it.
    """

    file: str
    line: int | None
    rule: str
    reason: str
    whole: bool = True

    @property
    def where(self) -> str:
        """Where it stands and what it is called, for a person."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place} ({self.rule})" if self.rule else place


@dataclass(frozen=True)
class Imported:
    """What was taken, in the order of the source, and what was not."""

    rules: RuleSet
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Taken:
    """A rule that was made of another tool's, and where that stands."""

    rule: Rule
    file: str
    line: int | None
    called: str


def imported(
    taken: Iterable[Taken], left_out: Sequence[LeftOut], name: str, voices: tuple[str, ...]
) -> Imported:
    """Return the rules with ids of their own and ``voices``, without those whose pattern is none
    here, which are left out. ``name`` is what messages call the source."""
    rules: list[Rule] = []
    missing = list(left_out)
    ids: set[str] = set()
    for one in taken:
        rule = replace(one.rule, rule=_free(slug(one.rule.rule), ids))
        if rule.kind != "accept":
            rule = replace(rule, voices=voices)
        try:
            Matcher(RuleSet((rule,), name))
        except BadRules as error:
            missing.append(LeftOut(one.file, one.line, one.called, error.problem))
            continue
        ids.add(rule.rule)
        rules.append(rule)
    return Imported(RuleSet(tuple(rules), name), tuple(missing))


def _free(wanted: str, ids: set[str]) -> str:
    """Return ``wanted``, or with a number behind it where there is one of that id."""
    if wanted.startswith("slant."):
        wanted = "from-" + wanted
    free, number = wanted, 1
    while free in ids:
        number += 1
        free = f"{wanted[: 79 - len(str(number))]}-{number}"
    return free
