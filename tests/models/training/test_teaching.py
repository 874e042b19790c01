from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.corpora import Example
from models.training import teaching
from models.training.batches import Encoded
from models.training.distil import Labels
from models.training.fit import REFERENCE, REMINDED
from models.training.recipe import Start, base_tokenizer
from models.training.teaching import (
    Material,
    release_sentences,
    small_network,
    taught_to_the_release,
)
from models.training.unlabelled import FILE, read_sentences

SENTENCES = ["The ferry left on time.", "A reckless, shameful deal."]
JUDGED = ["A praised premier.", "A praised film."]


def labels(sentences: Sequence[str], logit: float) -> Labels:
    lengths = [len(encoding.ids) for encoding in base_tokenizer().encode_batch(list(sentences))]
    return Labels(
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
    material = Material(Start({}, {}), others, SENTENCES[:1], tmp_path)

    def network(kind: str) -> object:
        def train(*arguments: object, **_: object) -> str:
            assert kind == "sentiment" or babe in arguments
            trained.append(kind)
            return kind

        return train

    def label(kind: str, _: object, sentences: Sequence[str]) -> Labels:
        assert sentences == SENTENCES or (kind, sentences) == ("sentiment", JUDGED)
        return labels(sentences, {"large": 3.0, "small": 1.0, "sentiment": -1.0}[kind])

    monkeypatch.setattr(teaching.teacher, "tokenizer_of", lambda encoder: None)
    monkeypatch.setattr(teaching, "large_start", lambda _: (tmp_path, Start({}, {})))
    monkeypatch.setattr(teaching.teacher, "teach", network("large"))
    monkeypatch.setattr(teaching, "small_network", network("small"))
    monkeypatch.setattr(teaching.teacher, "teach_sentiment", network("sentiment"))
    monkeypatch.setattr(teaching.teacher, "label", label)
    monkeypatch.setattr(teaching, "read_sentences", lambda *_: SENTENCES[1:])
    monkeypatch.setattr(teaching, "HELD_BACK", 0)
    first = taught_to_the_release(material, babe, tmp_path, tmp_path / "teachers")
    assert trained == ["large", "small"] * 2 + ["sentiment"]
    assert [example.corpus for example in first] == ["distilled"] * 2 + ["judged"] * 2
    for example in first:
        if example.corpus == "distilled":
            assert example.loaded == pytest.approx(0.8808, abs=1e-4)  # 1 / (1 + e^-2)
        else:
            assert example.loaded is example.words is None
        assert example.sentiment is not None
        # softmax of (0, 0, -1): e^-1 over 2 + e^-1
        assert example.sentiment[2] == pytest.approx(0.1554, abs=1e-4)
    assert taught_to_the_release(material, babe, tmp_path, tmp_path / "teachers") == first
    assert len(trained) == 5


def test_the_release_is_taught_other_sentences_than_those_held_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        " ".join(f"Ferry {n} of pier {m} left on time at nine." for m in range(9)) for n in range(9)
    ]
    pd.DataFrame({"outlet": "Post", "text": texts}).to_parquet(tmp_path / FILE)
    monkeypatch.setattr(teaching, "UNLABELLED", 20)
    monkeypatch.setattr(teaching, "HELD_BACK", 10)
    first = read_sentences(tmp_path, 20, 13, 3)
    taught, held_back = release_sentences(first, tmp_path)
    assert taught[:20] == first
    assert len(taught) == 40
    assert len(held_back) == 10
    assert len({*taught, *held_back}) == 50


def test_who_has_teachers_hears_them_alone_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    begun, lesson = Start({}, {}), Encoded("distilled", [101, 102], 0.9, None, None)
    after_lessons = Start({"heard": "teachers"}, {})

    def taught(start: Start, lessons: Sequence[Encoded], seed: int) -> Start:
        assert (start, lessons, seed) == (begun, [lesson], 4)
        heard.append("teachers")
        return after_lessons

    def reference(start: Start, *arguments: object) -> str:
        stages, lessons = arguments[-2:]
        heard.append("BABE")
        if lessons:
            assert (start, stages) == (after_lessons, (REMINDED,))
        else:
            assert (start, stages) == (begun, (REFERENCE,))
        return "network"

    monkeypatch.setattr(teaching, "taught", taught)
    monkeypatch.setattr(teaching, "reference", reference)
    material = Material(begun, [], SENTENCES, tmp_path)
    small_network(material, [], 4)
    assert heard == ["BABE"]
    small_network(material, [], 4, [lesson])
    assert heard == ["BABE", "teachers", "BABE"]
