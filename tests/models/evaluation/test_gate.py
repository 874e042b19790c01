"""The gate: a release must hold what `models/evaluation/floors.csv` asks for (column `held`).

Figures of the labelled sets are those in `metrics.json`; with the sets at hand they are measured
anew, in some minutes: pytest tests/models/evaluation/test_gate.py --data DIR. Figures of sentences
written for this project (`tests/gold/gate_loaded.csv`) are measured always.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from models.evaluate import NETWORKS
from models.evaluation.figures.marked_words import spans_of
from models.evaluation.figures.named_techniques import LEAST_PRECISION
from models.evaluation.floors import Floor, compare_with_floors, measures, meets, read_floors
from models.evaluation.metrics import LOADED_FROM, accuracy, auroc, word_counts
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS
from models.inference.release import BUNDLED, read_release

SAMPLE = Path(__file__).parents[2] / "gold" / "gate_loaded.csv"
FLOORS = read_floors()


@pytest.fixture(scope="module")
def metrics(pytestconfig: pytest.Config) -> dict[str, Any]:
    data = pytestconfig.getoption("--data", default=None)
    if data:
        return NETWORKS["slant-minilm"].measure(BUNDLED, Path(data), ())
    stored: dict[str, Any] = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    return stored


@pytest.fixture(scope="module")
def sample() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def own(sample: list[dict[str, str]]) -> dict[str, float]:
    """The measures of `floors.csv` on our own sentences."""
    texts = [row["text"] for row in sample]
    made = OnnxClassifier(read_release()).predict(texts)
    labels = [int(row["loaded"]) for row in sample]
    sentiments = [SENTIMENT_LABELS.index(row["sentiment"]) for row in sample]
    gold = [marked(row) for row in sample]
    true, claimed, real = word_counts(texts, spans_of(made), gold)
    return {
        "own sentences, loaded, accuracy": accuracy(labels, made.loaded >= LOADED_FROM),
        "own sentences, loaded, AUROC": auroc(labels, made.loaded),
        "own sentences, sentiment, accuracy": accuracy(sentiments, made.sentiment.argmax(axis=1)),
        "own sentences, loaded words, word F1": 2 * true / (claimed + real),
    }


def marked(row: dict[str, str]) -> list[tuple[int, int]]:
    """Spans of the loaded words of a line, which are separated by `|`."""
    words = row["words"].split("|") if row["words"] else []
    starts = [row["text"].index(word) for word in words]
    return [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]


def is_own(floor: Floor) -> bool:
    return floor.measure.startswith("own sentences")


def test_the_sample_is_whole(sample: list[dict[str, str]]) -> None:
    assert len(sample) >= 200
    assert len({row["text"] for row in sample}) == len(sample)
    assert {row["loaded"] for row in sample} == {"0", "1"}
    assert {row["sentiment"] for row in sample} <= set(SENTIMENT_LABELS)
    for row in sample:
        assert bool(marked(row)) == (row["loaded"] == "1"), row["text"]


@pytest.mark.parametrize("floor", [f for f in FLOORS if is_own(f)], ids=lambda f: f.measure)
def test_our_own_sentences_hold(floor: Floor, own: dict[str, float]) -> None:
    assert meets(floor.better, own[floor.measure], floor.held), own[floor.measure]


@pytest.mark.parametrize("floor", [f for f in FLOORS if not is_own(f)], ids=lambda f: f.measure)
def test_the_labelled_sets_hold(floor: Floor, metrics: dict[str, Any]) -> None:
    found = measures(metrics)
    if floor.measure in found or metrics["techniques"]:
        assert meets(floor.better, found[floor.measure], floor.held), found[floor.measure]
    else:
        assert floor.measure == "precision of the worst technique named"


def test_only_techniques_that_are_right_often_enough_are_named(metrics: dict[str, Any]) -> None:
    measured = {row["technique"]: row for row in metrics["techniques"]}
    assert set(measured) == set(read_release().techniques)
    for technique, row in measured.items():
        assert row["claimed"] > 0, technique
        assert row["precision"] >= LEAST_PRECISION, technique


def test_the_figures_are_those_of_this_release(metrics: dict[str, Any]) -> None:
    assert metrics["version"] == read_release().version
    assert metrics["floors"] == compare_with_floors(metrics, FLOORS)


def test_what_is_held_is_the_floor_or_said_to_be_missed(metrics: dict[str, Any]) -> None:
    missed = {row["measure"] for row in metrics["floors"] if not row["held"]}
    assert FLOORS
    for floor in FLOORS:
        if floor.floor is not None and floor.measure not in missed:
            assert meets(floor.better, floor.held, floor.floor), floor.measure
