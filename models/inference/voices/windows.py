"""A text cut into the windows that the network reads: whole lines, as many as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.inference.voices.shapes import token_codes

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

WINDOW_TOKENS = 200
"""Tokens of a window. A paragraph in 200 is longer; it is cut behind a sentence where one ends."""

NAME_TOKENS = 110
"""The same for windows in which names are looked for, which hold one line or a part of it: the sets
of names that the network learned from have sentences, not articles, and with other lines beside
them it found 43 of the 73 names of one article that it found line by line."""

#: Tokens behind which a long line may be cut.
_ENDS = frozenset({".", "!", "?", "”", '"'})


@dataclass(frozen=True)
class Window:
    """A window as the network reads it.

    Attributes:
        ids: token ids, with [CLS] in front and [SEP] behind each line.
        offsets: of each token in the text; (k, k) for special tokens.
        codes: of each token (`shapes`).
        words: whether the token is the first of a word or mark.
        ends: the offset behind the word or mark that the token is the first of; 0 for other tokens.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]
    codes: list[int]
    words: list[bool]
    ends: list[int]


@dataclass(frozen=True)
class _Line:
    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[bool]
    ends: list[int]


def windows(
    text: str,
    tokenizer: Tokenizer,
    limit: int = WINDOW_TOKENS,
    together: bool = True,
    wanted: Sequence[tuple[int, int]] | None = None,
) -> Iterator[Window]:
    """The windows of ``text`` in order; together they hold all its tokens.

    A window is the same, whichever others are wanted.

    Args:
        text: any text; its lines are the paragraphs.
        tokenizer: without padding or truncation.
        limit: tokens of a window, special ones among them.
        together: whether lines that fit are read together.
        wanted: ranges of ``text``; windows that touch none of them are left out. None for all.
    """
    for lines in _gathered(text, tokenizer, limit - 2, together):
        begin, stop = lines[0].offsets[0][0], lines[-1].offsets[-1][1]
        if wanted is None or any(begin < end and start < stop for start, end in wanted):
            yield _window(text, lines, tokenizer)


def _gathered(text: str, tokenizer: Tokenizer, room: int, together: bool) -> Iterator[list[_Line]]:
    """The lines of each window, or the pieces of long ones."""
    gathered: list[_Line] = []
    size = 0
    for line in _lines(text, tokenizer):
        for piece in _pieces(line, tokenizer, room):
            length = len(piece.ids) + 1
            if gathered and (not together or size + length > room):
                yield gathered
                gathered, size = [], 0
            gathered.append(piece)
            size += length
    if gathered:
        yield gathered


def word_starts(encoding: Encoding) -> list[bool]:
    """For each token whether it is the first of a word or mark; False for special tokens."""
    before, found = None, []
    for word in encoding.word_ids:
        found.append(word is not None and word != before)
        before = word
    return found


def word_ends(encoding: Encoding) -> list[int]:
    """For each first token of a word the end offset of the word's last token, else 0."""
    starts = word_starts(encoding)
    ends = [0] * len(starts)
    first = 0
    # Each look at one of an encoding's lists copies it: read once, or this takes the square.
    tokens = zip(starts, encoding.word_ids, encoding.offsets, strict=True)
    for index, (is_start, word, (_, end)) in enumerate(tokens):
        if is_start:
            first = index
        if word is not None:
            ends[first] = end
    return ends


def _lines(text: str, tokenizer: Tokenizer) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        encoding = tokenizer.encode(line, add_special_tokens=False)
        if encoding.ids:
            yield _Line(
                encoding.ids,
                [(at + start, at + end) for start, end in encoding.offsets],
                word_starts(encoding),
                [at + end if end else 0 for end in word_ends(encoding)],
            )
        at += len(line) + 1


def _pieces(line: _Line, tokenizer: Tokenizer, room: int) -> Iterator[_Line]:
    start = 0
    room = max(1, room - 1)
    while len(line.ids) - start > room:
        cut = start + room
        for index in range(start + room - 1, start + room // 2, -1):
            if tokenizer.id_to_token(line.ids[index]) in _ENDS and line.words[index + 1]:
                cut = index + 1
                break
        else:
            while cut > start + 1 and not line.words[cut]:
                cut -= 1  # not inside a word
        yield _part(line, start, cut)
        start = cut
    yield _part(line, start, len(line.ids))


def _part(line: _Line, start: int, end: int) -> _Line:
    return _Line(
        line.ids[start:end], line.offsets[start:end], line.words[start:end], line.ends[start:end]
    )


def _window(text: str, lines: list[_Line], tokenizer: Tokenizer) -> Window:
    first, last = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    begin = lines[0].offsets[0][0]
    end = lines[-1].offsets[-1][1]
    ids, offsets, words, ends = [first], [(begin, begin)], [False], [0]
    for line in lines:
        behind = line.offsets[-1][1]
        ids += [*line.ids, last]
        offsets += [*line.offsets, (behind, behind)]
        words += [*line.words, False]
        ends += [*line.ends, 0]
    # From the start of the line, where it was cut: what stands before says whether a mark is open.
    lead = text.rfind("\n", 0, begin) + 1
    shifted = [(a - lead, b - lead) for a, b in offsets]
    return Window(ids, offsets, token_codes(text[lead:end], shifted), words, ends)
