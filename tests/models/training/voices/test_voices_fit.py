# ruff: noqa: E402 - what is imported below needs torch
import random
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

import torch

from models.training.data.batches import mask_id_of
from models.training.network.base_encoder import base_tokenizer
from models.training.voices import fit as fitting
from models.training.voices.attribution_data import attribution_examples, read_articles
from models.training.voices.fit import Plan, averaged, fit, loss_of, plan_of
from models.training.voices.names_data import names_examples, read_names
from models.training.voices.network import VoicesNetwork
from models.training.voices.pairs_data import count_tokens, pair_examples, read_pairs
from tests.models.training.voices.tiny_voices import tiny_voices, write_sets

TOKENIZER = base_tokenizer()


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = tmp_path_factory.mktemp("sets")
    write_sets(folder)
    pairs = pair_examples(
        [*read_pairs(folder, "train"), *read_pairs(folder, "validation")],
        TOKENIZER,
        count_tokens(folder, TOKENIZER),
    )
    return plan_of(
        {
            "names": names_examples(read_names(folder, "train"), TOKENIZER, random.Random(1)),
            "attributions": attribution_examples(read_articles(folder, "train"), TOKENIZER)[:4],
            "pairs": pairs,
        },
        seed=1,
    )


def test_each_task_passes_over_its_examples_as_often_as_it_should(plan: Plan) -> None:
    seen: dict[str, list[int]] = {task: [] for task in fitting.PASSES}
    for task, batch in plan.batches:
        seen[task] += [id(example) for example in batch]
    for task, passes in fitting.PASSES.items():
        times = [seen[task].count(one) for one in set(seen[task])]
        assert sum(times) == pytest.approx(passes * len(times), abs=passes)


def losses(network: VoicesNetwork, plan: Plan) -> dict[str, float]:
    found = {}
    with torch.inference_mode():
        for task, batch in plan.batches:
            found[task] = float(loss_of(task, network, batch, 103, random.Random(1)))
    return found


def test_training_lowers_the_loss_of_every_task(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "MASKED_SHARE", 0.0)
    monkeypatch.setattr(fitting, "ENCODER_RATE", 2e-3)
    monkeypatch.setattr(fitting, "HEAD_RATE", 5e-3)
    network = tiny_voices(1)
    before = losses(network, plan)
    fit(network, Plan(plan.batches * 8), mask_id_of(TOKENIZER), 1, tmp_path / "checkpoint.pt")
    after = losses(network, plan)
    for task, loss in before.items():
        assert after[task] < 0.8 * loss, task


def test_an_interrupted_run_goes_on(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    monkeypatch.setattr(fitting, "SAVE_EVERY", 2)
    first = tiny_voices(1)
    stopped = Plan([*plan.batches[:3], ("no such task", [])])
    with pytest.raises(KeyError):
        fit(first, stopped, 103, 1, checkpoint)
    assert checkpoint.is_file()
    second = tiny_voices(2)
    fit(second, Plan(plan.batches[:3]), 103, 1, checkpoint)
    unfinished = tiny_voices(3)
    averaged(unfinished, checkpoint)
    assert torch.equal(
        unfinished.encoder.embeddings.word_embeddings.weight,
        first.encoder.embeddings.word_embeddings.weight,
    )
    # The average is first taken after four steps, so it still is what the first network began with.
    assert torch.equal(unfinished.names.weight, tiny_voices(1).names.weight)
    assert not torch.equal(second.names.weight, tiny_voices(2).names.weight)
