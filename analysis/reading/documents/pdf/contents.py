"""What is drawn on a page, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Drawn:
    """A string as it is drawn: where its baseline begins and ends, font size in points, and its
    direction in degrees, counter-clockwise from the page's own left-to-right."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    angle: float


@dataclass(slots=True)
class Contents:
    """What a page shows: its strings in the order they are drawn, and what was not read of it.

    ``invisible`` are strings that are not painted: what a program for text recognition has read in
    a picture, or hidden text. ``picture`` is the area of the largest picture in square points,
    ``curves`` the number of curved shapes (letters drawn as shapes are hundreds), ``unmapped`` the
    number of characters in fonts that do not say which characters they are, ``complete`` whether
    all of the page was read.
    """

    strings: list[Drawn] = field(default_factory=list)
    invisible: list[Drawn] = field(default_factory=list)
    picture: float = 0.0
    curves: int = 0
    unmapped: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Fragment:
    """A string on an upright page: left and right edge, baseline and font size, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class Sized(Protocol):
    """Text in one font size: a string or a line."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def size(self) -> float:
        """The font size in points."""


def usual_size(texts: Iterable[Sized]) -> float:
    """Return the font size in which half of the letters are set or smaller; 0 without any."""
    sizes = sorted((one.size, len(one.text)) for one in texts)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 0.0
