# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from models.corpora import Example
from models.training.data.batches import Encoded
from models.training.data.unlabelled import FILE, read_sentences
from models.training.network.base_encoder import base_tokenizer
from models.training.network.fit import FINE_TUNE, FINE_TUNE_DISTILLED
from models.training.student import recipe
from models.training.student.recipe import Checkpoint, train_fold_student
from models.training.teachers import labelling
from models.training.teachers.labelling import Inputs, release_sentences, release_soft_labelled
from models.training.teachers.soft_labels import SoftLabels

SENTENCES = ["The ferry left on time.", "A reckless, shameful deal."]
JUDGED = ["A praised premier.", "A praised film."]


def labels(sentences: Sequence[str], logit: float) -> SoftLabels:
    lengths = [len(encoding.ids) for encoding in base_tokenizer().encode_batch(list(sentences))]
    return SoftLabels(
        np.full(len(sentences), logit, dtype=np.float16),
        [np.full(length, logit, dtype=np.float16) for length in lengths],
        np.array([(0, 0, logit)] * len(sentences), dtype=np.float16),
    )


def test_the_release_has_teachers_of_its_own_whose_labels_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained: list[str] = []
    babe = [Example("A deal.", "babe", "train", loaded=1.0)]
    others = [
        Example("A praised film.", "sst", "train"),
        Example("Not for training.", "sst", "test"),
        Example("A praised premier.", "newsmtsc", "train"),
        Example("Of propaganda.", "ptc", "train"),
    ]
    inputs = Inputs(Checkpoint({}, {}), others, SENTENCES[:1], tmp_path)

    def network(kind: str) -> object:
        def train(*arguments: object, **_: object) -> str:
            assert kind == "sentiment" or babe in arguments
            trained.append(kind)
            return kind

        return train

    def label(kind: str, _: object, sentences: Sequence[str]) -> SoftLabels:
        assert sentences == SENTENCES or (kind, sentences) == ("sentiment", JUDGED)
        return labels(sentences, {"large": 3.0, "small": 1.0, "sentiment": -1.0}[kind])

    monkeypatch.setattr(labelling.large_teacher, "tokenizer_of", lambda encoder: None)
    monkeypatch.setattr(labelling, "pretrained_teacher", lambda _: (tmp_path, Checkpoint({}, {})))
    monkeypatch.setattr(labelling.large_teacher, "train_teacher", network("large"))
    monkeypatch.setattr(labelling, "train_fold_student", network("small"))
    monkeypatch.setattr(labelling.large_teacher, "train_sentiment_teacher", network("sentiment"))
    monkeypatch.setattr(labelling.large_teacher, "predict_soft_labels", label)
    monkeypatch.setattr(labelling, "read_sentences", lambda *_: SENTENCES[1:])
    monkeypatch.setattr(labelling, "HELD_OUT", 0)
    first = release_soft_labelled(inputs, babe, tmp_path, tmp_path / "teachers")
    assert trained == ["large", "small"] * 2 + ["sentiment"]
    assert [example.corpus for example in first] == ["distilled"] * 2 + ["sentiment only"] * 2
    for example in first:
        if example.corpus == "distilled":
            assert example.loaded == pytest.approx(0.8808, abs=1e-4)  # 1 / (1 + e^-2)
        else:
            assert example.loaded is example.words is None
        assert example.sentiment is not None
        # softmax of (0, 0, -1): e^-1 over 2 + e^-1
        assert example.sentiment[2] == pytest.approx(0.1554, abs=1e-4)
    assert release_soft_labelled(inputs, babe, tmp_path, tmp_path / "teachers") == first
    assert len(trained) == 5


def test_the_release_is_taught_other_sentences_than_those_held_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        " ".join(f"Ferry {n} of pier {m} left on time at nine." for m in range(9)) for n in range(9)
    ]
    pd.DataFrame({"outlet": "Post", "text": texts}).to_parquet(tmp_path / FILE)
    monkeypatch.setattr(labelling, "UNLABELLED", 20)
    monkeypatch.setattr(labelling, "HELD_OUT", 10)
    first = read_sentences(tmp_path, 20, 13, 3)
    distilled, held_out = release_sentences(first, tmp_path)
    assert distilled[:20] == first
    assert len(distilled) == 40
    assert len(held_out) == 10
    assert len({*distilled, *held_out}) == 50


def test_who_has_teachers_hears_them_alone_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    begun, example = Checkpoint({}, {}), Encoded("distilled", [101, 102], 0.9, None, None)
    distilled = Checkpoint({"heard": "teachers"}, {})

    def distil(start: Checkpoint, soft: Sequence[Encoded], seed: int) -> Checkpoint:
        assert (start, soft, seed) == (begun, [example], 4)
        heard.append("teachers")
        return distilled

    def fine_tune(start: Checkpoint, *arguments: object) -> str:
        phases, soft = arguments[-2:]
        heard.append("BABE")
        if soft:
            assert (start, phases) == (distilled, (FINE_TUNE_DISTILLED,))
        else:
            assert (start, phases) == (begun, (FINE_TUNE,))
        return "network"

    monkeypatch.setattr(recipe, "distil", distil)
    monkeypatch.setattr(recipe, "fine_tune", fine_tune)
    train_fold_student(begun, [], [], 4)
    assert heard == ["BABE"]
    train_fold_student(begun, [], [], 4, [example])
    assert heard == ["BABE", "teachers", "BABE"]
