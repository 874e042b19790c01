"""A server whose desk has articles for all tests of the queue, each of which decides on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.seed import EACH, FERRY, FOR_THE_HUNDRED, HELD_BACK, NOTICES, STRANGE
from tests.browser.desk_queue.server import DeskServer, desk_server

OpenQueue = Callable[..., DeskPage]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskServer]:
    """The server; Ann is whom the pages open for, Ben another editor."""
    folder = tmp_path_factory.mktemp("desk")
    with desk_server(folder, [*NOTICES, FERRY, STRANGE, HELD_BACK]) as found:
        yield found


@pytest.fixture(scope="session")
def _unused() -> Iterator[int]:
    return iter(range(FOR_THE_HUNDRED, len(NOTICES)))


@pytest.fixture
def first(_unused: Iterator[int]) -> int:
    """The number in the words of the first of ten flags that no other test decides on."""
    return next(_unused) * EACH


@pytest.fixture
def queue(open_page: OpenPage, desk: DeskServer) -> OpenQueue:
    """Return a function that opens the queue of the ten flags from ``first`` on."""

    def open_one(first: int, query: str = "", **settings: object) -> DeskPage:
        page = open_page(**{"color_scheme": "light", **settings})
        article = desk.articles[f"Notices from {first}"]
        return DeskPage(page, f"{desk.url}/").visit(f"?article={article}{query}")

    return open_one
