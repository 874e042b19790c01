"""A desk in a file of the test's own, with an editor who may add articles."""

from dataclasses import dataclass

import pytest

from store.desk.editors import sign_in
from store.desk.opening import open_desk


@dataclass(frozen=True)
class Filled:
    """A desk's database and the number of its editor."""

    engine: object
    editor: int


@pytest.fixture
def desk(tmp_path):
    engine = open_desk(folder=str(tmp_path))
    yield Filled(engine, sign_in(engine, "Ann").id)
    engine.dispose()
