"""What the lower-casing tokenizer throws away, given back to the network token by token.

Each token carries a code: the shape of its word (capital, all capitals, figures …), whether the
word is the first of a sentence, where a capital says nothing, whether its line is written like a
headline, with most words in capitals, and whether it stands inside double quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

LOWER, CAPITAL, CAPITALS, MIXED, DIGITS, OTHER = range(6)
"""Shapes of a word: lower case, a capital first, all capitals, other mixtures, figures, no word."""

SHAPE_COUNT = 6
FIRST = SHAPE_COUNT
HEADLINE = 2 * FIRST
QUOTED = 2 * HEADLINE
SECOND = 2 * QUOTED
"""What is added to a token's shape: first of a sentence, in a headline, inside quotation marks, in
the second sentence of a pair."""

CODES = 2 * SECOND
"""How many codes there are."""

#: A line is like a headline where at least this share of its longer words begins with a capital.
HEADLINE_SHARE = 0.8
#: Shorter words are small in many headlines, and a line needs this many longer ones to be judged.
LONGER, AT_LEAST = 4, 3

_WORD = re.compile(r"\w+")
#: After one of these a capital may be due to the place.
_OPENERS = frozenset('.!?:…“"«\n•|')
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")


def token_codes(text: str, offsets: Sequence[tuple[int, int]], second: bool = False) -> list[int]:
    """The code of each token of ``text``, 0 … `CODES` − 1.

    Args:
        text: one or more lines.
        offsets: (start, end) of each token in ``text``; start = end for special tokens.
        second: whether they belong to the second sentence of a pair.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    shapes = [_shape(text[start:end]) for start, end in words]
    first = _first_of_sentence(text, words)
    lines, in_headline = _headlines(text, words, shapes)
    quoted = quoted_characters(text)
    codes = []
    for start, end in offsets:
        if start == end:
            codes.append(OTHER + second * SECOND)
            continue
        at = bisect_right(starts, start) - 1
        inside = at >= 0 and start < words[at][1]
        code = shapes[at] if inside else OTHER
        code += FIRST * (inside and first[at])
        code += HEADLINE * in_headline[bisect_right(lines, start) - 1]
        code += QUOTED * quoted[start] + SECOND * second
        codes.append(code)
    return codes


def quoted_characters(text: str) -> list[bool]:
    """For each character whether it stands inside double quotation marks, which count as outside.

    A straight mark opens and closes in turn. No quotation goes on beyond its line, as each
    paragraph of a long one opens anew.
    """
    inside, found = False, []
    for character in text:
        if character == "\n" or character in _CLOSING:
            inside = False
            found.append(False)
        elif character in _OPENING:
            inside = True
            found.append(False)
        elif character == '"':
            inside = not inside
            found.append(False)
        else:
            found.append(inside)
    return found


def _shape(word: str) -> int:
    if word[0].isdigit():
        return DIGITS
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return CAPITALS
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return CAPITAL
    return MIXED if any(character.isupper() for character in word) else LOWER


def _first_of_sentence(text: str, words: Sequence[tuple[int, int]]) -> list[bool]:
    found, before = [], 0
    for number, (start, end) in enumerate(words):
        found.append(number == 0 or not _OPENERS.isdisjoint(text[before:start]))
        before = end
    return found


def _headlines(
    text: str, words: Sequence[tuple[int, int]], shapes: Sequence[int]
) -> tuple[list[int], list[bool]]:
    """Where each line starts, and whether it is written like a headline."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    longer, capital = [0] * len(lines), [0] * len(lines)
    for (start, end), shape in zip(words, shapes, strict=True):
        if end - start >= LONGER and shape != DIGITS:
            line = bisect_right(lines, start) - 1
            longer[line] += 1
            capital[line] += shape != LOWER
    return lines, [
        count >= AT_LEAST and capitals >= HEADLINE_SHARE * count
        for count, capitals in zip(longer, capital, strict=True)
    ]
