"""What a layout gives: its name, what the file claims, and the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.corpus.reading.record import Found, Unreadable


@dataclass(frozen=True)
class Export:
    """An export taken apart.

    ``kind`` is what it is, in words ("a Nexis export"); ``claimed`` how many articles the file
    says it holds, None if it does not say; ``unclear_dates`` how many dates give a day and month
    that cannot be told apart.
    """

    kind: str
    claimed: int | None
    pieces: Sequence[Found | Unreadable]
    unclear_dates: int = 0


def piece(text: str, place: str, **about: str) -> Found | Unreadable:
    """Return the article of this text, with what else ``about`` says of it (fields of ``Found``);
    one that has a head and no text cannot be read."""
    if any(map(str.isalpha, text)):
        return Found(text, place, **about)  # type: ignore[arg-type]  # quoted is never given
    return Unreadable(place, "EmptyText", "The article has no text in this export.", **about)
