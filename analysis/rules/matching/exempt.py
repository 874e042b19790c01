"""What is not reported: exceptions of a rule, and words that the house accepts everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.rules.matching.folding import folded_term
from analysis.rules.matching.places import Cover, Place
from analysis.rules.matching.terms import Occurrences
from analysis.rules.rule import Rule


class Exempt:
    """The places in a text that are exempt from each rule."""

    def __init__(self, rules: Sequence[Rule], text: str, found: Occurrences) -> None:
        self._rules = rules
        self._text = text
        self._exceptions = {number: Cover(places) for number, places in found.exceptions.items()}
        self.accepted: list[tuple[int, Place]] = [
            (number, place)
            for number, places in found.accepted.items()
            for place in places
            if not self._excepted(number, place)
        ]
        """The places of accepted words, each with the number of its rule."""
        self._accepted = Cover(
            place
            for number, place in self.accepted
            if not (rules[number].sections or rules[number].paths)
        )

    def holds(self, number: int, place: Place) -> bool:
        """Whether a match of the rule with this number is left out: it lies in an accepted word or
        in one of the rule's exceptions, or is the same as one of these."""
        return self._accepted.holds(place) or self._excepted(number, place)

    def _excepted(self, number: int, place: Place) -> bool:
        rule = self._rules[number]
        if not rule.exceptions:
            return False
        if number in self._exceptions and self._exceptions[number].holds(place):
            return True
        if rule.kind != "regex":
            return False
        # A regular expression can match a part of a word, which is no place of a whole word.
        exact = rule.case == "exact"
        match = folded_term(self._text[slice(*place)], exact)
        return any(folded_term(exception, exact) == match for exception in rule.exceptions)
