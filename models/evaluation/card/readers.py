"""Sections of the model card on what readers see; each a list of lines, as in `tables`."""

from __future__ import annotations

from collections.abc import Sequence

from models.evaluation.card.tables import Row, table

_LABELS = ("negative", "neutral", "positive")


def tones(measured: Sequence[Row]) -> list[str]:
    """How often the tones that readers see are right."""

    def cell(found: Row) -> str:
        if "right" not in found:
            return "none shown"
        return (
            f"{found['rows']:,}, right {_percent(found, 'right')}; "
            f"at any probability {found['any']:.0%}"
        )

    limits = ", ".join(f"{label} from {measured[0][label]['from']:g}" for label in _LABELS)
    return [
        "### Tones that are shown",
        "",
        "Readers see a sentence's tone only from a probability on from which it was right at least "
        f"8 times in 10 on held-out news ({limits}); below it, the tone is called unclear. How "
        "often it is shown and right, with Wilson's 95 % intervals:",
        "",
        *table(
            ["of", "rows", *_LABELS],
            [
                [row["rows_of"], f"{row['rows']:,}", *(cell(row[label]) for label in _LABELS)]
                for row in measured
            ],
        ),
    ]


def passed_over(found: Row) -> list[str]:
    """In which bands the clearly loaded sentences of whole articles are; nothing if that was not
    measured."""
    if not found:
        return []

    def band(name: str) -> str:
        return f"{found[name]['rows']}, that is {_percent(found[name], 'share')},"

    return [
        "### What it passes over",
        "",
        f"A close reader judged {found['sentences']:,} sentences of {found['articles']} whole "
        f"articles and called {found['rows']} clearly loaded. Of these, {band('loaded')} are in "
        f"the band loaded, {band('uncertain')} in the band uncertain, and {band('not loaded')} in "
        "the band not loaded (Wilson's 95 % intervals).",
        "",
    ]


def judged_bands(found: Row) -> list[str]:
    """What the reader said of the sentences in each band; nothing if that was not measured."""
    if not found:
        return []

    def cell(band: Row, name: str) -> str:
        if name not in band:
            return ""
        return f"{band[name]['rows']}, {_percent(band[name], 'share')}"

    kinds = {"clearly": "clearly loaded", "debatable": "debatable", "plain": "plain"}
    return [
        "### What its bands hold",
        "",
        "The same sentences by the band that the release puts them into, and what the reader said "
        "of them: how often “loaded” is right in whole articles, and how much of “uncertain” is "
        "plain. One reader's judgement of few sentences; Wilson's 95 % intervals.",
        "",
        *table(
            ["band", "sentences", *kinds.values()],
            [
                [band, f"{row['rows']:,}", *(cell(row, name) for name in kinds)]
                for band, row in found.items()
            ],
        ),
    ]


def _percent(row: Row, name: str) -> str:
    return f"{row[name]:.0%} ({row['low']:.0%}–{row['high']:.0%})"
