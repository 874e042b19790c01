"""A class's text and figures to what the browser shows: pure, and free of Streamlit.

The browser gets pieces, never offsets, as JavaScript counts UTF-16 units where Python counts code
points. The pieces put end to end are the text, character for character.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import direction
from analysis.output.phrasing.practice.classroom import (
    differing_said,
    marked_said,
    model_said,
    tapped_said,
)
from analysis.practice.class_figures import differing

if TYPE_CHECKING:
    from analysis.practice.class_figures import ClassFigures
    from analysis.practice.class_words import ClassWords
    from analysis.practice.material import Line, Material

Piece = tuple[str, int | None]
"""Some of the text, and the number of the sentence (from 0) that it is; None between sentences."""


def text_payload(material: Material) -> dict[str, Any]:
    """Return the text of ``material`` in paragraphs, ready for JSON: nothing of the model's.

    ``blocks`` holds one entry a paragraph: ``gap``, the white space before it; ``tight``, true if
    less than an empty line parts it from the one above; ``direction``, ``ltr`` or ``rtl``; and
    ``pieces``, each [text, sentence or None]. ``tail`` is what follows the last sentence;
    ``counts`` says of each sentence whether it is marked at all. All gaps, pieces and the tail
    put end to end are the text.
    """
    text, at = material.text, 0
    blocks: list[dict[str, Any]] = []
    for lines in _paragraphs(material.lines):
        start = lines[0][1].start
        gap, at = text[at:start], start
        pieces: list[Piece] = []
        if gap.strip():  # words that no sentence has are shown all the same
            gap, pieces = "", [(gap, None)]
        for number, line in lines:
            if line.start > at:
                pieces.append((text[at : line.start], None))
            pieces.append((text[line.start : line.end], number))
            at = line.end
        blocks.append(
            {
                "gap": gap,
                "tight": bool(blocks) and gap.count("\n") < 2,
                "direction": direction("".join(piece for piece, _ in pieces)),
                "pieces": pieces,
            }
        )
    tail = text[at:]
    if tail.strip():
        pieces = [(tail, None)]
        tail = ""
        blocks.append({"gap": "", "tight": False, "direction": direction(text), "pieces": pieces})
    return {
        "title": material.title,
        "blocks": blocks,
        "tail": tail,
        "counts": [line.counts for line in material.lines],
    }


def figures_payload(
    material: Material,
    figures: ClassFigures | None,
    words: ClassWords,
    split: Sequence[int],
    said: Sequence[str],
    *,
    revealed: bool,
) -> dict[str, Any]:
    """Return what is shown of each sentence, ready for JSON.

    ``lines`` maps a sentence's number, as a string, to ``said``, what is said of it, and where
    enough have judged it ``share`` (0 to 1) and ``label`` (such as “7/12”). ``pieces`` are its
    text in pieces, each [text, by the class, by the model], where the class marked some of its
    ``words`` or the model calls some loaded. ``split`` are the sentences that split the class most,
    in their order; ``said`` is what stands beside the text.

    Only where the round is ``revealed`` has a line a ``band``, the model's, and ``model``, what is
    said of that; also where ``figures`` is None, as the pupils are too few. ``differ`` then lists
    the sentences that class and model call differently, each [number, what is said of it].
    """
    rows = figures.sentences.to_dict("records") if figures is not None else []
    # A share that is a number: enough have judged the sentence.
    lines = {row["sentence"]: _shared(row) for row in rows if row["share"] == row["share"]}
    views = material.views if revealed else ()
    for number, view in enumerate(views):
        if view.band:
            of_model = [material.text[start:end] for start, end in view.words]
            line = lines.setdefault(number, {})
            line |= {"band": view.band, "model": model_said(view.band, of_model)}
    for number, line in lines.items():
        of_class = words.get(number, [])
        if of_class:
            told = [(material.text[start:end], count) for start, end, count in of_class]
            line["said"] = f"{line['said']} {tapped_said(told)}"
        by_class = [(start, end) for start, end, _ in of_class]
        pieces = _pieces(material, number, by_class, views[number].words if revealed else ())
        if len(pieces) > 1 or any(pieces[0][1:]):
            line["pieces"] = pieces
    differ = differing(figures) if figures is not None and revealed else []
    return {
        "lines": {str(number): line for number, line in lines.items()},
        "differ": [[number, differing_said(number, by_class)] for number, by_class in differ],
        "split": [*split],
        "said": [*said],
    }


def _shared(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {
        "share": round(float(row["share"]), 3),
        "label": f"{row['marked']}/{row['judged']}",
        "said": marked_said(int(row["marked"]), int(row["judged"]), row["reason"]),
    }


def _pieces(
    material: Material, number: int, *marked: Sequence[tuple[int, int]]
) -> list[tuple[str, bool, bool]]:
    """Return the sentence in pieces, each with whether it lies in a passage of the first and of the
    second sequence of ``marked``; the passages may lie over one another."""
    line = material.lines[number]
    borders = {line.start, line.end}
    for passages in marked:
        borders |= {at for pair in passages for at in pair if line.start < at < line.end}
    cuts = sorted(borders)
    by_class, by_model = marked
    return [
        (material.text[start:end], _within(start, by_class), _within(start, by_model))
        for start, end in pairwise(cuts)
    ]


def _within(at: int, passages: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in passages)


def _paragraphs(lines: Sequence[Line]) -> list[list[tuple[int, Line]]]:
    """Return the lines by paragraph, each with its number."""
    found: list[list[tuple[int, Line]]] = []
    for number, line in enumerate(lines):
        if not found or found[-1][-1][1].paragraph != line.paragraph:
            found.append([])
        found[-1].append((number, line))
    return found
