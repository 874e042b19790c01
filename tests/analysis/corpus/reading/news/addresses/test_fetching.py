"""Pages of a list of addresses are fetched from a local server: politely, once, and only if asked
for."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from analysis.corpus.reading.kinds import module_for
from analysis.corpus.reading.news.addresses import fetching
from analysis.corpus.reading.news.addresses.fetching import PAUSE, Fetcher, Pace
from analysis.corpus.reading.news.addresses.kept import Failure, Kept
from analysis.corpus.reading.news.addresses.media_cloud import AddressList, open_file
from analysis.corpus.reading.news.feeds import Feed
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead, FetchingOff
from analysis.reading.articles import Article
from tests.analysis.corpus.reading.news.made.research_files import page
from tests.analysis.corpus.reading.news.made.stories import Story, stories
from tests.analysis.reading.web.internet import Internet
from tests.analysis.reading.web.misbehaving_server import answer, redirect
from tests.analysis.reading.web.misbehaving_server import page as served

STORIES = stories(41, 6)
ALLOWED = Choices({}, fetch=True)


class Clock:
    """A clock that is moved by who waits for it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.lock = threading.Lock()

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        with self.lock:
            self.now += seconds


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        for story in STORIES:
            running.serve(served(page(story).encode()), f"/{story.id}")
        yield running


@pytest.fixture
def fetcher(internet: Internet, tmp_path: Path) -> Fetcher:
    clock = Clock()
    pace = Pace(clock.read, clock.sleep)
    return Fetcher(Kept(tmp_path / "kept"), internet.network(), pace)


def url(story: Story, host: str = "a.example") -> str:
    return f"http://{host}/{story.id}"


def listed(folder: Path, *rows: str, old: bool = False) -> Path:
    header = (
        "stories_id,publish_date,title,url,language,media_name,media_url"
        if old
        else "id,indexed_date,language,media_name,media_url,publish_date,title,url"
    )
    path = folder / "stories.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def test_articles_of_a_list(internet: Internet, fetcher: Fetcher, tmp_path: Path) -> None:
    first, second = STORIES[:2]
    path = listed(
        tmp_path,
        f'7,2020-03-04 10:00:00,"A title, said",{url(first)},en,The Bugle,bugle.example',
        f"8,,,{url(second, 'www.b.example')},en,,",
        "9,2020-03-05,None,,en,The Bugle,",
        "10,2020-03-05,Gone,http://a.example/gone,en,The Bugle,",
        "11,2020-03-05,Here,http://127.0.0.1/x,en,The Bugle,",
        f"12,2020-03-05,Long,http://a.example/{'x' * 100_000},en,The Bugle,",
        old=True,
    )
    reader = AddressList(path, ALLOWED, fetcher)
    found = list(reader.articles())
    assert found[0] == Found(
        f"{first.title}\n\n{first.text}", "line 2", "7", "The Bugle", first.author, "", "",
        "2020-03-04", "A title, said", url(first),
    )  # fmt: skip
    assert isinstance(found[1], Found)
    assert (found[1].title, found[1].outlet) == (second.title, "b.example")
    assert found[1].date == str(second.day)
    failed = [one for one in found if isinstance(one, Unreadable)]
    assert [one.reason for one in failed] == [
        "EmptyText", "CannotFetch", "RefusedAddress", "BadAddress"
    ]  # fmt: skip
    assert len(failed[3].url) == 2_000
    assert failed[0].message == "It has no address."
    assert failed[1].message.startswith("http://a.example/gone does not exist (404)")
    assert (failed[1].id, failed[1].title) == ("10", "Gone")
    assert (failed[1].outlet, failed[1].date) == ("The Bugle", "2020-03-05")
    assert reader.claimed() is None
    assert reader.notes == []


def test_nothing_is_asked_for_twice(internet: Internet, fetcher: Fetcher, tmp_path: Path) -> None:
    rows = [f"{n},,en,The Bugle,,2020-03-04,T,{url(one)}" for n, one in enumerate(STORIES)]
    path = listed(tmp_path, *rows, "9,,en,The Bugle,,2020-03-04,T,http://a.example/gone")
    first = list(AddressList(path, ALLOWED, fetcher).articles())
    asked = len(internet.server.asked)
    again = Fetcher(Kept(tmp_path / "kept"), internet.network())
    assert list(AddressList(path, ALLOWED, again).articles()) == first
    assert len(internet.server.asked) == asked
    # Who deletes what failed has it asked for again.
    (failed,) = (tmp_path / "kept" / "failed").rglob("*.json")
    failed.unlink()
    list(AddressList(path, ALLOWED, again).articles())
    assert internet.server.targets[-1] == "/gone"


def test_a_host_is_asked_once_a_second(internet: Internet) -> None:
    clock = Clock()
    times: list[tuple[str, float]] = []

    class Noting(Pace):
        def wait(self, host: str) -> None:
            super().wait(host)
            times.append((host, clock.now))

    internet.serve(redirect("http://a.example/" + STORIES[0].id), "/moved")
    with Fetcher(Kept(None), internet.network(), Noting(clock.read, clock.sleep)) as fetcher:
        wanted = [url(one) for one in STORIES[:3]] + ["http://a.example/moved"]
        found = fetcher.outcomes(wanted)
    assert all(isinstance(one, Article) for one in found.values())
    asked = [at for host, at in times if host == "a.example"]
    assert len(asked) == 1 + 3 + 2  # robots.txt, pages, the one that moved
    assert all(after - before >= PAUSE for before, after in itertools.pairwise(asked))


