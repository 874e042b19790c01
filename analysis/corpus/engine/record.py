"""What a run of the engine says of itself while it works, and when it has ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.corpus.reading.record import Claim


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles ``done`` (of them ``skipped``), of ``total`` if that is known;
    ``share`` 0 to 1; ``resumed`` of the done were there before this run."""

    done: int
    skipped: int
    total: int | None
    share: float
    resumed: int


@dataclass(frozen=True)
class Summary:
    """What became of an archive: how many articles were ``analysed`` and ``skipped`` (by reason),
    what its files claimed, near-duplicates found, and seconds of this run. ``resumed`` of all
    articles were there before."""

    analysed: int
    skipped: dict[str, int]
    claims: tuple[Claim, ...]
    duplicates: int
    seconds: float
    resumed: int = 0


@dataclass(frozen=True)
class Done:
    """A finished partition: how many articles it was ``given``, the number of ``rows`` of each
    table, articles ``skipped`` by reason, and a ``digest`` of what was read."""

    number: int
    given: int
    rows: Mapping[str, int]
    skipped: Mapping[str, int]
    digest: str
