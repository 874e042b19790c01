"""Try rules on the articles of an archive, without the networks.

What needs them is told more simply: the outlet's own words are those outside quotation marks, so
that a report of what somebody said counts as the outlet's, and a headline is what the archive gives
as title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from analysis.columns import frame
from analysis.rules.checking.scopes import Where
from analysis.rules.matching.matcher import Match, matcher
from analysis.rules.rule import Rule, RuleSet
from analysis.rules.trial.archive import ArchiveArticle
from analysis.rules.trial.frames import EXAMPLES, TRIED, Trial
from analysis.rules.trial.places import Places
from analysis.text.one_line import one_line

CONTEXT = 60
"""Characters of an example before and after the hit."""

NEARLY_ALL = 0.5
"""Share of the articles from which on a rule reports too much to be read."""

_NOTICES = 5
_EMPTY = "The archive has no articles."


@dataclass
class _Example:
    article: int
    name: str
    before: str
    text: str
    after: str
    quoted: bool


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
    examples: list[_Example] = field(default_factory=list)


def try_rules(
    rules: RuleSet,
    articles: Iterable[ArchiveArticle],
    tried: Sequence[str] | None = None,
    *,
    examples: int = 5,
    seed: int = 1,
) -> Trial:
    """Return how often rules would report something in ``articles``, with examples.

    ``tried`` are ids of ``rules``, None for all but those that only accept; words that are accepted
    by a live rule are left alone, as everywhere. A rule for some sections or paths is tried on
    articles of these only. ``examples`` is how many articles of each rule are chosen by chance;
    ``seed`` decides the choice, which for one rule does not depend on the others. Raises BadRules.
    """
    chosen = [
        rule
        for rule in rules.rules
        if rule.kind != "accept" and (tried is None or rule.rule in tried)
    ]
    accepting = [rule for rule in rules.rules if rule.kind == "accept" and rule.state == "live"]
    find = matcher(RuleSet((*chosen, *accepting), rules.name)).matches
    tallies = {rule.rule: _Tally(rule, Random(f"{seed}/{rule.rule}")) for rule in chosen}
    notices: dict[str, None] = {}
    number = -1
    titled = False
    for number, article in enumerate(articles):
        text, headline = _whole(article)
        titled = titled or headline > 0
        where = Where(article.section, article.path)
        looking = {name for name, one in tallies.items() if where.applies(one.rule)}
        for name in looking:
            tallies[name].applied = True
        found = find(text)
        notices.update(dict.fromkeys(found.notices))
        if found.found:
            matches = [match for match in found.found if match.rule.rule in looking]
            _count(number, article.name, text, headline, matches, tallies, examples)
    if number < 0:
        return _trial(list(tallies.values()), 0, titled, [_EMPTY])
    not_tried = [_not_tried(one) for one in tallies.values() if not _looked(one, titled)]
    said = [*not_tried, *list(notices)[:_NOTICES]]
    return _trial(list(tallies.values()), number + 1, titled, said)


def _whole(article: ArchiveArticle) -> tuple[str, int]:
    """Return an article's text with its headline, and where the headline ends."""
    title = article.title.strip()
    if not title:
        return article.text, 0
    if article.text.startswith(title):
        return article.text, len(title)
    return f"{title}\n\n{article.text}", len(title)


def _count(
    number: int,
    name: str,
    text: str,
    headline: int,
    matches: Sequence[Match],
    tallies: dict[str, _Tally],
    examples: int,
) -> None:
    places = Places(text)
    hits: dict[str, list[tuple[Match, bool]]] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for match in matches:
        rule = match.rule
        begins, ends = match.start < headline, match.end <= headline
        parts = {"headline"} if ends else {"body"} if not begins else {"headline", "body"}
        if not parts.issubset(rule.parts):
            continue
        if rule.kind != "regex" and places.crosses(match.start, match.end):
            continue
        tally = tallies[rule.rule]
        quoted = places.quoted(match.start, match.end)
        if quoted:
            tally.quoted += 1
        else:
            tally.own += 1
        if not _speaks(rule, quoted):
            continue
        if rule.most:
            group: object = None
            if rule.within == "paragraph":
                group = places.paragraph(match.start)
            elif rule.within == "sentence":
                group = places.sentence(match.start)
            seen[rule.rule, group] += 1
            if seen[rule.rule, group] <= rule.most:
                continue
        hits.setdefault(rule.rule, []).append((match, quoted))
    for rule_id, found in hits.items():
        tally = tallies[rule_id]
        tally.hits += len(found)
        tally.articles += 1
        # Reservoir sampling (Vitter 1985, algorithm R): each article has the same chance, and no
        # more than the chosen ones are kept.
        place = len(tally.examples)
        if place >= examples:
            place = tally.chance.randrange(tally.articles)
            if place >= examples:
                continue
            del tally.examples[place]
        match, quoted = found[tally.chance.randrange(len(found))]
        tally.examples.append(_example(number, name, text, match, quoted))


def _speaks(rule: Rule, quoted: bool) -> bool:
    """Whether a rule is about words inside quotation marks, or about those outside."""
    if quoted:
        return "quoted" in rule.voices
    return "outlet" in rule.voices or "reported" in rule.voices


def _example(number: int, name: str, text: str, match: Match, quoted: bool) -> _Example:
    # Twice the characters, of which white space may take a part before it is one line.
    before = one_line(text[max(0, match.start - 2 * CONTEXT) : match.start] + "|")[:-1]
    after = one_line("|" + text[match.end : match.end + 2 * CONTEXT])[1:]
    if match.start > 2 * CONTEXT or len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:]
    if match.end + 2 * CONTEXT < len(text) or len(after) > CONTEXT:
        after = after[:CONTEXT] + "…"
    words = one_line(text[match.start : match.end])
    return _Example(number, one_line(name), before, words, after, quoted)


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
