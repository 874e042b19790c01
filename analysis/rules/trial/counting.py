"""What rules would report in one article, without the networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from analysis.rules.checking.scopes import Where
from analysis.rules.matching.matcher import Match, matcher
from analysis.rules.rule import Rule, RuleSet
from analysis.rules.trial.archive import ArchiveArticle
from analysis.rules.trial.places import Places
from analysis.text.one_line import one_line

CONTEXT = 60
"""Characters of an example before and after the hit."""


@dataclass(frozen=True)
class Example:
    """One hit of an article to look at; the fields are columns of ``EXAMPLES``."""

    article: int
    name: str
    before: str
    text: str
    after: str
    quoted: bool


@dataclass
class Count:
    """What one rule found in one article; the fields are columns of ``TRIED``."""

    own: int = 0
    quoted: int = 0
    hits: list[tuple[Match, bool]] = field(default_factory=list, repr=False)


@dataclass(frozen=True)
class Counted:
    """What was found in one article: by rule the places of its own voice, the quoted ones, the
    hits and one of them as an example; the rules that are for such an article; and notices."""

    found: dict[str, tuple[int, int, int, Example | None]]
    applied: frozenset[str]
    titled: bool
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Counting:
    """Counts what ``chosen`` rules would report, while the words that ``accepting`` rules accept
    are left alone. ``seed`` decides which hit of an article is the example."""

    chosen: tuple[Rule, ...]
    accepting: tuple[Rule, ...]
    name: str
    seed: int

    @cached_property
    def rules(self) -> RuleSet:
        """The rules that are tried."""
        return RuleSet(self.chosen, self.name)

    @cached_property
    def _accepting(self) -> RuleSet:
        return RuleSet(self.accepting, self.name)

    def count(self, number: int, article: ArchiveArticle) -> Counted:
        """Return what is found in the article with this number in the archive."""
        text, headline = whole(article)
        where = Where(article.section, article.path)
        applied = frozenset(rule.rule for rule in self.chosen if where.applies(rule))
        matches = matcher(self.rules).matches(text)
        here = [match for match in matches.found if match.rule.rule in applied]
        if here and self.accepting:
            here = self._not_accepted(here, text, where)
        found: dict[str, tuple[int, int, int, Example | None]] = {}
        for rule, count in _counts(text, headline, here).items():
            example = None
            if count.hits:
                chance = Random(f"{self.seed}/{rule}/{number}")
                match, quoted = count.hits[chance.randrange(len(count.hits))]
                example = _example(number, article.name, text, match, quoted)
            found[rule] = (count.own, count.quoted, len(count.hits), example)
        return Counted(found, applied, headline > 0, matches.notices)

    def _not_accepted(self, found: Sequence[Match], text: str, where: Where) -> list[Match]:
        """Return the matches that do not lie wholly inside accepted words. These are looked for
        only where something was found, which spares most articles of an archive that search."""
        accepted = [
            match
            for match in matcher(self._accepting).matches(text).accepted
            if where.applies(match.rule)
        ]
        return [
            match
            for match in found
            if not any(one.start <= match.start and match.end <= one.end for one in accepted)
        ]


def whole(article: ArchiveArticle) -> tuple[str, int]:
    """Return an article's text with its headline, and where the headline ends."""
    title = article.title.strip()
    if not title:
        return article.text, 0
    if article.text.startswith(title):
        return article.text, len(title)
    return f"{title}\n\n{article.text}", len(title)


def _counts(text: str, headline: int, matches: Sequence[Match]) -> dict[str, Count]:
    places = Places(text)
    counts: dict[str, Count] = {}
    seen: Counter[tuple[object, ...]] = Counter()
    for match in matches:
        rule = match.rule
        begins, ends = match.start < headline, match.end <= headline
        parts = {"headline"} if ends else {"body"} if not begins else {"headline", "body"}
        if not parts.issubset(rule.parts):
            continue
        if rule.kind != "regex" and places.crosses(match.start, match.end):
            continue
        count = counts.setdefault(rule.rule, Count())
        quoted = places.quoted(match.start, match.end)
        if quoted:
            count.quoted += 1
        else:
            count.own += 1
        if not _is_about(rule, quoted):
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
        count.hits.append((match, quoted))
    return counts


def _is_about(rule: Rule, quoted: bool) -> bool:
    """Whether a rule is about words inside quotation marks, or about those outside."""
    if quoted:
        return "quoted" in rule.voices
    return "outlet" in rule.voices or "reported" in rule.voices


def _example(number: int, name: str, text: str, match: Match, quoted: bool) -> Example:
    # Twice the characters, of which white space may take a part before it is one line. The bars
    # keep a space beside the hit.
    before = one_line(text[max(0, match.start - 2 * CONTEXT) : match.start] + "|")[:-1]
    after = one_line("|" + text[match.end : match.end + 2 * CONTEXT])[1:]
    if match.start > 2 * CONTEXT or len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:]
    if match.end + 2 * CONTEXT < len(text) or len(after) > CONTEXT:
        after = after[:CONTEXT] + "…"
    words = one_line(text[match.start : match.end])
    return Example(number, one_line(name), before, words, after, quoted)
