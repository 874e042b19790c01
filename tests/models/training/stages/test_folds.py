# ruff: noqa: E402 - what is imported below needs torch
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytestmark = pytest.mark.torch

from collections.abc import Iterator
from pathlib import Path

from models.corpora import Example
from models.training.data.folds import FOLDS, folds_of
from models.training.stages import folds as stage
from models.training.student.recipe import Checkpoint
from models.training.teachers.labelling import Inputs

OUTLETS = {"Big Post": 120, "Second Post": 100, "Third Post": 80, "Small Post": 40, "Note": 10}


@pytest.fixture(scope="module")
def babe() -> list[Example]:
    rows = []
    for outlet, count in OUTLETS.items():
        for i in range(count):
            rows.append(
                Example(
                    f"{outlet} {i}",
                    "babe",
                    "train",
                    loaded_label=int(i % 5 < 2),
                    outlet=outlet,
                    group=f"{outlet} {i // 3}",
                )
            )
    return rows


@pytest.mark.parametrize("scheme", ["random", "article", "outlet"])
def test_every_row_is_in_one_fold_and_no_fold_is_empty(babe: list[Example], scheme: str) -> None:
    folds = folds_of(babe, scheme)
    assert len(folds) == len(babe)
    assert set(folds) == set(range(FOLDS))
    assert folds == folds_of(babe, scheme)


def test_random_folds_are_even_and_hold_the_same_share_of_labels(babe: list[Example]) -> None:
    folds = folds_of(babe, "random")
    for fold in range(FOLDS):
        labels = [e.loaded_label for e, f in zip(babe, folds, strict=True) if f == fold]
        assert len(labels) == len(babe) // FOLDS
        assert sum(label or 0 for label in labels) / len(labels) == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize(("scheme", "key"), [("article", "group"), ("outlet", "outlet")])
def test_groups_are_not_split(babe: list[Example], scheme: str, key: str) -> None:
    where: dict[str, set[int]] = {}
    for example, fold in zip(babe, folds_of(babe, scheme), strict=True):
        where.setdefault(getattr(example, key), set()).add(fold)
    assert all(len(folds) == 1 for folds in where.values())


def test_a_run_does_the_folds_asked_for_once(
    babe: list[Example], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool]] = []

    def predict(
        inputs: Inputs,
        train: list[Example],
        test: list[Example],
        work: Path,
        seed: int,
        has_teachers: bool,
    ) -> Iterator[tuple[str, str, str]]:
        assert {e.text for e in train}.isdisjoint(e.text for e in test)
        assert len(train) + len(test) == len(babe)
        asked.append((work.name, has_teachers))
        yield ("row", f"{seed}.000", "")

    monkeypatch.setattr(stage, "predict_fold", predict)
    inputs = Inputs(Checkpoint({}, {}), [], [], tmp_path)
    (tmp_path / "random-1.csv").write_text("done before")
    stage.train_folds(inputs, babe, tmp_path, ["random"], [0, 1])
    stage.train_folds(inputs, babe, tmp_path, ["outlet"], [4])
    assert asked == [("random-0", True), ("outlet-4", False)]
    assert (tmp_path / "random-0.csv").read_text() == "random,0,row,0.000,\n"
    assert (tmp_path / "random-1.csv").read_text() == "done before"
