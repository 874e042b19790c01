"""What a file is linted with: the options of the command before the settings of its folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.errors import SlantError
from analysis.rules.linting.settings import (
    Settings,
    default_settings,
    read_settings,
    settings_file,
)
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.rules.linting.baseline import Baseline

_Made = TypeVar("_Made")

NO_RULES = (
    "No house rules are given, so only the model's notes are shown: name a file of rules with "
    "--rules, in .slant.toml or in SLANT_RULES."
)
NOTHING_TO_CHECK = (
    "There is nothing to check with, neither rules nor the model: name a file of rules with "
    "--rules, in .slant.toml or in SLANT_RULES."
)
ONLY_DRAFTS = (
    "All house rules are drafts, which find nothing here: --drafts tries them, and live as their "
    "state puts them to use."
)


@dataclass(frozen=True)
class Options:
    """What a command was given; None where it was not, and then the settings count.

    ``config`` is the one file of settings for all files, whose globs are relative to the folder
    that slant was started in; without ``with_config`` none is read,
    without ``with_baseline`` no baseline. ``with_drafts`` tries draft rules too. ``stdin_name`` is
    the file that standard input belongs to.
    """

    rules: tuple[str, ...] | None = None
    fail_on: str | None = None
    min_severity: str | None = None
    baseline: str | None = None
    section: str | None = None
    model: bool | None = None
    config: str | None = None
    with_config: bool = True
    with_baseline: bool = True
    with_drafts: bool = False
    stdin_name: str | None = None


class Choices:
    """Settings, rules and baselines of one run; each file of them is read once, and one that is
    bad says so each time it is asked for. ``files`` are those that were read so far."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._made: dict[object, Any] = {}
        self.files: list[str] = []

    def of_folder(self, path: str) -> Settings:
        """Return what the folder of a file says, without options and overrides; raises
        BadSettings."""
        options = self._options
        config = options.config
        if config is not None:
            return self._once(("settings", config), lambda: self._settings(config, Path.cwd()))
        # Looking upwards costs more than a dictionary, and a folder holds many files.
        folder = os.path.dirname(os.path.abspath(path))
        found = self._once(
            ("folder", folder), lambda: settings_file(path) if options.with_config else None
        )
        if found is None:
            return self._once(("default", folder), lambda: default_settings(path))
        return self._once(("settings", found), lambda: self._settings(found))

    def settings(self, path: str) -> Settings:
        """Return the settings of a file; raises BadSettings."""
        options = self._options
        own = self.of_folder(path).of(path)
        given: dict[str, Any] = {
            "fail_on": options.fail_on,
            "min_severity": options.min_severity,
            "model": options.model,
            "rules": None if options.rules is None else tuple(map(Path, options.rules)),
            "baseline": None if options.baseline is None else Path(options.baseline),
        }
        return replace(own, **{name: value for name, value in given.items() if value is not None})

    def rules(self, settings: Settings) -> RuleSet:
        """Return the rules for a file: those that its settings name, else those of SLANT_RULES.

        Raises BadRules or CannotRead, and SlantError where there is nothing at all to check with.
        """
        if settings.rules is None:
            from analysis.rules.files.served import served_rules

            rules: RuleSet = self._once("served", served_rules)
        else:
            rules = self._once(settings.rules, lambda: self._rules(settings.rules or ()))
        if not rules.rules and not settings.model:
            if settings.rules:
                advice = "write some, or leave --no-model out"
                raise SlantError(f"There is no rule in {rules.name}: {advice}.")
            raise SlantError(NOTHING_TO_CHECK)
        return rules

    def baseline(self, settings: Settings) -> Baseline | None:
        """Return the baseline for a file, None if it has none; raises BadBaseline."""
        path = settings.baseline
        if path is None or not self._options.with_baseline:
            return None
        return self._once(("baseline", path), lambda: self._baseline(path))

    def _settings(self, path: str | Path, folder: Path | None = None) -> Settings:
        self.files.append(str(path))
        return read_settings(path, folder)

    def _rules(self, paths: tuple[Path, ...]) -> RuleSet:
        from analysis.rules.files.rule_files import read_rules, rule_files
        from analysis.rules.rule import joined

        for path in paths:
            self.files += map(str, rule_files(path))
        return joined([read_rules(path) for path in paths])

    def _baseline(self, path: Path) -> Baseline:
        from analysis.rules.linting.baseline import read_baseline

        self.files.append(str(path))
        return read_baseline(path)

    def _once(self, key: object, make: Callable[[], _Made]) -> _Made:
        if key not in self._made:
            try:
                self._made[key] = make()
            except SlantError as error:
                self._made[key] = error
        made = self._made[key]
        if isinstance(made, SlantError):
            raise made
        return made  # type: ignore[no-any-return]
