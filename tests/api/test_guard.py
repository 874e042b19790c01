"""The guard: whose requests are admitted, and what the others are told."""

import math
import time
from collections.abc import Mapping
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from api import guard as guarding
from api.answers import Problem
from api.guard import MOST_AT_ONCE, MOST_OF_ONE, Guard
from api.settings import Rate, Settings

OPEN = Settings(rate=None)
CMS = "https://cms.example.org"


def request(
    headers: Mapping[str, str] | None = None, client: str = "192.0.2.7", method: str = "POST"
) -> Request:
    sent = {"host": "127.0.0.1:8501"} | dict(headers or {})
    return Request(
        {
            "type": "http",
            "method": method,
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": (client, 40000),
        }
    )


def refusal(guard: Guard, asked: Request) -> Problem:
    with pytest.raises(Problem) as refused:
        guard.admit(asked)
    return refused.value


class Clock:
    """The clock of the program, which stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_007.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr(time, "time", standing)
    return standing


def test_a_program_needs_nothing() -> None:
    Guard(OPEN).admit(request())
    Guard(OPEN).require("")


def test_a_server_may_have_its_api_switched_off() -> None:
    refused = refusal(Guard(Settings(on=False)), request())
    assert (refused.status, refused.kind) == (404, "switched-off")


@pytest.mark.parametrize("token", ["", "letter-bo", "letter-box2", "Letter-box", "é", "\ud83d"])
def test_a_token_has_to_be_the_right_one(token: str) -> None:
    guard = Guard(Settings(token="letter-box", rate=None))
    guard.require("letter-box")
    with pytest.raises(Problem) as refused:
        guard.require(token)
    assert refused.value.status == 401
    assert refused.value.headers["WWW-Authenticate"].startswith("Bearer")
    assert "letter-box" not in refused.value.title


@pytest.mark.parametrize(
    "origin",
    [
        *("https://stranger.example", "null", "http://127.0.0.1:9999", "file://", ""),
        *("http://127.0.0.1.stranger.example:8501", "https://cms.example.org.stranger.example"),
        *("http://[::1", "moz-extension://5e0b"),
    ],
)
def test_a_page_of_a_stranger_is_refused(origin: str) -> None:
    guard = Guard(Settings(rate=None, origins=frozenset({CMS})))
    refused = refusal(guard, request({"origin": origin}))
    assert (refused.status, refused.kind) == (403, "foreign-origin")
    assert "Access-Control-Allow-Origin" not in guard.cors(request({"origin": origin}))


def test_a_name_that_a_stranger_lets_point_here_is_no_page_of_the_server() -> None:
    """DNS rebinding: the browser takes page and server for one; the name alone tells them apart."""
    rebound = {"origin": "http://stranger.example:8501", "host": "stranger.example:8501"}
    assert refusal(Guard(OPEN), request(rebound)).status == 403


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:8501", "127.0.0.1:8501"),
        ("http://localhost:8501", "localhost:8501"),
        ("http://[::1]:8501", "[::1]:8501"),
        ("https://192.0.2.1", "192.0.2.1"),
    ],
)
def test_a_page_of_the_server_itself_may_ask(origin: str, host: str) -> None:
    Guard(OPEN).admit(request({"origin": origin, "host": host}))
    assert refusal(Guard(OPEN), request({"origin": origin, "host": "127.0.0.1:1"})).status == 403


@pytest.mark.parametrize(
    ("allowed", "origin"),
    [
        (CMS, "https://cms.example.org"),
        (CMS, "HTTPS://CMS.example.org"),
        ("moz-extension://*", "moz-extension://5e0b23a1-77aa"),
        ("*", "https://stranger.example"),
    ],
)
def test_an_allowed_page_may_ask_and_read_the_answer(allowed: str, origin: str) -> None:
    guard = Guard(Settings(rate=None, origins=frozenset({allowed})))
    guard.admit(request({"origin": origin}))
    headers = guard.cors(request({"origin": origin}))
    assert (headers["Access-Control-Allow-Origin"], headers["Vary"]) == (origin, "Origin")
    assert "Access-Control-Allow-Methods" not in headers
    before = guard.cors(request({"origin": origin}, method="OPTIONS"))
    assert "Content-Type" in before["Access-Control-Allow-Headers"]
    assert "POST" in before["Access-Control-Allow-Methods"]


def test_an_asterisk_of_one_scheme_is_none_of_another() -> None:
    guard = Guard(Settings(rate=None, origins=frozenset({"moz-extension://*"})))
    assert refusal(guard, request({"origin": "chrome-extension://abc"})).status == 403


def test_one_client_may_ask_as_often_as_the_rate_says(clock: Clock) -> None:
    guard = Guard(Settings(rate=Rate(3, 60)))
    for _ in range(3):
        guard.admit(request())
    refused = refusal(guard, request())
    assert (refused.status, refused.kind) == (429, "too-often")
    guard.admit(request(client="192.0.2.8"))
    seconds = int(refused.headers["Retry-After"])
    assert f"{seconds} seconds" in refused.title
    clock.now += seconds
    guard.admit(request())


@given(
    amount=st.integers(1, 7),
    seconds=st.sampled_from([1, 60, 3600]),
    waits=st.lists(st.floats(0, 1), min_size=1, max_size=25),
)
def test_who_waits_as_long_as_told_may_ask_and_not_much_sooner(
    amount: int, seconds: int, waits: list[float]
) -> None:
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", clock)
        guard = Guard(Settings(rate=Rate(amount, seconds)))
        for wait in waits:
            clock.now += wait * seconds / amount
            try:
                guard.admit(request())
            except Problem as refused:
                told = int(refused.headers["Retry-After"])
                assert 1 <= told <= 2 * seconds + 1
                now = clock.now
                if told > 2:
                    clock.now = now + told - 2
                    assert refusal(guard, request()).status == 429
                clock.now = now + told
                guard.admit(request())


def test_addresses_of_one_network_of_ipv6_are_one_client() -> None:
    guard = Guard(Settings(rate=Rate(1, 3600)))
    guard.admit(request(client="2001:db8:0:1::5"))
    assert refusal(guard, request(client="2001:db8:0:1:ffff::6")).status == 429
    guard.admit(request(client="2001:db8:0:2::5"))


def test_addresses_of_ipv4_are_told_apart_however_they_are_written() -> None:
    guard = Guard(Settings(rate=Rate(1, 3600)))
    guard.admit(request(client="::ffff:192.0.2.7"))
    guard.admit(request(client="::ffff:192.0.2.8"))
    assert refusal(guard, request(client="192.0.2.7")).status == 429


def test_any_number_of_clients_takes_a_limited_memory(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "MOST_CLIENTS", 4)
    guard = Guard(Settings(rate=Rate(2, 60)))
    for number in range(6):
        guard.admit(request(client=f"198.51.100.{number}"))
    # The last two share one count, which is full.
    assert refusal(guard, request(client="198.51.100.77")).status == 429
    guard.admit(request(client="198.51.100.0"))
    assert guard._rate is not None
    assert len(guard._rate._asked) == 4
    clock.now += 121
    guard.admit(request(client="198.51.100.77"))
    assert len(guard._rate._asked) == 1


def test_a_server_takes_only_so_many_requests_at_a_time() -> None:
    guard = Guard(OPEN)
    held = [guard.place(request(client=f"192.0.2.{n}")) for n in range(MOST_AT_ONCE)]
    for place in held:
        place.__enter__()
    with pytest.raises(Problem) as refused, guard.place(request()):
        pass
    assert refused.value.status == 503
    assert math.isfinite(float(refused.value.headers["Retry-After"]))
    held[0].__exit__(None, None, None)
    with guard.place(request()):
        pass


def test_requests_together_take_a_limited_memory() -> None:
    guard = Guard(OPEN)
    one, two = request(), request(client="198.51.100.7")
    with guard.place(one, 150 * 1024**2), guard.place(two, 50 * 1024**2):
        with pytest.raises(Problem) as refused, guard.place(two, 60 * 1024**2):
            pass
        assert refused.value.status == 503
        with guard.place(two, 50 * 1024**2):
            pass
    with guard.place(two, 60 * 1024**2):
        pass


def test_one_client_leaves_memory_to_others() -> None:
    """Comparisons may have 20 MB each: a dozen that come slowly would keep all others out."""
    guard = Guard(OPEN)
    with guard.place(request(), 150 * 1024**2):
        with pytest.raises(Problem) as refused, guard.place(request(), 21 * 1024**2):
            pass
        assert refused.value.status == 503
        with guard.place(request(client="198.51.100.7"), 80 * 1024**2):
            pass


def test_one_client_leaves_places_to_others() -> None:
    guard = Guard(OPEN)
    with ExitStack() as held:
        for _ in range(MOST_OF_ONE):
            held.enter_context(guard.place(request()))
        with pytest.raises(Problem) as refused, guard.place(request()):
            pass
        assert refused.value.status == 503
        for n in range(MOST_AT_ONCE - MOST_OF_ONE):
            held.enter_context(guard.place(request(client=f"198.51.100.{n}")))
    with guard.place(request()):
        pass
