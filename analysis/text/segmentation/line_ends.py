"""Decide which line ends inside a block of text also end a sentence.

The author ends a line after a headline, a byline or a list item; a program ends lines where it
wraps text at a fixed width. Two facts tell these apart. Most lines of wrapped text begin in lower
case. And a program breaks a line only if the next word does not fit, so a line with room for it was
ended by the author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from analysis.text.characters import INVISIBLE
from analysis.text.function_words import RARELY_LAST
from analysis.text.parts.forms.line_forms import is_furniture_line, is_label
from analysis.text.segmentation.abbreviations import NEVER_LAST, TITLES

WRAP_WIDTHS = range(25, 131)
"""Widths in characters at which text is wrapped: 60 to 80 in e-mail and agency copy, 30 in
columns."""

WRAPPED_SHARE = 0.4
"""Smallest share of lines beginning in lower case in wrapped text. Most words of running text are
in lower case; few lines begin so where the author ended the lines."""

_WINDOW = 60

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
    """One line of a block, without white space around it.

    ``text`` is its visible text without the ``>`` marks of e-mail and Markdown, of which ``depth``
    stand before it; ``start`` and ``end`` can include these and invisible characters around it.
    """

    start: int
    end: int
    text: str
    depth: int = 0


def continues_in_lower_case(text: str) -> bool:
    """Whether ``text`` begins with a lower-case word.

    Web addresses and names such as ``iPhone`` and ``macOS`` do not count, as they can begin a
    sentence.
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
    """Return the kind of list marker at the start of each line, or None."""
    kinds: list[str | None] = []
    for line in block:
        if _BULLET.match(line.text):
            kinds.append("bullet")
        else:
            marker = _MARKER.match(line.text)
            kinds.append(marker.lastgroup if marker else None)
    return kinds


def line_ends(blocks: Sequence[Sequence[Line]]) -> list[list[bool]]:
    """Return, for each line of each block, whether its end also ends a sentence.

    The last line of a block always ends one. Width and wrapping are measured per block, and on the
    whole text for blocks of one or two lines.
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
    # Alone in its block a line ends anyway, so that its form need not be known.
    furniture = [is_furniture_line(line.text) for line in block] if len(block) > 1 else [False]
    ends = []
    for i in range(len(block) - 1):
        if block[i].depth != block[i + 1].depth:
            ends.append(True)
            continue
        line, following = block[i].text, block[i + 1].text
        # 200 characters are enough for any width; a line can be as long as the article.
        first_word = _FIRST_WORD.match(following, 0, 200)
        room = len(line) + 1 + (first_word.end() if first_word else 0) <= width
        full = wrapped and not room
        beside_furniture = not full and (furniture[i] or furniture[i + 1])
        ends.append(
            (beside_furniture and (not _runs_on(line) or is_label(line)))
            or _ends(line[-_WINDOW:], following[:_WINDOW], full, markers, i)
        )
    return [*ends, True]


def _ends(line: str, following: str, full: bool, markers: Sequence[str | None], i: int) -> bool:
    """Whether a sentence ends between line ``i`` and the next one.

    ``line`` is the end of line ``i``, ``following`` the beginning of the next one; ``full`` says
    that line ``i`` had no room for the next word.
    """
    stopped = _ENDS_SENTENCE.search(line) is not None
    abbreviation = line.rsplit(None, 1)[-1].lstrip(_OPENING).removesuffix(".") if stopped else ""
    if abbreviation in NEVER_LAST or abbreviation in TITLES:
        return False
    if abbreviation.isupper() and abbreviation.capitalize() in TITLES and following[:4].isupper():
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
    if _runs_on(line):
        return False
    return not full


def _runs_on(line: str) -> bool:
    """Whether a line cannot end a sentence, as it ends in a comma, an article or a preposition."""
    last_word = _LAST_WORD.search(line[-_WINDOW:])
    return _RUNS_ON.search(line) is not None or (
        last_word is not None and last_word[0] in RARELY_LAST
    )
