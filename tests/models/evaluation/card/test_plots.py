import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from models.evaluation.card.plots import RELIABILITY, SCORES, write_plots
from models.evaluation.card.tables import SYSTEMS

pytest.importorskip("matplotlib")
pytestmark = pytest.mark.torch

BINS = [
    {"confidence": 0.2, "correct": 0.25, "rows": 40},
    {"confidence": 0.8, "correct": 0.7, "rows": 10},
]
METRICS: dict[str, Any] = {
    "table": [
        {
            "task": "loaded <words> & more",
            "metric": "word F1",
            "scores": {
                name: {"value": place / 10, "low": place / 10, "high": place / 10 + 0.1}
                for place, name in enumerate(SYSTEMS, start=1)
            },
        }
    ],
    "calibration": {
        "loaded": {"rows_of": "a set; fitted on it", "rows": 50, "bins": BINS},
        "loaded_test": {"rows_of": "another set", "rows": 1050, "bins": BINS},
        "sentiment": {"rows_of": "a third set", "rows": 50, "bins": BINS},
    },
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plots")
    write_plots(METRICS, made)
    return made


def words(path: Path) -> list[str]:
    found = ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(element.itertext()).strip() for element in found]


def test_the_same_figures_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_plots(METRICS, tmp_path)
    for name in (SCORES, RELIABILITY):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_pictures_are_small_and_undated(folder: Path) -> None:
    for name in (SCORES, RELIABILITY):
        text = (folder / name).read_text(encoding="utf-8")
        assert len(text) < 100_000
        assert "dc:date" not in text


def test_every_line_and_system_is_named(folder: Path) -> None:
    shown = words(folder / SCORES)
    assert "loaded <words> & more, word F1" in shown
    assert set(SYSTEMS.values()) <= set(shown)


def test_every_set_is_named_with_its_rows(folder: Path) -> None:
    shown = words(folder / RELIABILITY)
    assert {"a set, 50 rows", "another set, 1,050 rows", "a third set, 50 rows"} <= set(shown)
