"""Numbers that one of two wordings of a sentence has and the other lacks.

A number is kept by its value, however it is written: “nine” and “9”, “19 per cent” and “19%”, “£2.4
million” and “£2,400,000”, “1 June” and “June 1”. Vague amounts (dozens, several) are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import isnan

from analysis.comparison.wording.quantities import MONEY, Quantity, quantities
from analysis.practice.exercises.facts.dates import date_values
from analysis.practice.exercises.facts.fact import NUMBER, Fact, fact

Value = tuple[str, float | str]
"""What a number is compared by: its unit or kind, and its value."""

_ANY_CURRENCY = "any"
_CURRENCIES = ("$", "€")
"""Currencies of which a hundredth is called a cent."""

_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(rf"(?:(\w+)[\s-])?({'|'.join(_FRACTIONS)})s?", re.IGNORECASE)

_ALSO = {
    "one": 1, "once": 1, "single": 1, "sole": 1, "lone": 1, "both": 2, "pair": 2, "couple": 2,
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "twins": 2, "trio": 3, "triple": 3,
    "tripled": 3, "thrice": 3, "hundred": 100, "thousand": 1000, "decade": 10, "fortnight": 14,
}  # fmt: skip
"""Words that can stand for a number, too common to be called a fact of their own."""

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ALSO_ORDINAL = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = (
    re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})*"),
    re.compile(r"\d{3}(?!\d).*"),
)
"""Digits in groups of three with spaces between: “80 000”."""
_LONG_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+")
"""The same with three groups or more, which look like a telephone number."""

_SPACE = re.compile(r"[ \u00a0\u202f]")
_HUNDRED_AND = re.compile(r"[\s\u00a0](?:and[\s\u00a0])?", re.IGNORECASE)
_HUNDRED = 100
_CLOSED_TIME = re.compile(r".*\d\s?[ap]m\.", re.IGNORECASE)


@dataclass(frozen=True)
class _Number:
    """A number at ``start`` to ``end``: it is kept where all of ``needs`` are among what the other
    sentence ``offers``."""

    start: int
    end: int
    needs: frozenset[Value]
    offers: frozenset[Value]


def lost_numbers(before: str, after: str) -> tuple[list[Fact], list[Fact]]:
    """Return the numbers of ``before`` whose value ``after`` lacks, and those that only ``after``
    has."""
    one, other = tuple(_numbers(before)), tuple(_numbers(after))
    return _missing(before, one, _offered(after, other)), _missing(
        after, other, _offered(before, one)
    )


def _missing(sentence: str, numbers: tuple[_Number, ...], offered: set[Value]) -> list[Fact]:
    return [
        fact(NUMBER, sentence, number.start, number.end)
        for number in numbers
        if not number.needs <= offered
    ]


def _offered(sentence: str, numbers: tuple[_Number, ...]) -> set[Value]:
    """Return the values that a sentence has, also in words that are no numbers by themselves."""
    found = set(chain.from_iterable(number.offers for number in numbers))
    for match in _WORD.finditer(sentence):
        word = match.group().casefold()
        if word in _ALSO:
            found.add(("", float(_ALSO[word])))
        if word in _ALSO_ORDINAL:
            found.add(("ordinal", float(_ALSO_ORDINAL[word])))
    return found


def _numbers(sentence: str) -> Iterator[_Number]:
    found = list(quantities(sentence))
    at = 0
    while at < len(found):
        one = found[at]
        at += 1
        while at < len(found) and (joined := _joined(sentence, one, found[at])):
            one = joined
            at += 1
        needs, offers = _values(sentence, one)
        yield _Number(one.start, _end(sentence, one), frozenset(needs), frozenset(offers))


def _joined(sentence: str, one: Quantity, other: Quantity) -> Quantity | None:
    """Return the number that two are together: “two hundred and fifty”, “80 000”; else None."""
    first, second = sentence[one.start : one.end], sentence[other.start : other.end]
    between = sentence[one.end : other.start]
    value = float("nan")
    if first.casefold().endswith(("hundred", "thousand")) and _HUNDRED_AND.fullmatch(between):
        value = one.value + other.value if other.value < _HUNDRED else value
    elif _GROUPS[0].fullmatch(first) and _SPACE.fullmatch(between) and _GROUPS[1].match(second):
        value = one.value * 1000 + other.value
    if isnan(value):
        return None
    unit = one.unit or other.unit
    return Quantity(one.start, other.end, value, unit, other.kind, other.step)


def _end(sentence: str, quantity: Quantity) -> int:
    """Return where a number ends without the stop of its sentence: “at 10.30pm.”"""
    return quantity.end - (
        _CLOSED_TIME.fullmatch(sentence, quantity.start, quantity.end) is not None
    )


def _values(sentence: str, quantity: Quantity) -> tuple[set[Value], set[Value]]:
    """Return what the other sentence must have, and what this number is as good as."""
    if isnan(quantity.value):
        values = _other_values(sentence[quantity.start : quantity.end])
        return values, values
    value = round(quantity.value, 6)
    if quantity.kind == MONEY and not quantity.unit:
        # Cents of any currency.
        return {(_ANY_CURRENCY, value)}, {(unit, value) for unit in (_ANY_CURRENCY, *_CURRENCIES)}
    values = {(quantity.unit, value)}
    return values, values | ({(_ANY_CURRENCY, value)} if quantity.unit in _CURRENCIES else set())


def _other_values(written: str) -> set[Value]:
    """Return what a number is compared by that has no value: a fraction, date, time or label."""
    if match := _FRACTION.fullmatch(written):
        count = _COUNTED.get((match[1] or "a").casefold(), 1)
        share = 100 * count / _FRACTIONS[match[2].casefold()]
        return {("%", round(share, 6))}
    if match := _ORDINAL.fullmatch(written):
        return {("ordinal", float(match[1]))}
    if _LONG_GROUPS.fullmatch(written):
        return {("", float("".join(filter(str.isdecimal, written))))}
    return date_values(written) or {("label", "".join(filter(str.isalnum, written.casefold())))}
