"""A class's text and figures to what the browser shows: pure, and free of Streamlit.

The browser gets pieces, never offsets, as JavaScript counts UTF-16 units where Python counts code
points. The pieces put end to end are the text, character for character.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.output.blocks import direction
from analysis.output.phrasing.practice.classroom import marked_said, model_said

if TYPE_CHECKING:
    from analysis.practice.class_figures import ClassFigures
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
    figures: ClassFigures | None, split: Sequence[int], said: Sequence[str], *, revealed: bool
) -> dict[str, Any]:
    """Return what is shown of each sentence, ready for JSON.

    ``lines`` maps a sentence's number, as a string, to ``share`` (0 to 1), ``label`` (such as
    “7/12”) and ``said``; sentences that too few have judged are left out. ``split`` are the
    sentences that split the class most, in their order; ``said`` is what stands beside the text.
    Only where the round is ``revealed`` has a line a ``band``, the model's, and says it.
    """
    rows = figures.sentences.to_dict("records") if figures is not None else []
    return {
        "lines": {
            str(row["sentence"]): _line(row, revealed)
            for row in rows
            if row["share"] == row["share"]  # a number: enough have judged it
        },
        "split": [*split],
        "said": [*said],
    }


def _line(row: Mapping[Hashable, Any], revealed: bool) -> dict[str, Any]:
    said = marked_said(int(row["marked"]), int(row["judged"]), row["reason"])
    line = {
        "share": round(float(row["share"]), 3),
        "label": f"{row['marked']}/{row['judged']}",
        "said": said,
    }
    if not revealed:
        return line
    return {**line, "band": row["band"], "said": f"{said} {model_said(row['band'])}".strip()}


def _paragraphs(lines: Sequence[Line]) -> list[list[tuple[int, Line]]]:
    """Return the lines by paragraph, each with its number."""
    found: list[list[tuple[int, Line]]] = []
    for number, line in enumerate(lines):
        if not found or found[-1][-1][1].paragraph != line.paragraph:
            found.append([])
        found[-1].append((number, line))
    return found
