"""Five editors at one desk through the real server: nothing confirmed is lost, or there twice.

The short form of ``tests/bench/desk_editors``, which has twenty of them and PostgreSQL.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Engine

from store.desk.opening import FOLDER_SETTING, URL_SETTING, open_desk
from store.desk.switch import SETTING
from tests.apart import run_apart
from tests.bench.desk_editors.connection import Connection, Reply
from tests.bench.desk_editors.editors import Editor
from tests.bench.desk_editors.newsroom import Found, furnished, looked_for, shift
from tests.served import ROOT, served

EDITORS, MADE = 5, 60

pytestmark = pytest.mark.server


@dataclass
class Served:
    """A server with a desk, the desk's database, its editors' tokens, and what it has printed."""

    url: str
    engine: Engine
    tokens: list[str]
    log: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """``serve.py`` with its desk in a file, on because only this machine reaches it."""
    folder = tmp_path_factory.mktemp("desk")
    engine = open_desk(folder=str(folder))
    tokens = furnished(engine, EDITORS, 150)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_SETTING, str(folder))
        patch.delenv(URL_SETTING, raising=False)
        patch.delenv(SETTING, raising=False)
        with served(ROOT / "serve.py", folder / "log") as url:
            yield Served(url, engine, tokens, folder / "log")
    engine.dispose()


@pytest.fixture(scope="module")
def worked(server: Served) -> list[Editor]:
    """The editors after their shift."""
    return run_apart(shift(server.url, server.tokens, MADE, wait=1))


def test_what_was_confirmed_is_kept_once_and_heard_by_all(
    server: Served, worked: list[Editor]
) -> None:
    confirmed = sum(len(one.noted.confirmed) for one in worked)
    assert MADE * 0.7 < confirmed <= MADE
    assert [line for one in worked for line in one.noted.failed] == []
    assert looked_for(server.engine, worked).nothing
    assert all(one.noted.flags_heard for one in worked)


def test_nothing_of_it_is_printed(server: Served, worked: list[Editor]) -> None:
    printed = server.log.read_text(encoding="utf-8")
    for kept_out in (*server.tokens, "/api/", "slammed", "Traceback", "ERROR"):
        assert kept_out not in printed


def test_the_routes_of_the_desk_are_those_of_the_page_only(server: Served) -> None:
    async def asked() -> tuple[Reply, Reply]:
        line, stranger = Connection(server.url, server.tokens[0]), Connection(server.url)
        return await line.ask("GET", "/api/desk/articles"), await stranger.ask(
            "GET", "/api/desk/articles"
        )

    own, other = run_apart(asked())
    assert (own.status, len(own.told["articles"])) == (200, 3)
    assert (other.status, other.told["kind"]) == (401, "not-signed-in")


def test_what_is_wrong_is_found(server: Served, worked: list[Editor]) -> None:
    """As the editors would remember it: one decision more, one less, another one, no news."""
    first, *others = worked
    name, (flag, told) = next(iter(first.noted.confirmed.items()))

    def found(**other: Any) -> Found:
        noted = replace(first.noted, **other)
        doctored = SimpleNamespace(**{**vars(first), "noted": noted})
        return looked_for(server.engine, [doctored, *others])  # type: ignore[list-item]

    right = first.noted.confirmed
    assert found(confirmed={**right, "never-kept": (flag, told)}).lost == 1
    assert found(confirmed={**right, name: (flag, {**told, "act": "other"})}).lost == 1
    assert found(confirmed={**right, name: (flag + 1, told)}).lost == 1
    less = {one: sent for one, sent in right.items() if one != name}
    assert found(confirmed=less).foreign == 1
    assert found(flags_heard=set()).unheard == len(first.noted.flags_heard)
