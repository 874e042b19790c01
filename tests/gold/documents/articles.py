"""The invented articles behind the gold files, read from ``articles/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Block:
    """``kind`` is paragraph, heading, item or row; a row's ``cells`` are its parts."""

    kind: str
    text: str

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.strip("| ").split("|")]


@dataclass(frozen=True)
class Source:
    """An article as it was written: what every file made of it should give back."""

    title: str
    author: str
    date: str
    blocks: list[Block]

    @property
    def gold(self) -> str:
        """What a person would call the article: headline, paragraphs, subheadings, lists, tables.

        No byline or date: they have fields of their own.
        """
        lines = [
            " ".join(block.cells) if block.kind == "row" else block.text for block in self.blocks
        ]
        return "\n\n".join([self.title, *lines])


def load(slug: str) -> Source:
    """Return the article of ``articles/<slug>.txt``."""
    head, _, body = (ARTICLES / f"{slug}.txt").read_text(encoding="utf-8").partition("\n\n")
    title, author, date = head.splitlines()
    return Source(
        title.removeprefix("# "),
        author.removeprefix("author: "),
        date.removeprefix("date: "),
        [_block(line) for line in body.splitlines() if line.strip()],
    )


def _block(line: str) -> Block:
    for mark, kind in (("## ", "heading"), ("- ", "item")):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block("row" if re.match(r"\|.*\|$", line) else "paragraph", line)
