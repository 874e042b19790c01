"""Divide an article's text for display: blocks (paragraphs), pieces (sentences) and runs.

A *run* is a part of the text with the same marking (loaded word, quotation, statement, house rule)
throughout.
The text view and the report show the same blocks. Gaps and runs joined in order give the text
again, character for character, however words, quotations and sentences overlap.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from analysis.output.export import records

if TYPE_CHECKING:
    import pandas as pd

WORD = 1
"""Flag of a run inside a loaded word or phrase."""
QUOTE = 2
"""Flag of a run inside a quotation."""
QUOTE_OPENS = 4
"""Flag of the first run of a quotation."""
QUOTE_CLOSES = 8
"""Flag of the last run of a quotation, if it has a closing mark."""
STATEMENT = 16
"""Flag of a run inside what somebody says or thinks, with quotation marks or without. A quotation
outside all statements is a scare quote: the outlet's own words."""
CUE = 32
"""Flag of a run inside the words that attribute a statement (*said*, *according to*)."""
PASSAGE = 64
"""Flag of a run inside a passage that the caller marks besides."""
NOTE, WARNING, ERROR = 128, 256, 512
"""Flags of a run inside what a house rule found, by the rule's severity."""
RULE_OPENS = 1024
"""Flag of the first run of what a house rule found; where several overlap, of one of the highest
severity there."""

SEVERITY_FLAGS: Mapping[str, int] = MappingProxyType(
    {"note": NOTE, "warning": WARNING, "error": ERROR}
)
"""The flag of each severity, from low to high."""

Run = tuple[str, int]
"""The text of a run and the sum of its flags."""
Interval = tuple[int, int]
"""The (start, end) offsets of a passage, end exclusive."""
Found = tuple[int, int, str]
"""What a house rule found: start, end and the rule's severity."""


class Analysed(Protocol):
    """The fields of an analysed article used here (see ``analysis.frames.Result``)."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> pd.DataFrame: ...
    @property
    def spans(self) -> pd.DataFrame: ...
    @property
    def quotations(self) -> pd.DataFrame: ...
    @property
    def statements(self) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Piece:
    """A sentence and its runs.

    ``row`` is its row of the sentences frame, with missing values as None; it is None for text
    between sentences. ``start`` is the offset of its first character in the text.
    """

    row: dict[str, Any] | None
    runs: list[Run]
    start: int


@dataclass(frozen=True)
class Block:
    """A paragraph, or text outside all sentences.

    ``gap`` is the white space before it, which the page shows as the distance between blocks;
    ``tight`` is true if there is no empty line between it and the block above.
    """

    gap: str
    tight: bool
    pieces: list[Piece]

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``: see ``direction``."""
        return direction("".join(text for piece in self.pieces for text, _ in piece.runs))


def direction(text: str) -> str:
    """Return how a passage is laid out: ``rtl`` if most of its letters are of scripts that run from
    right to left, else ``ltr``.

    The rule of HTML's ``dir="auto"``, the first letter, puts an English paragraph that begins with
    an Arabic or Hebrew word in the wrong order.
    """
    if text.isascii():
        return "ltr"
    classes = Counter(map(unicodedata.bidirectional, text))
    return "rtl" if classes["R"] + classes["AL"] > classes["L"] else "ltr"


def text_blocks(
    result: Analysed, passages: Iterable[Interval] = (), found: Iterable[Found] = ()
) -> tuple[list[Block], str]:
    """Return the blocks of an analysed article, and the white space after the last one.

    ``passages`` are (start, end) offsets that are marked besides what the frames hold, ``found`` is
    what house rules found, both in any order.

    Sentences must be in reading order. A block begins with the indent of its paragraph, and text
    between paragraphs has its own block. Raises ValueError if sentences overlap or their offsets
    are outside the text.
    """
    text = result.text
    frames = result.spans, result.quotations, result.statements
    splitter = RunSplitter.of(text, *frames, passages, found)
    blocks: list[Block] = []
    position = 0
    paragraph: int | None = None
    for row in records(result.sentences):
        start, end = int(row["start"]), int(row["end"])
        if not position <= start <= end <= len(text):
            raise ValueError(
                f"sentence {row['sentence']} has the offsets {start} to {end}; it should lie "
                f"between {position}, the end of the one before it, and {len(text)}"
            )
        if row["paragraph"] != paragraph:
            blocks += _blocks_between(splitter, text, position, start, is_first=not blocks)
            paragraph = row["paragraph"]
        elif position < start:
            blocks[-1].pieces.append(Piece(None, splitter.runs(position, start), position))
        blocks[-1].pieces.append(Piece(row, splitter.runs(start, end), start))
        position = end
    tail = text[position:]
    if tail.strip():
        blocks += _blocks_between(splitter, text, position, len(text), is_first=not blocks)
        tail = blocks.pop().gap if not blocks[-1].pieces else ""
    return blocks, tail


