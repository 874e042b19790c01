"""The example notebook runs, and is committed as it ran."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[4]
NOTEBOOK = ROOT / "docs" / "archive.ipynb"


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOK, as_version=4)


def test_it_is_committed_with_what_it_printed(notebook: nbformat.NotebookNode) -> None:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == [*range(1, len(cells) + 1)]
    assert all(cell.outputs for cell in cells)
    assert str(ROOT) not in NOTEBOOK.read_text(encoding="utf-8")


def test_it_runs_and_prints_the_same_kinds_of_things(notebook: nbformat.NotebookNode) -> None:
    ran = nbformat.from_dict(notebook)
    # An error in a cell is raised here.
    NotebookClient(ran, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    for cell, before in zip(ran.cells, notebook.cells, strict=True):
        if cell.cell_type == "code":
            kinds = [
                [sorted(one.get("data", {})) for one in each.outputs] for each in (cell, before)
            ]
            assert kinds[0] == kinds[1]
