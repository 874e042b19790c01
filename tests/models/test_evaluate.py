import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models.errors import ModelError
from models.evaluate import NETWORKS, Network, main
from models.evaluation.card.card import BEGIN, END, format_scores, update_card
from models.inference.release import BUNDLED
from models.training.__main__ import main as train
from models.training.stages import settings

ROOT = Path(__file__).parents[2]


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
def test_a_card_without_its_marks_is_refused(tmp_path: Path, text: str) -> None:
    card = tmp_path / "README.md"
    card.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="needs the lines"):
        update_card(card, "figures")
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


def test_missing_data_of_the_named_network_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--only", "slant-voices"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "attributions.parquet is missing" in printed.err
    assert len(printed.err.strip().splitlines()) == 1


FLOOR = {"measure": "cues, overlap F1", "better": "high", "floor": 0.76}


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """Networks that are measured at once, in folders of the test's own; gives what was asked."""
    asked: list[tuple[str, Path]] = []
    for name, reached in (("slant-minilm", 0.8), ("slant-voices", 0.7)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "README.md").write_text(f"# {name}\n{BEGIN}\nold\n{END}\nLimits\n")
        lines = [FLOOR | {"reached": reached, "held": reached >= FLOOR["floor"]}]

        def measure(
            release: Path, data: Path, parts: object, name: str = name, lines: list[Any] = lines
        ) -> dict[str, Any]:
            asked.append((name, release))
            return {"name": name, "floors": lines}

        text = "{name}: figures".format_map
        monkeypatch.setitem(NETWORKS, name, Network(folder, measure, text))
    return asked


def test_both_networks_are_evaluated_each_into_its_folder(
    measured: list[tuple[str, Path]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert [name for name, _ in measured] == ["slant-minilm", "slant-voices"]
    for name in ("slant-minilm", "slant-voices"):
        card = (tmp_path / name / "README.md").read_text(encoding="utf-8")
        assert card == f"# {name}\n{BEGIN}\n{name}: figures\n{END}\nLimits\n"
        assert json.loads((tmp_path / name / "metrics.json").read_text())["name"] == name
    assert capsys.readouterr().err == "cues, overlap F1: 0.7, the floor is at least 0.76.\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--only", "slant-voices"], ("slant-voices", "slant-voices")),
        (["--only", "slant-voices", "--model", "{}/other"], ("slant-voices", "other")),
        (["--model", "{}/other"], ("slant-minilm", "other")),
    ],
)
def test_one_network_is_evaluated_where_one_is_named(
    measured: list[tuple[str, Path]],
    tmp_path: Path,
    arguments: list[str],
    expected: tuple[str, str],
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "README.md").write_text(f"{BEGIN}\n{END}")
    assert main([word.format(tmp_path) for word in arguments]) == 0
    assert measured == [(expected[0], tmp_path / expected[1])]
    assert [path.parent.name for path in tmp_path.glob("*/metrics.json")] == [expected[1]]


def test_the_gate_fails_for_either_network_and_writes_nothing(
    measured: list[tuple[str, Path]], tmp_path: Path
) -> None:
    assert main(["--gate"]) == 1
    assert len(measured) == 2
    assert main(["--gate", "--only", "slant-minilm"]) == 0
    assert list(tmp_path.glob("*/metrics.json")) == []


def test_evaluation_is_imported_without_what_only_it_needs() -> None:
    code = (
        "import sys, models.evaluate, models.inference.loading; "
        "print({'torch', 'transformers', 'matplotlib', 'sklearn', 'vaderSentiment'} & "
        "{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("module", ["models.training", "models.evaluate"])
def test_a_command_without_data_is_one_sentence(tmp_path: Path, module: str) -> None:
    where = ["--data", str(tmp_path)] + (["--out", str(tmp_path)] if "training" in module else [])
    done = subprocess.run([sys.executable, "-m", module, *where], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.strip().count("\n") == 0
    assert "is missing" in done.stderr


def test_training_without_data_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(["--data", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip().count("\n") == 0
    assert "babe_sg1.parquet is missing" in printed.err
    assert not (tmp_path / "out").exists()


def test_training_without_unlabelled_articles_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "read_corpora", lambda _: [])
    assert train(["--data", str(tmp_path), "--out", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert printed.err.strip().count("\n") == 0
    assert "news_articles.parquet is missing" in printed.err


def test_folds_of_a_folder_without_a_release_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "read_corpora", lambda _: [])
    arguments = ["--data", str(tmp_path), "--out", str(tmp_path), "--folds-of", str(tmp_path)]
    assert train(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.strip().count("\n") == 0
    assert "config.json are missing" in printed.err


@pytest.mark.parametrize(
    "options", [["--stages", "data", "nothing"], ["--folds", "7"], ["--schemes", "week"]]
)
def test_an_unknown_stage_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        train(["--data", ".", "--out", ".", *options])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_the_stages_are_known_before_torch_is_imported() -> None:
    code = (
        "import sys, models.training.__main__, models.training.stages.data; "
        "print({'torch', 'transformers', 'onnx', 'sklearn'} & "
        "{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as a person does, also where make itself runs the tests."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@needs_make
@pytest.mark.parametrize("goal", ["train", "evaluate"])
@pytest.mark.parametrize("data", [[], ["DATA=/no/such folder"]])
def test_make_without_data_is_one_sentence(goal: str, data: list[str]) -> None:
    done = make(goal, *data)
    assert done.returncode == 2
    sentence, own = done.stderr.strip().splitlines()
    assert sentence.endswith("(models/training/README.md says which they are).")
    assert f"make {goal} DATA=DIR" in sentence
    assert own.startswith("make: ***")
    assert done.stdout == ""


@needs_make
def test_make_train_installs_and_evaluates_what_it_trained(tmp_path: Path) -> None:
    done = make("--dry-run", "train", f"DATA={tmp_path}")
    assert done.returncode == 0
    commands = [line for line in done.stdout.splitlines() if line.startswith(".venv/bin/python -m")]
    assert [command.split()[2] for command in commands][-3:] == [
        "pip",
        "models.training",
        "models.evaluate",
    ]
    assert "-r requirements-teacher.txt" in commands[-3]
    assert "--install" in commands[-2]
    assert "--gate" not in commands[-1]
    assert all(f'--data "{tmp_path}"' in command for command in commands[-2:])
