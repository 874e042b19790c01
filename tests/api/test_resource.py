"""How a resource answers: methods, problems, and errors that nobody expected."""

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.bodies import Taken
from api.guard import Guard
from api.resource import Asked, Resource
from api.settings import Settings
from tests.apart import run_apart

SECRET = "otter-7Q2"


def client_of(handlers: dict[str, Callable[[Asked], Answer]], **options: Any) -> TestClient:
    """Return a client of one resource at ``/thing/NAME``, for which there is no database."""

    def problem_of(error: SlantError) -> Problem:
        return Problem(418, "own", error.message)

    resource = Resource(None, problem_of, handlers, CapacityLimiter(2), **options)
    return TestClient(Starlette(routes=[Route("/thing/{name}", resource)]))


def echo(asked: Asked) -> Answer:
    told = {"path": dict(asked.path), "query": dict(asked.query), "token": asked.token}
    told["every"] = {name: list(values) for name, values in asked.every.items()}
    return Answer(200, {**told, "body": asked.body, "looking": asked.only_looking})


def test_a_request_comes_as_data() -> None:
    headers = {"Authorization": "Bearer abc-1"}
    answer = client_of({"PUT": echo}).put("/thing/x?a=1&a=2", json=[3], headers=headers)
    assert answer.json() == {
        "path": {"name": "x"},
        "query": {"a": "2"},
        "every": {"a": ["1", "2"]},
        "token": "abc-1",
        "body": [3],
        "looking": False,
    }
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Basic abc", "abc", "Bearer " + "x" * 201, "Bearer é"]
)
def test_what_is_no_token_is_none(header: str) -> None:
    sent = {"Authorization": header.encode("latin-1")}
    assert client_of({"GET": echo}).get("/thing/x", headers=sent).json()["token"] == ""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds slept so far, as the only entry, on a clock that nobody has to wait for."""
    passed = [0.0]

    async def sleep(seconds: float) -> None:
        passed[0] += seconds

    monkeypatch.setattr("api.resource.sleep", sleep)
    monkeypatch.setattr("api.resource.current_time", lambda: passed[0])
    return passed


def news_at(second: float, clock: list[float]) -> Callable[[Asked], Answer]:
    return lambda _: Answer(200, {}) if clock[0] >= second else Answer(204)


def test_an_answer_is_held_back_until_there_is_news(clock: list[float]) -> None:
    client = client_of({"GET": news_at(3, clock)}, waits=True)
    assert client.get("/thing/x?wait=5").status_code == 200
    assert 3 <= clock[0] < 3.5


@pytest.mark.parametrize(
    ("query", "seconds"),
    [
        *(("", 0), ("wait=0", 0), ("wait=2", 2), ("wait=8", 8), ("wait=60", 8), ("wait=9999", 0)),
        *(("wait=-1", 0), ("wait=1e3", 0), ("wait=", 0), ("wait=²", 0), ("wait=inf", 0)),
    ],
)
def test_an_answer_without_news_is_held_back_as_long_as_asked(
    clock: list[float], query: str, seconds: float
) -> None:
    client = client_of({"GET": news_at(100, clock)}, waits=True)
    assert client.get(f"/thing/x?{query}").status_code == 204
    assert seconds <= clock[0] < seconds + 0.5


class Noted:
    """News that a test makes: what is waited for, and from which mark on."""

    def __init__(self) -> None:
        self.made = 0
        self.waits: list[tuple[int, float]] = []

    def mark(self) -> int:
        return self.made

    async def later(self, mark: int, seconds: float) -> None:
        self.waits.append((mark, seconds))


def test_what_happens_while_one_looks_is_not_missed(clock: list[float]) -> None:
    """The mark is from before the look, in which there was nothing yet."""
    news = Noted()

    def handler(_: Asked) -> Answer:
        news.made += 1
        clock[0] += 1
        return Answer(204 if news.made < 3 else 200, {"looks": news.made})

    client = client_of({"GET": handler}, waits=True, news=news)
    assert client.get("/thing/x?wait=8").json() == {"looks": 3}
    assert news.waits == [(0, 7), (1, 6)]


def test_other_resources_answer_at_once(clock: list[float]) -> None:
    assert client_of({"GET": news_at(3, clock)}).get("/thing/x?wait=5").status_code == 204
    assert clock[0] == 0


def test_methods_that_a_resource_has_not_are_named_with_those_it_has() -> None:
    client = client_of({"GET": echo})
    refused = client.post("/thing/x", json={})
    assert refused.status_code == 405
    assert refused.headers["allow"] == "GET, HEAD, OPTIONS"
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["status"] == 405
    assert client.request("TRACE", "/thing/x").status_code == 405
    assert client.request("BREW", "/thing/x").status_code == 405


def test_looking_only_has_the_same_headers_and_is_known_to_the_handler() -> None:
    seen: list[bool] = []

    def handler(asked: Asked) -> Answer:
        seen.append(asked.only_looking)
        return Answer(200, {})

    client = client_of({"GET": handler})
    assert client.head("/thing/x").status_code == client.get("/thing/x").status_code == 200
    assert seen == [True, False]


def test_other_origins_are_allowed_nothing() -> None:
    client = client_of({"PUT": echo})
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PUT"}
    answer = client.options("/thing/x", headers=asked)
    assert answer.status_code == 204
    assert answer.headers["allow"] == "OPTIONS, PUT"
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_problems_and_errors_of_the_program_are_told() -> None:
    def own(_: Asked) -> Answer:
        raise SlantError("The class is over: ask your teacher.")

    def other(_: Asked) -> Answer:
        raise Problem(409, "full", "The class is full.", {"Retry-After": "9"}, {"mark": 3})

    told = client_of({"GET": own}).get("/thing/x")
    assert (told.status_code, told.json()["title"]) == (418, "The class is over: ask your teacher.")
    told = client_of({"GET": other}).get("/thing/x")
    assert told.json() == {"title": "The class is full.", "status": 409, "kind": "full", "mark": 3}
    assert told.headers["retry-after"] == "9"
    assert told.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "error", [ValueError(SECRET), KeyError(SECRET), RecursionError(SECRET), MemoryError(SECRET)]
)
def test_an_error_nobody_expected_is_answered_and_logged_without_what_was_sent(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(asked: Asked) -> Answer:
        raise error

    with caplog.at_level(logging.DEBUG):
        answer = client_of({"PUT": broken}).put("/thing/x", json={"word": SECRET})
    assert answer.status_code == 500
    assert answer.json()["kind"] == "failed"
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text
    logged = [record.getMessage() for record in caplog.records if record.name == "api.resource"]
    assert len(logged) == 1
    assert type(error).__name__ in logged[0]
    assert "test_resource.py" in logged[0]
    assert SECRET not in caplog.text


def test_an_answer_that_json_cannot_say_is_a_problem_too() -> None:
    answer = client_of({"GET": lambda _: Answer(200, {"share": float("nan")})}).get("/thing/x")
    assert answer.status_code == 500


def test_half_a_surrogate_pair_in_a_text_reaches_the_browser() -> None:
    answer = client_of({"GET": lambda _: Answer(200, {"text": "a\ud83db"})}).get("/thing/x")
    assert json.loads(answer.content) == {"text": "a\ud83db"}


def guarded(origin: str = "") -> Guard:
    return Guard(Settings(rate=None, token="letter-box", origins=frozenset({origin} - {""})))


def test_a_guard_is_asked_before_anything_is_read() -> None:
    client = client_of({"POST": echo}, guard=guarded())
    refused = client.post("/thing/x", content=b"no JSON")
    assert refused.status_code == 401
    assert (
        client.post("/thing/x", json=1, headers={"Origin": "https://a.example"}).status_code == 403
    )
    sent = {"Authorization": "Bearer letter-box"}
    assert client.post("/thing/x", json=1, headers=sent).json()["body"] == 1


def test_a_token_in_the_body_is_left_to_the_handler() -> None:
    guard = guarded()

    def handler(asked: Asked) -> Answer:
        guard.require(asked.body["key"])
        return Answer(200, {})

    client = client_of({"POST": handler}, guard=guard, token_in_body=True)
    assert client.post("/thing/x", json={"key": "letter-box"}).status_code == 200
    assert client.post("/thing/x", json={"key": "wrong"}).status_code == 401


def test_a_page_of_an_allowed_origin_reads_answers_and_problems() -> None:
    origin = "https://cms.example.org"
    client = client_of({"POST": echo}, guard=guarded(origin))
    preflight = client.options(
        "/thing/x", headers={"Origin": origin, "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert "Authorization" in preflight.headers["access-control-allow-headers"]
    for token, status in (("letter-box", 200), ("wrong", 401)):
        sent = {"Origin": origin, "Authorization": f"Bearer {token}"}
        answer = client.post("/thing/x", json=1, headers=sent)
        assert answer.status_code == status
        assert answer.headers["access-control-allow-origin"] == origin
        assert "Origin" in answer.headers["vary"]
    stranger = client.options("/thing/x", headers={"Origin": "https://b.example"})
    assert "access-control-allow-origin" not in stranger.headers


def test_other_bodies_than_json_are_taken_where_a_resource_says_so() -> None:
    taken = Taken(8, frozenset({"text/plain"}), bytes.decode, named="plain text", less="cut it")
    client = client_of({"POST": echo}, takes=taken)
    sent = {"Content-Type": "text/plain"}
    assert client.post("/thing/x", content=b"some", headers=sent).json()["body"] == "some"
    assert client.post("/thing/x", json=1).json()["title"] == "Send plain text."
    refused = client.post("/thing/x", content=b"too long!", headers=sent)
    assert refused.json()["title"] == "The request is larger than 8 bytes: cut it."


def test_work_that_takes_too_long_ends_at_its_next_step() -> None:
    def handler(asked: Asked) -> Answer:
        while True:
            asked.waiting(3)

    answer = client_of({"POST": handler}, time_limit_s=0.05).post("/thing/x", json=1)
    assert (answer.status_code, answer.json()["kind"]) == (503, "too-busy")
    assert answer.headers["retry-after"] == "30"


def test_work_for_one_who_went_away_ends_at_its_next_step() -> None:
    """As an ASGI server tells it: the body, then the disconnection; nothing is answered."""
    ended = threading.Event()
    began = threading.Event()

    def handler(asked: Asked) -> Answer:
        began.set()
        try:
            while True:
                asked.waiting(0)
        finally:
            ended.set()

    resource = Resource(
        None,
        lambda _: Problem(500, "x", "x"),
        {"POST": handler},
        CapacityLimiter(1),
        time_limit_s=60,
    )
    sent: list[Any] = []
    messages = iter([{"type": "http.request", "body": b"1", "more_body": False}])

    async def receive() -> Any:
        for message in messages:
            return message
        while not began.is_set():
            await asyncio.sleep(0.001)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/thing/x",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    run_apart(resource(scope, receive, send))
    assert ended.is_set()
    assert sent == []


def test_a_resource_without_a_database_says_so_to_whoever_wrote_it() -> None:
    with pytest.raises(LookupError):
        Asked(None, {}, {}).engine  # noqa: B018


@pytest.mark.parametrize("time_limit_s", [None, 60.0])
def test_who_still_waits_when_the_server_ends_is_told_so(time_limit_s: float | None) -> None:
    """uvicorn cancels what is left after its time; the thread of it is asked to end."""
    begun, ended = threading.Event(), threading.Event()

    def endless(asked: Asked) -> Answer:
        begun.set()
        ended.wait(10)
        return Answer(200, {})

    def problem_of(error: SlantError) -> Problem:
        raise error

    resource = Resource(
        None, problem_of, {"GET": endless}, CapacityLimiter(1), time_limit_s=time_limit_s
    )
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    async def send(message: Any) -> None:
        sent.append(message)

    async def cancelled() -> None:
        scope = {"type": "http", "method": "GET", "headers": [], "query_string": b""}
        task = asyncio.create_task(resource(scope, receive, send))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        await task
        ended.set()

    run_apart(cancelled())
    assert sent[0]["status"] == 503
    assert json.loads(sent[1]["body"])["kind"] == "stopping"
