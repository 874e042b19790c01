"""What was measured of the network that finds names and who says what, in words.

All figures are those of ``models/slant-voices/metrics.json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.output.phrasing.numerals import counted, percent, two_decimals

_NEWSWIRE = ", newswire"


def measured_words(metrics: Mapping[str, Any]) -> list[str]:
    """Return what was measured as paragraphs of Markdown: names, who says what, the same fact."""
    return [
        names_words(metrics["names"]),
        statements_words(metrics["linked"], metrics["attributions"], metrics["people"]),
        same_fact_words(metrics["same_fact"]),
    ]


def names_words(lines: Sequence[Mapping[str, Any]]) -> str:
    """Return how many names of each kind it finds in newswire, and how many it finds are right."""
    kinds = [
        f"{percent(line['recall'])} of {line['names']:,} {line['task'].removesuffix(_NEWSWIRE)} "
        f"({percent(line['precision'])})"
        for line in lines
        if line["task"].endswith(_NEWSWIRE)
    ]
    return (
        "**Names.** In newswire that it was not trained on, it finds with exactly the words that "
        f"people marked {_listed(kinds)}; in brackets: how many of those that it found were right."
    )


def statements_words(
    linked: Sequence[Mapping[str, Any]],
    lines: Sequence[Mapping[str, Any]],
    people: Sequence[Mapping[str, Any]],
) -> str:
    """Return how many attributions it finds with their parts, and how well two annotators agree.

    ``linked``, ``lines`` and ``people`` are the measurements ``linked``, ``attributions`` and
    ``people``.
    """
    of = {row["kind"]: row for row in linked}
    everything = of["all"]
    kinds = " and ".join(
        f"{percent(of[kind]['linked']['value'])} where {words}"
        for kind, words in (
            ("direct", "the words stand in quotation marks"),
            ("indirect", "they are only reported"),
        )
        if kind in of
    )
    said = (
        f"**Who says what.** Of {counted(everything['attributions'], 'statement')} that people "
        "marked in news articles, it finds the words that attribute it (said, according to) in "
        f"{percent(everything['cue']['value'])}, and with them the right speaker and most of what "
        f"was said in {percent(everything['linked']['value'])}: {kinds}."
    )
    found = {row["task"]: row["scores"]["slant"]["value"] for row in lines}
    among = {row["task"]: row["scores"]["annotator"]["value"] for row in people}
    parts = [
        f"{two_decimals(among[task])} for {name} (the network {two_decimals(found[task])})"
        for task, name in (
            ("cues", "these words"),
            ("sources", "the speaker"),
            ("contents", "what was said"),
        )
        if task in among
    ]
    if not parts:
        return said
    return (
        f"{said} Two people who mark the same article do not quite agree either: their F1 is "
        f"{_listed(parts)}, and 1 would be full agreement."
    )


def same_fact_words(lines: Sequence[Mapping[str, Any]]) -> str:
    """Return how often it ranks a pair of sentences with one fact above a pair without."""
    scores = next(line["scores"] for line in lines if line["metric"] == "AUROC")
    slant, words = (round(100 * scores[system]["value"]) for system in ("slant", "tfidf"))
    return (
        "**The same fact.** It also tells whether two sentences report the same event. Given a "
        f"pair that does and a pair that does not, it finds the first likelier {slant} times in "
        f"100; counting shared words does so {words} times."
    )


def _listed(parts: Sequence[str]) -> str:
    """Return phrases as one, with commas and “and”."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
