from pathlib import Path
from typing import Any

import pytest

from models.errors import DataError
from models.evaluation.floors import Floor, compare_with_floors, meets, missed_floors, read_floors

GAPS = {"loaded": {"names": {"gap": 0.03}}, "tone": {"names": {"gap": 0.2}}}
METRICS: dict[str, Any] = {
    "table": [
        {
            "task": "loaded sentences, BABE 5-fold",
            "metric": "macro-F1",
            "scores": {"slant": {"value": 0.83}},
        },
        {
            "task": "sentence sentiment, NewsMTSC devtest",
            "metric": "macro-F1",
            "scores": {"slant": {"value": 0.7}},
        },
    ],
    "calibration": {
        "loaded": {"ece": 0.07},
        "loaded_folds": {"ece": 0.01},
        "sentiment": {"ece": 0.06},
    },
    "steady": [
        {"change": "names", "band": {"share": 0.02}, "sentiment": {"share": 0.01}},
        {"change": "names", "band": {"share": 0.01}, "sentiment": {"share": 0.04}},
        {"change": "full stop", "band": {"share": 0.03}, "sentiment": {"share": 0.0}},
    ],
    "vivid": {"held_out": {"share": 0.06}, "trained": {"share": 0.5}},
    "bands": {"not loaded": {"right": 0.93}, "uncertain": {}, "loaded": {}},
    "invariance": {
        "swaps": {"loaded_flips": 0.02, "sentiment_flips": 0.05},
        "kinds": {"party": GAPS, "outlet": GAPS | {"loaded": {"names": {"gap": 0.04}}}},
    },
    "tones": [{"negative": {"right": 0.9}, "neutral": {"right": 0.7}, "positive": {"right": 0.79}}],
    "quantization": [{"gain": -0.004}, {"gain": 0.002}],
    "faithfulness": {"share": 0.95},
    "techniques": [],
}


def test_a_floor_is_reached_from_its_better_side() -> None:
    assert meets("high", 0.8, 0.8)
    assert not meets("high", 0.79, 0.8)
    assert meets("low", 0.05, 0.05)
    assert not meets("low", 0.06, 0.05)
    assert meets("high", -0.004, -0.005)


def test_every_figure_is_held_against_its_floor() -> None:
    found = {row["measure"]: row for row in compare_with_floors(METRICS, read_floors())}
    reached = {
        "BABE 5-fold, macro-F1": (0.83, True),
        "sentiment, NewsMTSC devtest, macro-F1": (0.7, False),
        "loaded, BABE test articles, ECE": (0.07, False),
        "loaded, BABE folds by article, ECE": (0.01, True),
        # The worst of all sources of sentences.
        "band turned by swapped politicians, real sentences": (0.02, True),
        "sentiment turned by swapped politicians, real sentences": (0.04, False),
        "band turned by a missing full stop, real sentences": (0.03, True),
        "false alarms, plain sentences of unseen desks": (0.06, False),
        "sentiment, NewsMTSC devtest, ECE": (0.06, False),
        "not loaded band right, BABE test, clear votes": (0.93, True),
        "loaded labels turned by swapped names": (0.02, True),
        "sentiment labels turned by swapped names": (0.05, False),
        "gap between two names, loaded": (0.04, True),
        "gap between two names, tone": (0.2, False),
        "int8 against fp32, worst metric": (-0.004, True),
        "named words outweigh random ones": (0.95, True),
        "shown tones right, NewsMTSC devtest, worst of negative and positive": (0.79, False),
        # Not among the figures above.
        "loaded band right, BABE test, clear votes": (None, False),
        "PTC held-out articles, AUROC": (None, False),
    }
    for measure, expected in reached.items():
        assert (found[measure]["reached"], found[measure]["held"]) == expected, measure
    assert not any(measure.startswith("own sentences") for measure in found)


def test_the_worst_technique_counts_and_none_is_none_too_many() -> None:
    floors = [Floor("precision of the worst technique named", "high", 0.6, None, 0.6)]
    assert compare_with_floors(METRICS, floors) == []
    named = METRICS | {"techniques": [{"precision": 0.8}, {"precision": 0.55}]}
    assert compare_with_floors(named, floors)[0]["reached"] == 0.55
    # Never claimed on the articles, so nothing speaks for it.
    assert (
        compare_with_floors(METRICS | {"techniques": [{"claimed": 0}]}, floors)[0]["reached"] == 0.0
    )


def test_a_floor_not_held_is_a_sentence_with_its_figures() -> None:
    lines = compare_with_floors(
        METRICS,
        [
            Floor("BABE 5-fold, macro-F1", "high", 0.82, 0.85, 0.82),
            Floor("sentiment, NewsMTSC devtest, ECE", "low", 0.05, 0.02, 0.05),
            Floor("PTC held-out articles, AUROC", "high", 0.86, 0.9, 0.86),
        ],
    )
    assert missed_floors(lines) == [
        "sentiment, NewsMTSC devtest, ECE: 0.06, the floor is at most 0.05.",
        "PTC held-out articles, AUROC: not measured, the floor is 0.86.",
    ]


@pytest.mark.parametrize(
    "text", [None, "measure,floor\nx,0.5\n", "measure,better,floor,aim,held\nx"]
)
def test_a_broken_table_is_said(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "floors.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"^The table floors.csv can't be read"):
        read_floors(path)


def test_aims_are_beyond_floors() -> None:
    floors = read_floors()
    assert len({floor.measure for floor in floors}) == len(floors)
    for floor in floors:
        if floor.aim is not None and floor.floor is not None:
            assert meets(floor.better, floor.aim, floor.floor), floor.measure
