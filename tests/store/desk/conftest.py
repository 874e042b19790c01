"""What the tests of the desk share: an empty desk in an SQLite file and in PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from store.desk.opening import FILE, open_desk
from tests.postgres import Server


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty desk, to be copied: making its tables takes longer."""
    folder = tmp_path_factory.mktemp("empty")
    open_desk(folder=str(folder)).dispose()
    return folder / FILE


@pytest.fixture(scope="session")
def empty_database(postgres: Server) -> str:
    """The name of PostgreSQL's database with an empty desk, a template for others."""
    name = postgres.fresh()
    open_desk(postgres.address(name)).dispose()
    return name


@pytest.fixture(params=["file", pytest.param("postgresql", marks=pytest.mark.server)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Where an empty desk is, as the arguments of ``open_desk``."""
    if request.param == "file":
        shutil.copy(request.getfixturevalue("empty_file"), tmp_path / FILE)
        yield {"folder": str(tmp_path)}
        return
    running: Server = request.getfixturevalue("postgres")
    name = running.fresh(request.getfixturevalue("empty_database"))
    yield {"url": running.address(name)}
    running.drop(name)


@pytest.fixture
def engine(address: dict[str, str]) -> Iterator[Engine]:
    """An empty desk, opened."""
    made = open_desk(**address)
    yield made
    made.dispose()
