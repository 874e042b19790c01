"""What was measured about names in identical sentences, in words: ``metrics["invariance"]``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from analysis.output.phrasing.numerals import percent

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "party": "Parties",
        "politician": "Politicians",
        "outlet": "News outlets",
        "country": "Countries",
        "religion": "Religions",
        "gender": "Women’s and men’s names",
        "ethnicity": "Ethnic and national groups",
    }
)
"""Kind of names in the metrics, and its name for a person."""

SCORES: Mapping[str, str] = MappingProxyType({"loaded": "Loaded probability", "tone": "Tone"})
"""The two scores that are compared, and their names for a person."""

# Kinds over the aim that are spelt out, the widest gaps first; the card lists them all.
_MOST_NAMED = 3

_CHANGES = {
    "names": "putting one politician in another’s place",
    "full stop": "dropping the full stop at the end",
}


def finding(invariance: Mapping[str, Any], score: str) -> str:
    """Return whether the gaps of ``score`` keep to the aim, and where not, between which names.

    One or two sentences of plain text; ``score`` is a key of ``SCORES``.
    """
    aim = invariance["aim"]
    gaps = {kind: row[score]["names"] for kind, row in invariance["kinds"].items()}
    over = sorted(
        (kind for kind in gaps if gaps[kind]["gap"] > aim), key=lambda kind: -gaps[kind]["gap"]
    )
    if not over:
        widest = max(gaps, key=lambda kind: gaps[kind]["gap"])
        return (
            f"{SCORES[score]} keeps to the aim for every kind; the largest gap is "
            f"{_between(widest, gaps[widest])}."
        )
    missed = "; ".join(_between(kind, gaps[kind]) for kind in over[:_MOST_NAMED])
    if len(over) == len(gaps):
        return f"{SCORES[score]} misses the aim for every kind, most of all for {missed}."
    most = ", most of all" if len(over) > _MOST_NAMED else ""
    return (
        f"{SCORES[score]} keeps to the aim for {len(gaps) - len(over)} of {len(gaps)} kinds. "
        f"It misses it{most} for {missed}."
    )


def swapped(invariance: Mapping[str, Any]) -> str:
    """Return how often a swap of two names turned a label, as one sentence of plain text."""
    swaps = invariance["swaps"]
    return (
        f"Swapping two names in other sentences, plain and loaded ones, turned the loaded label "
        f"in {percent(swaps['loaded_flips'])} and the sentiment label in "
        f"{percent(swaps['sentiment_flips'])} of {swaps['swaps']:,} tries."
    )


def real_sentences(lines: Sequence[Mapping[str, Any]]) -> str:
    """Return how often a label of real sentences changed that should not, as plain text.

    ``lines`` is ``metrics["steady"]``; the worst of several sources is told. Empty without lines.
    """
    told = []
    for change, words in _CHANGES.items():
        found = [line for line in lines if line["change"] == change]
        if found:
            band, sentiment = (
                max(line[label]["share"] for line in found) for label in ("band", "sentiment")
            )
            told.append(
                f"{words} changed the band in {percent(band)} and the sentiment label in "
                f"{percent(sentiment)}"
            )
    return f"In real sentences, {'; '.join(told)}, at most." if told else ""


def alternative(invariance: Mapping[str, Any]) -> str:
    """Return the chart of gaps as a text: both gaps of each kind, and the aim."""
    rows = "; ".join(
        f"{KINDS[kind]}: loaded {row['loaded']['names']['gap']:.2f}, "
        f"tone {row['tone']['names']['gap']:.2f}"
        for kind, row in invariance["kinds"].items()
    )
    return (
        f"Largest gap between two names of a kind; the aim is {invariance['aim']} at most. {rows}"
    )


def _between(kind: str, gap: Mapping[str, Any]) -> str:
    title = KINDS[kind]
    return (
        f"{title[0].lower()}{title[1:]}, {gap['gap']:.2f} "
        f"({gap['highest']} highest, {gap['lowest']} lowest)"
    )
