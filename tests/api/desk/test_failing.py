"""A database that fails: only what is kept is confirmed, and the same request works later."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import httpx2
import pytest
from sqlalchemy import Engine, event
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.desk.problems import RETRY_S, UNAVAILABLE
from api.desk.routes import THREADS
from api.routes import routes
from store.database import database
from store.desk.opening import open_desk
from store.errors import CannotOpenDesk
from tests.apart import run_apart
from tests.api.desk.small_desk import ANN, BEN, SmallDesk, bearer
from tests.postgres import Server, server


def failed(answer: httpx2.Response) -> None:
    """Check that an answer says that nothing was kept, and when to ask again."""
    assert (answer.status_code, answer.json()["kind"]) == (503, "store-failed")
    assert answer.headers["retry-after"] == str(RETRY_S)
    assert answer.headers["cache-control"] == "no-store"


def limit_pages(engine: Engine, pages: int) -> None:
    """Let SQLite's database grow no larger, as on a full disk."""
    connection = engine.raw_connection()
    connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
    connection.close()


def test_a_full_disk_keeps_nothing_and_the_same_request_works_afterwards(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    limit_pages(desk.engine, 1)  # no more than there are
    seen, answer = 0, desk.decide(number, note="n" * 2000)
    while answer.status_code == 201:
        seen += 1
        sent = {"request": f"full-{seen}", "note": "n" * 2000}
        answer = desk.decide(number, seen=seen, **sent)
        assert seen < 100
    failed(answer)
    assert "disk is full" in answer.json()["title"]
    assert desk.get(f"flags/{number}").json()["seq"] == seen
    limit_pages(desk.engine, 100_000)
    assert desk.decide(number, seen=seen, **sent).status_code == 201
    assert desk.decide(number, seen=seen, **sent).status_code == 201
    assert len(desk.get(f"flags/{number}/history").json()["decisions"]) == seen + 1


def test_a_place_that_cannot_be_opened_is_said_without_the_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> Engine:
        raise CannotOpenDesk("its password is not taken", "give another", "pg.example.org")

    client = TestClient(Starlette(routes=routes(desk=broken)))
    answer = client.get("/api/desk/queue", headers=bearer("x" * 43))
    failed(answer)
    assert answer.json()["title"] == UNAVAILABLE
    assert "pg.example.org" in caplog.text


def test_a_database_that_does_not_answer_keeps_nobody_else_waiting() -> None:
    """As many requests as there are threads and more wait for the desk; a class goes on."""
    answers = threading.Event()
    waiting = threading.Semaphore(0)
    small = SmallDesk()

    def slow() -> Engine:
        waiting.release()
        assert answers.wait(30)
        return small.engine

    classes = database("memory")
    app = Starlette(routes=routes(lambda: classes, desk=slow))

    async def asked() -> list[int]:
        transport = httpx2.ASGITransport(app=app)
        statuses: list[int] = []
        async with httpx2.AsyncClient(transport=transport, base_url="http://desk") as client:

            async def ask() -> None:
                token = bearer(small.tokens[ANN])
                answer = await client.get("/api/desk/queue", headers=token, timeout=60)
                statuses.append(answer.status_code)

            async with anyio.create_task_group() as group:
                for _ in range(3 * THREADS):
                    group.start_soon(ask)
                for _ in range(THREADS):
                    assert await asyncio.to_thread(waiting.acquire, timeout=30)
                with anyio.fail_after(20):
                    other = await client.get("/api/class/lesson")
                assert other.status_code == 401
                assert statuses == []
                answers.set()
        return statuses

    assert run_apart(asked()) == [200] * 3 * THREADS
    classes.dispose()


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """A PostgreSQL that the tests here stop and start."""
    try:
        with server("fsync=off") as running:
            yield running
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture
def on_postgres(own: Server) -> Iterator[SmallDesk]:
    """A small desk in it."""
    engine = open_desk(url=own.address(own.fresh()))
    yield SmallDesk(engine)
    engine.dispose()


@pytest.mark.server
@pytest.mark.parametrize("how", ["stop", "kill"])
def test_a_database_that_goes_away_and_comes_back(
    own: Server, on_postgres: SmallDesk, how: str
) -> None:
    desk = on_postgres
    number = desk.flags()[0]["id"]
    version = desk.get("queue").json()["version"]
    sent: dict[str, Any] = {"request": "page-1", "note": "“so” 😀", "name": BEN}
    getattr(own, how)()
    try:
        failed(desk.decide(number, **sent))
        failed(desk.post(f"articles/{desk.article}/notes", {"request": "n", "text": "A note."}))
        for address in ("queue", "articles", f"flags/{number}", f"changes?since={version}&wait=8"):
            failed(desk.get(address))
    finally:
        own.start()
    answer = desk.decide(number, **sent)
    assert answer.status_code == 201, answer.text
    again = desk.decide(number, **sent)
    assert again.json() == answer.json()
    told = desk.get(f"flags/{number}/history").json()["decisions"]
    assert [one["note"] for one in told] == ["“so” 😀"]
    news = desk.get(f"changes?since={version}").json()
    assert [flag["id"] for flag in news["flags"]] == [number]


@pytest.mark.server
def test_a_database_that_goes_away_while_one_waits_for_news(
    own: Server, on_postgres: SmallDesk
) -> None:
    desk = on_postgres
    version = desk.get("queue").json()["version"]
    answered: list[httpx2.Response] = []
    client = TestClient(desk.client.app, raise_server_exceptions=False)
    url = f"/api/desk/changes?since={version}&wait=8"
    token = bearer(desk.tokens[ANN])
    looks = threading.Semaphore(0)
    event.listen(desk.engine, "before_cursor_execute", lambda *_: looks.release())
    waiting = threading.Thread(target=lambda: answered.append(client.get(url, headers=token)))
    waiting.start()
    try:
        # Who asks, the version, and then twice more the version alone.
        for _ in range(4):
            assert looks.acquire(timeout=20)
        own.stop()
        waiting.join(20)
    finally:
        own.start()
    failed(answered[0])


@pytest.mark.server
def test_what_postgresql_keeps_is_told_as_it_is_from_a_file(on_postgres: SmallDesk) -> None:
    desk, other = on_postgres, SmallDesk()
    for one in (desk, other):
        first, second, third, _ = (flag["id"] for flag in one.flags())
        one.decide(first, "dismiss", reason="fair", name=BEN, note="“so” 😀")
        one.decide(second, "reword", wording="criticised")
        one.decide(second, "undo", seen=1)
        one.second(first, "accept", ANN)
        one.decide(third, "dismiss", reason="other")  # without a note
    for address in (
        "queue?state=all",
        "second",
        "articles/1",
        "flags/1/history",
        "changes?since=0",
    ):
        assert without_times(desk.get(address).json()) == without_times(other.get(address).json())


def without_times(told: Any) -> Any:
    """Return what was told without the moments at which it was kept."""
    if isinstance(told, dict):
        return {
            name: without_times(part)
            for name, part in told.items()
            if name not in ("made", "added")
        }
    return [without_times(one) for one in told] if isinstance(told, list) else told
