"""The labelled sentence sets, read into one shape and split once for training and evaluation alike.

Nothing here imports torch: `models.training` and `models.evaluate` read the same rows from here, so
that a row can never be trained on in one place and reported on in the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from models.errors import DataError

Part = Literal["train", "validation", "test", "unseen_outlets"]

#: Outlets whose every sentence is kept out of training. Chosen before any model was trained, so
#: that both labels and several leanings are among them (28 %, 54 %, 88 % loaded) and little
#: training text is lost (11 % of the rows).
UNSEEN_OUTLETS = frozenset(
    {"Fox News", "HuffPost", "Daily Beast", "Daily Stormer", "New York Times"}
)

#: Of ten folds by article, two are for testing and one for choosing thresholds and temperatures.
FOLDS = 10
TEST_FOLDS = frozenset({0, 1})
VALIDATION_FOLDS = frozenset({2})


@dataclass(frozen=True)
class Example:
    """One labelled sentence.

    Attributes:
        text: the sentence as published in its set.
        corpus: name of the set (`babe`, `ptc`, `newsmtsc`, `sst`).
        part: where the sentence may be used.
        loaded: probability 0…1 that a reader calls it loaded (share of votes), or None.
        loaded_label: the majority label 0 or 1, or None.
        sentiment: target distribution (negative, neutral, positive), summing to 1, or None.
        sentiment_label: 0 negative, 1 neutral, 2 positive, or None where annotators disagree.
        words: character spans of loaded words; None where they were not annotated.
        clear: True where at most one of the votes disagreed with the majority.
        outlet: the publishing outlet where the set gives it, for reporting only.
    """

    text: str
    corpus: str
    part: Part
    loaded: float | None = None
    loaded_label: int | None = None
    sentiment: tuple[float, float, float] | None = None
    sentiment_label: int | None = None
    words: tuple[tuple[int, int], ...] | None = None
    clear: bool = False
    outlet: str = ""


def fold_of(group: str, folds: int = FOLDS) -> int:
    """The fold (0 … folds − 1) of a group key; the same on every machine and in every run."""
    return int.from_bytes(hashlib.sha1(group.encode("utf-8")).digest()[:8], "big") % folds


def part_of(group: str) -> Part:
    """The part a whole group (one article) belongs to."""
    fold = fold_of(group)
    if fold in TEST_FOLDS:
        return "test"
    return "validation" if fold in VALIDATION_FOLDS else "train"


def _records(folder: Path, name: str) -> list[dict[str, Any]]:
    """Rows as dictionaries, missing values as None."""
    import pandas as pd

    path = folder / name
    if not path.is_file():
        raise DataError(
            f"{path} is missing: models/training/README.md says where the set is published; "
            "put it there and pass the folder with --data."
        )
    frame = pd.read_parquet(path).astype(object)
    return cast(list[dict[str, Any]], frame.where(frame.notna(), None).to_dict("records"))


def read_babe(folder: Path) -> list[Example]:
    """BABE (Spinde et al. 2021): votes, majority label and loaded words, split by article."""
    examples = []
    for row in _records(folder, "babe_train.parquet"):
        share = row["n_biased"] / row["n_votes"]
        spans = tuple(sorted((start, end) for start, end in json.loads(row["biased_spans"])))
        outlet = row["outlet"]
        part = "unseen_outlets" if outlet in UNSEEN_OUTLETS else part_of(row["url"] or row["text"])
        # A sentence called loaded in which nobody could agree on a word says nothing about words.
        words = None if row["label"] == 1 and not spans else spans
        examples.append(
            Example(
                text=row["text"],
                corpus="babe",
                part=part,
                loaded=share,
                loaded_label=int(row["label"]),
                words=words,
                clear=share <= 0.2 or share >= 0.8,
                outlet=outlet,
            )
        )
    return examples


def read_ptc(folder: Path) -> list[Example]:
    """Propaganda Techniques Corpus (Da San Martino et al. 2019), split by article.

    A sentence is loaded where a span of loaded language or name calling touches it.
    """
    examples = []
    for row in _records(folder, "ptc_train.parquet"):
        if row["duplicate"] or len(row["text"].split()) < 3:
            continue
        spans = tuple(
            sorted(
                (span["start"], span["end"])
                for span in json.loads(row["spans"])
                if span["technique"] in {"Loaded_Language", "Name_Calling,Labeling"}
            )
        )
        label = int(row["loaded_language"] or row["name_calling"])
        examples.append(
            Example(
                text=row["text"],
                corpus="ptc",
                part=part_of(f"ptc {row['article_id']}"),
                loaded=float(label),
                loaded_label=label,
                words=spans,
            )
        )
    return examples


def read_newsmtsc(folder: Path) -> list[Example]:
    """NewsMTSC (Hamborg and Donnay 2021) as sentences; `devtest_mt` is the test part.

    The target is the share of each polarity over a sentence's targets.
    """
    rows_of: dict[str, list[dict[str, Any]]] = {}
    for row in _records(folder, "newsmtsc.parquet"):
        rows_of.setdefault(row["text"], []).append(row)
    examples = []
    for text, rows in rows_of.items():
        polarities = [int(row["polarity"]) for row in rows]
        counts = [polarities.count(value) / len(polarities) for value in (-1, 0, 1)]
        article = "_".join(rows[0]["sent_id"].split("_")[:3])
        if any(row["split"] != "train" for row in rows):
            part: Part = "test"
        else:
            part = "validation" if fold_of(article) in VALIDATION_FOLDS else "train"
        examples.append(
            Example(
                text=text,
                corpus="newsmtsc",
                part=part,
                sentiment=(counts[0], counts[1], counts[2]),
                sentiment_label=polarities[0] + 1 if len(set(polarities)) == 1 else None,
            )
        )
    return examples


#: Five grades of the Stanford Sentiment Treebank as distributions: the middle grades are the
#: readers who wavered between neutral and a side.
_SST_TARGETS = (
    (1.0, 0.0, 0.0),
    (0.8, 0.2, 0.0),
    (0.0, 1.0, 0.0),
    (0.0, 0.2, 0.8),
    (0.0, 0.0, 1.0),
)


def read_sst(folder: Path) -> list[Example]:
    """Stanford Sentiment Treebank (Socher et al. 2013), sentences, with its own split."""
    parts: dict[str, Part] = {"train": "train", "dev": "validation", "test": "test"}
    return [
        Example(
            text=row["text"],
            corpus="sst",
            part=parts[row["split"]],
            sentiment=_SST_TARGETS[int(row["label5"])],
            sentiment_label=int(row["label3"]) + 1,
        )
        for row in _records(folder, "sst5.parquet")
    ]


CORPORA: dict[str, Callable[[Path], list[Example]]] = {
    "babe": read_babe,
    "ptc": read_ptc,
    "newsmtsc": read_newsmtsc,
    "sst": read_sst,
}


def read_corpora(folder: Path, names: Iterable[str] = tuple(CORPORA)) -> list[Example]:
    """All examples of the named sets, in a fixed order.

    Raises:
        DataError: a set's file is missing; the message names it.
    """
    return [example for name in names for example in CORPORA[name](folder)]
