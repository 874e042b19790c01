"""Try rules on the articles of an archive, without the networks.

What needs them is told more simply: the outlet's own words are those outside quotation marks, so
that a report of what somebody said counts as the outlet's, and a headline is what the archive gives
as title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from analysis.columns import frame
from analysis.rules.matching.matcher import matcher
from analysis.rules.rule import Rule, RuleSet
from analysis.rules.trial.archive import ArchiveArticle
from analysis.rules.trial.counting import Counted, Counting, Example
from analysis.rules.trial.frames import EXAMPLES, TRIED, Trial
from analysis.rules.trial.workers import counted_by_workers

NEARLY_ALL = 0.5
"""Share of the articles from which on a rule reports too much to be read."""

_NOTICES = 5
_EMPTY = "The archive has no articles."


@dataclass
class _Tally:
    """What was counted of one rule, and the examples chosen so far."""

    rule: Rule
    chance: Random
    own: int = 0
    quoted: int = 0
    hits: int = 0
    articles: int = 0
    applied: bool = False
    examples: list[Example] = field(default_factory=list)

    def add(self, own: int, quoted: int, hits: int, example: Example | None, wanted: int) -> None:
        """Add what was found in one article."""
        self.own += own
        self.quoted += quoted
        self.hits += hits
        if example is None:
            return
        self.articles += 1
        # Reservoir sampling (Vitter 1985, algorithm R): each article has the same chance, and no
        # more than the chosen ones are kept.
        if len(self.examples) >= wanted:
            place = self.chance.randrange(self.articles)
            if place >= wanted:
                return
            del self.examples[place]
        self.examples.append(example)


def try_rules(
    rules: RuleSet,
    articles: Iterable[ArchiveArticle],
    tried: Sequence[str] | None = None,
    *,
    examples: int = 5,
    seed: int = 1,
    processes: int = 1,
) -> Trial:
    """Return how often rules would report something in ``articles``, with examples.

    ``tried`` are ids of ``rules``, None for all but those that only accept; words that are accepted
    by a live rule are left alone, as everywhere. A rule for some sections or paths is tried on
    articles of these only. ``examples`` is how many articles of each rule are chosen by chance;
    ``seed`` decides the choice, which for one rule does not depend on the others. More than one of
    ``processes`` work on a large archive at the same time, with the same result. Raises BadRules
    and what the articles raise.
    """
    chosen = tuple(
        rule
        for rule in rules.rules
        if rule.kind != "accept" and (tried is None or rule.rule in tried)
    )
    accepting = tuple(
        rule for rule in rules.rules if rule.kind == "accept" and rule.state == "live"
    )
    counting = Counting(chosen, accepting, rules.name, seed)
    matcher(counting.rules)  # raises BadRules before the work begins
    tallies = {rule.rule: _Tally(rule, Random(f"{seed}/{rule.rule}")) for rule in chosen}
    notices: dict[str, None] = {}
    number, titled = 0, False
    for counted in _counted(counting, articles, processes):
        number += 1
        titled = titled or counted.titled
        notices.update(dict.fromkeys(counted.notices))
        for name in counted.applied:
            tallies[name].applied = True
        for name, found in counted.found.items():
            tallies[name].add(*found, wanted=examples)
    if not number:
        return _trial(list(tallies.values()), 0, titled, [_EMPTY])
    not_tried = [_not_tried(one) for one in tallies.values() if not _looked(one, titled)]
    said = [*not_tried, *list(notices)[:_NOTICES]]
    return _trial(list(tallies.values()), number, titled, said)


def _counted(
    counting: Counting, articles: Iterable[ArchiveArticle], processes: int
) -> Iterator[Counted]:
    if processes > 1:
        yield from counted_by_workers(counting, articles, processes)
    else:
        for number, article in enumerate(articles):
            yield counting.count(number, article)


def _looked(one: _Tally, titled: bool) -> bool:
    """Whether the archive has anything at which a rule looks."""
    return one.applied and (titled or one.rule.parts != ("headline",))


def _not_tried(one: _Tally) -> str:
    """Return the sentence on a rule that could find nothing in an archive of this kind."""
    rule = one.rule
    if one.applied:
        return (
            f"{rule.rule} was not tried: it looks at headlines, and no article of the archive has "
            "a title; the column that holds them is named with --column title=NAME."
        )
    limits = [f"sections {', '.join(rule.sections)}"] if rule.sections else []
    limits += [f"paths {', '.join(rule.paths)}"] if rule.paths else []
    return (
        f"{rule.rule} was not tried: no article of the archive is of its {' and '.join(limits)}; "
        "the column that holds the sections is named with --column section=NAME."
    )


def _trial(tallies: Sequence[_Tally], articles: int, titled: bool, notices: Sequence[str]) -> Trial:
    count = max(articles, 1)
    tried: dict[str, list[object]] = {
        "rule": [one.rule.rule for one in tallies],
        "state": [one.rule.state for one in tallies],
        "severity": [one.rule.severity for one in tallies],
        "tried": [_looked(one, titled) for one in tallies],
        "own": [one.own for one in tallies],
        "quoted": [one.quoted for one in tallies],
        "hits": [one.hits for one in tallies],
        "articles": [one.articles for one in tallies],
        "share": [one.articles / count for one in tallies],
        "per_1000": [1000 * one.hits / count for one in tallies],
    }
    shown = [
        (one.rule.rule, example)
        for one in tallies
        for example in sorted(one.examples, key=lambda example: example.article)
    ]
    rows: dict[str, list[object]] = {"rule": [rule for rule, _ in shown]}
    for name in list(EXAMPLES)[1:]:
        rows[name] = [getattr(example, name) for _, example in shown]
    return Trial(frame(tried, TRIED), frame(rows, EXAMPLES), articles, tuple(notices))
