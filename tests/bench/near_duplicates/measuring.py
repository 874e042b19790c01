"""Articles with known families, and what is found of them."""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.corpus.duplicates.clusters import clusters
from analysis.corpus.duplicates.signatures import signatures
from analysis.corpus.frames import SIGNATURES
from analysis.corpus.layout import schema_of, write_parquet
from tests.bench.near_duplicates.edits import EDITS, Edit
from tests.bench.near_duplicates.unlike import FRAMES, filled, framed, statement, with_passage


@dataclass(frozen=True)
class Told:
    """An article with the number of its family (articles that are copies of each other), and how
    it was made."""

    text: str
    family: int
    made: str


@dataclass
class Pairs:
    """Pairs of articles: found and right, found, and to be found."""

    right: int = 0
    found: int = 0
    true: int = 0

    def figures(self) -> dict[str, Any]:
        """Return the counts with precision, recall and F1."""
        return {
            "right": self.right,
            "found": self.found,
            "true": self.true,
            "precision": round(self.right / max(1, self.found), 4),
            "recall": round(self.right / max(1, self.true), 4),
            "f1": round(2 * self.right / max(1, self.found + self.true), 4),
        }


def one_copy_each(
    texts: Sequence[str], edit: Edit, strength: float, other: Sequence[str], seed: int
) -> list[Told]:
    """Return each text with one copy."""
    chance = random.Random(f"{seed} {edit.name} {strength}")
    told = [Told(text, family, "original") for family, text in enumerate(texts)]
    for family, text in enumerate(texts):
        made = edit.make(text, strength, chance, chance.choice(other))
        told.append(Told(made, family, f"{edit.name}: {strength:g}"))
    return told


def everything(
    texts: Sequence[str], other: Sequence[str], seed: int, copies: int = 1, filled_each: int = 30
) -> list[Told]:
    """Return each text with copies edited in ways drawn by chance, and all hard negatives."""
    chance = random.Random(seed)
    told = [Told(text, family, "original") for family, text in enumerate(texts)]
    for family, text in enumerate(texts):
        for _ in range(copies):
            edit = chance.choice(EDITS)
            strength = chance.choice(edit.strengths)
            made = edit.make(text, strength, chance, chance.choice(other))
            told.append(Told(made, family, f"{edit.name}: {strength:g}"))
    family = len(texts)
    for made, text in unlike(texts, chance, filled_each):
        told.append(Told(text, family, made))
        family += 1
    return told


def unlike(texts: Sequence[str], chance: random.Random, filled_each: int) -> list[tuple[str, str]]:
    """Return hard negatives with what they are: filled frames, and texts as if they were a
    frame."""
    found = [
        (f"frame: {name}", filled(name, chance)) for name in FRAMES for _ in range(filled_each)
    ]
    with_numbers = [text for text in texts if len(set(_numbers(text))) >= 5]
    found += [("text as a frame", framed(text, chance)) for text in with_numbers[: len(texts) // 3]]
    return found


def quoting(texts: Sequence[str], chance: random.Random) -> list[str]:
    """Return the texts, each two of which quote the same statement, which then is a quarter of the
    shorter one, or two fifths."""
    found = []
    for one, two in zip(texts[::2], texts[1::2], strict=False):
        share = chance.choice((0.25, 0.4))
        words = min(len(one.split()), len(two.split()))
        said = statement(round(words * share / (1 - share)), chance)
        found += [with_passage(one, said, chance), with_passage(two, said, chance)]
    return found


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,:]\d+)*", text)


def clustered(told: Sequence[Told], seed: int) -> pd.DataFrame:
    """Return ``DUPLICATES`` of articles whose days are drawn by chance."""
    with tempfile.TemporaryDirectory() as folder:
        write_signatures(told, Path(folder), seed)
        return clusters(Path(folder))


def write_signatures(told: Sequence[Told], out: Path, seed: int) -> None:
    """Write the signatures of articles, as the engine does."""
    days = np.random.default_rng(seed).integers(0, 365, len(told))
    articles = pd.DataFrame(
        {
            "article": range(len(told)),
            "date": (pd.Timestamp("2020-01-01") + pd.to_timedelta(days, "D")).as_unit("us"),
            "text": [one.text for one in told],
        }
    )
    file = out / "signatures" / "part-000000.parquet"
    write_parquet(signatures(articles), file, schema_of(SIGNATURES))


def measured(told: Sequence[Told], found: pd.DataFrame) -> Pairs:
    """Return how many pairs of articles of one cluster are of one family, and the reverse."""
    families = np.array([one.family for one in told])
    pairs = Pairs(true=sum(comb(many, 2) for many in Counter(families.tolist()).values()))
    for _, members in found.groupby("cluster")["article"]:
        its = Counter(families[members.to_numpy()].tolist())
        pairs.right += sum(comb(many, 2) for many in its.values())
        pairs.found += comb(len(members), 2)
    return pairs


def wrong_by_kind(told: Sequence[Told], found: pd.DataFrame) -> dict[str, int]:
    """Return how many articles are in a cluster that stands for another family, by how they were
    made."""
    of = dict(zip(found["article"], found["cluster"], strict=True))
    return dict(
        Counter(
            told[article].made.split(":")[0]
            for article, cluster in of.items()
            if told[article].family != told[cluster].family
        )
    )
