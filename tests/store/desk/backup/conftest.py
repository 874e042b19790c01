"""What the tests of backups share: a backup of a filled desk, and how one is looked into."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from store.desk.backup.saving import save
from store.desk.opening import open_desk
from tests.desk_filled import fill_desk


def members(path: Path) -> dict[str, bytes]:
    """The members of a zip archive by name, read without the code under test."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table in a backup."""
    return [json.loads(line) for line in members(path)[f"{table}.jsonl"].splitlines()]


def without_trail(path: Path) -> dict[str, bytes]:
    """The members that are the same after a backup was restored and another one made."""
    found = members(path)
    return {name: found[name] for name in found.keys() - {"desk_trail.jsonl", "manifest.json"}}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a filled desk in an SQLite file."""
    folder = tmp_path_factory.mktemp("filled")
    engine = open_desk(folder=str(folder))
    fill_desk(engine)
    save(engine, str(folder / "filled.zip"))
    engine.dispose()
    return folder / "filled.zip"
