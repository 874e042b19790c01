"""A classifier that cannot be loaded is an error like any other: one sentence."""

import shutil
from pathlib import Path

import pytest

from tests.copied_program import python

ROOT = Path(__file__).resolve().parents[3]
CAUGHT = """
from analysis import SlantError, analyze, score_sentences
for ask in (lambda: analyze("The mayor spoke."), lambda: score_sentences(["The mayor spoke."])):
    try:
        ask()
    except SlantError as error:
        print(type(error).__name__, error.message)
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program whose model file ends too early."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(ROOT / "analysis", folder / "analysis")
    left_out = shutil.ignore_patterns("model.onnx", "training", "__pycache__")
    shutil.copytree(ROOT / "models", folder / "models", ignore=left_out)
    with (ROOT / "models" / "slant-minilm" / "model.onnx").open("rb") as whole:
        start = whole.read(100_000)
    (folder / "models" / "slant-minilm" / "model.onnx").write_bytes(start)
    (folder / "town.txt").write_text("The mayor spoke on Monday.\n", encoding="utf-8")
    return folder


def test_the_command_line_says_it_in_one_line(broken: Path) -> None:
    done = python(broken, "-m", "analysis", "town.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("slant: The model file ")
    assert "model.onnx is damaged or not the one released: restore the folder" in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_is_a_slant_error(broken: Path) -> None:
    done = python(broken, "-c", CAUGHT)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert line.startswith("ModelUnavailable The model file ")
        assert "is damaged" in line
