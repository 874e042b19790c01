"""The teachers of a fold and of the release, and what they say of unlabelled sentences.

Loaded wording is taught by a large network and a small one that were trained on the rows that their
pupil is trained on; sentiment, to the release alone, by a large network.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.corpora import Example, training_rows
from models.training import teacher
from models.training.batches import Encoded
from models.training.distil import Labels, distilled, judged
from models.training.fit import REFERENCE, REMINDED
from models.training.network import SlantNetwork
from models.training.recipe import FOLD_REPLAY, Start, base_tokenizer, reference, taught
from models.training.swaps import read_swaps
from models.training.unlabelled import read_sentences

#: Sentences that the teachers label for the small networks: as many as the articles give at most
#: at this many of each.
UNLABELLED, OF_AN_ARTICLE, UNLABELLED_SEED = 24_000, 3, 13

#: Of the large teachers' first stage, which all folds share.
TEACHER_SEED = 29

#: Files of a pupil's folder that hold its teachers' labels.
LARGE, SMALL = "large.npz", "small.npz"

#: The release has these and as many others of the same articles; two teachers of each kind, and one
#: of sentiment.
OTHERS_AMONG, OTHERS_OF_AN_ARTICLE, OTHERS_SEED = 60_000, 9, 77

#: Of those others this many, the first, are left for trying how near a network is to its teachers.
HELD_BACK = 2_000
RELEASE_SEEDS = (31, 32)
SENTIMENT, SENTIMENT_OF_LABELLED = "sentiment.npz", "judged.npz"


@dataclass(frozen=True)
class Material:
    """What all folds of a run are trained from: the small network's first stage, the rows of all
    sets but BABE, the unlabelled sentences, and the folder for the teachers' encoder and its first
    stage."""

    start: Start
    others: Sequence[Example]
    sentences: Sequence[str]
    teacher_in: Path


def material_of(examples: Sequence[Example], data: Path, out: Path) -> Material:
    """The material of the run in `out`, whose first stage is done."""
    return Material(
        Start.load(out / "float" / "together.pt"),
        [e for e in examples if e.corpus != "babe"],
        read_sentences(data, UNLABELLED, UNLABELLED_SEED, OF_AN_ARTICLE),
        out / "teacher",
    )


def small_network(
    material: Material,
    train: Sequence[Example],
    seed: int,
    lessons: Sequence[Encoded] = (),
) -> SlantNetwork:
    """The network of a fold, trained on `train` and, where it has teachers, on their `lessons`,
    which it hears alone first."""
    start, stage = material.start, REFERENCE
    if lessons:
        start, stage = taught(start, lessons, seed), REMINDED
    return reference(
        start, train, material.others, read_swaps(), FOLD_REPLAY, seed, (stage,), lessons
    )


def large_start(material: Material) -> tuple[Path, Start]:
    """The folder of the large teachers' encoder, and their first stage, which all share; trained
    unless it is stored."""
    encoder = teacher.unpack(material.teacher_in)
    path = material.teacher_in / "together.pt"
    if not path.is_file():
        teacher.first_stage(encoder, material.others, TEACHER_SEED).save(path)
    return encoder, Start.load(path)


def teachers_labels(
    material: Material, train: Sequence[Example], work: Path, seed: int
) -> list[Labels]:
    """What two teachers trained on `train` say of the unlabelled sentences: a large one, and the
    small network that nobody taught. Read from `work` if it is there.

    The large one knows BABE better, the small one, with its first stage, the other sets; their
    mean was better than either at BABE's sentences and words.
    """
    if not (work / LARGE).is_file():
        encoder, start = large_start(material)
        ptc = training_rows(material.others, "ptc")
        network = teacher.teach(encoder, start, train, ptc, seed)
        tokenizer = teacher.tokenizer_of(encoder)
        teacher.label(network, tokenizer, material.sentences).save(work / LARGE)
    if not (work / SMALL).is_file():
        network = small_network(material, train, seed)
        teacher.label(network, base_tokenizer(), material.sentences).save(work / SMALL)
    return [Labels.load(work / name) for name in (LARGE, SMALL)]


def sentiment_labels(
    material: Material, judged_too: Sequence[str], work: Path, seed: int
) -> tuple[Labels, Labels]:
    """What a large network says of the sentiment of the unlabelled sentences, and of `judged_too`.
    Read from `work` if both are there."""
    paths = [work / name for name in (SENTIMENT, SENTIMENT_OF_LABELLED)]
    if not all(path.is_file() for path in paths):
        encoder, start = large_start(material)
        network = teacher.teach_sentiment(encoder, start, material.others, read_swaps(), seed)
        tokenizer = teacher.tokenizer_of(encoder)
        for path, sentences in zip(paths, (material.sentences, judged_too), strict=True):
            teacher.label(network, tokenizer, sentences).save(path)
    unlabelled, labelled = (Labels.load(path) for path in paths)
    return unlabelled, labelled


def release_sentences(first: Sequence[str], data: Path) -> tuple[list[str], list[str]]:
    """The unlabelled sentences that the release is taught, of which the folds have the `first`, and
    those held back."""
    known = set(first)
    among = read_sentences(data, OTHERS_AMONG, OTHERS_SEED, OTHERS_OF_AN_ARTICLE)
    others = [sentence for sentence in among if sentence not in known]
    random.Random(5).shuffle(others)
    end = HELD_BACK + UNLABELLED
    return [*first, *others[HELD_BACK:end]], others[:HELD_BACK]


def taught_to_the_release(
    material: Material, babe: Sequence[Example], data: Path, work: Path
) -> list[Encoded]:
    """More unlabelled sentences than a fold gets, as the release's own teachers, trained on
    `babe`, label them, and the sentiment that they read in the training rows of the sets of
    sentiment. The labels are kept in `work`."""
    more = replace(material, sentences=release_sentences(material.sentences, data)[0])
    labels: list[Labels] = []
    for seed in RELEASE_SEEDS:
        folder = work / str(seed)
        folder.mkdir(parents=True, exist_ok=True)
        labels += teachers_labels(more, babe, folder, seed)
    texts = [e.text for name in ("newsmtsc", "sst") for e in training_rows(material.others, name)]
    sentiment, of_texts = sentiment_labels(more, texts, work, RELEASE_SEEDS[0])
    tokenizer = base_tokenizer()
    return [
        *distilled(more.sentences, tokenizer, labels, [sentiment]),
        *judged(texts, tokenizer, [of_texts]),
    ]
