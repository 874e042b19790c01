"""What a student, the small network, is trained on and in which order.

1. `pretrain`: all sets but BABE, once for all students.
2. `distil`: for a student with teachers, unlabelled sentences with their soft labels.
3. `fine_tune`: BABE with samples of the other sets, and, for a student with teachers, their soft
   labels again. The release is fine-tuned further on names that it is still biased on.

Each student of the cross-validation is trained without one fold of BABE; the release is trained on
all of BABE's training rows.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch

from models.corpora import CORPORA, Example, training_rows
from models.training.data.batches import Encoded, encode, mask_id_of
from models.training.data.name_templates import CORPUS as NAMES
from models.training.data.name_templates import (
    NameTemplates,
    fill_templates,
    read_name_templates,
    replace_people,
)
from models.training.data.wordings import CORPUS as WORDINGS
from models.training.data.wordings import Wordings, as_examples, read_wordings
from models.training.network import base_encoder
from models.training.network.dropout import without_dropout
from models.training.network.fit import (
    DISTIL,
    FINE_TUNE,
    FINE_TUNE_DISTILLED,
    FINE_TUNE_NAMES,
    PRETRAIN,
    Phase,
    fit,
)
from models.training.network.model import CorpusOffsets, SlantNetwork, new_network
from models.training.network.quantized_embeddings import rounded_table
from models.training.student.hard_names import weight_hard_names
from models.training.teachers.soft_labels import DISTILLED, SENTIMENT_ONLY

#: Sets whose labels the exported network predicts; the others have offsets (`CorpusOffsets`).
TARGET_CORPORA = {"babe", "newsmtsc", NAMES, WORDINGS, DISTILLED, SENTIMENT_ONLY}

#: Share of the sentences without a loaded word that pretraining keeps of the Propaganda Techniques
#: Corpus, where nine in ten are.
PTC_NEUTRAL_SHARE = 0.5


@dataclass(frozen=True)
class Replay:
    """What each epoch of fine-tuning holds beside BABE, so that the network forgets nothing.

    Attributes:
        newsmtsc, ptc, sst: sentences sampled from each set.
        names: names filled into each template.
        renamed_share: share of NewsMTSC's people that get another name.
        weight_hard_names: whether names that the network is biased on when the phase begins are
            sampled more often.
        distilled_parts: the sentences with soft labels are divided into so many parts, of which
            each epoch holds the next.
    """

    newsmtsc: int
    ptc: int
    sst: int
    names: int
    renamed_share: float = 0.5
    weight_hard_names: bool = False
    distilled_parts: int = 2


#: The release needs every head; of a fold's student only the loaded and word heads are evaluated.
RELEASE_REPLAY = Replay(newsmtsc=2400, ptc=1600, sst=3000, names=6, weight_hard_names=True)
#: The release's last pass: more names, and fewer sentences with soft labels instead.
LAST_REPLAY = replace(RELEASE_REPLAY, names=12, distilled_parts=3)
FOLD_REPLAY = Replay(newsmtsc=200, ptc=500, sst=0, names=1)


@dataclass(frozen=True)
class Checkpoint:
    """A trained network and its sets' offsets, as state dictionaries."""

    network: dict[str, Any]
    offsets: dict[str, Any]

    def save(self, path: Path) -> None:
        """Write both to `path`."""
        torch.save(asdict(self), path)

    @classmethod
    def load(cls, path: Path) -> Checkpoint:
        """Read what `save` wrote."""
        return cls(**torch.load(path, weights_only=True))


def _new() -> tuple[SlantNetwork, CorpusOffsets]:
    network = new_network(base_encoder.base_folder())
    return network, CorpusOffsets(list(CORPORA), TARGET_CORPORA)


def load_network(path: Path) -> SlantNetwork:
    """The student whose weights, a state dictionary, are stored in `path`."""
    network = new_network(base_encoder.base_folder())
    network.load_state_dict(torch.load(path, weights_only=True))
    return network


def sampled(rows: Sequence[Example], count: int, rng: random.Random) -> list[Example]:
    """`count` of the rows at random; all of them where there are fewer."""
    return rng.sample(rows, min(count, len(rows)))


def fewer_neutral(encoded: Sequence[Encoded], rng: random.Random) -> list[Encoded]:
    """`encoded` with only `PTC_NEUTRAL_SHARE` of PTC's sentences that are not loaded."""
    return [e for e in encoded if e.corpus != "ptc" or e.loaded or rng.random() < PTC_NEUTRAL_SHARE]


def pretrain(examples: Sequence[Example], seed: int, phase: Phase = PRETRAIN) -> Checkpoint:
    """A student pretrained on the `train` rows of every set but BABE."""
    tokenizer = base_encoder.base_tokenizer()
    encoded = encode([e for e in examples if e.part == "train" and e.corpus != "babe"], tokenizer)
    rng = random.Random(seed)
    epochs = [fewer_neutral(encoded, rng) for _ in range(phase.epochs)]
    torch.manual_seed(seed)
    network, offsets = _new()
    fit(network, offsets, epochs, phase, mask_id_of(tokenizer), seed)
    return Checkpoint(network.state_dict(), offsets.state_dict())


