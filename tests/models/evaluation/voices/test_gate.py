"""The gate: a release of slant-voices must hold what `floors.csv` asks for (column `held`).

The figures are those in its `metrics.json`; with the labelled sets at hand they are measured anew,
in some minutes: pytest tests/models/evaluation/voices/test_gate.py --data DIR.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from models.evaluation.card.card import BEGIN, END
from models.evaluation.floors import Floor, held_against, meets, read_floors
from models.evaluation.voices.card import format_voices_scores
from models.evaluation.voices.held_out import read_held_out
from models.evaluation.voices.measure import FLOORS, evaluate_voices, voices_measures
from models.inference.voices.network import Voices
from models.inference.voices.release import BUNDLED, read_voices_release

TABLE = read_floors(FLOORS)


@pytest.fixture(scope="module")
def metrics(pytestconfig: pytest.Config) -> dict[str, Any]:
    data = pytestconfig.getoption("--data", default=None)
    if data:
        return evaluate_voices(Voices(read_voices_release()), read_held_out(Path(data)))
    stored: dict[str, Any] = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    return stored


@pytest.mark.parametrize("floor", TABLE, ids=lambda floor: floor.measure)
def test_the_labelled_sets_hold(floor: Floor, metrics: dict[str, Any]) -> None:
    found = voices_measures(metrics)[floor.measure]
    assert meets(floor.better, found, floor.held), found


def test_the_figures_are_those_of_this_release(metrics: dict[str, Any]) -> None:
    assert metrics["version"] == read_voices_release().version
    assert metrics["floors"] == held_against(voices_measures(metrics), TABLE)


def test_what_is_held_is_the_floor_or_said_to_be_missed(metrics: dict[str, Any]) -> None:
    missed = {row["measure"] for row in metrics["floors"] if not row["held"]}
    for floor in TABLE:
        if floor.measure not in missed:
            assert floor.floor is not None
            assert meets(floor.better, floor.held, floor.floor), floor.measure


def test_the_card_holds_the_figures_of_the_metrics() -> None:
    stored = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert f"{BEGIN}\n{format_voices_scores(stored)}\n{END}" in card
