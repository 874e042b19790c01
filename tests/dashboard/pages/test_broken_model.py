"""Without its model the page says so in one sentence, and the command line ends with 2."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.copied_program import python

ROOT = Path(__file__).parents[3]
OPENED = """
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=120).run()
app.run()
app.text_area(key="pasted").set_value("The mayor said that she would open the bridge on Monday.")
next(button for button in app.button if button.label == "Analyse").click()
app.run()
app.switch_page("dashboard/pages/how_it_works.py").run()
print(len(app.exception))
app.switch_page("dashboard/pages/read.py").run()
print(len(app.exception))
print([error.value.replace("\\\\", "") for error in app.error])
"""


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def changed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the dashboard needs."""
    left_out = shutil.ignore_patterns("__pycache__", "training", "float", "evaluation")
    for name in ("analysis", "dashboard", "models", "seeds", "store"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    shutil.copy(ROOT / "app.py", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "harm", "said"),
    [
        ("model.onnx", Path.unlink, "model.onnx is missing: restore the folder"),
        ("model.onnx", cut, "model.onnx is damaged or not the one released: restore the folder"),
        ("tokenizer.json", changed, "tokenizer.json is damaged or not the one released: restore"),
    ],
    ids=["missing", "truncated", "another hash"],
)
def test_page_and_command_line_say_it_in_one_sentence(
    project: Path, name: str, harm: Callable[[Path], None], said: str
) -> None:
    harm(project / "models" / "slant-minilm" / name)
    page = python(project, "-c", OPENED)
    how_it_works, read, errors = page.stdout.splitlines()
    assert (how_it_works, read) == ("0", "0"), page.stderr[-2000:]
    assert errors.count("The model file") == 1
    assert said in errors
    (project / "town.txt").write_text("The mayor spoke on Monday.\n", encoding="utf-8")
    line = python(project, "-m", "analysis", "town.txt")
    assert (line.returncode, line.stdout) == (2, "")
    assert said in line.stderr
    assert line.stderr.count("\n") == 1
