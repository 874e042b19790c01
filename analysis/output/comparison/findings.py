"""The findings of a comparison: what page, report and command line all draw."""

from __future__ import annotations

from analysis.comparison.frames import Comparison
from analysis.output.comparison.kinds.finding import KINDS as KINDS
from analysis.output.comparison.kinds.finding import Finding as Finding
from analysis.output.comparison.kinds.finding import Place as Place
from analysis.output.comparison.kinds.measured import loaded, room, speakers, tone
from analysis.output.comparison.kinds.worded import attributions, cuts, namings, numbers, sayings


def findings(comparison: Comparison) -> dict[str, list[Finding]]:
    """Return the findings by kind, in the order of ``KINDS``; kinds without any are empty lists.

    Within a kind they are in the order of the frames; of what is measured, clear differences come
    first, and large ones before small ones.
    """
    return {
        "numbers": numbers(comparison),
        "attributions": attributions(comparison),
        "sayings": sayings(comparison),
        "cuts": cuts(comparison),
        "namings": namings(comparison),
        "speakers": speakers(comparison),
        "tone": tone(comparison),
        "loaded": loaded(comparison),
        "room": room(comparison),
    }
