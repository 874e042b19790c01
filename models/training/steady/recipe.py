"""What the last pass trains on.

The network is distilled towards its own scores, averaged over what should make no difference
(`variants`, `wrapping`), beside labelled rows against forgetting. The pass is short and at a low
rate: it is to change little but that.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from models.corpora import CORPORA, Example, training_rows
from models.evaluation.desks import read_desks
from models.invariance.people import person
from models.training.data.batches import Encoded, encode, mask_id_of
from models.training.data.name_templates import NameTemplates, fill_templates, replace_people
from models.training.data.unlabelled import read_sentences
from models.training.data.wordings import CORPUS as WORDINGS
from models.training.data.wordings import LOADED, PLAIN, Wording, Wordings, add_frame, as_examples
from models.training.network.dropout import without_dropout
from models.training.network.fit import Phase, fit
from models.training.network.model import CorpusOffsets, SlantNetwork
from models.training.steady.targets import of_variants, of_wrapped
from models.training.steady.variants import Variants, name_variants, people_in, stop_variants
from models.training.steady.wrapping import can_be_wrapped, read_cues, wrap
from models.training.student.recipe import TARGET_CORPORA, sampled

#: Unlabelled sentences are drawn from these; at most so many of an article.
POOL, PER_ARTICLE, POOL_SEED = 60_000, 9, 121

STEADY = Phase("steady", epochs=1, encoder_rate=1e-4, head_rate=1e-4, warmup=0.05, ema_decay=0.98)


@dataclass(frozen=True)
class Mix:
    """How many of what the pass holds.

    Attributes:
        renamed: sentences with people, each with its own names and, twice, with others.
        stops: sentences with and without their full stop.
        wrapped: unlabelled sentences in a speaker's mouth.
        alone: sentences of labelled sets with the network's own scores, against forgetting.
        newsmtsc: rows with their labels.
        techniques: rows of PTC for that head alone.
        names: names filled into each template.
        desks: times that each sentence of a desk is read.
    """

    renamed: int = 6_000
    stops: int = 2_000
    wrapped: int = 3_000
    alone: int = 6_000
    newsmtsc: int = 2_400
    techniques: int = 800
    names: int = 2
    desks: int = 6


def make_steady(
    network: SlantNetwork,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    data: Path,
    names: NameTemplates,
    wordings: Wordings,
    seed: int,
    mix: Mix | None = None,
    phase: Phase = STEADY,
) -> None:
    """Train `network` in place.

    Args:
        network: trained, or read back from a release.
        tokenizer: its tokenizer, without padding or truncation.
        examples: all rows of the labelled sets; training rows are used.
        data: folder of the unlabelled articles.
        names: names and templates.
        wordings: loaded and plain sentences of our own.
        seed: of all sampling.
        mix: how many of what.
        phase: hyperparameters.

    Raises:
        DataError: the unlabelled articles or a list is missing.
    """
    mix = mix or Mix()
    rng = random.Random(seed)
    torch.manual_seed(seed)
    tokenizer.no_truncation()
    without_dropout(network)
    pool = read_sentences(data, POOL, POOL_SEED, PER_ARTICLE, measured=False)
    rng.shuffle(pool)
    soft = [
        *of_variants(network, tokenizer, _renamed(pool, examples, names, mix, rng)),
        *of_variants(network, tokenizer, stop_variants(pool[::-1], mix.stops)),
        *_wrapped_news(network, tokenizer, pool, names, mix, rng),
        *of_variants(network, tokenizer, _alone(examples, mix, rng)),
    ]
    babe, news = training_rows(examples, "babe"), training_rows(examples, "newsmtsc")
    chosen = [
        *[_without_opinion(e) for e in babe],
        *replace_people(sampled(news, mix.newsmtsc, rng), names, 0.5, rng),
        *fill_templates(names, mix.names, rng),
        *as_examples(wordings, rng),
        *_wrapped_wordings(wordings, names, rng),
        *_desk_examples(wordings, names, mix, rng),
    ]
    labelled = [
        *encode(chosen, tokenizer),
        *_techniques(sampled(training_rows(examples, "ptc"), mix.techniques, rng), tokenizer),
    ]
    offsets = CorpusOffsets(list(CORPORA), TARGET_CORPORA | {"ptc"})
    fit(network, offsets, [[*soft, *labelled]] * phase.epochs, phase, mask_id_of(tokenizer), seed)


def _renamed(
    pool: Sequence[str],
    examples: Sequence[Example],
    names: NameTemplates,
    mix: Mix,
    rng: random.Random,
) -> list[Variants]:
    """Sentences with people: NewsMTSC's training rows, then unlabelled ones."""
    news = training_rows(examples, "newsmtsc")
    substitutes = [person(name) for name in names.names["politician"]]
    people = people_in(news, names.names["politician"])
    texts = list(dict.fromkeys(e.text for e in news))
    rng.shuffle(texts)
    of_news = name_variants(texts, people, substitutes, mix.renamed // 2, 2, rng)
    left = mix.renamed - len(of_news)
    return [*of_news, *name_variants(pool, people, substitutes, left, 2, rng)]


def _wrapped_news(
    network: SlantNetwork,
    tokenizer: Tokenizer,
    pool: Sequence[str],
    names: NameTemplates,
    mix: Mix,
    rng: random.Random,
) -> list[Encoded]:
    """Unlabelled sentences in a speaker's mouth, with the scores of the bare ones."""
    cues, speakers = read_cues(), names.names["politician"]
    bare = [s for s in pool if can_be_wrapped(s)][: mix.wrapped]
    return of_wrapped(
        network, tokenizer, bare, [wrap(sentence, cues, speakers, rng) for sentence in bare]
    )


def _alone(examples: Sequence[Example], mix: Mix, rng: random.Random) -> list[Variants]:
    """Training rows of PTC and the Stanford Treebank as they are: without the offsets of their
    sets, which no release keeps, their labels can't be used."""
    rows = [e.text for corpus in ("ptc", "sst") for e in training_rows(examples, corpus)]
    texts = rng.sample(rows, min(mix.alone, len(rows)))
    return [Variants((text,), (0,)) for text in texts]


def _without_opinion(example: Example) -> Example:
    """A row of BABE without its opinion: no release keeps that head."""
    return replace(example, opinion=None)


def _techniques(rows: Sequence[Example], tokenizer: Tokenizer) -> list[Encoded]:
    """Rows of PTC with their techniques as the only targets."""
    bare = [replace(e, loaded=None, sentiment=None, words=None, opinion=None) for e in rows]
    return encode(bare, tokenizer)


def _example(text: str, loaded: bool, words: tuple[tuple[int, int], ...]) -> Example:
    return Example(
        text=text,
        corpus=WORDINGS,
        part="train",
        loaded=LOADED if loaded else PLAIN,
        loaded_label=int(loaded),
        words=words,
    )


def _wrapped_wordings(
    wordings: Wordings, names: NameTemplates, rng: random.Random
) -> list[Example]:
    """Our own loaded and plain sentences in a speaker's mouth."""
    cues, speakers, found = read_cues(), names.names["politician"], []
    for wording in wordings.sentences:
        if can_be_wrapped(wording.text):
            wrapped = wrap(wording.text, cues, speakers, rng)
            words = tuple((a + wrapped.start, b + wrapped.start) for a, b in wording.words)
            found.append(_example(wrapped.text, wording.loaded, words))
    return found


def _desk_examples(
    wordings: Wordings, names: NameTemplates, mix: Mix, rng: random.Random
) -> list[Example]:
    """The desks' plain sentences that are not held out: as they are, without a full stop, in a
    speaker's mouth and with a beginning or an end, in turn."""
    cues, speakers, found = read_cues(), names.names["politician"], []
    for row in read_desks():
        if row.held_out:
            continue
        for turn in range(mix.desks):
            text = row.text
            if turn % 4 == 1:
                text = text.removesuffix(".")
            elif turn % 4 == 2 and can_be_wrapped(text):
                text = wrap(text, cues, speakers, rng).text
            elif turn % 4 == 3:
                bare = Wording(text, loaded=False)
                text = add_frame(bare, rng.choice(wordings.frames)).text
            found.append(_example(text, False, ()))
    return found
