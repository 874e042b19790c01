"""All places where the patterns of a set of rules match a text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import merge
from itertools import islice
from threading import Lock

from analysis.rules.errors import BadRules
from analysis.rules.matching.exempt import Exempt
from analysis.rules.matching.expressions import Expressions
from analysis.rules.matching.folding import normal_text
from analysis.rules.matching.patterns import pattern_problem
from analysis.rules.matching.places import Addresses, Place, longest_leftmost
from analysis.rules.matching.terms import Occurrences, Terms
from analysis.rules.rule import Rule, RuleSet

MOST_MATCHES = 200
"""Matches of one rule that are reported in one article; a rule with more says nothing, and would
hide all others."""

KEPT_MATCHERS = 8
"""Matchers that are kept: those of the sets of rules that were used last."""


@dataclass(frozen=True)
class Match:
    """``rule``'s pattern matches ``text[start:end]``, which is not empty."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True)
class Matches:
    """What was found, in reading order, and sentences on what was cut off.

    ``accepted`` are the places of accepted words, in reading order. What lies inside one is left
    out of ``found`` already, unless the rule that accepts it is limited to sections or paths: which
    article is meant the caller knows.
    """

    found: tuple[Match, ...]
    notices: tuple[str, ...] = ()
    accepted: tuple[Match, ...] = ()


class Matcher:
    """The patterns of ``rules`` (all of them, drafts too); raises BadRules for one that is none.

    Several threads can use one matcher.
    """

    def __init__(self, rules: RuleSet) -> None:
        for rule in rules.rules:
            if problem := pattern_problem(rule):
                raise BadRules(rules.name, problem, rule=rule.rule)
        self._rules = rules.rules
        self._terms = [Terms(rules.rules, exact) for exact in (False, True)]
        self._expressions = Expressions(
            (number, rule) for number, rule in enumerate(rules.rules) if rule.kind == "regex"
        )

    def matches(self, text: str) -> Matches:
        """Return where the patterns match, without regard to voices, parts, sections and paths;
        exceptions and accepted words are left out already.

        Matches of different rules may overlap. Of those of one rule that do, the leftmost is taken,
        of several there the longest; in a regular expression its own order decides.
        """
        words = Occurrences()
        if any(self._terms):
            normal, addresses = normal_text(text), Addresses(text)
            for terms in self._terms:
                terms.find(normal, addresses, words)
        exempt = Exempt(self._rules, text, words)

        def reported(number: int, place: Place) -> bool:
            return not exempt.holds(number, place)

        expressions = self._expressions.find(text, reported, MOST_MATCHES + 1)
        found: dict[int, Iterable[Place]] = {
            number: longest_leftmost(filter(partial(reported, number), _in_order(places)))
            for number, places in words.matches.items()
        }
        notices = expressions.notices
        matches: list[Match] = []
        for number, places in (found | expressions.places).items():
            rule = self._rules[number]
            first = list(islice(places, MOST_MATCHES + 1))
            if len(first) > MOST_MATCHES:
                notices.append(
                    f"The rule {rule.rule} matches more than {MOST_MATCHES} times, and only the "
                    "first of these are reported: make its pattern narrower."
                )
            matches += (Match(rule, *place) for place in first[:MOST_MATCHES])
        accepted = [Match(self._rules[number], *place) for number, place in exempt.accepted]
        return Matches(_sorted(matches), tuple(notices), _sorted(accepted))


def _in_order(places: Sequence[Sequence[Place]]) -> Iterable[Place]:
    """Return the places of one rule's terms by start, the longest first."""
    if len(places) == 1:
        return places[0]
    return merge(*places, key=lambda place: (place[0], -place[1]))


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (match.start, match.end, match.rule.rule)))


_matchers: OrderedDict[str, Matcher] = OrderedDict()
_kept = Lock()
_making = Lock()


def matcher(rules: RuleSet) -> Matcher:
    """Return the matcher of ``rules``, made once for rules that say the same; raises BadRules."""
    made = _kept_matcher(rules.digest)
    if made is None:
        with _making:  # One thread makes it, and others that ask for it wait.
            made = _kept_matcher(rules.digest) or Matcher(rules)
            with _kept:
                _matchers[rules.digest] = made
                if len(_matchers) > KEPT_MATCHERS:
                    _matchers.popitem(last=False)
    return made


def _kept_matcher(digest: str) -> Matcher | None:
    with _kept:
        made = _matchers.get(digest)
        if made is not None:
            _matchers.move_to_end(digest)
        return made
