"""Passages that the text's own structure, not its quotation marks, gives as somebody else's words.

These are lines that begin with ``>``, as e-mail and Markdown quote, and what follows the speaker
labels of a transcript (``speaker_labels``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.text.quotation.speaker_labels import turns
from analysis.text.segmentation.line_ends import Line
from analysis.text.segmentation.quote_prefix import quote_prefix, without_empty_lines
from analysis.text.segmentation.sentences import blocks


def structural_passages(text: str) -> list[tuple[int, int]]:
    """Return the passages ``(start, end)`` of ``text`` in order, without overlap.

    A passage begins and ends with a visible character; the ``>`` marks and the labels before it are
    not part of it. Time grows linearly with the text.
    """
    paragraphs = blocks(text)
    found = sorted([*_marked_lines(text, paragraphs), *turns(text, paragraphs)])
    trimmed = [(start, without_empty_lines(text, start, end)) for start, end in found]
    return [(start, end) for start, end in trimmed if start < end]


def _marked_lines(text: str, paragraphs: Sequence[Sequence[Line]]) -> Iterator[tuple[int, int]]:
    """Yield a passage for each run of lines with ``>`` of a paragraph."""
    for paragraph in paragraphs:
        begin: int | None = None
        end = 0
        for line in paragraph:
            if line.depth == 0:
                if begin is not None:
                    yield begin, end
                begin = None
                continue
            if begin is None:
                begin = line.start + quote_prefix(text[line.start : line.end])[0]
            end = line.end
        if begin is not None:
            yield begin, end
