"""What a release is trained on and in which order; cross-validation trains its folds the same way.

First all sets but BABE together, once. Then, from there, BABE with samples of the other sets: for
each fold of `crossval` without that fold's rows; for the release on all of BABE's training rows,
and once more with the names that it strays on by then. Who has teachers hears them alone first, on
unlabelled sentences as they label them (`distil`), and goes on hearing them beside BABE.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from models.corpora import CORPORA, Example, training_rows
from models.training.base import base_folder
from models.training.batches import Encoded, encode, mask_id_of, whole_tokenizer
from models.training.distil import CORPUS as DISTILLED
from models.training.distil import JUDGED
from models.training.dropout import without_dropout
from models.training.fit import REFERENCE, REMINDED, SETTLED, TAUGHT, TOGETHER, Stage, fit
from models.training.network import CorpusOffsets, SlantNetwork, new_network
from models.training.quantised import rounded_table
from models.training.straying import with_straying_names_often
from models.training.swaps import CORPUS as NAMES
from models.training.swaps import Swaps, filled, read_swaps, with_other_people
from models.training.wordings import CORPUS as WORDINGS
from models.training.wordings import Wordings, read_wordings, worded

#: Sets whose reading of each label is the exported one.
REFERENCE_CORPORA = {"babe", "newsmtsc", NAMES, WORDINGS, DISTILLED, JUDGED}

#: Inference reads this many tokens of a sentence.
MAX_TOKENS = 256

#: Share of the sentences without a loaded word that the first stage keeps of the Propaganda
#: Techniques Corpus, where they are nine in ten.
PTC_NEUTRAL_SHARE = 0.5


@dataclass(frozen=True)
class Replay:
    """How much of the other sets each pass of the second stage holds: sentences of each set,
    names filled into each template, share of NewsMTSC's people given another name; and whether
    names that the network strays on as a stage begins are filled in oftener. Of the distilled
    sentences each pass holds the next of so many shares."""

    newsmtsc: int
    ptc: int
    sst: int
    names: int
    other_people: float = 0.5
    straying_often: bool = False
    distilled_shares: int = 2


#: For the release every head counts; for a fold only the loaded and word heads are looked at.
RELEASE_REPLAY = Replay(newsmtsc=2400, ptc=1600, sst=3000, names=6, straying_often=True)
#: At its end names stand oftener, and the distilled sentences that much less.
SETTLED_REPLAY = replace(RELEASE_REPLAY, names=12, distilled_shares=3)
FOLD_REPLAY = Replay(newsmtsc=200, ptc=500, sst=0, names=1)


@dataclass(frozen=True)
class Start:
    """A network and its sets' offsets after the first stage, as state dictionaries."""

    network: dict[str, Any]
    offsets: dict[str, Any]

    def save(self, path: Path) -> None:
        """Write both to `path`."""
        torch.save(asdict(self), path)

    @classmethod
    def load(cls, path: Path) -> Start:
        """Read what `save` wrote."""
        return cls(**torch.load(path, weights_only=True))


def base_tokenizer() -> Tokenizer:
    """The base encoder's tokenizer, neither padding nor cutting."""
    return whole_tokenizer(base_folder() / "tokenizer.json")


def own_sentences() -> list[list[int]]:
    """Token ids of some 70 sentences of our own, for what needs no labels."""
    texts = [wording.text for wording in read_wordings().sentences[::10]]
    return [encoding.ids for encoding in base_tokenizer().encode_batch(texts)]


def _new() -> tuple[SlantNetwork, CorpusOffsets]:
    return new_network(base_folder()), CorpusOffsets(list(CORPORA), REFERENCE_CORPORA)


def network_of(weights: dict[str, Any]) -> SlantNetwork:
    """The network with these weights, a state dictionary."""
    network = new_network(base_folder())
    network.load_state_dict(weights)
    return network


def sampled(rows: Sequence[Example], count: int, rng: random.Random) -> list[Example]:
    """`count` of the rows at random, or all of fewer."""
    return rng.sample(rows, min(count, len(rows)))


def fewer_neutral(encoded: Sequence[Encoded], rng: random.Random) -> list[Encoded]:
    """`encoded` without half of PTC's sentences that hold no loaded word."""
    return [e for e in encoded if e.corpus != "ptc" or e.loaded or rng.random() < PTC_NEUTRAL_SHARE]


