"""The labelled sentence sets, read into one shape and split once for training and evaluation alike.

Nothing here imports torch: `models.training` and `models.evaluate` read the same rows from here, so
that no row is trained on in one place and evaluated on in the other.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from models.errors import DataError

Part = Literal["train", "validation", "test"]

#: Of ten folds by article, two are for testing and one for choosing thresholds and temperatures.
FOLDS = 10
TEST_FOLDS = frozenset({0, 1})
VALIDATION_FOLDS = frozenset({2})

#: BABE is small, so the release trains on nine of its ten folds. Its thresholds are chosen, and
#: most of its figures taken, on out-of-fold scores (`models.training.stages.folds`).
BABE_TEST_FOLDS = frozenset({0})

#: The 14 techniques of SemEval-2020 task 11 (Da San Martino et al. 2020) by their names there.
TECHNIQUES = {
    "Loaded_Language": "loaded_language",
    "Name_Calling,Labeling": "name_calling",
    "Repetition": "repetition",
    "Doubt": "doubt",
    "Exaggeration,Minimisation": "exaggeration_or_minimisation",
    "Appeal_to_fear-prejudice": "appeal_to_fear",
    "Flag-Waving": "flag_waving",
    "Causal_Oversimplification": "causal_oversimplification",
    "Appeal_to_Authority": "appeal_to_authority",
    "Black-and-White_Fallacy": "black_and_white_fallacy",
    "Slogans": "slogans",
    "Whataboutism,Straw_Men,Red_Herring": "whataboutism_straw_men_red_herring",
    "Thought-terminating_Cliches": "thought_terminating_cliche",
    "Bandwagon,Reductio_ad_hitlerum": "bandwagon_reductio_ad_hitlerum",
}
TECHNIQUE_NAMES = tuple(TECHNIQUES.values())

#: BABE's second question to its annotators, as an order: how far from fact to opinion.
OPINIONS = (
    "Entirely factual",
    "Somewhat factual but also opinionated",
    "Expresses writer’s opinion",
)


@dataclass(frozen=True)
class Example:
    """One labelled sentence.

    Attributes:
        text: the sentence as published in its set.
        corpus: name of the set (`babe`, `ptc`, `newsmtsc`, `sst`).
        part: where the sentence may be used.
        loaded: share 0…1 of annotators' votes for loaded, or None.
        loaded_label: the majority label 0 or 1, or None.
        sentiment: target distribution (negative, neutral, positive), summing to 1, or None.
        sentiment_label: 0 negative, 1 neutral, 2 positive, or None where annotators disagree.
        words: character spans of loaded words; None where they were not annotated.
        marked_once: spans of words that a single annotator marked, too few for `words`.
        votes: (how many called it loaded, how many were asked), or None.
        marks: (start, end, how many marked it) of every word and phrase that an annotator marked.
        clear: True where at most one of the votes disagreed with the majority.
        outlet: the publishing outlet where the set gives it, for reporting only.
        group: key of the article, where the set gives it.
        target: where a person or body that the label is about is named; None if unknown.
        targets: how many people or bodies the sentiment was asked about.
        opinion: index into `OPINIONS`, or None.
        techniques: (start, end, index into `TECHNIQUE_NAMES`); None where not annotated.
    """

    text: str
    corpus: str
    part: Part
    loaded: float | None = None
    loaded_label: int | None = None
    sentiment: tuple[float, float, float] | None = None
    sentiment_label: int | None = None
    words: tuple[tuple[int, int], ...] | None = None
    marked_once: tuple[tuple[int, int], ...] = ()
    votes: tuple[int, int] | None = None
    marks: tuple[tuple[int, int, int], ...] = ()
    clear: bool = False
    outlet: str = ""
    group: str = ""
    target: tuple[int, int] | None = None
    targets: int = 0
    opinion: int | None = None
    techniques: tuple[tuple[int, int, int], ...] | None = None

    @property
    def row(self) -> str:
        """An id that does not reveal the text: 16 hexadecimal digits of its SHA-1."""
        return hashlib.sha1(self.text.encode("utf-8")).hexdigest()[:16]


def fold_of(group: str, folds: int = FOLDS) -> int:
    """The fold (0 … folds − 1) of a group key; the same on every machine and in every run."""
    return int.from_bytes(hashlib.sha1(group.encode("utf-8")).digest()[:8], "big") % folds


def part_of(
    group: str,
    test_folds: frozenset[int] = TEST_FOLDS,
    validation_folds: frozenset[int] = VALIDATION_FOLDS,
) -> Part:
    """The part a whole group (one article) belongs to."""
    fold = fold_of(group)
    if fold in test_folds:
        return "test"
    return "validation" if fold in validation_folds else "train"


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
    """BABE (Spinde et al. 2021): votes, majority label, opinion and loaded words, by article.

    Where set SG1 holds the sentence too, its eight votes are added to SG2's five in `loaded`: five
    of the annotators are the same, so they count double, but three are new. All else is SG2's.
    """
    more = {row["text"]: row for row in _records(folder, "babe_sg1.parquet")}
    rows = _records(folder, "babe_train.parquet")
    return _voted(rows, more, "babe", lambda group: part_of(group, BABE_TEST_FOLDS, frozenset()))


def read_house(path: Path) -> list[Example]:
    """What a newsroom decided, in BABE's columns (`analysis.desk.training_set`), split by article:
    two of ten folds are for testing.

    Raises:
        DataError: the file is missing, or is no such table.
    """
    if not path.is_file():
        raise DataError(f"{path} is missing: name the training set that the desk gives.")
    try:
        rows = _records(path.parent, path.name)
        return _voted(rows, {}, "house", lambda group: part_of(group, TEST_FOLDS, frozenset()))
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(
            f"{path} can't be read as a training set ({error}): download it from the desk, view "
            "Learning, as Parquet."
        ) from error


def _voted(
    rows: Iterable[dict[str, Any]],
    more: dict[str, dict[str, Any]],
    corpus: str,
    part: Callable[[str], Part],
) -> list[Example]:
    """Examples of rows in BABE's columns; `more` are votes of other annotators, by text."""
    examples = []
    for row in rows:
        votes, loaded = row["n_votes"], row["n_biased"]
        share = loaded / votes
        if row["text"] in more:
            votes += more[row["text"]]["n_votes"]
            loaded += more[row["text"]]["n_biased"]
        spans = tuple(sorted((start, end) for start, end in json.loads(row["biased_spans"])))
        marks = _marks(row["text"], json.loads(row["word_votes"]))
        group = row["url"] or row["text"]
        opinion = str(row["label_opinion"]).replace("'", "\u2019")
        # A loaded sentence without an agreed word has no usable word labels.
        words = None if row["label"] == 1 and not spans else spans
        examples.append(
            Example(
                text=row["text"],
                corpus=corpus,
                part=part(group),
                loaded=loaded / votes,
                loaded_label=int(row["label"]),
                words=words,
                marked_once=_marked_once(marks, spans),
                votes=(int(row["n_biased"]), int(row["n_votes"])),
                marks=marks,
                clear=share <= 0.2 or share >= 0.8,
                outlet=row["outlet"],
                group=group,
                opinion=OPINIONS.index(opinion) if opinion in OPINIONS else None,
            )
        )
    return examples


