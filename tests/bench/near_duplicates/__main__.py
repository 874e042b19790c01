"""Near-duplicates found among edited copies of an archive's articles, and among lookalikes.

    python -m tests.bench.near_duplicates --archive FILE [--fit] [--out FILE]

Articles are divided in halves by their number. ``--fit`` tries thresholds on the first half and
prints the best; the figures are always those of the second half, which no threshold has seen.
Copies are edited as wires, updates and local papers do (``edits.py``); lookalikes are filled
frames, texts as if they were frames and texts that quote the same (``unlike.py``). Each article has
a day drawn by chance, so that the one that is kept may be a copy. Without ``--archive`` the samples
of Slant are taken.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from analysis.corpus.duplicates import alike, clusters
from analysis.corpus.duplicates.candidates import candidates
from analysis.corpus.duplicates.loaded import Loaded, loaded
from analysis.reading.samples import samples
from tests.bench.near_duplicates.edits import EDITS
from tests.bench.near_duplicates.measuring import (
    Told,
    clustered,
    everything,
    measured,
    one_copy_each,
    quoting,
    write_signatures,
    wrong_by_kind,
)

SEED = 26
THRESHOLDS = ("JACCARD_FROM", "CONTAINED_FROM", "NUMBERS_FROM")
GRID = (
    (0.1, 0.15, 0.2, 0.25, 0.3),
    (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7),
    (0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
)
OTHERS = 100
"""Articles of a half whose text is put into copies; they are not themselves in the archive."""


def main() -> None:
    """Print the figures and write them where ``--out`` says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.near_duplicates")
    parser.add_argument("--archive", type=Path, help="Parquet file of articles (text)")
    parser.add_argument("--articles", type=int, default=1500, help="at most so many of a half")
    parser.add_argument("--fit", action="store_true", help="try thresholds on the first half")
    parser.add_argument("--out", type=Path, help="write the figures here, as JSON")
    options = parser.parse_args()
    first, second = halves(options.archive, options.articles)
    figures: dict[str, Any] = {"archive": options.archive is not None}
    if options.fit:
        figures["fit"] = fitted(*first)
    figures |= {"thresholds": {name: getattr(alike, name) for name in THRESHOLDS}}
    figures |= reported(*second)
    if options.out:
        options.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def halves(archive: Path | None, most: int) -> list[tuple[list[str], list[str]]]:
    """Return both halves: texts that stand in the archive, and others that copies take from."""
    if archive is None:
        texts, others = [sample.text for sample in samples()], 4
    else:
        import pandas as pd

        texts, others = list(pd.read_parquet(archive, columns=["text"])["text"]), OTHERS
        random.Random(SEED).shuffle(texts)
    found = []
    for half in (texts[::2], texts[1::2]):
        found.append((half[others : others + most], half[:others]))
    return found


def fitted(texts: list[str], others: list[str]) -> dict[str, Any]:
    """Return the best thresholds of the grid and those that are chosen, with their F1; print the
    best forty."""
    chosen = tuple(getattr(alike, name) for name in THRESHOLDS)
    told = _all(texts, others)
    tried = []
    with tempfile.TemporaryDirectory() as folder:
        write_signatures(told, Path(folder), SEED)
        with loaded(Path(folder)) as signatures:
            _set(tuple(min(values) for values in GRID))
            # Once: no other thresholds of the grid take pairs that the loosest do not.
            pairs = {
                pair
                for one, other in candidates(signatures)
                for pair in zip(*_alike(signatures, one, other), strict=True)
            }
            one, other = (np.array(side) for side in zip(*sorted(pairs), strict=True))
            with patch.object(clusters, "candidates", lambda _: iter([(one, other)])):
                for values in product(*GRID):
                    _set(values)
                    found = clusters.duplicates_of(signatures)
                    figures = measured(told, found).figures()
                    tried.append((figures["f1"], figures["precision"], figures["recall"], values))
    tried.sort(reverse=True)
    for line in tried[:40]:
        print(*line)
    _set(chosen)
    own = next(one for one in tried if one[3] == chosen)
    return {
        name: {"f1": one[0], "precision": one[1], "recall": one[2], "thresholds": one[3]}
        for name, one in (("best", tried[0]), ("chosen", own))
    }


def _alike(signatures: Loaded, one: np.ndarray, other: np.ndarray) -> tuple[list[int], list[int]]:
    copies = alike.likeness(signatures, one, other) > 0
    return one[copies].tolist(), other[copies].tolist()


def _set(values: tuple[float, ...]) -> None:
    for name, value in zip(THRESHOLDS, values, strict=True):
        setattr(alike, name, value)


def _all(texts: list[str], others: list[str], copies: int = 1) -> list[Told]:
    """Return everything: copies, frames, and further texts that quote the same."""
    half = len(texts) * 2 // 3
    told = everything(texts[:half], others, SEED, copies)
    family = max(one.family for one in told) + 1
    chance = random.Random(SEED)
    return told + [
        Told(text, family + at, "quotes the same")
        for at, text in enumerate(quoting(texts[half:], chance))
    ]


def reported(texts: list[str], others: list[str]) -> dict[str, Any]:
    """Print and return the figures of a half."""
    figures: dict[str, Any] = {"articles": len(texts), "edits": {}}
    for name, copies in (("all", 1), ("families of five", 4)):
        told = _all(texts, others, copies)
        found = clustered(told, SEED)
        figures[name] = measured(told, found).figures() | {
            "texts": len(told),
            "wrong": wrong_by_kind(told, found),
        }
        print(name, figures[name])
    some = texts[:400]
    for edit in EDITS:
        figures["edits"][edit.name] = {}
        for strength in edit.strengths:
            told = one_copy_each(some, edit, strength, others, SEED)
            pairs = measured(told, clustered(told, SEED)).figures()
            figures["edits"][edit.name][f"{strength:g}"] = pairs
            print(f"{edit.name}: {strength:g}", pairs)
    return figures


if __name__ == "__main__":
    main()
