"""What the tests of the store share: an empty store in memory and in a file, and a class in it.

``SLANT_TEST_DATABASE`` may name an empty database of another kind by its address for SQLAlchemy;
the same tests then run on it too, and empty it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, MetaData

from store.classes.rounds import start_round
from store.database import database
from tests.store.rooms import MATERIAL, Room, room_in

OTHER = os.environ.get("SLANT_TEST_DATABASE")


@pytest.fixture(params=["memory", "file", *(["other"] if OTHER else [])])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    settings = {"memory": "memory", "file": str(tmp_path / "classes.db"), "other": OTHER}
    made = database(settings[request.param])
    yield made
    if request.param == "other":
        tables = MetaData()
        tables.reflect(made)
        tables.drop_all(made)
    made.dispose()


@pytest.fixture
def room(engine: Engine) -> Room:
    """A class without pupils and rounds."""
    return room_in(engine)


@pytest.fixture
def reading(room: Room) -> Room:
    """A class in its first round, without pupils."""
    start_round(room.engine, room.id, "marking", MATERIAL)
    return room
