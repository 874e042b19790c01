"""Which matches of house rules are reported: by section, path, part, voice and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE
from analysis.rules.checking.observing.observed import Observed
from analysis.rules.errors import BadRules
from analysis.rules.rule import Rule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from analysis.rules.checking.observing.places import Places
    from analysis.rules.matching.matcher import Match


@dataclass(frozen=True)
class Where:
    """The section and the path of the article that is checked, each empty if it is not known."""

    section: str = ""
    path: str = ""

    def applies(self, rule: Rule) -> bool:
        """Return whether a rule is for articles of this section and path.

        Sections are compared without regard to case; paths are read as the patterns of a
        ``.gitignore`` file are. A rule with sections or paths is not for an article of which they
        are not known. Raises BadRules for a path that is no such pattern.
        """
        if rule.sections:
            own = self.section.strip().casefold()
            if not own or own not in {one.strip().casefold() for one in rule.sections}:
                return False
        if rule.paths:
            own = self.path.replace("\\", "/").removeprefix("./")
            return bool(own) and _spec(rule.paths, rule.rule).match_file(own)
        return True


@lru_cache(1_000)
def _spec(paths: tuple[str, ...], rule: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(paths)
    except ValueError as error:
        raise BadRules(
            "house rules", f"{', '.join(paths)} is no pattern of paths as in .gitignore", rule=rule
        ) from error


@dataclass(frozen=True)
class Hit:
    """A match of a rule that is in its scope, with the number of its sentence, its voice and its
    part."""

    match: Match
    sentence: int
    voice: str
    part: str


def hits(found: Iterable[Match], observed: Observed, places: Places, where: Where) -> list[Hit]:
    """Return the matches that are to be reported, in the order given, which is reading order."""
    applies: dict[str, bool] = {}
    kept = []
    for match in found:
        rule = match.rule
        if rule.rule not in applies:
            applies[rule.rule] = where.applies(rule)
        if not applies[rule.rule]:
            continue
        hit = _hit(match, observed, places)
        if hit is not None:
            kept.append(hit)
    return _beyond(kept, observed)


def _hit(match: Match, observed: Observed, places: Places) -> Hit | None:
    """Return a match with its place, None if the rule does not look there.

    A match over several sentences belongs to the first. It is left out if one of them is
    furniture or a part that the rule is not about; words and phrases are left out too if they
    begin in one paragraph or part and end in another, where they only happen to meet.
    """
    rule = match.rule
    first, last = places.sentences(match.start, match.end)
    touched = observed.sentences[first : last + 1]
    parts = {one.part for one in touched}
    if FURNITURE in parts or not parts.issubset(rule.parts):
        return None
    if rule.kind != "regex" and (len(parts) > 1 or touched[0].paragraph != touched[-1].paragraph):
        return None
    voice = places.voice(match.start, match.end)
    return Hit(match, first, voice, touched[0].part) if voice in rule.voices else None


def _beyond(found: Sequence[Hit], observed: Observed) -> list[Hit]:
    """Return the hits without the first ``most`` of each rule that has such a number, counted
    within the sentence, the paragraph or the text."""
    seen: Counter[tuple[str, int]] = Counter()
    kept = []
    for hit in found:
        rule = hit.match.rule
        if rule.most:
            within = {
                "sentence": hit.sentence,
                "paragraph": observed.sentences[hit.sentence].paragraph,
                "text": 0,
            }[rule.within]
            seen[rule.rule, within] += 1
            if seen[rule.rule, within] <= rule.most:
                continue
        kept.append(hit)
    return kept
