import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models.card import BEGIN, END, format_table, update_card
from models.errors import ModelError
from models.evaluate import main, reliability, row_of
from models.release import BUNDLED


@pytest.fixture(scope="module")
def metrics() -> dict[str, object]:
    loaded: dict[str, object] = json.loads((BUNDLED / "metrics.json").read_text(encoding="utf-8"))
    return loaded


def test_the_card_holds_the_table_of_the_metrics(metrics: dict[str, object]) -> None:
    card = (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert f"{BEGIN}\n{format_table(metrics)}\n{END}" in card


def test_updating_keeps_what_stands_around_the_table(
    tmp_path: Path, metrics: dict[str, object]
) -> None:
    card = tmp_path / "README.md"
    card.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    update_card(card, metrics)
    text = card.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{BEGIN}\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text


@pytest.mark.parametrize("text", ["", BEGIN, END])
def test_a_card_without_its_marks_is_refused(
    tmp_path: Path, metrics: dict[str, object], text: str
) -> None:
    card = tmp_path / "README.md"
    card.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="needs the lines"):
        update_card(card, metrics)
    assert card.read_text(encoding="utf-8") == text


def test_a_row_scores_every_system_on_the_same_rows() -> None:
    labels = np.array([0, 1] * 50)
    right, half = labels, np.zeros(100, dtype=int)
    row = row_of(
        "task",
        "accuracy",
        100,
        {
            "slant": lambda rows: float((labels[rows] == right[rows]).mean()),
            "majority": lambda rows: float((labels[rows] == half[rows]).mean()),
        },
    )
    assert row["scores"]["slant"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert row["scores"]["majority"]["value"] == 0.5
    assert row["scores"]["majority"]["low"] < 0.5 < row["scores"]["majority"]["high"]


def test_reliability_by_hand() -> None:
    result = reliability(np.array([0.95, 0.95, 0.15]), np.array([1, 0, 0]))
    assert result["bins"] == [
        {"confidence": 0.15, "correct": 0.0, "rows": 1},
        {"confidence": 0.95, "correct": 0.5, "rows": 2},
    ]
    # (1·0.15 + 2·0.45) / 3
    assert result["ece"] == 0.35


def test_missing_data_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "babe_train.parquet is missing" in printed.err
    assert len(printed.err.strip().splitlines()) == 1


def test_training_without_data_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "models.training", "--data", str(tmp_path), "--out", str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.strip().count("\n") == 0
    assert "is missing" in done.stderr


def test_the_card_s_limits_name_the_gaps_that_were_measured(metrics: dict[str, Any]) -> None:
    limits = (BUNDLED / "README.md").read_text(encoding="utf-8").partition("## Limits")[2]
    limits = " ".join(limits.split())
    for kind in metrics["invariance"]["kinds"].values():
        gap = kind["tone"]["names"]
        assert f"{gap['gap']:.3f} ({gap['highest']} above {gap['lowest']}" in limits
    swaps = metrics["invariance"]["swaps"]
    assert f"turned {swaps['loaded_flips']:.1%} of loaded" in limits
    assert f"and {swaps['sentiment_flips']:.1%} of sentiment labels" in limits
