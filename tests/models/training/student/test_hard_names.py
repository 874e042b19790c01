# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytestmark = pytest.mark.torch

from dataclasses import replace
from typing import cast

import torch
from torch import Tensor

from models.training.data.name_templates import NameTemplates, Template
from models.training.network.base_encoder import base_tokenizer
from models.training.network.model import Outputs, SlantNetwork
from models.training.student.hard_names import weight_hard_names

NAMES = (
    "the Ash Party",
    "the Elm Party",
    "the Freedom Party",
    "the Rotten Party",
    "the Very Long-Named Yew Party",
)


class Suspicious(torch.nn.Module):
    """Takes every sentence for a neutral one, but for those with the word “rotten”, and none for
    loaded, but for those with the word “freedom”."""

    def forward(self, ids: Tensor, mask: Tensor) -> Outputs:
        rotten, freedom = (
            (ids == base_tokenizer().token_to_id(word)).any(1).float()
            for word in ("rotten", "freedom")
        )
        neutral = torch.full_like(rotten, 2.0)
        sentiment = torch.stack([3 * rotten, neutral, torch.zeros_like(rotten)], dim=1)
        nothing = torch.zeros(len(ids), 1)
        return Outputs(sentiment, 3 * freedom - 3, nothing, nothing, nothing)


@pytest.fixture
def weighed() -> NameTemplates:
    source = NameTemplates(
        {"party": NAMES},
        (
            Template(("party",), 1, 0, "{name} met on Tuesday."),
            Template(("party",), 1, 0, "On Tuesday {name} met."),
            Template(("party",), 0, 1, "{name} is as rotten as ever."),
        ),
    )
    network = cast(SlantNetwork, Suspicious())
    return weight_hard_names(source, network, base_tokenizer())


def test_a_name_weighs_more_the_farther_its_tone_is_from_the_median(weighed: NameTemplates) -> None:
    negative, positive = 20.0855 / (20.0855 + 7.3891 + 1), 1 / (20.0855 + 7.3891 + 1)
    plain = 0.0  # as likely negative as positive
    expected = 1 + 1000 * ((positive - negative) - plain) ** 2
    assert weighed.weights["the Rotten Party"] == pytest.approx(expected, rel=1e-4)


def test_a_name_weighs_more_the_farther_it_is_taken_for_loaded(weighed: NameTemplates) -> None:
    expected = 1 + 1000 * (1 / 2 - 1 / (1 + 20.0855)) ** 2
    assert weighed.weights["the Freedom Party"] == pytest.approx(expected, rel=1e-4)


def test_the_others_weigh_one_and_loaded_templates_do_not_count(weighed: NameTemplates) -> None:
    hard = {"the Rotten Party", "the Freedom Party"}
    others = [weight for name, weight in weighed.weights.items() if name not in hard]
    assert others == pytest.approx([1.0, 1.0, 1.0])


def test_names_are_tried_in_short_and_in_long_sentences_whatever_the_order() -> None:
    class Curt(Suspicious):
        """Takes for loaded what is short."""

        def forward(self, ids: Tensor, mask: Tensor) -> Outputs:
            outputs = super().forward(ids, mask)
            short = (mask.sum(1) < 10).float() * (ids == freedom).any(1).float()
            return replace(outputs, loaded=9 * short - 3)

    freedom = base_tokenizer().token_to_id("freedom")
    lengths = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    templates = [
        Template(("party",), 1, 0, "{name} met" + " again and again" * length + ".")
        for length in lengths
    ]
    network = cast(SlantNetwork, Curt())
    weights = [
        weight_hard_names(
            NameTemplates({"party": NAMES}, tuple(ordered)), network, base_tokenizer()
        ).weights["the Freedom Party"]
        for ordered in (templates, templates[::-1])
    ]
    # One sentence of the six is short enough: sigmoid(6) instead of sigmoid(-3).
    assert weights[0] == pytest.approx(1 + 1000 * ((0.99753 - 0.04743) / 6) ** 2, rel=1e-3)
    assert weights[1] == weights[0]
