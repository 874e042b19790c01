"""Analyses by content: made once, shared, and gone when nobody has them open."""

import gc
import threading
from collections.abc import Callable, Sequence

import pytest

from analysis import Article, SlantError, analyze
from analysis.frames import Result
from dashboard.server import results as server_results
from dashboard.server.cached_with import cached_with
from dashboard.server.results import Asked, Results, analyse_all, size_of

LIMIT = 30
"""Seconds after which a test that waits has failed."""


def silent(ahead: int) -> None:
    """Take no notice of the number of articles ahead."""


def text(words: str, title: str | None = None) -> Article:
    return Article(words, title, None, None, None, "text")


class Analyst:
    """Makes a result of one sentence a line, and remembers what it was given."""

    def __init__(self, result_of: Callable[..., Result]) -> None:
        self.result_of = result_of
        self.given: list[tuple[Article, str, bool]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.reached = threading.Semaphore(0)

    def __call__(
        self, article: Article, source: str, any_language: bool, waiting: Callable[[int], object]
    ) -> Result:
        self.given.append((article, source, any_language))
        self.reached.release()
        waiting(2)
        assert self.gate.wait(LIMIT)
        if "mist" in article.text:
            raise SlantError("The text is all mist: give another.")
        return self.result_of(article.text.split("\n"))


@pytest.fixture
def analyst(result_of: Callable[..., Result]) -> Analyst:
    return Analyst(result_of)


def test_the_same_content_is_analysed_once(analyst):
    results = Results(analyst)
    first = results.get(text("One.\nTwo.", "Title"), "", silent)
    assert results.get(text("One.\nTwo.", "Title"), "", silent) is first
    assert len(analyst.given) == 1


def test_what_no_analysis_depends_on_makes_no_other(analyst):
    results = Results(analyst)
    first = results.get(text("One.", "Title"), "file", silent)
    signed = Article("One.", "Title", "Ivo Marsh", "2031-02-03", "https://a.example", "html")
    assert results.get(signed, "file", silent) is first


@pytest.mark.parametrize(
    "other",
    [
        (text("One!", "Title"), "file", False),
        (text("One.", "title"), "file", False),
        (text("One.", "Title"), "File", False),
        (text("One.", "Title"), "file", True),
        (text("One.", "Titlefile"), "", False),
        (text("One.Title", ""), "file", False),
    ],
)
def test_other_content_is_another_analysis(analyst, other):
    results = Results(analyst)
    first = results.get(text("One.", "Title"), "file", silent)
    article, source, any_language = other
    assert results.get(article, source, silent, any_language=any_language) is not first
    assert analyst.given[1] == other


def test_an_own_text_is_gone_with_the_last_that_has_it_open(analyst):
    results = Results(analyst)
    here = results.get(text("One."), "", silent)
    there = results.get(text("One."), "", silent)
    made = cached_with(here, "figure", lambda: [1])
    del here
    gc.collect()
    assert cached_with(there, "figure", lambda: [2]) is made
    del there
    gc.collect()
    again = results.get(text("One."), "", silent)
    assert len(analyst.given) == 2
    assert cached_with(again, "figure", lambda: [3]) == [3]


def test_a_sample_is_kept(analyst):
    results = Results(analyst)
    results.get(text("One."), "", silent, keep=True)
    gc.collect()
    results.get(text("One."), "", silent)
    assert len(analyst.given) == 1


def test_samples_are_kept_within_the_limit_of_bytes(analyst):
    size = size_of(analyst.result_of(["One."]))
    results = Results(analyst, kept_bytes=2 * size)
    for words in ("One.", "Two.", "One.", "Six."):
        results.get(text(words), "", silent, keep=True)
        assert results.bytes_kept() <= 2 * size
    gc.collect()
    results.get(text("One."), "", silent)
    assert [article.text for article, *_ in analyst.given] == ["One.", "Two.", "Six."]
    results.get(text("Two."), "", silent)
    assert analyst.given[-1][0].text == "Two."


def test_size_grows_with_the_text(result_of):
    short, long = result_of(["One."]), result_of(["One, two, three, four."] * 500)
    assert size_of(long) > size_of(short) > 4 * len(short.text)
    assert size_of(long) > 500 * len("One, two, three, four.")


def in_threads(
    count: int, work: Callable[[], Result]
) -> tuple[list[threading.Thread], list[object]]:
    came: list[object] = []

    def run() -> None:
        try:
            came.append(work())
        except BaseException as error:
            came.append(error)

    threads = [threading.Thread(target=run, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads, came


def join(threads: Sequence[threading.Thread]) -> None:
    for thread in threads:
        thread.join(LIMIT)
        assert not thread.is_alive()


def test_whoever_asks_meanwhile_waits_for_the_same_analysis(analyst):
    results = Results(analyst)
    analyst.gate.clear()
    leader, first = in_threads(1, lambda: results.get(text("One."), "", silent))
    assert analyst.reached.acquire(timeout=LIMIT)
    told: list[int] = []
    heard = threading.Event()

    def hear(ahead: int) -> None:
        told.append(ahead)
        heard.set()

    followers, others = in_threads(5, lambda: results.get(text("One."), "", hear))
    assert heard.wait(LIMIT)
    analyst.gate.set()
    join(leader + followers)
    assert len(analyst.given) == 1
    assert len(others) == 5
    assert all(result is first[0] for result in others)
    assert set(told) == {2}


class Closed(BaseException):
    """What Streamlit raises in a session whose page was closed is no Exception either."""


def test_the_next_takes_over_from_a_session_that_goes_away(analyst):
    results = Results(analyst)
    reached, leave = threading.Event(), threading.Event()

    def close(ahead: int) -> None:
        reached.set()
        assert leave.wait(LIMIT)
        raise Closed

    leader, first = in_threads(1, lambda: results.get(text("One."), "", close))
    assert reached.wait(LIMIT)
    waiting = threading.Event()
    followers, others = in_threads(
        1, lambda: results.get(text("One."), "", lambda ahead: waiting.set())
    )
    assert waiting.wait(LIMIT)
    leave.set()
    join(leader + followers)
    assert isinstance(first[0], Closed)
    assert isinstance(others[0], Result)
    assert len(analyst.given) == 2


def test_an_error_is_not_kept(analyst):
    results = Results(analyst)
    for _ in range(2):
        with pytest.raises(SlantError, match="all mist"):
            results.get(text("mist"), "", silent)
    assert len(analyst.given) == 2


def test_an_analysis_is_freed_without_the_garbage_collector():
    """Else a closed session's text would stay until a collection happens to come."""
    results = Results(lambda article, *_: analyze(article.text))
    gc.collect()
    gc.disable()
    try:
        results.get(text("The mayor opened the bridge on Monday. It is long."), "", silent)
        assert len(results._shared._open) == 0
    finally:
        gc.enable()


def test_what_is_made_of_a_result_is_made_once_for_each_name(result_of):
    result = result_of(["One."])
    assert cached_with(result, "a", lambda: [1]) is cached_with(result, "a", lambda: [1])
    assert cached_with(result, "b", lambda: [2]) == [2]
    assert cached_with(result_of(["One."]), "a", lambda: [3]) == [3]


def test_several_analyses_come_in_their_order_with_an_error_in_its_place(analyst, monkeypatch):
    shared = Results(analyst)
    monkeypatch.setattr(server_results, "results", lambda: shared)
    texts = ["One.", "All mist.", "Three.\nFour.", "Five."]
    found = analyse_all([Asked(text(one), "") for one in texts], lambda place, ahead: None)
    error = found.pop(1)
    assert isinstance(error, SlantError)
    assert "all mist" in str(error)
    assert [one.sentences["text"].tolist() for one in found] == [
        ["One."],
        ["Three.", "Four."],
        ["Five."],
    ]


def test_whoever_asked_for_several_is_told_how_far_it_is_and_may_go(analyst, monkeypatch):
    """The page is closed while the first of three is read: the others are not begun."""
    shared = Results(analyst)
    monkeypatch.setattr(server_results, "results", lambda: shared)
    monkeypatch.setattr(server_results, "AT_ONCE", 1)
    analyst.gate.clear()

    def reading(place: int, ahead: int) -> None:
        assert place == 0
        if ahead == 2:  # as the analyst has said
            analyst.gate.set()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyse_all([Asked(text(one), "") for one in ("One.", "Two.", "Three.")], reading)
    assert [article.text for article, _, _ in analyst.given] == ["One."]
