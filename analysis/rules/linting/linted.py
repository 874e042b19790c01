"""One file linted: checked, without what comments ignore and what the baseline knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.rules.frames import MODEL_CHECKS, Checked
from analysis.rules.linting.baseline import Found, LookedAt
from analysis.rules.rule import SEVERITIES, RuleSet

if TYPE_CHECKING:
    import pandas as pd

    from analysis.rules.linting.baseline import Baseline
    from analysis.rules.linting.settings import Settings
    from analysis.rules.source.source import Ignore, Source

UNUSED_IGNORE = "slant.unused-ignore"
"""The check under which a comment that ignores nothing is reported."""


@dataclass(frozen=True)
class Linted:
    """A file that was linted; ``is_file`` is False for a text without a place among files.

    ``findings`` are those that are shown, ``ignored`` those that a comment ignores, ``known`` those
    that the baseline has; together they are all that were found at ``settings.min_severity`` or
    above. ``unused`` are comments that ignore nothing, ``unknown`` the ids that comments name and
    that no check has. ``drafts`` are the ids of the rules that are only tried. ``looked_at`` is
    what the baseline asks for.
    """

    path: str
    is_file: bool
    source: Source
    settings: Settings
    text: str
    findings: pd.DataFrame
    ignored: pd.DataFrame
    known: pd.DataFrame
    unused: tuple[Ignore, ...]
    unknown: frozenset[str]
    drafts: frozenset[str]
    notices: tuple[str, ...]
    looked_at: LookedAt

    @property
    def checked(self) -> Checked:
        """What is shown, as if nothing else had been found."""
        return Checked(self.findings, self.text, self.notices)

    @property
    def failing(self) -> int:
        """How many findings fail a run: of house rules that are live, at ``settings.fail_on`` or
        above. What the model notes never does."""
        if self.settings.fail_on not in SEVERITIES:
            return 0
        lowest = SEVERITIES.index(self.settings.fail_on)
        counts = (self.findings["kind"] == "rule") & ~self.findings["check"].isin(self.drafts)
        high = self.findings["severity"].isin(SEVERITIES[lowest:])
        return int((counts & high).sum())


def lint(
    source: Source,
    rules: RuleSet,
    settings: Settings,
    *,
    path: str | None = None,
    section: str | None = None,
    baseline: Baseline | None = None,
    with_drafts: bool = False,
) -> Linted:
    """Lint one file with ``rules``; ``settings`` are those of the file itself (``Settings.of``).

    ``path`` is where the file lies, None for a text that is no file: then no rule for particular
    paths and no baseline concerns it. ``section`` goes before the one that the file names, and that
    before the settings'. ``with_drafts`` tries draft rules too, as notes that fail
    nothing. Raises BadRules, and SlantError for a text that is too long.
    """
    from analysis.rules.checking.check import check
    from analysis.rules.source.ignores import unknown_checks, without_ignored

    drafts = frozenset(rule.rule for rule in rules.rules if rule.state != "live")
    checked = check(
        source.article(),
        with_drafts_tried(rules) if with_drafts else rules,
        section=section or source.section or settings.section,
        path="" if path is None else settings.relative(path),
        with_model=settings.model,
    )
    ran = _ran(rules, settings, frozenset() if with_drafts else drafts)
    found = checked.findings[~checked.findings["check"].isin(settings.ignore)]
    kept, unused = without_ignored(found, source)
    left = set(_places(kept))
    ignored = _where(found, [place not in left for place in _places(found)])
    pairs: list[Found] = list(zip(kept["check"], kept["fingerprint"], strict=True))
    known = [False] * len(kept) if baseline is None or path is None else baseline.known(path, pairs)
    shown = SEVERITIES[SEVERITIES.index(settings.min_severity) :]
    checks = {rule.rule for rule in rules.rules} | {*MODEL_CHECKS.values(), UNUSED_IGNORE}
    return Linted(
        path=source.name if path is None else path,
        is_file=path is not None,
        source=source,
        settings=settings,
        text=checked.text,
        findings=_of(_where(kept, [not one for one in known]), shown),
        ignored=_of(ignored, shown),
        known=_of(_where(kept, known), shown),
        unused=tuple(one for one in unused if ran(one.check)),
        unknown=frozenset(one.check for one in unknown_checks(source, checks)),
        drafts=drafts,
        notices=source.notices + checked.notices,
        looked_at=LookedAt(pairs, ran),
    )


def with_drafts_tried(rules: RuleSet) -> RuleSet:
    """Return the rules with drafts made live, as notes whose message says so."""
    return RuleSet(
        tuple(
            rule
            if rule.state == "live"
            else replace(
                rule, state="live", severity="note", message=f"Draft: {rule.message}".strip()
            )
            for rule in rules.rules
        ),
        rules.name,
    )


def _places(findings: pd.DataFrame) -> Iterator[tuple[int, int, str]]:
    """Yield what tells one finding from the others, whatever their numbers are."""
    yield from zip(findings["start"], findings["end"], findings["check"], strict=True)


def _where(findings: pd.DataFrame, wanted: list[bool]) -> pd.DataFrame:
    """Return the rows that are wanted; pandas would take an empty list for names of columns."""
    import numpy as np

    return findings[np.asarray(wanted, dtype=bool)]


def _of(findings: pd.DataFrame, severities: tuple[str, ...]) -> pd.DataFrame:
    return findings[findings["severity"].isin(severities)].reset_index(drop=True)


def _ran(rules: RuleSet, settings: Settings, untried: frozenset[str]) -> Callable[[str], bool]:
    """Return a function that says whether a check ran: without rules no house rule did."""
    model = frozenset(MODEL_CHECKS.values())

    def ran(check: str) -> bool:
        if check in settings.ignore or check in untried:
            return False
        return settings.model if check in model else bool(rules.rules)

    return ran