def together(examples: Sequence[Example], seed: int, stage: Stage = TOGETHER) -> Start:
    """The first stage, on the `train` rows of every set but BABE."""
    tokenizer = base_tokenizer()
    encoded = encode([e for e in examples if e.part == "train" and e.corpus != "babe"], tokenizer)
    rng = random.Random(seed)
    passes = [fewer_neutral(encoded, rng) for _ in range(stage.epochs)]
    torch.manual_seed(seed)
    network, offsets = _new()
    fit(network, offsets, passes, stage, mask_id_of(tokenizer), seed)
    return Start(network.state_dict(), offsets.state_dict())


def _gone_on_from(start: Start) -> tuple[SlantNetwork, CorpusOffsets]:
    network, offsets = _new()
    network.load_state_dict(start.network)
    offsets.load_state_dict(start.offsets, strict=False)
    # The word vectors are frozen, so the layers above can learn to live with their int8 form.
    words = network.encoder.embeddings.word_embeddings
    words.weight.data = rounded_table(words.weight.data)
    return network, offsets


def taught(start: Start, sentences: Sequence[Encoded], seed: int, stage: Stage = TAUGHT) -> Start:
    """A stage between the two: `sentences` as teachers label them, whole in each pass, and nothing
    else.

    Without dropout: their labels are of the sentence as it is, and there are more of them than the
    network can learn by heart.
    """
    torch.manual_seed(seed)
    network, offsets = _gone_on_from(start)
    without_dropout(network)
    passes = [list(sentences)] * stage.epochs
    fit(network, offsets, passes, stage, mask_id_of(base_tokenizer()), seed)
    return Start(network.state_dict(), offsets.state_dict())


def reference(
    start: Start,
    babe: Sequence[Example],
    others: Sequence[Example],
    swaps: Swaps,
    replay: Replay,
    seed: int,
    stages: Sequence[Stage] = (REFERENCE,),
    distilled: Sequence[Encoded] = (),
    wordings: Wordings | None = None,
) -> SlantNetwork:
    """The second stage: in each pass `babe` whole, a fresh sample of `others`' train rows, the
    `wordings` whole, and the next share of the `distilled` sentences.

    Each of `stages` goes on from the one before it.
    """
    tokenizer = base_tokenizer()
    rng = random.Random(seed)
    of = {corpus: training_rows(others, corpus) for corpus in ("newsmtsc", "ptc", "sst")}
    torch.manual_seed(seed)
    network, offsets = _gone_on_from(start)
    for number, stage in enumerate(stages):
        if replay.straying_often:
            swaps = with_straying_names_often(swaps, network, tokenizer)
        passes: list[list[Encoded]] = []
        for epoch in range(stage.epochs):
            chosen = [*babe, *filled(swaps, replay.names, rng)]
            for corpus, count in (("ptc", replay.ptc), ("sst", replay.sst)):
                chosen += sampled(of[corpus], count, rng)
            news = sampled(of["newsmtsc"], replay.newsmtsc, rng)
            chosen += with_other_people(news, swaps, replay.other_people, rng)
            if wordings is not None:
                chosen += worded(wordings, rng)
            share = distilled[epoch % replay.distilled_shares :: replay.distilled_shares]
            passes.append([*encode(chosen, tokenizer), *share])
        fit(network, offsets, passes, stage, mask_id_of(tokenizer), seed + number)
    return network


def released(
    start: Start,
    babe: Sequence[Example],
    others: Sequence[Example],
    lessons: Sequence[Encoded],
    seed: int,
) -> SlantNetwork:
    """The release's second stage, from what `taught` ended on; `lessons` are what its teachers say
    of unlabelled and of labelled sentences. It settles twice, with the names that it strays on by
    then, the second time with twice as many of all names."""
    wordings, swaps = read_wordings(), read_swaps()
    stages = (REMINDED, SETTLED)
    network = reference(start, babe, others, swaps, RELEASE_REPLAY, seed, stages, lessons, wordings)
    start = Start(network.state_dict(), start.offsets)
    # Shuffled, so that the third that is heard again is another one.
    lessons = list(lessons)
    random.Random(seed + 1).shuffle(lessons)
    return reference(
        start, babe, others, swaps, SETTLED_REPLAY, seed + 1, (SETTLED,), lessons, wordings
    )
