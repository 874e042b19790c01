"""Which line ends inside a block of text end a sentence.

A single line end is either the writer's (after a headline, a byline, a list item) or the machine's
(text wrapped at a fixed width). Two facts tell them apart. Most lines of wrapped text go on in
lower case. And a machine breaks a line only when the next word would not have fitted: a line that
had room for it was ended on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from analysis.text.characters import INVISIBLE
from analysis.text.function_words import RARELY_LAST
from analysis.text.segmentation.abbreviations import NEVER_LAST, TITLES

WRAP_WIDTHS = range(25, 131)
"""Widths at which text is wrapped: mail and agency copy use 60 to 80 characters, columns 30."""

WRAPPED_SHARE = 0.4
"""From this share of lines that go on in lower case text counts as wrapped. Most words of running
text are in lower case; lines that begin so are rare where the writer ended them."""

_LOOK = 60

_BULLET = re.compile(r"[•‣⁃▪▫◦·●○■□➤►✓✔★]\s?")
_MARKER = re.compile(
    r"(?P<dash>[-–—*+])\s|(?P<number>\(?\d{1,2}[.)])\s|(?P<letter>\(?[A-Za-z][.)])\s"
)
_BYLINE = re.compile(r"(?:By|BY|Words by|Pictures by|Photos? by|Reporting by|Edited by)\s+[A-Z]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟۔।]+[\"'”’»›“)\]*_]*$")
_ENTRY = re.compile(r"[\w\[\] -]{1,40}: \S")
_RUNS_ON = re.compile(r"[,(\[{&-]$")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_FIRST_WORD = re.compile(r"\S+")
_WEB_ADDRESS = re.compile(r"\w+://|[\w-]{2,}\.[a-z]{2,}\b")
_OPENING = "\"'“”‘’„«‹([{" + INVISIBLE


@dataclass(frozen=True)
class Line:
    """One line of a block, without white space around it: its offsets, and what is seen of it.

    Invisible characters around the line may belong to the offsets and not to ``text``.
    """

    start: int
    end: int
    text: str


def continues_in_lower_case(text: str) -> bool:
    """Whether ``text`` begins with a lower-case word.

    Web addresses and names such as ``iPhone`` and ``macOS`` are none: they may begin a sentence.
    """
    word = _FIRST_WORD.match(text.lstrip(_OPENING))
    if word is None or not word[0][0].islower():
        return False
    return not any(c.isupper() for c in word[0][1:6]) and _WEB_ADDRESS.match(word[0]) is None


def _share_in_lower_case(blocks: Sequence[Sequence[Line]]) -> float:
    following = [line for block in blocks for line in block[1:]]
    if not following:
        return 0.0
    return sum(continues_in_lower_case(line.text) for line in following) / len(following)


def _width(block: Sequence[Line]) -> int:
    return max(len(line.text) for line in block)


def _markers(block: Sequence[Line]) -> list[str | None]:
    """The kind of list marker each line begins with."""
    kinds: list[str | None] = []
    for line in block:
        if _BULLET.match(line.text):
            kinds.append("bullet")
        else:
            marker = _MARKER.match(line.text)
            kinds.append(marker.lastgroup if marker else None)
    return kinds


def line_ends(blocks: Sequence[Sequence[Line]]) -> list[list[bool]]:
    """For each block and each of its lines: whether the line's end also ends a sentence.

    The last line of every block does. Width and wrapping are judged per block; blocks of one or two
    lines borrow them from the whole text.
    """
    large = [block for block in blocks if len(block) > 2]
    text_wrapped = _share_in_lower_case(blocks) >= WRAPPED_SHARE
    text_width = int(median(map(_width, large))) if large else 0
    return [_block_ends(block, text_wrapped, text_width) for block in blocks]


def _block_ends(block: Sequence[Line], text_wrapped: bool, text_width: int) -> list[bool]:
    wrapped, width = text_wrapped, _width(block)
    if len(block) > 2:
        wrapped = _share_in_lower_case([block]) >= WRAPPED_SHARE
    else:
        width = max(width, text_width)
    wrapped = wrapped and width in WRAP_WIDTHS
    markers = _markers(block)
    ends = []
    for i in range(len(block) - 1):
        line, following = block[i].text, block[i + 1].text
        # Only up to the width matters, and a line may be as long as the article.
        first_word = _FIRST_WORD.match(following, 0, 200)
        room = len(line) + 1 + (first_word.end() if first_word else 0) <= width
        ends.append(_ends(line[-_LOOK:], following[:_LOOK], wrapped and not room, markers, i))
    return [*ends, True]


def _ends(line: str, following: str, full: bool, markers: Sequence[str | None], i: int) -> bool:
    """Whether ``line`` (its last characters) ends before ``following`` (the next one's first)."""
    stopped = _ENDS_SENTENCE.search(line) is not None
    abbreviation = line.rsplit(None, 1)[-1].lstrip(_OPENING).removesuffix(".") if stopped else ""
    if abbreviation in TITLES or abbreviation in NEVER_LAST:
        return False
    marker = markers[i + 1]
    if marker == "bullet" or (
        marker and (stopped or line.endswith(":") or markers.count(marker) > 1)
    ):
        return True
    if not full and (line[-1] in ":;" or (_ENTRY.match(line) and _ENTRY.match(following))):
        return True
    if continues_in_lower_case(following):
        return False
    if _BYLINE.match(following):
        return True
    last_word = _LAST_WORD.search(line)
    if _RUNS_ON.search(line) or (last_word and last_word[0] in RARELY_LAST):
        return False
    return not full
