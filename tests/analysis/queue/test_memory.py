"""Memory is tidied without harm to what is in use, on any platform."""

import gc
import weakref

import pytest

from analysis.queue import memory


class Knot:
    """An object that only the garbage collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _thawed():
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("_thawed")
def test_settled_objects_are_out_of_collection_and_stay_alive():
    kept = Knot()
    memory.freeze_and_trim()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == memory.THRESHOLDS
    assert kept.itself is kept


@pytest.mark.usefixtures("_thawed")
def test_what_comes_later_is_collected():
    memory.freeze_and_trim()
    left = weakref.ref(Knot())
    gc.collect()
    assert left() is None


@pytest.mark.usefixtures("_thawed")
@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_there_is_nothing_to_give_back(monkeypatch, platform):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.CDLL", None)
    memory.freeze_and_trim()
    assert gc.get_freeze_count() > 0