def _marks(text: str, votes: dict[str, int]) -> tuple[tuple[int, int, int], ...]:
    """The spans of the words and phrases in `votes`, each with its number of votes."""
    return tuple(
        sorted(
            (*match.span(), count)
            for phrase, count in votes.items()
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)
        )
    )


def _marked_once(
    marks: tuple[tuple[int, int, int], ...], words: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Those of the `marks` that have a single vote, outside of `words`."""
    return tuple(
        (start, end)
        for start, end, count in marks
        if count == 1 and not any(start < b and a < end for a, b in words)
    )


def read_ptc(folder: Path) -> list[Example]:
    """Propaganda Techniques Corpus (Da San Martino et al. 2019), split by article.

    A sentence is loaded where a span of loaded language or name calling touches it.
    """
    examples = []
    for row in _records(folder, "ptc_train.parquet"):
        if row["duplicate"] or len(row["text"].split()) < 3:
            continue
        marked = json.loads(row["spans"])
        spans = tuple(
            sorted(
                (span["start"], span["end"])
                for span in marked
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
                group=f"ptc {row['article_id']}",
                techniques=tuple(
                    (
                        span["start"],
                        span["end"],
                        TECHNIQUE_NAMES.index(TECHNIQUES[span["technique"]]),
                    )
                    for span in marked
                ),
            )
        )
    return examples


def read_newsmtsc(folder: Path) -> list[Example]:
    """NewsMTSC (Hamborg and Donnay 2021) as sentences; `devtest_mt` is the test part.

    The sentiment target is the share of each polarity over the entities that the sentence is about.
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
                group=article,
                target=(int(rows[0]["start"]), int(rows[0]["end"])),
                targets=len(rows),
            )
        )
    return examples


#: The five grades of the Stanford Sentiment Treebank as distributions over negative, neutral and
#: positive; the grades “somewhat negative” and “somewhat positive” give some weight to neutral.
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


def training_rows(examples: Iterable[Example], corpus: str) -> list[Example]:
    """The rows of one set that may be trained on, in the order given."""
    return [e for e in examples if e.corpus == corpus and e.part == "train"]


def read_corpora(folder: Path, names: Iterable[str] = tuple(CORPORA)) -> list[Example]:
    """All examples of the named sets, in a fixed order.

    Raises:
        DataError: a set's file is missing; the message names it.
    """
    return [example for name in names for example in CORPORA[name](folder)]
