"""Words and phrases of all rules, found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.rules.matching.boundaries import inside_words
from analysis.rules.matching.folding import folded, folded_term
from analysis.rules.matching.places import Addresses, Place
from analysis.rules.rule import Rule
from analysis.text.words.addresses import is_address

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from analysis.text.words.normalised import Normalised

_SEPARATOR = re.compile(r"(?<!\\)\|")


def terms_of(rule: Rule) -> tuple[str, ...]:
    """Return the words or phrases that a rule of another kind than ``regex`` looks for.

    ``|`` separates words; ``\\|`` is a ``|`` itself, and empty ones are left out.
    """
    if rule.kind == "phrase":
        return (rule.pattern,)
    pieces = (piece.replace(r"\|", "|").strip() for piece in _SEPARATOR.split(rule.pattern))
    return tuple(piece for piece in pieces if piece)


@dataclass(frozen=True)
class Occurrences:
    """Places of terms in a text as given, by the number of the rule: of what it looks for (a list
    for each of its terms, each by start), of its exceptions, and of the words that it accepts."""

    matches: dict[int, list[list[Place]]] = field(default_factory=dict)
    exceptions: dict[int, list[Place]] = field(default_factory=dict)
    accepted: dict[int, list[Place]] = field(default_factory=dict)


class Terms:
    """The words and phrases of those ``rules`` to which case counts (``exact``), or does not.

    Exceptions are among them, those of regular expressions too.
    """

    def __init__(self, rules: Sequence[Rule], exact: bool) -> None:
        self._exact = exact
        self._uses: dict[str, list[tuple[int, str]]] = {}
        self._addresses: set[str] = set()
        for number, rule in enumerate(rules):
            if (rule.case == "exact") == exact:
                for term in rule.exceptions:
                    self._add(term, number, "exceptions")
                if rule.kind != "regex":
                    use = "accepted" if rule.kind == "accept" else "matches"
                    for term in terms_of(rule):
                        self._add(term, number, use)
        self._keys = list(self._uses)

    def _add(self, term: str, number: int, use: str) -> None:
        key = folded_term(term, self._exact)
        if key:  # An exception of which nothing is seen is none.
            self._uses.setdefault(key, []).append((number, use))
            if is_address(term):
                self._addresses.add(key)

    def __bool__(self) -> bool:
        return bool(self._keys)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        # Its time grows with the text and not with the number of terms, as that of a regular
        # expression with 10,000 alternatives does.
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._keys)

    def find(self, normal: Normalised, addresses: Addresses, found: Occurrences) -> None:
        """Add to ``found`` where terms stand as whole words; those in web addresses are no words,
        unless the term is an address itself."""
        if not self._keys:
            return
        text = folded(normal, self._exact)
        hits = self._automaton.find_matches_as_indexes(text.text, overlapping=True)
        if not hits:
            return
        inside = inside_words(text.text)
        by_key: dict[int, list[Place]] = {}
        for key, start, end in hits:
            if not (inside[start] or inside[end]):
                place = text.given(start, end)
                if not addresses.hold(place) or self._keys[key] in self._addresses:
                    by_key.setdefault(key, []).append(place)
        for key, places in by_key.items():
            for number, use in self._uses[self._keys[key]]:
                if use == "matches":
                    found.matches.setdefault(number, []).append(places)
                elif use == "exceptions":
                    found.exceptions.setdefault(number, []).extend(places)
                else:
                    found.accepted.setdefault(number, []).extend(places)
