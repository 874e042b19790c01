"""Drop what a page shows twice: copies for narrow and wide screens, and pull quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import Element, words_of

SHORTEST_COPY = 8
"""Fewest words of a paragraph that is dropped as a copy of an earlier one; shorter ones can be said
twice (“No comment.”) and are dropped only between two copies."""

SHORTEST_PULL_QUOTE = 5
"""Fewest words of a pull quote that is looked for in the running text."""

SHARED_RUNS = 0.75
"""Smallest share of a pull quote's runs of four words that stand in the running text; editors
shorten pull quotes a little."""


def without_repetitions(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` without copies of earlier blocks and without pull quotes."""
    return _without_copies(_without_pull_quotes(blocks))


def _without_copies(blocks: Sequence[Block]) -> list[Block]:
    seen: set[tuple[str, ...]] = set()
    is_copy, is_known = [], []
    for block in blocks:
        words = tuple(words_of(block.text))
        is_known.append(words in seen)
        is_copy.append(words in seen and len(words) >= SHORTEST_COPY)
        seen.add(words)
    for numbers in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        # A short line between copies is one too: a subheading, a one-word answer.
        for before, number in pairwise(numbers):
            beside = number + (number - before)
            if is_known[number] and is_copy[before] and 0 <= beside < len(blocks):
                is_copy[number] = is_copy[number] or is_known[beside]
    _add_edited_copies(blocks, is_copy)
    return [block for block, copy in zip(blocks, is_copy, strict=True) if not copy]


def _add_edited_copies(blocks: Sequence[Block], is_copy: list[bool]) -> None:
    """Mark paragraphs beside copies that say nearly the same as an earlier paragraph."""
    runs: set[tuple[str, ...]] = set()
    for number, block in enumerate(blocks):
        own = _runs(words_of(block.text))
        beside = is_copy[max(0, number - 1) : number + 2]
        if not is_copy[number] and any(beside) and len(own) >= SHORTEST_COPY - 3:
            is_copy[number] = sum(run in runs for run in own) >= SHARED_RUNS * len(own)
        if not is_copy[number]:
            runs.update(own)


def _without_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """A pull quote is a block quotation, or a heading, whose words the running text has too."""
    running = [
        words_of(block.text)
        for block in blocks
        if block.quotation is None and block.kind in ("paragraph", "item")
    ]
    runs = {run for words in running for run in _runs(words)}
    whole = " | ".join(" ".join(words) for words in running)
    dropped: set[Element] = set()
    kept: list[Block] = []
    for block in blocks:
        is_heading = block.kind == "heading" and block.level > 1 and block.linked < 0.5
        words = words_of(block.text)
        if block.quotation is None and not (is_heading and len(words) >= SHORTEST_COPY):
            kept.append(block)
            continue
        own = _runs(words)
        repeated = len(words) >= SHORTEST_PULL_QUOTE and (
            sum(run in runs for run in own) >= SHARED_RUNS * len(own) > 0
        )
        if repeated and len(words) < 2 * SHORTEST_COPY:
            repeated = len(words) >= SHORTEST_COPY or " ".join(words) in whole
        if not repeated:
            kept.append(block)
        elif block.quotation is not None:
            dropped.add(block.quotation)
    # The name under a pull quote goes with it.
    return [
        block
        for block in kept
        if block.quotation not in dropped or len(words_of(block.text)) >= SHORTEST_COPY
    ]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))