def _continued_from(start: Checkpoint) -> tuple[SlantNetwork, CorpusOffsets]:
    network, offsets = _new()
    network.load_state_dict(start.network)
    offsets.load_state_dict(start.offsets, strict=False)
    # The word embeddings are frozen, so the layers above can adapt to their int8 values.
    words = network.encoder.embeddings.word_embeddings
    words.weight.data = rounded_table(words.weight.data)
    return network, offsets


def distil(
    start: Checkpoint, soft_labelled: Sequence[Encoded], seed: int, phase: Phase = DISTIL
) -> Checkpoint:
    """The student `start` trained further on sentences with soft labels alone, all in each epoch.

    Without dropout: soft labels are for the sentence as it is, and there are more of them than the
    network can memorise.
    """
    torch.manual_seed(seed)
    network, offsets = _continued_from(start)
    without_dropout(network)
    epochs = [list(soft_labelled)] * phase.epochs
    fit(network, offsets, epochs, phase, mask_id_of(base_encoder.base_tokenizer()), seed)
    return Checkpoint(network.state_dict(), offsets.state_dict())


def fine_tune(
    start: Checkpoint,
    babe: Sequence[Example],
    others: Sequence[Example],
    names: NameTemplates,
    replay: Replay,
    seed: int,
    phases: Sequence[Phase] = (FINE_TUNE,),
    soft_labelled: Sequence[Encoded] = (),
    wordings: Wordings | None = None,
) -> SlantNetwork:
    """The student `start` fine-tuned on `babe` in one or more phases.

    Args:
        start: where the first phase begins; each later one continues from the one before.
        babe: rows of BABE, all in each epoch.
        others: rows of the other sets, of which each epoch holds a new sample of training rows.
        names: templates and names, filled anew for each epoch.
        replay: how much of what each epoch holds beside BABE.
        seed: of the sampling and of the first phase.
        phases: their hyperparameters.
        soft_labelled: sentences with soft labels, a part of them in each epoch.
        wordings: sentences of our own, all in each epoch, or None.
    """
    tokenizer = base_encoder.base_tokenizer()
    rng = random.Random(seed)
    of = {corpus: training_rows(others, corpus) for corpus in ("newsmtsc", "ptc", "sst")}
    torch.manual_seed(seed)
    network, offsets = _continued_from(start)
    for number, phase in enumerate(phases):
        if replay.weight_hard_names:
            names = weight_hard_names(names, network, tokenizer)
        epochs: list[list[Encoded]] = []
        for epoch in range(phase.epochs):
            chosen = [*babe, *fill_templates(names, replay.names, rng)]
            for corpus, count in (("ptc", replay.ptc), ("sst", replay.sst)):
                chosen += sampled(of[corpus], count, rng)
            news = sampled(of["newsmtsc"], replay.newsmtsc, rng)
            chosen += replace_people(news, names, replay.renamed_share, rng)
            if wordings is not None:
                chosen += as_examples(wordings, rng)
            part = soft_labelled[epoch % replay.distilled_parts :: replay.distilled_parts]
            epochs.append([*encode(chosen, tokenizer), *part])
        fit(network, offsets, epochs, phase, mask_id_of(tokenizer), seed + number)
    return network


def train_fold_student(
    start: Checkpoint,
    train: Sequence[Example],
    others: Sequence[Example],
    seed: int,
    soft_labelled: Sequence[Encoded] = (),
) -> SlantNetwork:
    """The student of a fold: pretrained (`start`), distilled where there are soft labels, and
    fine-tuned on `train`, the rows of BABE outside the fold."""
    phase = FINE_TUNE
    if soft_labelled:
        start, phase = distil(start, soft_labelled, seed), FINE_TUNE_DISTILLED
    return fine_tune(
        start, train, others, read_name_templates(), FOLD_REPLAY, seed, (phase,), soft_labelled
    )


def fine_tune_release(
    start: Checkpoint,
    babe: Sequence[Example],
    others: Sequence[Example],
    soft_labelled: Sequence[Encoded],
    seed: int,
) -> SlantNetwork:
    """The release, fine-tuned from what `distil` ended with.

    It ends with two short phases on names that the network is biased on by then, the second with
    twice as many names.

    Args:
        start: the distilled student.
        babe: all training rows of BABE.
        others: rows of the other sets.
        soft_labelled: sentences with the soft labels of the release's teachers, unlabelled ones
            and labelled ones.
        seed: of the sampling and of the first phase.
    """
    wordings, names = read_wordings(), read_name_templates()
    phases = (FINE_TUNE_DISTILLED, FINE_TUNE_NAMES)
    network = fine_tune(
        start, babe, others, names, RELEASE_REPLAY, seed, phases, soft_labelled, wordings
    )
    start = Checkpoint(network.state_dict(), start.offsets)
    # Shuffled, so that the last phase holds another part of them.
    soft_labelled = list(soft_labelled)
    random.Random(seed + 1).shuffle(soft_labelled)
    return fine_tune(
        start,
        babe,
        others,
        names,
        LAST_REPLAY,
        seed + 1,
        (FINE_TUNE_NAMES,),
        soft_labelled,
        wordings,
    )