def test_pauses_of_hosts_do_not_add_up() -> None:
    clock = Clock()
    pace = Pace(clock.read, lambda seconds: None)
    for host in "abcdef":
        pace.wait(host)
    waits: list[float] = []
    pace._sleep = waits.append
    pace.wait("a")
    pace.wait("a")
    assert waits == [PAUSE, 2 * PAUSE]


def test_robots_are_heeded(internet: Internet, fetcher: Fetcher) -> None:
    rules = b"User-agent: *\nDisallow: /" + STORIES[0].id.encode()
    internet.serve(answer(200, rules, content_type="text/plain"), "/robots.txt")
    found = fetcher.outcomes([url(STORIES[0]), url(STORIES[1])])
    refused = found[url(STORIES[0])]
    assert isinstance(refused, Failure)
    assert refused.reason == "DisallowedByRobots"
    assert isinstance(found[url(STORIES[1])], Article)
    assert internet.server.targets == [f"/{STORIES[1].id}"]


def test_without_a_network_the_run_ends_and_nothing_is_kept(
    internet: Internet, tmp_path: Path
) -> None:
    def away(*_: object) -> object:
        raise OSError(101, "Network is unreachable")

    clock = Clock()
    network = internet.network()
    network = type(network)(resolve=network.resolve, connect=away)  # type: ignore[arg-type]
    fetcher = Fetcher(Kept(tmp_path), network, Pace(clock.read, clock.sleep))
    with pytest.raises(OSError, match="none of its sites can be reached"):
        fetcher.outcomes([f"http://{n}.example/" for n in range(fetching.OUTAGE)])
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_stopped_asks_for_no_more(fetcher: Fetcher, internet: Internet) -> None:
    put = fetcher._kept.put

    def full(url: str, found: Article | Failure) -> None:
        put(url, found)
        raise OSError(28, "No space left on device")

    fetcher._kept.put = full  # type: ignore[method-assign]
    wanted = [url(one, f"{host}.example") for host in "ab" for one in STORIES]
    with pytest.raises(OSError, match="No space left"):
        fetcher.outcomes(wanted)
    assert len(internet.server.targets) <= 2
    fetcher._kept.put = put  # type: ignore[method-assign]
    found = fetcher.outcomes(wanted)
    assert all(isinstance(one, Article) for one in found.values())


def test_a_damaged_file_is_fetched_again(fetcher: Fetcher, tmp_path: Path) -> None:
    wanted = url(STORIES[0])
    first = fetcher.outcomes([wanted])
    (file,) = (tmp_path / "kept" / "articles").rglob("*.json")
    for damaged in (b"{", b"[]", file.read_bytes().replace(b'"kind"', b'"mind"')):
        file.write_bytes(damaged)
        assert fetcher.outcomes([wanted]) == first


def test_a_list_needs_to_be_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = listed(tmp_path, f"1,,en,The Bugle,,2020-03-04,T,{url(STORIES[0])}")
    with pytest.raises(CannotRead, match=r"addresses of articles only.*--fetch"):
        open_file(path, Choices({}))
    monkeypatch.setenv("SLANT_FETCH", "0")
    with pytest.raises(FetchingOff):
        open_file(path, ALLOWED)


def test_a_column_with_the_text_needs_no_fetching(tmp_path: Path) -> None:
    path = listed(tmp_path, "1,,en,The Bugle,,2020-03-04,Words of its own.,http://a.example/")
    (one,) = open_file(path, Choices({"text": "title"})).articles()
    assert isinstance(one, Found)
    assert one.text == "Words of its own."


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        ("stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name",
         True),
        ('"id";"media_name";"url"', True),
        ("id,title,url,text,media_name", False),
        ("id,title,url", False),
        ("media_name,media_url", False),
    ],
)  # fmt: skip
def test_recognised_by_its_headers(header: str, is_one: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(header + "\n", encoding="utf-8")
    module = module_for(path)
    assert module is not None
    assert module.__name__.endswith("media_cloud") == is_one


def test_short_articles_of_a_feed_are_fetched(
    internet: Internet, fetcher: Fetcher, tmp_path: Path
) -> None:
    path = tmp_path / "a.xml"
    items = (
        f"<item><title>T{n}</title><description>{escape(one.paragraphs[0])}</description>"
        f"<link>{url(one)}</link></item>"
        for n, one in enumerate(STORIES[:2])
    )
    no_address = "<item><title>N</title><description>Short.</description></item>"
    path.write_text(f"<rss><channel>{''.join(items)}{no_address}</channel></rss>", "utf-8")
    found = list(Feed(path, fetcher).articles())
    assert [one.title for one in found] == ["T0", "T1", "N"]
    assert [getattr(one, "text", "") for one in found] == [
        *(f"{one.title}\n\n{one.text}" for one in STORIES[:2]),
        "",
    ]
    short = list(Feed(path).articles())
    assert all(isinstance(one, Unreadable) for one in short)
    assert "fetch its page with --fetch" in getattr(short[0], "message", "")
    assert "get the feed with its whole texts" in getattr(short[2], "message", "")
