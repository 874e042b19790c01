"""How many names are found with exactly their span and kind, by set and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from models.evaluation.figures.lines import Units, f1_of, line
from models.evaluation.voices.held_out import KINDS, Name, NamedText

#: The sets by the names that a person reads, the newswire first.
SETS = {
    "worldwide": "newswire",
    "wikigold": "Wikipedia",
    "re3d": "reports on Syria and Iraq",
    "wnut17": "posts and comments",
    "btc": "tweets",
}

#: Names of the four kinds in the plural.
PLURAL = {
    "person": "persons",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
}

#: With fewer names of a kind in a set, no line is made: its interval would say nothing.
LEAST_NAMES = 50


def name_counts(found: Iterable[Name], gold: Iterable[Name], kind: str) -> tuple[int, int, int]:
    """(right, found, marked): names of a kind in one text.

    A name is right where a marked one has the same start, end and kind (the CoNLL-2003 measure:
    Tjong Kim Sang and De Meulder 2003). A name found twice counts once.
    """
    ours = {name for name in found if name[2] == kind}
    theirs = {name for name in gold if name[2] == kind}
    return len(ours & theirs), len(ours), len(theirs)


def name_lines(texts: Sequence[NamedText], found: Sequence[Sequence[Name]]) -> list[dict[str, Any]]:
    """One line a set and kind, as `models.evaluation.figures.lines.line` makes it, with
    ``precision``, ``recall`` and ``names`` (how many are marked) beside it.

    Args:
        texts: sentences with their marked names.
        found: of each sentence, the names that the network finds.
    """
    lines = []
    for source, of in SETS.items():
        here = [number for number, text in enumerate(texts) if text.source == source]
        if not here:
            continue
        units = Units("documents", np.array([texts[number].document for number in here]))
        for kind in KINDS:
            if kind not in texts[here[0]].kinds:
                continue
            counts = np.array([name_counts(found[n], texts[n].names, kind) for n in here])
            right, claimed, real = (int(total) for total in counts.sum(axis=0))
            if real < LEAST_NAMES:
                continue
            lines.append(
                {
                    **line(
                        f"{PLURAL[kind]}, {of}", "exact span F1", units, {"slant": f1_of(counts)}
                    ),
                    "names": real,
                    "precision": round(right / (claimed or 1), 4),
                    "recall": round(right / real, 4),
                }
            )
    return lines
