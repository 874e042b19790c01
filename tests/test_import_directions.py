"""Imports point one way: dashboard, analysis, models."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def imported(path: Path) -> Iterator[str]:
    """Yield the first name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize(
    ("folder", "never"),
    [
        ("models", {"analysis", "dashboard", "streamlit"}),
        ("analysis", {"dashboard", "streamlit"}),
        ("dashboard", {"models"}),
    ],
)
def test_no_import_points_back(folder: str, never: set[str]) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    assert {
        str(f.relative_to(ROOT)): found for f in files if (found := never & set(imported(f)))
    } == {}
