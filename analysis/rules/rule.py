"""What a house rule is. Files of rules become these records, and these records become a matcher."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from hashlib import sha256

SEVERITIES = ("note", "warning", "error")
"""From low to high."""

KINDS = ("words", "phrase", "regex", "accept")
"""What a pattern is:

* ``words``: one or more words or terms separated by ``|``, each matched as whole words;
* ``phrase``: one sequence of words, whatever white space stands between them;
* ``regex``: a regular expression as the package ``regex`` reads it, searched with a time limit;
* ``accept``: as ``words``; no finding that lies wholly inside one of them is reported.
"""

CASES = ("ignore", "exact")
"""Whether upper and lower case are the same to a pattern. Straight and curly apostrophes and
hyphens always are to ``words`` and ``phrase``."""

STATES = ("draft", "live")
"""A draft is only tried; linting, the API and the page use live rules."""

RULE_VOICES = ("outlet", "reported", "quoted")
"""Voices that a rule can be about. A sentence of the voice ``mixed`` counts by the place itself:
``quoted`` inside a quotation or a quoted statement, ``reported`` inside a reported one, else
``outlet``."""

RULE_PARTS = ("headline", "body")
"""Parts of an article that a rule can be about; furniture is never looked at."""

WITHIN = ("sentence", "paragraph", "text")
"""Where ``most`` counts."""


@dataclass(frozen=True)
class Rule:
    """One house rule.

    ``rule`` is its id: lower-case letters, digits, ``.``, ``-`` and ``_``, at most 80 characters;
    unique in its set. ``pattern``, ``kind`` and ``case`` say what is found, ``message`` is what an
    editor reads, ``plainer`` are wordings at hand, the best first (may be empty). ``exceptions``
    are matches that are left alone, compared as the pattern is. ``voices`` and ``parts`` are where
    the rule looks; ``sections`` and ``paths`` (globs, as in ``.gitignore``) limit it to articles of
    these, empty for all. With ``most`` (1 or more) only what goes beyond that number of matches
    ``within`` a sentence, a paragraph or the text is reported. ``reason`` says why the house has
    the rule, ``link`` where that is written, ``revision`` counts its wordings from 1.
    """

    rule: str
    pattern: str
    kind: str = "words"
    message: str = ""
    plainer: tuple[str, ...] = ()
    severity: str = "warning"
    case: str = "ignore"
    exceptions: tuple[str, ...] = ()
    voices: tuple[str, ...] = ("outlet",)
    parts: tuple[str, ...] = RULE_PARTS
    sections: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    most: int = 0
    within: str = "sentence"
    reason: str = ""
    link: str = ""
    state: str = "live"
    revision: int = 1


COLUMNS = tuple(field.name for field in fields(Rule))
"""The columns of a CSV file of rules, in their order. Several values of one cell are separated by
``|``, a ``|`` inside a value is written ``\\|``."""


@dataclass(frozen=True)
class RuleSet:
    """The rules of a house, in the order of their file; ``name`` is what messages call it."""

    rules: tuple[Rule, ...] = ()
    name: str = "house rules"

    @cached_property
    def live(self) -> RuleSet:
        """The set of those that are live."""
        if all(rule.state == "live" for rule in self.rules):
            return self
        return RuleSet(tuple(rule for rule in self.rules if rule.state == "live"), self.name)

    @cached_property
    def digest(self) -> str:
        """A digest of all that the rules say: what was found with equal digests is the same."""
        said = json.dumps([asdict(rule) for rule in self.rules], ensure_ascii=True)
        return sha256(said.encode()).hexdigest()


def joined(sets: Sequence[RuleSet]) -> RuleSet:
    """Return several sets as one; of rules with the same id the last counts, at its own place."""
    last = {rule.rule: rule for one in sets for rule in one.rules}
    name = ", ".join(one.name for one in sets) or RuleSet().name
    return RuleSet(tuple(last.values()), name)
