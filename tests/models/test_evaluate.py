import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models.errors import ModelError
from models.evaluate import main
from models.evaluation.card.card import BEGIN, END, format_scores, update_card
from models.inference.release import BUNDLED


@pytest.fixture(scope="module")
def metrics() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    return loaded


def test_the_card_holds_the_figures_of_the_metrics(metrics: dict[str, Any]) -> None:
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert f"{BEGIN}\n{format_scores(metrics)}\n{END}" in card


def test_the_card_s_pictures_lie_beside_it() -> None:
    for name in ("scores.svg", "reliability.svg"):
        assert (BUNDLED / name).read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize("text", ["", BEGIN, END])
def test_a_card_without_its_marks_is_refused(
    tmp_path: Path, metrics: dict[str, Any], text: str
) -> None:
    card = tmp_path / "README.md"
    card.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="needs the lines"):
        update_card(card, metrics)
    assert card.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("gate", [[], ["--gate"]])
def test_missing_data_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gate: list[str]
) -> None:
    assert main(["--data", str(tmp_path), *gate]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "babe_sg1.parquet is missing" in printed.err
    assert len(printed.err.strip().splitlines()) == 1


def test_evaluation_is_imported_without_what_only_it_needs() -> None:
    code = (
        "import sys, models.evaluate, models.inference.loading; "
        "print({'torch', 'transformers', 'matplotlib', 'sklearn', 'vaderSentiment'} & "
        "{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_training_without_data_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "models.training", "--data", str(tmp_path), "--out", str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.strip().count("\n") == 0
    assert "is missing" in done.stderr
