"""docs/architecture.md and the tree agree, and so do the files that tell the version."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = ("analysis", "dashboard", "models", "store", "api")
PATH = r"`((?:analysis|api|dashboard|models|seeds|store|tests|docs)/[\w./-]*)`"
NAMED = sorted(set(re.findall(PATH, PAGE)))


def folders(room: str) -> list[str]:
    """Return the folders right inside a room that hold code."""
    modules = (ROOT / room).rglob("*.py")
    inside = {path.relative_to(ROOT).parts[1] for path in modules if path.parent != ROOT / room}
    return sorted(f"{room}/{name}" for name in inside)


@pytest.mark.parametrize("path", NAMED)
def test_what_the_page_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("room", ROOMS)
def test_the_page_names_every_room(room: str) -> None:
    assert f"**`{room}/`**" in PAGE
    found = folders(room)
    assert found
    assert [folder for folder in found if f"`{folder}/`" not in PAGE] == []


def test_the_pages_of_the_project_are_linked_from_one_another() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "docs/architecture.md" in readme
    assert "docs/architecture.md" in contributing
    for page in ("CONTRIBUTING.md", "CHANGELOG.md"):
        assert page in readme


def test_paths_in_contributing_exist() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(PATH, contributing)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_one_version() -> None:
    from analysis.version import VERSION

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest = re.search(r"^## (\d+\.\d+\.\d+) ", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert newest
    assert citation["version"] == newest[1] == VERSION
    assert str(citation["date-released"]) in (ROOT / "CHANGELOG.md").read_text("utf-8")
