"""The exported graph gives what torch gives; the int8 one nearly."""

# ruff: noqa: E402 - what is imported below needs torch
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytestmark = pytest.mark.torch

import numpy as np
import onnxruntime
import torch

from models.inference.voices.decoding import link_logits
from models.inference.voices.pair_features import FEATURES
from models.training.network.base_encoder import base_tokenizer
from models.training.voices.export import export
from models.training.voices.own_windows import own_windows
from tests.models.training.voices.tiny_voices import tiny_voices


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("voices")
    export(tiny_voices(5), own_windows(base_tokenizer()), out / "float.onnx", out / "int8.onnx")
    return out


@pytest.mark.parametrize(("file", "tolerance"), [("float.onnx", 1e-4), ("int8.onnx", 0.15)])
def test_every_output(folder: Path, file: str, tolerance: float) -> None:
    network = tiny_voices(5)
    ids, codes = own_windows(base_tokenizer())[0]
    features = np.linspace(0, 1, len(FEATURES), dtype=np.float32)[None]
    with torch.inference_mode():
        tokens, kinds = torch.tensor([ids]), torch.tensor([codes])
        mask = torch.ones_like(tokens)
        words = network.tag(tokens, kinds, mask)
        pair = network.judge(tokens, kinds, mask, torch.tensor(features))
        vectors = network.encoder.embeddings.word_embeddings(tokens)
        reach = (network.reach.weight.T + network.link_bias[:, None]).numpy()
    session = onnxruntime.InferenceSession(str(folder / file))
    names, tags, links, said, looked_up = session.run(
        ["names", "tags", "links", "pair", "looked_up"],
        {
            "input_ids": np.array([ids], dtype=np.int64),
            "codes": np.array([codes], dtype=np.int64),
        },
    )
    asks, offers, asks_too, offers_too = np.split(links[0], 4, axis=1)
    for found, expected in (
        (names, words.names),
        (tags, words.tags),
        (link_logits(asks, offers, reach[0]), words.source[0]),
        (link_logits(asks_too, offers_too, reach[1]), words.content[0]),
        (said, pair.parts),
        (looked_up, vectors),
    ):
        np.testing.assert_allclose(found, expected.numpy(), atol=tolerance)


def test_the_codes_matter(folder: Path) -> None:
    ids, codes = own_windows(base_tokenizer())[0]
    session = onnxruntime.InferenceSession(str(folder / "int8.onnx"))

    def names(kinds: list[int]) -> object:
        inputs = {
            "input_ids": np.array([ids], dtype=np.int64),
            "codes": np.array([kinds], dtype=np.int64),
        }
        return session.run(["names"], inputs)[0]

    assert not np.allclose(names(codes), names([1] * len(codes)))
