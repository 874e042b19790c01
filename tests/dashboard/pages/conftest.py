"""What the tests of the Class page share: a store of their own, and what the browser keeps."""

import pytest

from dashboard.components.teacher_key import ClassKey, Kept
from dashboard.server import address
from store import database as store_database


@pytest.fixture
def engine(monkeypatch):
    """The store of this test, in memory."""
    engine = store_database.database("memory")
    monkeypatch.setattr(store_database, "_of_this_process", engine)
    return engine


@pytest.fixture
def kept(monkeypatch):
    """What the browser keeps: a list of keys that a test may fill."""
    keys: list[ClassKey] = []
    answer = "dashboard.components.teacher_key.kept_keys"
    monkeypatch.setattr(answer, lambda: Kept(tuple(keys), True))
    monkeypatch.setattr(address, "_routes", [True])
    return keys
