"""All figures of a network that answers by rule, on a few rows of our own."""

from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest

from models.evaluation.floors import held_against, meets, read_floors
from models.evaluation.voices.held_out import (
    KINDS,
    AttributedArticle,
    FactPair,
    HeldOut,
    MarkedAttribution,
    NamedText,
)
from models.evaluation.voices.measure import FLOORS, evaluate_voices, voices_measures
from tests.models.evaluation.voices.small_figures import METRICS

SENTENCE = "Ada met Bo in Rome."
ARTICLE = "Ada said it rained."
SAID = MarkedAttribution(((0, 3),), ((4, 8),), ((9, 18),), "indirect")


@dataclass(frozen=True)
class Answers:
    """Finds every “Ada” as a person, in each text the attribution above, and calls pairs the same
    whose first sentences have the same first letter."""

    name: str = "slant-voices"
    version: str = "9"

    def tag(self, texts):
        ada = SimpleNamespace(start=0, end=3, kind="person")
        return [SimpleNamespace(names=[ada], attributions=[SAID]) for _ in texts]

    def same_fact(self, pairs):
        return np.array([float(first[0] == second[0]) for first, second in pairs])


def rows() -> HeldOut:
    names = ((0, 3, "person"), (8, 10, "person"), (14, 18, "place"))
    return HeldOut(
        names=[
            NamedText(SENTENCE, "worldwide", str(number // 5), names, KINDS) for number in range(60)
        ],
        articles=[AttributedArticle("a", ARTICLE, (SAID,), (), ())],
        read_by_several=[AttributedArticle("b", ARTICLE, (SAID,), (), ((SAID,),))],
        pairs=[
            FactPair("Rain fell.", "Rivers rose.", True, "rain", True),
            FactPair("Rain fell.", "Ships sank.", False, "rain", True),
            FactPair("Ships sank.", "Snow fell.", False, "ships", False),
        ],
        train_sentences=["Rain fell.", "Ships sank."],
    )


@pytest.mark.torch
def test_every_figure_of_a_network_that_is_known_to_be_right_or_wrong():
    pytest.importorskip("sklearn")
    metrics = evaluate_voices(Answers(), rows())
    found = voices_measures(metrics)
    # One person of two, nothing else found: F1 2 · 60 / (60 + 120).
    assert found["persons, newswire, exact span F1"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["places, newswire, exact span F1"] == 0.0
    assert found["cues, overlap F1"] == 1.0
    assert found["contents, character F1"] == 1.0
    # 1 against 0 is right, 1 against 1 is a tie.
    assert found["same fact, AUROC"] == 0.75
    assert metrics["people"][0]["scores"]["annotator"]["value"] == 1.0
    assert metrics["linked"][0]["linked"]["value"] == 1.0
    assert {row["measure"]: row["held"] for row in metrics["floors"]} == {
        "persons, newswire, exact span F1": False,
        "cues, overlap F1": True,
        "sources, character F1": True,
        "contents, character F1": True,
        "same fact, AUROC": False,
    }


def test_every_floor_is_of_something_that_is_measured():
    floors = read_floors(FLOORS)
    assert {floor.measure for floor in floors} == set(voices_measures(METRICS))
    for floor in floors:
        assert floor.floor is not None
        assert floor.aim is not None
        assert meets(floor.better, floor.aim, floor.floor), floor.measure
        assert floor.known


def test_a_floor_line_tells_what_was_known():
    lines = held_against({"cues, overlap F1": 0.75}, read_floors(FLOORS))
    cues = next(row for row in lines if row["measure"] == "cues, overlap F1")
    assert (cues["reached"], cues["held"]) == (0.75, False)
    assert "0.57" in cues["known"]
    assert [row["reached"] for row in lines if row is not cues] == [None] * (len(lines) - 1)
