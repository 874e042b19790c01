"""Near-duplicates found among edited copies of an archive's articles, and among lookalikes.

    python -m tests.bench.near_duplicates --archive FILE [--fit] [--out FILE]

Articles are divided in halves by their number. ``--fit`` tries thresholds on the first half and
prints the best; the figures are always those of the second half, which no threshold has seen.
Copies are edited as wires, updates and local papers do (``edits.py``); lookalikes are filled
frames, texts as if they were frames and texts that quote the same (``unlike.py``). Each article has
a day drawn by chance, so that the one that is kept may be a copy. Without ``--archive`` the samples
of Slant are taken. ``--time N …`` measures the last step, clusters of N articles, and its memory.
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import product
from pathlib import Path
from typing import Any

from analysis.corpus.duplicates import alike
from analysis.reading.samples import samples
from tests.bench.near_duplicates.edits import EDITS
from tests.bench.near_duplicates.measuring import (
    Told,
    clustered,
    everything,
    measured,
    one_copy_each,
    quoting,
    wrong_by_kind,
)

SEED = 26
THRESHOLDS = ("JACCARD_FROM", "CONTAINED_FROM", "NUMBERS_FROM")
GRID = ((0.15, 0.2, 0.25, 0.3), (0.45, 0.5, 0.55, 0.6, 0.65, 0.7), (0.3, 0.4, 0.5, 0.6, 0.7))
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
    """Return F1 of the best thresholds of the grid, and what they are; print each."""
    import tempfile

    from analysis.corpus.duplicates.clusters import clusters
    from tests.bench.near_duplicates.measuring import write_signatures

    told = _all(texts, others)
    tried = []
    with tempfile.TemporaryDirectory() as folder:
        write_signatures(told, Path(folder), SEED)
        for values in product(*GRID):
            for name, value in zip(THRESHOLDS, values, strict=True):
                setattr(alike, name, value)
            pairs = measured(told, clusters(Path(folder))).figures()
            tried.append((pairs["f1"], pairs["precision"], pairs["recall"], values))
    tried.sort(reverse=True)
    for line in tried[:25]:
        print(*line)
    best = tried[0]
    for name, value in zip(THRESHOLDS, best[3], strict=True):
        setattr(alike, name, value)
    return {"f1": best[0], "precision": best[1], "recall": best[2], "thresholds": best[3]}


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
