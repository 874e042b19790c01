"""Regular expressions of all rules: which a text can match at all, and running these in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import regex

from analysis.rules.matching.literals import plain, searched
from analysis.rules.matching.patterns import compiled
from analysis.rules.matching.places import Place
from analysis.rules.rule import Rule

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

RULE_SECONDS = 0.2
"""Processor time that one regular expression may take in one article. An ordinary one takes some
microseconds for 600 words; one that takes this long will take for ever on another article."""

ALL_SECONDS = 2.0
"""Processor time that all regular expressions together may take in one article."""

_MOST_THREADS = 4
"""Threads for whose time an expression is given a second try."""

STOPPED_IN_A_ROW = 3
"""Articles in a row in which an expression must be stopped to be put to rest."""

REST_SECONDS = 600.0
"""Time for which an expression at rest is not tried, so that one bad rule does not slow down every
article of an archive or of a server."""

LONG_TEXT = 20_000
"""Characters from which a text is so long that an expression is not to blame for its time."""


class Expression:
    """One rule's regular expression, and how often it was stopped lately.

    Threads share it: each of its fields is set at once, and to set one twice does no harm.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.stopped = 0
        self.rests_until = 0.0

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The compiled expression; made when a text first asks for it, as few texts do."""
        return compiled(self.rule)


@dataclass(frozen=True)
class Found:
    """What expressions found: the places of each rule by the rule's number, and notices."""

    places: dict[int, list[Place]]
    notices: list[str]


class Expressions:
    """The regular expressions of ``rules``, which are given with their numbers."""

    def __init__(self, rules: Iterable[tuple[int, Rule]]) -> None:
        self._expressions = {number: Expression(rule) for number, rule in rules}
        self._always: list[int] = []
        self._needing: dict[str, list[int]] = {}
        for number, expression in self._expressions.items():
            read = plain(expression.rule.pattern)
            if read is None or not read.needed:
                self._always.append(number)
            for literal in read.needed if read else ():
                self._needing.setdefault(literal, []).append(number)
        self._literals = list(self._needing)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._literals)

    def possible(self, text: str) -> list[int]:
        """Return the numbers of those that can match a text: it has a literal that they need."""
        numbers = set(self._always)
        if self._literals:
            hits = self._automaton.find_matches_as_indexes(searched(text), overlapping=True)
            for literal in {hit[0] for hit in hits}:
                numbers.update(self._needing[self._literals[literal]])
        return sorted(numbers)

    def find(self, text: str, wanted: Callable[[int, Place], bool], most: int) -> Found:
        """Return where expressions match a text, for each rule at most ``most`` places that are
        ``wanted`` (rule's number, place), and what was cut off."""
        found = Found({}, [])
        untried: list[str] = []
        end = time.thread_time() + ALL_SECONDS
        # What was stopped lately comes last, so that it takes no time from the others.
        for number in sorted(self.possible(text), key=lambda n: self._expressions[n].stopped > 0):
            expression = self._expressions[number]
            left = end - time.thread_time()
            if left <= 0:
                untried.append(expression.rule.rule)
            elif time.monotonic() < expression.rests_until:
                found.notices.append(_resting(expression.rule))
            else:
                seconds = min(RULE_SECONDS, left)
                places, notice = _run(expression, text, seconds, partial(wanted, number), most)
                if places:
                    found.places[number] = places
                if notice:
                    found.notices.append(notice)
        if untried:
            found.notices.append(_untried(untried))
        return found


def _run(
    expression: Expression, text: str, seconds: float, wanted: Callable[[Place], bool], most: int
) -> tuple[list[Place], str]:
    """Return the places of one expression, by start, and a notice or nothing."""
    name = expression.rule.rule
    places: list[Place] = []
    try:
        own, whole = time.thread_time(), time.process_time()
        try:
            empty = _search(expression, text, seconds, wanted, most, places)
        except TimeoutError:
            # The package counts the time of all threads; where others were busy too, this one has
            # had too little.
            own, whole = time.thread_time() - own, time.process_time() - whole
            if own > seconds / 2:
                raise
            longer = seconds * min(whole / max(own, 1e-3), _MOST_THREADS)
            places.clear()
            empty = _search(expression, text, longer, wanted, most, places)
    except (TimeoutError, MemoryError):
        if len(text) <= LONG_TEXT and seconds >= RULE_SECONDS:
            expression.stopped += 1
            if expression.stopped >= STOPPED_IN_A_ROW:
                expression.rests_until = time.monotonic() + REST_SECONDS
        return sorted(places), (
            f"The rule {name} was stopped after {seconds:.1g} seconds: make its pattern simpler."
        )
    except (regex.error, RecursionError):
        return [], f"The rule {name} could not be tried: make its pattern simpler."
    expression.stopped = 0
    if empty and not places:
        return [], (
            f"The rule {name} matches places without a character only, which are not reported: "
            "make its pattern match what is to be found."
        )
    return sorted(places), ""


def _search(
    expression: Expression,
    text: str,
    seconds: float,
    wanted: Callable[[Place], bool],
    most: int,
    places: list[Place],
) -> bool:
    """Add to ``places`` what is wanted; return whether it matches where no character is."""
    empty = False
    # Without the interpreter's lock, so that a slow expression holds up no other thread.
    for match in expression.pattern.finditer(text, timeout=seconds, concurrent=True):
        place = match.span()
        if place[0] == place[1]:
            empty = True
        elif wanted(place):
            places.append(place)
            if len(places) >= most:
                break
    return empty


def _resting(rule: Rule) -> str:
    return (
        f"The rule {rule.rule} was not tried, because it was stopped in {STOPPED_IN_A_ROW} "
        f"articles in a row, and rests for {REST_SECONDS / 60:.0f} minutes: "
        "make its pattern simpler."
    )


def _untried(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    several = len(names) > 1
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    return (
        f"The rule{'s' * several} {shown}{more} {'were' if several else 'was'} not tried, because "
        f"all regular expressions together took more than {ALL_SECONDS:.1g} seconds: "
        "make those simpler that were stopped."
    )
