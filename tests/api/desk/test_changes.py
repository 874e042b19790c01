"""What is new at the desk, and that those who wait for it hear of it at once."""

import asyncio
import inspect
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import anyio
import httpx2
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette

from api.desk.news import LOOK_S
from api.routes import routes
from store.desk.editors import set_role
from store.desk.queue import changes
from store.desk.records import WAITING
from tests.apart import run_apart
from tests.api.desk.small_desk import ANN, BEN, EVE, SmallDesk, bearer


def version(desk: SmallDesk) -> int:
    """The desk's version as the queue tells it."""
    told: int = desk.get("queue").json()["version"]
    return told


def test_nothing_new_is_no_content(desk: SmallDesk) -> None:
    answer = desk.get(f"changes?since={version(desk)}")
    assert (answer.status_code, answer.content) == (204, b"")


def test_what_others_decided_is_told_with_the_flags_as_they_are(desk: SmallDesk) -> None:
    since = version(desk)
    first, second, *_ = (flag["id"] for flag in desk.flags())
    desk.decide(first, "dismiss", reason="fact", name=BEN)
    desk.decide(first, "undo", seen=1, name=EVE)
    last = desk.decide(second, name=EVE).json()
    told = desk.get(f"changes?since={since}").json()
    assert told.keys() == {"version", "flags", "more"}
    assert (told["version"], told["more"]) == (last["version"], False)
    states = {flag["id"]: (flag["state"], flag["seq"]) for flag in told["flags"]}
    assert states == {first: ("open", 2), second: ("accept", 1)}
    assert last["flag"] in told["flags"]
    assert desk.get(f"changes?since={told['version']}").status_code == 204


def test_a_second_reading_is_not_told_to_others(desk: SmallDesk) -> None:
    number = desk.flags()[0]["id"]
    desk.decide(number, name=BEN)
    since = version(desk)
    desk.second(number, "dismiss", EVE, reason="fair", note="A note of Eve’s.")
    answer = desk.get(f"changes?since={since}")
    assert answer.json()["flags"] == []
    assert answer.json()["version"] > since
    assert "Eve" not in answer.text


def test_an_article_that_came_is_told_by_the_version(desk: SmallDesk) -> None:
    since = version(desk)
    desk.add(2)
    told = desk.get(f"changes?since={since}").json()
    assert told == {"version": version(desk), "flags": [], "more": False}


def test_many_changes_come_in_parts_and_all_of_them(
    desk: SmallDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With fewer at a time than the 200 that there are."""
    assert inspect.signature(changes).parameters["most"].default == 200
    monkeypatch.setattr("api.desk.changes.changes", partial(changes, most=3))
    since = version(desk)
    decided = [flag["id"] for flag in desk.flags()]
    for number in decided:
        assert desk.decide(number).status_code == 201
    told = desk.get(f"changes?since={since}").json()
    rest = desk.get(f"changes?since={told['version']}").json()
    assert [told["more"], rest["more"]] == [True, False]
    assert {flag["id"] for flag in told["flags"]} == {*decided[:3]}
    assert [flag["id"] for flag in rest["flags"]] == decided[3:]
    assert rest["version"] == version(desk)


def test_a_version_of_another_database_is_answered_with_the_present_one(desk: SmallDesk) -> None:
    """As after a restored backup: the page then loads the queue anew."""
    told = desk.get("changes?since=2000000000").json()
    assert told == {"version": version(desk), "flags": [], "more": False}


@pytest.mark.parametrize("since", ["-1", "x", "", "9" * 30, "1.0", "2147483648"])
def test_a_version_that_is_none(untouched: SmallDesk, since: str) -> None:
    answer = untouched.get(f"changes?since={since}")
    assert (answer.status_code, answer.json()["kind"]) == (422, "malformed")


Heard = tuple[float, int, Any]


async def _all_wait(desk: SmallDesk, act: Callable[[], Any], names: tuple[str, ...]) -> list[Heard]:
    """Let editors wait for news, then ``act``; return how long after it each was answered, with
    status and body."""
    app = Starlette(routes=routes(desk=lambda: desk.engine))
    since = version(desk)
    answered: list[Heard] = []
    acted = 0.0
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://desk") as client:

        async def wait(name: str) -> None:
            url = f"/api/desk/changes?since={since}&wait=8"
            answer = await client.get(url, headers=bearer(desk.tokens[name]), timeout=30)
            told = answer.json() if answer.content else None
            answered.append((time.monotonic() - acted, answer.status_code, told))

        async with anyio.create_task_group() as waiting:
            for name in names:
                waiting.start_soon(wait, name)
            await asyncio.sleep(2 * LOOK_S)
            assert answered == []
            acted = time.monotonic()
            await asyncio.to_thread(act)
    return answered


def test_those_who_wait_hear_of_it_at_once(
    desk: SmallDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = desk.flags()[0]["id"]
    asked: list[int] = []

    def noted(engine: Engine, since: int) -> Any:
        asked.append(since)
        return changes(engine, since)

    monkeypatch.setattr("api.desk.changes.changes", noted)
    names = (ANN, BEN, EVE) * 4
    answered = run_apart(_all_wait(desk, lambda: desk.decide(number, name=BEN), names))
    assert len(answered) == len(names)
    for after, status, told in answered:
        assert status == 200
        assert [flag["id"] for flag in told["flags"]] == [number]
        assert after < 5  # they would wait for 8 seconds
    # On a busy machine some come so late that the answer is out of date.
    assert len(asked) < len(names) / 2


def test_one_whose_role_is_taken_away_hears_nothing_any_more(desk: SmallDesk) -> None:
    def lower() -> None:
        set_role(desk.engine, desk.ids[ANN], desk.ids[BEN], WAITING)

    ((_, status, told),) = run_apart(_all_wait(desk, lower, (BEN,)))
    assert (status, told["kind"]) == (403, "not-allowed")
