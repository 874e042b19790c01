"""How many names are found with exactly their span and kind, by set and kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from models.evaluation.figures.lines import Units, f1_of, line
from models.evaluation.voices.held_out import Name, NamedText
from models.inference.voices.labels import KINDS

#: The sets by the names that a person reads, the newswire first.
SETS = {
    "worldwide": "newswire",
    "worldwide, headlines": "newswire set as headlines",
    "worldwide, capitals": "newswire in capitals",
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


def as_headlines(texts: Iterable[NamedText]) -> list[NamedText]:
    """The newswire's sentences with a capital on every word, and again all in capitals: what the
    network finds where capitals tell nothing. Names keep their offsets."""
    news = [text for text in texts if text.source == "worldwide"]
    return [
        replace(text, text=change(text.text), source=source)
        for source, change in (
            ("worldwide, headlines", _with_capitals),
            ("worldwide, capitals", _in_capitals),
        )
        for text in news
    ]


def _with_capitals(text: str) -> str:
    return re.sub(r"(?<![\w'’])\w", lambda first: _in_capitals(first[0]), text)


def _in_capitals(text: str) -> str:
    """Letters whose capital is two letters, such as ß, stay: offsets must not move."""
    return "".join(one.upper() if len(one.upper()) == 1 else one for one in text)


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
