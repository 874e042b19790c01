"""Comparisons are made once, in the queue, and gone when nobody shows them."""

import gc
import threading
import weakref

import numpy as np
import pytest

from analysis.comparison.alignment import judge
from dashboard.server import comparisons
from dashboard.server.comparisons import comparison_of, size_of
from dashboard.server.inference_queue import WORKER

FIRST = ["The council closed the pool on Monday.", "The mayor defended the vote."]
SECOND = ["On Monday the council closed the pool.", "Families were furious."]


def silent(ahead: int) -> None:
    """Take no notice of the number of articles ahead."""


@pytest.fixture(autouse=True)
def _judged_in_the_queue(monkeypatch):
    """The network is left out: every pair is a maybe. Only a worker of the queue may ask it."""

    def half(pairs):
        assert not pairs or threading.current_thread().name == WORKER
        return np.full(len(pairs), 0.5)

    monkeypatch.setattr(judge, "same_fact", half)
    comparisons._comparisons.cache_clear()


def test_the_same_analyses_are_compared_once(result_of):
    a, b = result_of(FIRST), result_of(SECOND)
    found = comparison_of([a, b], silent)
    assert found.articles == (a, b)
    assert comparison_of((a, b), silent) is found
    other_way_round = comparison_of([b, a], silent)
    assert other_way_round is not found
    assert other_way_round.articles[0] is b


def test_a_comparison_is_gone_with_the_last_that_shows_it(result_of):
    a, b = result_of(FIRST), result_of(SECOND)
    found = weakref.ref(comparison_of([a, b], silent))
    gc.collect()
    assert found() is None


def test_samples_comparisons_are_kept_within_a_limit(result_of, monkeypatch):
    a, b = result_of(FIRST), result_of(SECOND)
    size = size_of(comparison_of([a, b], silent, keep=True))
    gc.collect()
    kept = comparisons._comparisons()
    assert kept.bytes_kept() == size > 0
    monkeypatch.setattr(kept, "_kept_bytes", size)
    comparison_of([b, a], silent, keep=True)
    assert kept.bytes_kept() <= size
