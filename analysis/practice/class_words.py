"""Which words of a text a class marked: only where nobody's own marks can be read off them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.practice.class_figures import ClassFigures
    from analysis.practice.material import Material

FEWEST_TOGETHER = 2
"""Fewest readers who marked the same words, for these to be shown."""

ClassWords = dict[int, list[tuple[int, int, int]]]
"""By sentence (from 0) the words that a class marked: start, end and by how many readers. The most
frequent first, of equally frequent ones the first in the text."""


def class_words(
    counts: Mapping[tuple[int, int], int], figures: ClassFigures | None, material: Material
) -> ClassWords:
    """Return the words of each sentence that ``FEWEST_TOGETHER`` readers marked alike or more.

    ``counts`` says how many marked which (start, end) of the text. Sentences without a share in
    ``figures``, as fewer than ``FEWEST`` judged them, have none, and so has a class without
    figures (None).
    """
    if figures is None:
        return {}
    shares = figures.sentences["share"].to_list()
    found: ClassWords = {}
    for number, (line, share) in enumerate(zip(material.lines, shares, strict=True)):
        if share != share:  # NaN: too few have judged it
            continue
        here = [
            (start, end, count)
            for (start, end), count in counts.items()
            if count >= FEWEST_TOGETHER and line.start <= start < end <= line.end
        ]
        if here:
            found[number] = sorted(here, key=lambda words: (-words[2], words[:2]))
    return found