def _blocks_between(
    splitter: RunSplitter, text: str, start: int, end: int, is_first: bool
) -> list[Block]:
    """Return the blocks for text[start:end] between paragraphs; the last one is for the next
    paragraph."""
    between = text[start:end]
    stripped = between.strip()
    if stripped:
        own_start = start + between.index(stripped)
        own_end = own_start + len(stripped)
        own = _blocks_between(splitter, text, start, own_start, is_first)
        own[-1].pieces.append(Piece(None, splitter.runs(own_start, own_end), own_start))
        return own + _blocks_between(splitter, text, own_end, end, is_first=False)
    indent = start + between.rfind("\n") + 1
    gap = text[start:indent]
    runs = splitter.runs(indent, end)
    tight = not is_first and gap.count("\n") < 2
    return [Block(gap, tight, [Piece(None, runs, indent)] if runs else [])]


class RunSplitter:
    """Splits passages of a text into runs, at the borders of all that is marked in it.

    Loaded ``words``, pieces of ``statements``, their ``cues`` and other ``passages`` are (start,
    end) offsets, ``quotations`` (start, end, closed), ``found`` (start, end, severity); empty ones
    are ignored. They may overlap each other and the borders of sentences in any way.
    """

    def __init__(
        self,
        text: str,
        words: Iterable[Interval],
        quotations: Iterable[tuple[int, int, bool]],
        statements: Iterable[Interval] = (),
        cues: Iterable[Interval] = (),
        passages: Iterable[Interval] = (),
        found: Iterable[Found] = (),
    ) -> None:
        word_list, statement_list, cue_list, passage_list = (
            [(start, end) for start, end in kind if start < end]
            for kind in (words, statements, cues, passages)
        )
        quotation_list = [q for q in quotations if q[0] < q[1]]
        quote_list = [(start, end) for start, end, _ in quotation_list]
        self._text = text
        self._opens = {start for start, _ in quote_list}
        self._closes = {end for _, end, closed in quotation_list if closed}
        by_severity: dict[str, list[Interval]] = {severity: [] for severity in SEVERITY_FLAGS}
        for start, end, severity in found:
            if start < end:
                by_severity[severity].append((start, end))
        found_list = [one for some in by_severity.values() for one in some]
        marked = (*word_list, *quote_list, *statement_list, *cue_list, *passage_list, *found_list)
        self._cuts = sorted({0, len(text)}.union(*marked))
        self._in_word = _depths(self._cuts, word_list)
        self._in_quote = _depths(self._cuts, quote_list)
        self._in_statement = _depths(self._cuts, statement_list)
        self._in_cue = _depths(self._cuts, cue_list)
        self._in_passage = _depths(self._cuts, passage_list)
        # Flag, depths and first offsets of each severity that there is, the highest first.
        self._in_found = [
            (SEVERITY_FLAGS[severity], _depths(self._cuts, some), {start for start, _ in some})
            for severity, some in reversed(by_severity.items())
            if some
        ]

    @classmethod
    def of(
        cls,
        text: str,
        spans: pd.DataFrame,
        quotations: pd.DataFrame,
        statements: pd.DataFrame,
        passages: Iterable[Interval] = (),
        found: Iterable[Found] = (),
    ) -> RunSplitter:
        """Return a splitter for a text with its spans, quotations and statements frames, other
        ``passages``, and what house rules ``found``."""
        cues = statements[statements["cue_start"].notna()]
        return cls(
            text,
            _columns(spans, "start", "end"),
            _columns(quotations, "start", "end", "closed"),
            _columns(statements, "start", "end"),
            _columns(cues, "cue_start", "cue_end"),
            passages,
            found,
        )

    def runs(self, start: int, end: int) -> list[Run]:
        """Return text[start:end] as (text, flags) runs, each as long as possible."""
        if start >= end:
            return []
        first = bisect_right(self._cuts, start)
        inner = self._cuts[first : bisect_left(self._cuts, end, first)]
        borders = [start, *inner, end]
        return [
            (self._text[a:b], self._flags(first - 1 + i, a, b))
            for i, (a, b) in enumerate(pairwise(borders))
        ]

    def _flags(self, cut: int, start: int, end: int) -> int:
        quoted = self._in_quote[cut] > 0
        return (
            WORD * (self._in_word[cut] > 0)
            + QUOTE * quoted
            + QUOTE_OPENS * (quoted and start in self._opens)
            + QUOTE_CLOSES * (quoted and end in self._closes)
            + STATEMENT * (self._in_statement[cut] > 0)
            + CUE * (self._in_cue[cut] > 0)
            + PASSAGE * (self._in_passage[cut] > 0)
            + (self._found_flags(cut, start) if self._in_found else 0)
        )

    def _found_flags(self, cut: int, start: int) -> int:
        inside = [(flag, opens) for flag, depths, opens in self._in_found if depths[cut] > 0]
        flags = sum(flag for flag, _ in inside)
        return flags + RULE_OPENS * bool(inside and start in inside[0][1])


def _columns(frame: pd.DataFrame, *names: str) -> Iterable[tuple[Any, ...]]:
    """Return the values of columns of a frame, row by row, as plain Python values."""
    return zip(*(frame[name].tolist() for name in names), strict=True)


def _depths(cuts: Sequence[int], intervals: Iterable[Interval]) -> list[int]:
    """Return how many intervals cover the text after each cut."""
    changes = dict.fromkeys(cuts, 0)
    for start, end in intervals:
        changes[start] += 1
        changes[end] -= 1
    return list(accumulate(changes[cut] for cut in cuts))
