"""Findings of how articles word the same: numbers, attributions, verbs, quotations, names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.comparison.frames import Comparison
from analysis.output.comparison.kinds.finding import Finding, Place, whole_sentence
from analysis.output.export import records
from analysis.output.phrasing.comparison import differences as said

MOST_WORDINGS = 4
"""Most wordings of one thing that a finding names of an article; more would not fit a line."""


def numbers(comparison: Comparison) -> list[Finding]:
    """Return numbers that count the same thing and differ; of three articles or more those that
    hang together are one finding."""
    pairs = comparison.pairs
    rows = []
    for row in records(comparison.numbers):
        pair = pairs.iloc[row["pair"]]
        held = ("article_a", "sentence_a", "article_b", "sentence_b")
        rows.append(row | {name: int(pair[name]) for name in held})
    found = []
    key = ("article", "start", "end")
    for linked in _linked(rows, key):
        thing = linked[0]["counted"]
        sides = _sides(linked, key, ("article", "sentence", "start", "end"))
        places = tuple(Place(**side) for side in sides)
        texts = [
            said.counted_number(
                comparison.articles[place.article].text, place.start, place.end, thing
            )
            for place in places
        ]
        articles = [place.article for place in places]
        found.append(Finding("numbers", said.number_finding(articles, texts, thing), places))
    return found


def attributions(comparison: Comparison) -> list[Finding]:
    """Return statements that one article attributes and others assert in their own voice."""
    statements: dict[tuple[int, int, int], list[dict[str, Any]]] = {}
    for row in records(comparison.attributions):
        key = (row["said_in"], row["said_start"], row["said_end"])
        statements.setdefault(key, []).append(row)
    found = []
    for rows in statements.values():
        first = rows[0]
        said_at = Place(
            first["said_in"], first["said_sentence"], first["said_start"], first["said_end"]
        )
        asserted = [
            whole_sentence(comparison, row["asserted_in"], row["asserted_sentence"]) for row in rows
        ]
        places = sorted((said_at, *asserted), key=lambda place: place.article)
        text = said.attribution_finding(first, sorted({row["asserted_in"] for row in rows}))
        found.append(Finding("attributions", text, tuple(places)))
    return found


def sayings(comparison: Comparison) -> list[Finding]:
    """Return statements that articles give with verbs that imply different things; of three
    articles or more those that say the same are one finding."""
    differing = records(comparison.sayings[comparison.sayings["differs"]])
    columns = (
        *("article", "statement", "sentence", "text", "cue", "cue_start", "cue_end", "manner"),
    )
    found = []
    key = ("article", "statement")
    for linked in _linked(differing, key):
        sides = _sides(linked, key, columns)
        text = said.saying_finding(linked[0]["speaker"], sides)
        places = tuple(_cue_place(comparison, side) for side in sides)
        found.append(Finding("sayings", text, places))
    return found


def _cue_place(comparison: Comparison, side: dict[str, Any]) -> Place:
    """Return the place of a statement's cue, or of the sentence that says what was said where that
    has none."""
    sentence = whole_sentence(comparison, side["article"], side["sentence"])
    start, end = side["cue_start"], side["cue_end"]
    if start is None or end is None or not sentence.start <= start < end <= sentence.end:
        return sentence
    return Place(side["article"], side["sentence"], start, end)


def cuts(comparison: Comparison) -> list[Finding]:
    """Return quotations that articles give in different lengths or with other words; where one
    gives the same words beyond several others, that is one finding."""
    groups: dict[Any, list[tuple[str, dict[str, Any], dict[str, Any]]]] = {}
    for number, row in enumerate(records(comparison.cuts)):
        one, other = ({name: row[f"{name}_{side}"] for name in _CUT} for side in ("a", "b"))
        for side in (one, other):
            text = comparison.articles[side["article"]].text
            side["words"] = [text[start:end] for start, end in side["only"]]
        key: Any = number
        if not (one["words"] and other["words"]):
            one, other = (one, other) if one["words"] else (other, one)
            key = (one["article"], one["start"], one["end"], *one["words"])
        groups.setdefault(key, []).append((row["speaker"], one, other))
    found = []
    for group in groups.values():
        speaker, one, _ = group[0]
        others = [other for _, _, other in group]
        places = [_place(side) for side in (one, *others)]
        text = said.cut_finding(speaker, one, others)
        found.append(Finding("cuts", text, tuple(sorted(places, key=lambda place: place.article))))
    return found


_CUT = ("article", "sentence", "start", "end", "only")


def _place(side: dict[str, Any]) -> Place:
    return Place(side["article"], side["sentence"], side["start"], side["end"])


def _sides(
    rows: list[dict[str, Any]], key: Sequence[str], columns: Sequence[str]
) -> list[dict[str, Any]]:
    """Return both sides of rows, with these columns, in the order of the articles; sides that are
    the same by ``key`` once. Names are without ``_a`` and ``_b``."""
    sides: dict[Any, dict[str, Any]] = {}
    for row in rows:
        for end in ("a", "b"):
            same = tuple(row[f"{name}_{end}"] for name in key)
            sides.setdefault(same, {name: row[f"{name}_{end}"] for name in columns})
    return sorted(sides.values(), key=lambda side: side["article"])


def _linked(rows: list[dict[str, Any]], key: Sequence[str]) -> list[list[dict[str, Any]]]:
    """Return the rows in groups that share a side, directly or through others, in their order;
    ``key`` are the columns, without ``_a`` and ``_b``, by which sides are the same."""
    groups: list[tuple[set[Any], list[dict[str, Any]]]] = []
    for row in rows:
        ends = {tuple(row[f"{name}_{end}"] for name in key) for end in ("a", "b")}
        touching = [group for group in groups if group[0] & ends]
        if touching:
            keys, first = touching[0]
            first.append(row)
            keys |= ends
            for other in touching[1:]:
                keys |= other[0]
                first += other[1]
                groups.remove(other)
        else:
            groups.append((ends, [row]))
    return [group for _, group in groups]


def namings(comparison: Comparison) -> list[Finding]:
    """Return people, groups and things that articles call by different names, one a finding."""
    found = []
    for _, rows in comparison.namings.groupby("thing", sort=True):
        wordings: dict[int, list[dict[str, Any]]] = {}
        for row in records(rows.sort_values("article", kind="stable")):
            wordings.setdefault(row["article"], []).append(row)
        places = tuple(
            Place(article, some[0]["sentence"], *map(int, some[0]["mentions"][0]))
            for article, some in wordings.items()
            if some[0]["mentions"]
        )
        shown = {article: some[:MOST_WORDINGS] for article, some in wordings.items()}
        found.append(Finding("namings", said.naming_finding(shown), places))
    return found
