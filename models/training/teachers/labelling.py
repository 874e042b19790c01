"""The teachers of a fold's student and of the release: trained, and their soft labels stored.

The teachers of loaded wording, a large and a small network, are trained on the rows that their
student is trained on. Only the release has a teacher of sentiment, a large network.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.corpora import Example, training_rows
from models.training.data.batches import Encoded
from models.training.data.name_templates import read_name_templates
from models.training.data.unlabelled import read_sentences
from models.training.network.base_encoder import base_tokenizer
from models.training.student.recipe import Checkpoint, train_fold_student
from models.training.teachers import large_teacher
from models.training.teachers.soft_labels import SoftLabels, sentiment_labelled, soft_labelled

#: Unlabelled sentences that teachers label for a fold's student, and how many of an article at
#: most: with three, the articles give just as many.
UNLABELLED, PER_ARTICLE, UNLABELLED_SEED = 24_000, 3, 13

#: Of the large teachers' pretraining, which all of them share.
TEACHER_SEED = 29

#: Files with the soft labels of a student's teachers, in its folder.
LARGE, SMALL = "large.npz", "small.npz"

#: The release has these sentences and as many others of the same articles, drawn from so many.
MORE_SENTENCES, MORE_PER_ARTICLE, MORE_SEED = 60_000, 9, 77

#: The first so many of those others are held out, for measuring how well a student agrees with its
#: teachers.
HELD_OUT = 2_000

#: The release has a large and a small teacher for each of these seeds, and one of sentiment.
RELEASE_SEEDS = (31, 32)
#: Files with the sentiment teacher's soft labels: of unlabelled and of labelled sentences.
SENTIMENT, SENTIMENT_OF_LABELLED = "sentiment.npz", "judged.npz"


@dataclass(frozen=True)
class Inputs:
    """What the students of all folds of a run, and their teachers, are trained from.

    Attributes:
        start: the pretrained student.
        others: the rows of all sets but BABE.
        unlabelled: sentences for the teachers to label.
        teacher_folder: where the large teacher's encoder and its pretrained weights are stored.
    """

    start: Checkpoint
    others: Sequence[Example]
    unlabelled: Sequence[str]
    teacher_folder: Path


def pretrained_teacher(inputs: Inputs) -> tuple[Path, Checkpoint]:
    """The folder of the large teacher's encoder, and the pretrained teacher that all share;
    pretrained and stored unless it is there."""
    encoder = large_teacher.unpack(inputs.teacher_folder)
    path = inputs.teacher_folder / "together.pt"
    if not path.is_file():
        large_teacher.pretrain_teacher(encoder, inputs.others, TEACHER_SEED).save(path)
    return encoder, Checkpoint.load(path)


def teacher_labels(
    inputs: Inputs, train: Sequence[Example], work: Path, seed: int
) -> list[SoftLabels]:
    """The soft labels of two teachers trained on `train` for the unlabelled sentences: those of a
    large one and of a small one, itself trained without teachers.

    They are read from `work` where they are there, else stored there. The large teacher is better
    on BABE, the small one, pretrained on more rows, on the other sets; their mean was better than
    either on BABE's sentences and words.
    """
    if not (work / LARGE).is_file():
        encoder, start = pretrained_teacher(inputs)
        ptc = training_rows(inputs.others, "ptc")
        network = large_teacher.train_teacher(encoder, start, train, ptc, seed)
        tokenizer = large_teacher.tokenizer_of(encoder)
        labels = large_teacher.predict_soft_labels(network, tokenizer, inputs.unlabelled)
        labels.save(work / LARGE)
    if not (work / SMALL).is_file():
        network = train_fold_student(inputs.start, train, inputs.others, seed)
        labels = large_teacher.predict_soft_labels(network, base_tokenizer(), inputs.unlabelled)
        labels.save(work / SMALL)
    return [SoftLabels.load(work / name) for name in (LARGE, SMALL)]


def sentiment_teacher_labels(
    inputs: Inputs, labelled: Sequence[str], work: Path, seed: int
) -> tuple[SoftLabels, SoftLabels]:
    """The sentiment teacher's soft labels for the unlabelled and for `labelled` sentences.

    They are read from `work` where both files are there, else stored there.
    """
    paths = [work / name for name in (SENTIMENT, SENTIMENT_OF_LABELLED)]
    if not all(path.is_file() for path in paths):
        encoder, start = pretrained_teacher(inputs)
        network = large_teacher.train_sentiment_teacher(
            encoder, start, inputs.others, read_name_templates(), seed
        )
        tokenizer = large_teacher.tokenizer_of(encoder)
        for path, sentences in zip(paths, (inputs.unlabelled, labelled), strict=True):
            large_teacher.predict_soft_labels(network, tokenizer, sentences).save(path)
    of_unlabelled, of_labelled = (SoftLabels.load(path) for path in paths)
    return of_unlabelled, of_labelled


def release_sentences(first: Sequence[str], data: Path) -> tuple[list[str], list[str]]:
    """The unlabelled sentences that the release is distilled on, beginning with the `first` ones,
    those of the folds; and the held-out ones."""
    known = set(first)
    among = read_sentences(data, MORE_SENTENCES, MORE_SEED, MORE_PER_ARTICLE)
    others = [sentence for sentence in among if sentence not in known]
    random.Random(5).shuffle(others)
    end = HELD_OUT + UNLABELLED
    return [*first, *others[HELD_OUT:end]], others[:HELD_OUT]


def release_soft_labelled(
    inputs: Inputs, babe: Sequence[Example], data: Path, work: Path
) -> list[Encoded]:
    """What the release is distilled on.

    More unlabelled sentences than a fold's student gets, with the soft labels of the release's own
    teachers, which are trained on `babe`, then the training rows of the sentiment sets with the
    sentiment teacher's labels. Soft labels are read from `work` where they are there, else stored
    there.
    """
    more = replace(inputs, unlabelled=release_sentences(inputs.unlabelled, data)[0])
    labels: list[SoftLabels] = []
    for seed in RELEASE_SEEDS:
        folder = work / str(seed)
        folder.mkdir(parents=True, exist_ok=True)
        labels += teacher_labels(more, babe, folder, seed)
    texts = [e.text for name in ("newsmtsc", "sst") for e in training_rows(inputs.others, name)]
    sentiment, of_texts = sentiment_teacher_labels(more, texts, work, RELEASE_SEEDS[0])
    tokenizer = base_tokenizer()
    return [
        *soft_labelled(more.unlabelled, tokenizer, labels, [sentiment]),
        *sentiment_labelled(texts, tokenizer, [of_texts]),
    ]
