"""One run of linting over files, folders, globs and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable, SlantError
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.rules.errors import BadRules
from analysis.rules.linting.choices import NO_RULES, ONLY_DRAFTS, Choices, Options
from analysis.rules.linting.files import SUFFIXES, content_of, named_files

if TYPE_CHECKING:
    from analysis.rules.linting.baseline import Baseline
    from analysis.rules.linting.linted import Linted
    from analysis.rules.linting.settings import Settings
    from analysis.rules.rule import RuleSet

STANDARD_INPUT = "-"
NO_NAME = "<stdin>"
"""What standard input is called where no file is named for it."""


class Session:
    """Lints ``files`` (names, folders, globs, ``-``) with ``options``.

    ``say`` gets each sentence that a person is to read beside the findings. ``done`` are the files
    linted so far, ``read`` the names of those opened; ``troubles`` are what could not be done: the
    sentence that was said, and the file it is about or None.
    """

    def __init__(self, files: Sequence[str], options: Options, say: Callable[[str], None]) -> None:
        self._files = files
        self._options = options
        self._choices = Choices(options)
        self._say = say
        self._baselines: dict[int, tuple[Baseline, str, list[Linted]]] = {}
        self.done: list[Linted] = []
        self.read: list[str] = []
        self.troubles: dict[str, str | None] = {}

    @property
    def rule_files(self) -> list[str]:
        """The files of rules, settings and baselines that were read so far."""
        return self._choices.files

    def lint(self) -> Iterator[Linted]:
        """Lint one file after the other; say at the end what baselines hold that is gone."""
        said: set[str] = set()
        for name in self._names():
            path = self._options.stdin_name if name == STANDARD_INPUT else name
            try:
                place = path or os.path.join(os.curdir, NO_NAME)
                settings = self._choices.settings(place)
                rules = self._choices.rules(settings)
                baseline = self._choices.baseline(settings)
            except SlantError as error:
                self._trouble(error.message, None)
                continue
            missing = self._missing(rules)
            if missing and missing not in said:
                said.add(missing)
                self._say(missing)
            linted = self._linted(name, path, rules, settings, baseline)
            if linted:
                yield linted
        self._say_what_is_gone()

    def _linted(
        self,
        name: str,
        path: str | None,
        rules: RuleSet,
        settings: Settings,
        baseline: Baseline | None,
    ) -> Linted | None:
        from analysis.rules.linting.linted import lint
        from analysis.rules.source.source import read_source

        called = path or NO_NAME
        try:
            source = read_source(self._content(name), called)
            linted = lint(
                source,
                rules,
                settings,
                path=path,
                section=self._options.section,
                baseline=baseline,
                with_drafts=self._options.with_drafts,
            )
        except (BadRules, ModelUnavailable) as error:
            self._trouble(error.message, None)
            return None
        except SlantError as error:
            message = error.message
            begins = message.startswith((called, repr(called)))
            self._trouble(message if begins else f"{called}: {message}", called)
            return None
        for notice in linted.notices:
            self._say(f"{called}: {notice}")
        self.done.append(linted)
        if baseline is not None and path is not None:
            users = self._baselines.setdefault(id(baseline), (baseline, str(settings.baseline), []))
            users[2].append(linted)
        return linted

    def _content(self, name: str) -> bytes:
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        content = content_of(name)
        self.read.append(name)
        return content

    def _names(self) -> Iterator[str]:
        """Yield the names of the files, each file once."""
        seen: set[str] = set()
        for argument in self._files:
            if argument == STANDARD_INPUT:
                yield argument
                continue
            found = excluded = 0
            try:
                for name, searched in named_files(argument):
                    found += 1
                    real = os.path.realpath(name)
                    if searched and self._is_excluded(name):
                        excluded += 1
                    elif real not in seen:
                        seen.add(real)
                        yield name
            except SlantError as error:
                self._trouble(error.message, None)
            else:
                if not found:
                    kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
                    self._say(f"{argument} holds no file that ends in {kinds}.")
                elif excluded == found:
                    self._say(
                        f"{argument}: the settings exclude all of it; name a file by itself to "
                        "have it linted."
                    )

    def _missing(self, rules: RuleSet) -> str:
        """Return what is to be said of rules that find nothing, whatever the text is."""
        if not rules.rules:
            return NO_RULES
        return "" if rules.live.rules or self._options.with_drafts else ONLY_DRAFTS

    def _is_excluded(self, name: str) -> bool:
        try:
            return self._choices.of_folder(name).excludes(name)
        except SlantError:
            return False  # said when the file is linted

    def _trouble(self, message: str, path: str | None) -> None:
        if message not in self.troubles:
            self.troubles[message] = path
            self._say(message)

    def _say_what_is_gone(self) -> None:
        for baseline, name, files in self._baselines.values():
            count = sum(baseline.gone({one.path: one.looked_at for one in files}).values())
            if count:
                occur = "1 of its findings no longer occurs"
                if count > 1:
                    occur = f"{count} of its findings no longer occur"
                self._say(f"{name}: {occur}; --write-baseline removes what is gone.")
