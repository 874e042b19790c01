"""Comparisons are made once, in the queue, and gone when nobody shows them."""

import gc
import threading
import weakref

import pandas as pd
import pytest

from analysis import compare_all
from analysis.queue.articles import _cores
from analysis.queue.errors import QueueFull
from analysis.queue.inference_queue import BATCH, PLACES, WORKER, inference_queue
from analysis.speakers.tagging.network import voices
from dashboard.server import comparisons
from dashboard.server.comparisons import comparison_of, size_of
from dashboard.server.results import results
from dashboard.session.opening import sample_article

FIRST = ["The council closed the pool on Monday.", "The mayor defended the vote."]
SECOND = ["On Monday the council closed the pool.", "Families were furious."]

STYLES = ("plain", "loaded")


def silent(ahead: int) -> None:
    """Take no notice of the number of articles ahead."""


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Begin and end without comparisons of other tests."""
    comparisons._comparisons.cache_clear()
    yield
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


def test_as_many_are_made_at_a_time_as_there_are_cores_and_the_others_wait(result_of):
    a, b = result_of(FIRST), result_of(SECOND)
    cores = _cores()
    held = [cores.acquire() for _ in range(inference_queue().workers)]
    told: list[int] = []

    def waiting(ahead: int) -> None:
        told.append(ahead)
        while held:
            held.pop()
            cores.release()

    assert comparison_of([a, b], waiting).articles == (a, b)
    assert told == [0]


def test_a_full_queue_refuses_a_comparison(result_of):
    places = [inference_queue().place(silent) for _ in range(PLACES)]
    for place in places:
        place.__enter__()
    try:
        with pytest.raises(QueueFull):
            comparison_of([result_of(FIRST), result_of(SECOND)], silent)
    finally:
        for place in places:
            place.__exit__(None, None, None)


def test_the_network_judges_pairs_in_the_workers_and_says_the_same(monkeypatch):
    """Two tellings of a sample event; outside the workers the network may not be asked."""
    a, b = (results().get(sample_article(f"bus-fares-{style}"), "", silent) for style in STYLES)
    by_itself = compare_all([a, b])
    asked: list[int] = []
    network = type(voices())
    said = network.said_values

    def watched(self, pairs):
        assert not pairs or threading.current_thread().name == WORKER
        asked.append(len(pairs))
        return said(self, pairs)

    monkeypatch.setattr(network, "said_values", watched)
    in_queue = comparison_of([a, b], silent)
    assert 0 < max(asked) <= BATCH
    pd.testing.assert_frame_equal(in_queue.pairs, by_itself.pairs)
    pd.testing.assert_frame_equal(in_queue.sayings, by_itself.sayings)
