"""An article as the network that tags it reads it, and the way back to the article's offsets.

The network reads paragraphs, one a line. The article's own line breaks within a paragraph, the
characters that split its words, and the lines that are not the article are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from analysis.speakers.statements.statement import Range
from analysis.text.segmentation.sentences import Sentence
from analysis.text.words.normalised import Normalised

_WHITE = re.compile(r"\s")


@dataclass(frozen=True)
class _Part:
    """A sentence: its number, where it begins in the text for the network, and its own text."""

    number: int
    at: int
    normal: Normalised

    @property
    def end(self) -> int:
        return self.at + len(self.normal.text)


@dataclass(frozen=True)
class TaggedText:
    """``text`` is what the network reads; ``parts`` are the sentences it is made of."""

    text: str
    parts: tuple[_Part, ...]
    sentences: Sequence[Sentence]

    def of_paragraphs(self, wanted: Collection[int]) -> list[Range]:
        """Return the ranges of ``text`` in which the sentences of these paragraphs stand."""
        return [
            (part.at, part.end)
            for part in self.parts
            if self.sentences[part.number].paragraph in wanted
        ]

    def given(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the article that ``text[start:end]`` stands for, in order.

        It is one range as long as the sentences follow each other in one paragraph; white space at
        the ends is left out, and nothing but white space gives no range.
        """
        found: list[Range] = []
        before: int | None = None
        for part in self._touched(start, end):
            inside = part.normal.text[max(start - part.at, 0) : end - part.at]
            first = max(start - part.at, 0) + len(inside) - len(inside.lstrip())
            last = first + len(inside.strip())
            if first >= last:
                continue
            origin = self.sentences[part.number].start
            begin, stop = part.normal.given(first, last)
            if before is not None and self._follows(part.number, before):
                found[-1] = (found[-1][0], origin + stop)
            else:
                found.append((origin + begin, origin + stop))
            before = part.number
        return found

    def _touched(self, start: int, end: int) -> Iterator[_Part]:
        first = max(0, bisect_right(self.parts, start, key=lambda part: part.at) - 1)
        for part in self.parts[first:]:
            if part.at >= end:
                return
            if part.end > start:
                yield part

    def _follows(self, number: int, before: int) -> bool:
        paragraphs = (self.sentences[number].paragraph, self.sentences[before].paragraph)
        return number == before + 1 and paragraphs[0] == paragraphs[1]


def tagged_text(
    sentences: Sequence[Sentence], numbers: Sequence[int], normal: Sequence[Normalised]
) -> TaggedText:
    """Return the text for the network of the sentences with these ``numbers``, in order.

    ``normal`` are the normalised texts of all ``sentences``. Sentences of one paragraph stand on
    one line, parted by a space; each paragraph has a line of its own.
    """
    parts: list[_Part] = []
    pieces: list[str] = []
    at = 0
    for number in numbers:
        if parts:
            same = sentences[number].paragraph == sentences[parts[-1].number].paragraph
            pieces.append(" " if same else "\n")
            at += 1
        parts.append(_Part(number, at, normal[number]))
        pieces.append(_on_one_line(normal[number].text))
        at = parts[-1].end
    return TaggedText("".join(pieces), tuple(parts), sentences)


def _on_one_line(text: str) -> str:
    """Return the text with each character of white space as a plain space; its length stays."""
    return _WHITE.sub(" ", text)
