"""Texts in which ``¦`` stands before every sentence but the first, as in the gold file."""

from __future__ import annotations

from analysis.text.segmentation.sentences import segment


def as_split(marked: str) -> str:
    """Return ``marked`` with ``¦`` where the code under test begins a sentence."""
    text = marked.replace("¦", "")
    starts = [sentence.start for sentence in segment(text)[1:]]
    pieces = [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
    return "¦".join(pieces)
