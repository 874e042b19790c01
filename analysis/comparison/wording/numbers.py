"""Numbers of a pair of sentences that count the same and differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import NO_MATCH, NUMBERS, SAME_FACT
from analysis.comparison.wording.counted import Counted, counted
from analysis.comparison.wording.quantities import AGE, COUNT, MONEY, PERCENT, quantities
from analysis.frames import FURNITURE, Result
from analysis.text.function_words import words

if TYPE_CHECKING:
    import pandas as pd

NEAR_SHARED = 1
NEAR_SHARED_UNSURE = 2
"""Content words near both numbers that must be the same, besides the noun counted: more where that
noun says little (people, years), where there is none (money, shares), and in a pair that only
possibly tells the same fact."""

_ANYBODY = words("people person folk man woman")
_SAYS_LITTLE = words(
    "people person year month week day hour minute second time mile kilometre kilometer metre "
    "meter tonne ton foot thing way case point member part step place percent"
)


def numbers(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``NUMBERS``.

    Right before many: two numbers are only given where the same noun or unit stands with both,
    words around them agree, they differ by more than rounding, and neither stands in the other
    article with the same noun or unit, which may have told it elsewhere.
    """
    paired = pairs[pairs["band"] != NO_MATCH]
    columns = ("article_a", "sentence_a", "article_b", "sentence_b")
    texts = [article.sentences["text"].tolist() for article in articles]
    starts = [article.sentences["start"].tolist() for article in articles]
    known = [_values(article) for article in articles]
    rows: dict[str, list[object]] = {name: [] for name in NUMBERS}
    for number, band, a, i, b, j in zip(
        paired.index, paired["band"], *(paired[name] for name in columns), strict=True
    ):
        told = conflicts(texts[a][i], texts[b][j], sure=band == SAME_FACT)
        for one, other in told:
            if _stands(one, known[b]) or _stands(other, known[a]):
                continue
            rows["pair"].append(int(number))
            rows["counted"].append(one.thing)
            for side, found, text, start in (
                ("a", one, texts[a][i], starts[a][i]),
                ("b", other, texts[b][j], starts[b][j]),
            ):
                first, last = found.quantity.start, found.quantity.end
                rows[f"start_{side}"].append(start + first)
                rows[f"end_{side}"].append(start + last)
                rows[f"number_{side}"].append(text[first:last])
                rows[f"value_{side}"].append(found.quantity.value)
    return frame(rows, NUMBERS)


def conflicts(text_a: str, text_b: str, *, sure: bool) -> list[tuple[Counted, Counted]]:
    """Return the numbers of two sentences that count the same and differ, in order of the first.

    ``sure`` says that the sentences tell the same fact; if they only may, more words must agree.
    """
    own_a, own_b = _unmatched(text_a, text_b), _unmatched(text_b, text_a)
    found = []
    for one in own_a:
        kind = one.quantity.kind
        if kind in (MONEY, PERCENT) and any(
            sum(each.quantity.kind == kind for each in own) > 1 for own in (own_a, own_b)
        ):
            # Without a noun nothing says which sum or share of several is meant.
            continue
        others = [other for other in own_b if _count_the_same(one, other, sure)]
        if len(others) != 1:
            continue
        [other] = others
        if sum(_count_the_same(each, other, sure) for each in own_a) > 1:
            continue
        if one.low > other.high or other.low > one.high:
            found.append((one, other))
    return found


def _unmatched(text: str, other: str) -> list[Counted]:
    """Return the numbers of a sentence whose value stands nowhere in the other.

    Where one sum of money or share stands in both, the others are left out: they are mostly parts
    of it, or what it was before.
    """
    values = {quantity.value for quantity in quantities(other)}
    found = counted(text)
    matched = {each.quantity.kind for each in found if each.quantity.value in values} - {COUNT}
    return [
        each
        for each in found
        if each.quantity.value not in values and each.quantity.kind not in matched
    ]


def _count_the_same(one: Counted, other: Counted, sure: bool) -> bool:
    kind = one.quantity.kind
    if kind != other.quantity.kind or one.change != other.change:
        return False
    if kind == AGE:
        return sure and one.noun == other.noun != ""
    shared = one.near & other.near
    if kind == COUNT:
        if one.noun and _same_noun(one, other):
            little = one.noun in _SAYS_LITTLE
            needed = NEAR_SHARED if sure and not little else NEAR_SHARED_UNSURE
            return (sure or not little) and len(shared) >= needed
        return len(shared) >= NEAR_SHARED and _named_by_a_verb(one, other)
    units = {one.quantity.unit, other.quantity.unit} - {""}
    about = {*one.near, one.noun} & {*other.near, other.noun} - {""}
    return len(units) < 2 and len(about) >= NEAR_SHARED_UNSURE + (not sure)


def _same_noun(one: Counted, other: Counted) -> bool:
    """Whether two nouns are the same, or one is a word for people of any kind."""
    nouns = {one.noun, other.noun}
    return len(nouns) == 1 or (one.persons and other.persons and bool(nouns & _ANYBODY))


def _named_by_a_verb(one: Counted, other: Counted) -> bool:
    """Whether one counts what the other tells with a verb: “27 arrests”, “arrested 23 people”."""
    return any(
        first.noun in second.near - _SAYS_LITTLE and second.noun in _ANYBODY | {""}
        for first, second in ((one, other), (other, one))
    )


def _values(article: Result) -> set[tuple[float, str, str]]:
    return set(_each_value(article))


def _each_value(article: Result) -> Iterator[tuple[float, str, str]]:
    sentences = article.sentences
    for text in sentences["text"][sentences["part"] != FURNITURE]:
        for each in counted(text):
            yield each.quantity.value, each.quantity.kind, each.noun


def _stands(one: Counted, known: set[tuple[float, str, str]]) -> bool:
    """Whether an article has a number with this value, kind and noun, or without a noun."""
    value, kind = one.quantity.value, one.quantity.kind
    return (value, kind, one.noun) in known or (value, kind, "") in known
