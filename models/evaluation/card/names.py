"""The figures of `models.invariance` as sections of Markdown for the model card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.evaluation.card.tables import table

_SCORES = ("loaded", "tone")


def name_invariance(measured: Mapping[str, Any]) -> list[str]:
    """Gaps between names of a kind, marked where they exceed the aim, and label flips by swaps.

    Single names are given only for gaps over the aim; `metrics.json` has all.
    """
    aim, swaps = measured["aim"], measured["swaps"]

    def cell(found: Mapping[str, Any] | None) -> str:
        if found is None:
            return ""
        return f"{found['gap']:.3f}{' (over)' if found['gap'] > aim else ''}"

    kinds = measured["kinds"]
    gaps = [
        [
            kind,
            score,
            f"{row[score]['mean']:.3f}",
            cell(row[score]["names"]),
            cell(row[score]["groups"]),
            *(
                f"{cell(row[score].get(part))}{_count(row[score].get(part))}"
                for part in ("trained", "new")
            ),
        ]
        for score in _SCORES
        for kind, row in kinds.items()
    ]
    over = [
        f"{kind}, {score}: {row[score]['names']['highest']} {row[score]['names']['gap']:.3f} above "
        f"{row[score]['names']['lowest']}"
        for score in _SCORES
        for kind, row in kinds.items()
        if row[score]["names"]["gap"] > aim
    ]
    return [
        "### Names in identical sentences",
        "",
        f"Neutral sentences, of which only the name changes: {measured['names']} names, "
        f"{measured['sentences']:,} sentences. Gap: the largest difference between the means of "
        f"two names, or of two groups of names (parties of a country, women and men …); the aim is "
        f"{aim} at most. Tone is positive minus negative, −1 to 1. Some of the names stood in "
        "neutral sentences in training too, the others are new to it; in brackets: how many.",
        "",
        *table(
            ["kind", "score", "mean", "gap", "between groups", "names trained", "names new"], gaps
        ),
        f"Over the aim: {'; '.join(over)}." if over else "No gap is over the aim.",
        "",
        "### Names swapped",
        "",
        f"Two names swapped in plain and in loaded sentences: of {swaps['swaps']:,} swaps "
        f"{_share(swaps, 'loaded')} turned the loaded label (at 0.5) and "
        f"{_share(swaps, 'sentiment')} the sentiment label; in brackets, 95 % bootstrap over pairs "
        "of names.",
        "",
        *table(
            ["kind", "swaps", "loaded label turned", "sentiment label turned"],
            [
                [
                    kind,
                    str(row["swaps"]["swaps"]),
                    f"{row['swaps']['loaded_flips']:.1%}",
                    f"{row['swaps']['sentiment_flips']:.1%}",
                ]
                for kind, row in kinds.items()
            ],
        ),
    ]


def _share(swaps: Mapping[str, Any], label: str) -> str:
    low, high = swaps[f"{label}_interval"]
    return f"{swaps[f'{label}_flips']:.1%} ({low:.1%}–{high:.1%})"


def _count(found: Mapping[str, Any] | None) -> str:
    return "" if found is None else f" [{found['count']}]"
