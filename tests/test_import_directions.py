"""Rooms and their one direction: who may import whom, and who may open whose files by path."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

ROOMS = {"analysis", "dashboard", "models", "store", "api"}

NEVER = {
    "models": {"analysis", "dashboard", "store", "api", "streamlit"},
    "analysis": {"dashboard", "store", "api", "streamlit", "plotly"},
    "store": {"models", "dashboard", "api", "streamlit"},
    "api": {"models", "dashboard", "streamlit"},
    "dashboard": {"models", "api", "sqlalchemy"},
}
"""Room, and the first names that no module in it may import."""

MAY = {
    "analysis.text": {"frames", "errors"},
    "analysis.reading": {"errors", "text"},
    "analysis.speakers": {"frames", "errors", "text"},
    "analysis.scoring": {"frames", "errors", "text", "reading", "speakers"},
    "analysis.comparison": {
        *("columns", "frames", "errors", "intervals", "text", "scoring", "speakers"),
    },
    "analysis.practice": {
        *("columns", "frames", "errors", "intervals", "text", "reading", "scoring", "speakers"),
        "comparison",
    },
    "analysis.queue": {"frames", "errors", "reading", "scoring", "speakers", "comparison"},
    "analysis.rules": {
        *("columns", "frames", "errors", "intervals", "text", "reading", "scoring", "speakers"),
        *("queue", "corpus"),
    },
    "analysis.desk": {
        *("columns", "frames", "errors", "intervals", "text", "reading", "scoring", "speakers"),
        *("practice", "queue", "rules"),
    },
    "analysis.output": {
        *("columns", "frames", "errors", "intervals", "text", "scoring", "speakers"),
        *("comparison", "practice", "rules", "desk", "corpus", "version"),
    },
}
"""Rooms inside ``analysis``, and which others of it they may import."""

RUNTIME = "models.inference"
"""It runs without what only training and evaluation need."""


def modules_of(room: str) -> list[Path]:
    return sorted((ROOT / room.replace(".", "/")).rglob("*.py"))


def imported(source: bytes) -> Iterator[str]:
    """Yield the full name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def opened_by_path(source: bytes) -> Iterator[str]:
    """Yield where a file's paths lead: ``folder / "models"``, ``Path("models/…")``, ``open(…)``."""
    for node in ast.walk(ast.parse(source)):
        parts: list[ast.expr] = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            attribute = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if name in ("Path", "open") or attribute in ("joinpath", "with_name", "join"):
                parts = list(node.args)
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value.split("/")[0]


def offences(room: str, never: set[str]) -> dict[str, set[str]]:
    files = modules_of(room)
    return {
        str(file.relative_to(ROOT)): found
        for file in files
        if (found := never & {name.split(".")[0] for name in imported(file.read_bytes())})
    }


@pytest.mark.parametrize("room", [room for room in NEVER if (ROOT / room).is_dir()])
def test_no_import_points_back(room: str) -> None:
    assert modules_of(room)
    assert offences(room, NEVER[room]) == {}


@pytest.mark.parametrize("room", [room for room in NEVER if (ROOT / room).is_dir()])
def test_no_room_opens_the_files_of_another(room: str) -> None:
    others = ROOMS - {room}
    assert {
        str(file.relative_to(ROOT)): found
        for file in modules_of(room)
        if (found := others & set(opened_by_path(file.read_bytes())))
    } == {}


@pytest.mark.parametrize("room", MAY)
def test_the_rooms_of_the_analysis_have_one_direction(room: str) -> None:
    own = room.split(".")[1]
    beside = {path.stem for path in (ROOT / "analysis").iterdir()} - {own, *MAY[room]}
    files = modules_of(room)
    assert files
    assert {
        str(file.relative_to(ROOT)): found
        for file in files
        if (
            found := beside
            & {
                name.split(".")[1]
                for name in imported(file.read_bytes())
                if name.startswith("analysis.")
            }
        )
    } == {}


def test_running_a_model_needs_neither_training_nor_evaluation() -> None:
    files = modules_of(RUNTIME)
    assert files
    never = ("models.training", "models.evaluation", "models.corpora", "torch.optim", "sklearn")
    assert {
        str(file.relative_to(ROOT)): found
        for file in files
        if (found := {name for name in imported(file.read_bytes()) if name.startswith(never)})
    } == {}


@pytest.mark.parametrize(
    "source",
    [
        'FOLDER = Path(__file__).parents[1] / "models" / "slant-minilm"',
        'open("models/slant-minilm/metrics.json")',
        'root.joinpath("models", "slant-minilm")',
        'Path("models/slant-minilm")',
    ],
)
def test_a_path_into_another_room_is_seen(source: str) -> None:
    assert "models" in set(opened_by_path(source.encode()))


def test_a_path_inside_the_room_is_none_of_another() -> None:
    source = b'STYLE = Path(__file__).parents[1] / "assets" / "inputs.css"'
    assert not ROOMS & set(opened_by_path(source))
