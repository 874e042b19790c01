"""What is said about a comparison as a whole, and the headings over its findings.

``notes`` and ``summary`` hold no words of the articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from analysis.comparison.alignment.measured import measured
from analysis.comparison.frames import NO_MATCH, PAIR_BANDS, Comparison, letter
from analysis.output.comparison.facts import FactRow, fact_rows
from analysis.output.export import records
from analysis.output.phrasing.comparison.differences import letters
from analysis.output.phrasing.numerals import counted, joined, listed, percent
from analysis.output.phrasing.speakers import shortened
from analysis.text.one_line import one_line

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "numbers": "The same thing counted, with different numbers",
        "attributions": "Attributed in one, said in the outlet’s own voice in another",
        "sayings": "The same statement, with another verb of saying",
        "cuts": "The same quotation, cut differently",
        "namings": "The same people and things, by other names",
        "speakers": "Who speaks in one and not in another",
        "tone": "Tone",
        "loaded": "Likely loaded, in the outlet’s own voice",
        "room": "How much each speaker is given",
    }
)
"""Headings of the kinds of findings (``analysis.output.comparison.kinds.finding.KINDS``)."""

LONGEST_FACT = 110
"""Most characters of a sentence that names a fact: two lines of the matrix."""

NUMERALS = {3: "three", 4: "four", 5: "five"}

_DIFFERENT = "different events"
_MOST_LISTED = 12


def heading_of(kind: str) -> str:
    """Return the heading over the findings of a kind; raises KeyError for an unknown one."""
    return HEADINGS[kind]


def no_match(articles: Sequence[int]) -> str:
    """Return the label of what no partner was found for: ``No match found in B and C``."""
    return f"No match found in {letters(articles)}"


def told_by(row: FactRow) -> str:
    """Return who tells a fact: ``Told by A and B, possibly by C; no match found in D``."""
    told = f"Told by {letters(row.told_in)}"
    if row.possibly:
        told += f", possibly by {letters(row.possibly)}"
    return f"{told}; no match found in {letters(row.unmatched)}" if row.unmatched else told


def group_of(row: FactRow) -> str:
    """Return the heading over the facts that the same articles tell as this one: ``Told by all
    three``, ``Told by A and C``, ``Told by A, possibly elsewhere``; else ``No match found
    elsewhere: A``."""
    total = len(row.cells)
    if row.articles == total:
        return "Told by both" if total == 2 else f"Told by all {NUMERALS[total]}"
    if row.articles > 1:
        return f"Told by {letters(row.told_in)}"
    if row.possibly:
        return f"Told by {letters(row.told_in or row.possibly)}, possibly elsewhere"
    return f"{NO_MATCH.capitalize()} elsewhere: {letters(row.told_in)}"


def found_in(bands: Mapping[int, str]) -> str:
    """Return where a sentence's fact was found, of the articles by their band: ``same fact in B,
    possibly in C``, ``no match found in B or C``; empty without an article."""
    told = []
    for band in PAIR_BANDS:
        found = letters([article for article, one in bands.items() if one == band])
        if band == NO_MATCH:
            found = found.replace(" and ", " or ")
        told += [f"{band} in {found}"] if found else []
    return ", ".join(told)


def fact_name(texts: Sequence[str]) -> str:
    """Return what a row of the matrix is called: the shortest sentence that tells the fact, cut
    between words, empty without one."""
    shortest = min(map(one_line, texts), key=len, default="")
    return shortened(shortest, LONGEST_FACT)


def summary(comparison: Comparison) -> str:
    """Say how many facts the articles share, and for how many sentences no match was found."""
    rows = fact_rows(comparison)
    total = len(comparison.articles)
    shared = {many: sum(1 for row in rows if row.articles == many) for many in range(2, total + 1)}
    told = f"{'Both' if total == 2 else f'All {total}'} tell {counted(shared[total], 'fact')}"
    if not shared[total]:
        told = f"No fact was found that {'both' if total == 2 else f'all {total}'} tell"
    for many in range(total - 1, 1, -1):
        if shared[many]:
            more = " more" if shared[total] else ""
            told += f"; {shared[many]:,}{more} {_are(shared[many])} told by {many} of them"
    alone = [0] * total
    for row in rows:
        if row.articles == 1 and not row.possibly:
            (teller,) = row.told_in
            alone[teller] += len(row.cells[teller].sentences)
    sides = [f"{number:,} of {letter(article)}" for article, number in enumerate(alone) if number]
    if not sides:
        return f"{told}."
    where = "the other" if total == 2 else "any other"
    return f"{told}. Sentences without a match in {where}: {joined(sides)}."


def how_sure() -> str:
    """Say how often pairs shown as the same fact are, and how many are missed: what the evaluation
    measured on invented reports that nothing was tuned on."""
    found = measured()
    return (
        f"On {found.articles:,} pairs of invented reports that nothing was tuned on, "
        f"{percent(found.precision)} of the sentences shown as the same fact were, and "
        f"{percent(found.recall)} of those that tell the same fact were shown so: a match that is "
        "not found says little."
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def notes(comparison: Comparison) -> list[str]:
    """Say what two articles are to each other where that matters for reading the comparison:
    copies, or reports that seem to be about different things. Empty if there is nothing to say."""
    found = []
    for row in records(comparison.relations):
        a, b = letter(row["article_a"]), letter(row["article_b"])
        if row["relation"] == "same text":
            found.append(f"{a} and {b} are the same text.")
        elif row["relation"] == "near copy":
            found.append(_near_copy(row, a, b))
        elif row["relation"] == "unclear":
            found.append(
                f"Too few sentences of {a} and {b} tell the same fact to say whether both are "
                "about one event."
            )
    return [*_about_different_things(comparison), *found]


def _about_different_things(comparison: Comparison) -> list[str]:
    """Say which articles seem to be about something else than which, in few sentences: first of the
    article that differs from most, then of those pairs that this leaves."""
    total = len(comparison.articles)
    left = {
        (row["article_a"], row["article_b"])
        for row in records(comparison.relations)
        if row["relation"] == _DIFFERENT
    }
    if total == 2 and left:
        return [
            "These seem to be about different things: hardly any sentence of A tells the same fact "
            "as one of B."
        ]
    found = []
    while left:
        counts = {place: sum(place in pair for pair in left) for place in range(total)}
        odd = max(counts, key=lambda place: (counts[place], place))
        others = sorted({place for pair in left if odd in pair for place in pair} - {odd})
        found.append(f"{letter(odd)} seems to be about something else than {letters(others)}.")
        left = {pair for pair in left if odd not in pair}
    return found


def _near_copy(row: Mapping[str, Any], a: str, b: str) -> str:
    """Say how much of the text is the same, and which sentences differ."""
    told = f"{b} is {percent(row['same_text'])} the same text as {a}"
    sides = [(a, list(row["differing_a"])), (b, list(row["differing_b"]))]
    differing = [f"{_listed(numbers)} of {side}" for side, numbers in sides if numbers]
    count = sum(len(numbers) for _, numbers in sides)
    if not differing:
        return f"{told}."
    which = "this sentence differs" if count == 1 else f"these {count:,} sentences differ"
    return f"{told}; {which}: {'; '.join(differing)}."


def _listed(numbers: Sequence[int]) -> str:
    shown = listed(sorted(number + 1 for number in numbers)[:_MOST_LISTED])
    more = len(numbers) - _MOST_LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown
