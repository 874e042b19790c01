"""The queue before the model: whose turn it is, what a full queue says, who is told what.

The model here scores a sentence by its length, so that every expected number is known, and it
waits at gates that the tests open, so that nothing depends on the clock.
"""

import threading
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from analysis.queue.errors import AnalysisFailed, QueueFull
from analysis.queue.inference_queue import BATCH, SHARE, InferenceQueue
from analysis.reading.samples import samples
from analysis.scoring.classifier import classifier
from analysis.text.segmentation.sentences import segment
from models.inference.prediction import LoadedThresholds, Prediction, Span, ToneThresholds

LIMIT = 30
"""Seconds after which a test that waits has failed."""


class LengthModel:
    """A sentence of n characters is loaded with probability n / 1000; ``seen`` has each call."""

    name, version, max_tokens = "length", "1", 256
    thresholds = LoadedThresholds(0.3, 0.6)
    tone_thresholds = ToneThresholds(0.7, 0.8, 0.9)

    def __init__(self) -> None:
        self.seen: list[list[str]] = []
        self.opened: list[threading.Event] = []
        self.reached = threading.Semaphore(0)

    def close_gate(self) -> threading.Event:
        """Make each call from now on say that it was reached, and wait for the event."""
        gate = threading.Event()
        self.opened.append(gate)
        return gate

    def predict(self, sentences: Sequence[str]) -> Prediction:
        self.reached.release()
        for gate in self.opened:
            assert gate.wait(LIMIT)
        self.seen.append(list(sentences))
        for sentence in sentences:
            if sentence == "crash":
                raise RuntimeError(" ".join(["words", "of", "an", "article"]))
            if sentence == "exit":
                raise SystemExit
        count = len(sentences)
        return Prediction(
            sentiment=np.full((count, 3), 1 / 3, dtype=np.float32),
            loaded=np.array([len(one) / 1000 for one in sentences], dtype=np.float32),
            words=[[(0, len(one), 0.5)] for one in sentences],
            truncated=np.array([len(one) > 50 for one in sentences], dtype=bool),
            read_to=np.array([min(len(one), 50) for one in sentences], dtype=np.int64),
        )

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> np.ndarray:
        self.seen.append(list(sentences))
        return np.array([end - start for [(start, end)] in spans], dtype=np.float32)


def numbered(name: str, count: int) -> list[str]:
    return [f"{name}{number}" for number in range(count)]


def silent(ahead: int) -> None:
    """Take no notice of the number of articles ahead."""


def in_thread(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def asking(
    queue: InferenceQueue,
    sentences: Sequence[str],
    heard: Callable[[int], object] = silent,
    urgent: bool = False,
) -> tuple[threading.Thread, list[object]]:
    """Ask in a thread of its own; what comes of it, an error too, is put into the list."""
    came: list[object] = []

    def ask() -> None:
        try:
            with queue.place(heard, urgent=urgent) as place:
                came.append(place.predict(sentences))
        except BaseException as error:
            came.append(error)

    return in_thread(ask), came


def wait_for(condition: Callable[[], bool]) -> None:
    reached = threading.Event()
    for _ in range(LIMIT * 100):
        if condition():
            return
        reached.wait(0.01)
    raise AssertionError("it never came to that")


@pytest.mark.parametrize("count", [0, 1, BATCH, BATCH + 1, 5 * BATCH + 3])
@pytest.mark.parametrize("workers", [1, 3])
def test_sentences_come_back_in_their_order(count, workers):
    queue = InferenceQueue(LengthModel, workers=workers)
    sentences = ["x" * (number % 97) for number in range(count)]
    spans = [[(0, number % 89)] for number in range(count)]
    with queue.place(silent) as place:
        prediction = place.predict(sentences)
        masked = place.loaded_when_masked(sentences, spans)
    assert prediction.loaded.tolist() == pytest.approx([len(one) / 1000 for one in sentences])
    assert prediction.sentiment.shape == (count, 3)
    assert prediction.words == [[(0, len(one), 0.5)] for one in sentences]
    assert prediction.truncated.tolist() == [len(one) > 50 for one in sentences]
    assert prediction.read_to.tolist() == [min(len(one), 50) for one in sentences]
    assert masked.tolist() == [number % 89 for number in range(count)]


def test_a_place_says_what_the_model_says_of_itself():
    with InferenceQueue(LengthModel).place(silent) as place:
        assert (place.name, place.version, place.max_tokens) == ("length", "1", 256)
        assert place.thresholds == LoadedThresholds(0.3, 0.6)
        assert place.tone_thresholds == ToneThresholds(0.7, 0.8, 0.9)


def test_scores_are_those_of_the_model_alone():
    text = max((sample.text for sample in samples()), key=len)
    sentences = [text[one.start : one.end] for one in segment(text)]
    assert len(sentences) > BATCH
    with InferenceQueue(classifier, workers=2).place(silent) as place:
        queued = place.predict(sentences)
    alone = classifier().predict(sentences)
    assert queued.loaded.tolist() == alone.loaded.tolist()
    assert queued.sentiment.tolist() == alone.sentiment.tolist()
    assert queued.words == alone.words


def test_a_turn_takes_sentences_of_several_articles():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    first, _ = asking(queue, ["busy"])
    assert model.reached.acquire(timeout=LIMIT)  # the worker is at the gate
    others = [asking(queue, numbered(name, 3)) for name in "abc"]
    wait_for(lambda: len(queue._calls) == 3)
    batch = queue._take_batch()
    assert sorted(call.length for call, *_ in batch) == [3, 3, 3]
    for piece in batch:
        in_thread(lambda piece=piece: queue._score(*piece))
    gate.set()
    for thread, came in others:
        thread.join(LIMIT)
        assert len(came[0].loaded) == 3
    first.join(LIMIT)


def test_a_long_article_lets_a_short_one_go_first():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    long, _ = asking(queue, numbered("long", 2 * SHARE))
    assert model.reached.acquire(timeout=LIMIT)
    short, _ = asking(queue, numbered("short", 3))
    wait_for(lambda: len(queue._calls) == 2)
    gate.set()
    long.join(LIMIT)
    short.join(LIMIT)
    scored = [sentence for call in model.seen for sentence in call]
    assert scored.index("short0") <= SHARE
    assert sorted(scored) == sorted(numbered("long", 2 * SHARE) + numbered("short", 3))


def test_an_urgent_sentence_waits_for_one_turn_at_most():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    articles = [asking(queue, numbered(name, SHARE))[0] for name in "abc"]
    assert model.reached.acquire(timeout=LIMIT)
    wait_for(lambda: sum(call.length for call in queue._calls) == 3 * SHARE)
    told: list[int] = []
    urgent, came = asking(queue, ["edit"], told.append, urgent=True)
    wait_for(lambda: len(queue._calls) == 4 and bool(told))
    gate.set()
    for thread in [*articles, urgent]:
        thread.join(LIMIT)
    scored = [sentence for call in model.seen for sentence in call]
    assert scored.index("edit") == BATCH
    assert set(told) == {0}
    assert came[0].loaded.tolist() == pytest.approx([0.004])


def test_an_urgent_sentence_is_no_article_ahead():
    queue = InferenceQueue(LengthModel)
    with queue.place(silent), queue.place(silent, urgent=True), queue.place(silent) as last:
        assert queue.ahead(last) == 1


def test_whoever_waits_is_told_how_many_are_ahead():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    threads = []
    for name in "abc":
        threads.append(asking(queue, [name])[0])
        wait_for(lambda: len(queue) == len(threads))
    told: list[int] = []
    last, came = asking(queue, ["d"], told.append)
    wait_for(lambda: 3 in told)
    gate.set()
    for thread in [*threads, last]:
        thread.join(LIMIT)
    assert told[0] == 3
    assert told == sorted(told, reverse=True)
    assert len(came[0].loaded) == 1


def test_a_full_queue_says_so_and_has_room_again_later():
    queue = InferenceQueue(LengthModel, places=2)
    with queue.place(silent), queue.place(silent):
        with pytest.raises(QueueFull) as refused, queue.place(silent):
            pass
        assert refused.value.message == (
            "2 articles are being read already, more than this server takes at a time: wait half "
            "a minute and ask again."
        )
    with queue.place(silent) as place:
        assert len(place.predict(["one"]).loaded) == 1


class Closed(BaseException):
    """What Streamlit raises in a session whose page was closed is no Exception either."""


def test_a_session_that_goes_away_leaves_the_queue():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    first, _ = asking(queue, ["busy"])
    assert model.reached.acquire(timeout=LIMIT)

    def close(ahead: int) -> None:
        raise Closed

    gone, came = asking(queue, ["gone"], close)
    gone.join(LIMIT)
    assert isinstance(came[0], Closed)
    assert len(queue) == 1
    gate.set()
    first.join(LIMIT)
    with queue.place(silent) as place:
        place.predict(["after"])
    assert model.seen == [["busy"], ["after"]]


@pytest.mark.parametrize("how", ["crash", "exit"])
def test_a_crash_is_one_sentence_and_the_next_article_is_read(how, caplog):
    queue = InferenceQueue(LengthModel)
    with (
        pytest.raises(AnalysisFailed, match="ask once more") as failed,
        queue.place(silent) as place,
    ):
        place.predict([*numbered("a", 2 * BATCH), how, *numbered("b", 2 * BATCH)])
    assert "\n" not in failed.value.message
    assert "words of an article" not in caplog.text
    with queue.place(silent) as place:
        assert len(place.predict(["one", "two"]).loaded) == 2
    assert not queue._calls


def test_a_crash_fails_no_neighbour():
    model = LengthModel()
    queue = InferenceQueue(lambda: model)
    gate = model.close_gate()
    first, _ = asking(queue, ["busy"])
    assert model.reached.acquire(timeout=LIMIT)
    bad, failed = asking(queue, ["crash"])
    good, came = asking(queue, ["one", "two"])
    wait_for(lambda: len(queue._calls) == 2)
    gate.set()
    for thread in (first, bad, good):
        thread.join(LIMIT)
    assert isinstance(failed[0], AnalysisFailed)
    assert came[0].loaded.tolist() == pytest.approx([0.003, 0.003])


def test_forty_sessions_at_once_each_get_their_own():
    queue = InferenceQueue(LengthModel, workers=2)
    texts = [["x" * number] * (number % 7 + 1) for number in range(40)]
    asked = [asking(queue, sentences) for sentences in texts]
    for thread, _ in asked:
        thread.join(LIMIT)
    for sentences, (_, came) in zip(texts, asked, strict=True):
        assert came[0].loaded.tolist() == pytest.approx([len(one) / 1000 for one in sentences])
    assert not len(queue)
    assert not queue._calls


def test_a_short_call_is_shared_by_all_workers() -> None:
    queue = InferenceQueue(LengthModel, workers=2)
    both = threading.Barrier(2, timeout=LIMIT)

    def score(start: int, end: int) -> tuple[int, int]:
        both.wait()  # passes only while the other half is scored too
        return start, end

    with queue.place(lambda _: None) as place:
        assert place.run(10, score) == [(0, 5), (5, 10)]


def test_items_that_take_longer_make_smaller_batches_and_count_for_more() -> None:
    queue = InferenceQueue(LengthModel)
    with queue.place(lambda _: None) as place:
        found = place.run(5, lambda start, end: (start, end), weight=BATCH // 2)
        assert found == [(0, 2), (2, 4), (4, 5)]
        assert place.scored == 5 * (BATCH // 2)
        # One that is heavier than a batch is taken all the same.
        assert place.run(1, lambda start, end: (start, end), weight=3 * BATCH) == [(0, 1)]
