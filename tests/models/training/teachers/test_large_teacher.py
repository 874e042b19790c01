"""The teacher's training and labelling on an encoder of its kind, small and random."""

# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import MPNetConfig, MPNetModel

from models.corpora import Example, Part
from models.errors import ModelError
from models.training.data.batches import Encoded
from models.training.data.name_templates import NameTemplates, Template
from models.training.student.recipe import Checkpoint
from models.training.teachers import large_teacher as teacher

WORDS = ["the", "ferry", "left", "on", "time", "reckless", "deal", "shameful", "a", "crew", "."]
SPECIAL = ["<s>", "<pad>", "</s>", "[UNK]", "<mask>"]
SENTENCES = ["The ferry left.", "A shameful, reckless deal.", "The crew left on time."]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `unpack` leaves it."""
    folder = tmp_path_factory.mktemp("encoder")
    vocabulary = {token: number for number, token in enumerate([*SPECIAL, *WORDS])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(1)
    config = MPNetConfig(
        vocab_size=len(vocabulary),
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
    )
    MPNetModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


def rows(corpus: str, part: Part = "train") -> list[Example]:
    """Sentences with a loaded word and without, told apart by it."""
    loaded = Example("A reckless deal.", corpus, part, loaded=1.0, words=((2, 10),))
    plain = Example("The ferry left on time.", corpus, part, loaded=0.0, words=())
    return [loaded, plain] * 32


@pytest.fixture(scope="module")
def start(encoder: Path) -> Checkpoint:
    return teacher.pretrain_teacher(encoder, rows("ptc"), seed=3)


def test_the_first_stage_learns_from_the_training_rows_of_all_sets_but_babe(
    encoder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Encoded] = []

    def watch(network: object, offsets: object, epochs: list[list[Encoded]], *_: object) -> None:
        seen.extend(e for examples in epochs for e in examples)

    monkeypatch.setattr(teacher, "fit", watch)
    monkeypatch.setattr(teacher, "PRETRAIN_ROWS", {"sst": 5})
    other_parts = [*rows("newsmtsc", "validation"), *rows("ptc", "test")]
    teacher.pretrain_teacher(
        encoder, [*rows("babe"), *rows("ptc"), *rows("sst"), *other_parts], seed=4
    )
    corpora = [e.corpus for e in seen]
    assert set(corpora) == {"ptc", "sst"}
    assert corpora.count("sst") == 5
    assert sum(e.loaded == 1 for e in seen if e.corpus == "ptc") == 32
    assert 0 < sum(e.loaded == 0 for e in seen if e.corpus == "ptc") < 32


def test_it_learns_and_labels(
    encoder: Path, start: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = replace(
        teacher.FINE_TUNE_TEACHER, epochs=12, encoder_rate=1e-3, head_rate=2e-2, ema_decay=0.0
    )
    monkeypatch.setattr(teacher, "FINE_TUNE_TEACHER", quick)
    network = teacher.train_teacher(encoder, start, rows("babe"), rows("ptc"), seed=1)
    labels = teacher.predict_soft_labels(network, teacher.tokenizer_of(encoder), SENTENCES)
    assert labels.loaded.dtype == np.float16
    assert labels.loaded[1] > 0 > max(labels.loaded[0], labels.loaded[2])
    # "reckless" is the fifth token of its sentence: <s> a shameful , reckless deal . </s>
    assert [len(words) for words in labels.words] == [6, 8, 8]
    assert labels.words[1].argmax() == 4


def test_one_of_sentiment_learns_it_from_news_films_and_names(
    encoder: Path, start: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[Encoded]] = []
    fit = teacher.fit

    def watch(network: Any, offsets: Any, epochs: Any, *rest: Any) -> None:
        seen.extend(epochs)
        fit(network, offsets, epochs, *rest)

    quick = replace(
        teacher.FINE_TUNE_SENTIMENT_TEACHER,
        epochs=6,
        encoder_rate=1e-3,
        head_rate=2e-2,
        ema_decay=0.0,
    )
    monkeypatch.setattr(teacher, "FINE_TUNE_SENTIMENT_TEACHER", quick)
    monkeypatch.setattr(teacher, "fit", watch)
    names = NameTemplates(
        {"outlet": ("the crew", "the ferry")}, (Template(("outlet",), 1, 0, "{name} left."),)
    )
    judged = [
        Example(text, corpus, part, sentiment=target)
        for corpus in ("newsmtsc", "sst")
        for part in ("train", "test")
        for text, target in (("A shameful deal.", (1.0, 0.0, 0.0)), ("On time.", (0.0, 0.0, 1.0)))
    ] * 16
    network = teacher.train_sentiment_teacher(
        encoder, start, [*judged, *rows("ptc")], names, seed=1
    )
    counts = Counter(example.corpus for example in seen[0])
    assert counts == {"newsmtsc": 32, "sst": 32, "names": 2}
    labels = teacher.predict_soft_labels(
        network, teacher.tokenizer_of(encoder), ["A shameful deal.", "On time."]
    )
    assert labels.sentiment.dtype == np.float16
    assert labels.sentiment.argmax(axis=1).tolist() == [0, 2]


def test_a_sentence_is_labelled_alike_alone_and_beside_others(
    encoder: Path, start: Checkpoint
) -> None:
    network = teacher.train_teacher(encoder, start, rows("babe")[:2], [], seed=2)
    tokenizer = teacher.tokenizer_of(encoder)
    together = teacher.predict_soft_labels(network, tokenizer, SENTENCES)
    for place, sentence in enumerate(SENTENCES):
        alone = teacher.predict_soft_labels(network, tokenizer, [sentence])
        assert alone.loaded[0] == pytest.approx(float(together.loaded[place]), abs=0.02)
        assert alone.words[0] == pytest.approx(together.words[place], abs=0.02)


def test_other_weights_than_the_published_are_refused(encoder: Path, tmp_path: Path) -> None:
    (tmp_path / teacher.FOLDER).symlink_to(encoder)
    with pytest.raises(ModelError, match="not all-mpnet-base-v2 as published"):
        teacher.unpack(tmp_path)


def test_missing_packages_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teacher, "PACKAGES", ["slant-no-such-package"])
    with pytest.raises(ModelError, match=r"requirements-teacher\.txt"):
        teacher.unpack(tmp_path)
