"""Turn the text of a page upright: pages that are shown turned, and passages that are drawn so."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from analysis.reading.documents.pdf.contents import Drawn, Fragment

MAX_SLANT = 15.0
"""Most degrees by which text is slanted that is read. Pages are scanned aslant by 3 at most;
watermarks (“COPY”) are drawn at 30 to 60."""

SAME_SLANT = 3.0
"""Most degrees by which strings of the same passage differ."""

TURNED_WORDS = 20
"""Fewest words of a turned passage beside upright text; titles of axes and what publishers print
along the margin have fewer."""

TURNED_LINES = 3
"""Fewest lines of such a passage."""


def upright(strings: Sequence[Drawn], rotation: int = 0) -> list[list[Fragment]]:
    """Return the text of a page as passages of one direction each, all turned upright.

    ``rotation`` is by how many degrees a PDF reader turns the page clockwise. First comes what it
    shows upright, then turned passages that are prose. A page whose whole text is turned is read
    as if the reader's head were.
    """
    groups: dict[int, list[Drawn]] = defaultdict(list)
    for one in strings:
        quarter = round(one.angle / 90)
        if abs(one.angle - 90 * quarter) <= MAX_SLANT:
            groups[quarter % 4].append(one)
    first = groups.pop(round(rotation / 90) % 4, [])
    first_passage = [_turned(first)] if first else []
    others = sorted(groups.values(), key=_letters, reverse=True)
    if not first and others:
        first_passage = [_turned(others.pop(0))]
    return first_passage + [_turned(one) for one in others if _is_passage(one)]


def _letters(strings: Iterable[Drawn]) -> int:
    return sum(len(one.text) for one in strings)


def _turned(strings: Sequence[Drawn]) -> list[Fragment]:
    """Turn strings of about the same direction by that direction."""
    by_slant = sorted(strings, key=lambda one: _slant(one.angle))
    middle = by_slant[len(by_slant) // 2]
    slant = _slant(middle.angle)
    quarter = round((middle.angle - slant) / 90) % 4
    cosine, sine = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarter]
    if abs(slant) > 0.01:
        angle = math.radians(90 * quarter + slant)
        cosine, sine = math.cos(angle), math.sin(angle)
    fragments = []
    for one in strings:
        if abs(_slant(one.angle) - slant) > SAME_SLANT:
            continue
        x0, x1 = one.x0 * cosine + one.y0 * sine, one.x1 * cosine + one.y1 * sine
        y = one.y0 * cosine - one.x0 * sine
        fragments.append(Fragment(one.text, x0, max(x0, x1), y, one.size))
    return fragments


def _slant(angle: float) -> float:
    return angle - 90 * round(angle / 90)


def _is_passage(strings: Sequence[Drawn]) -> bool:
    turned = _turned(strings)
    words = sum(len(one.text.split()) for one in turned)
    lines = {round(one.y / max(one.size, 1.0)) for one in turned}
    return words >= TURNED_WORDS and len(lines) >= TURNED_LINES
