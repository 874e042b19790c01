"""A server with an archive of invented articles, for all tests of the Archive page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.archive_room import IN_VAIN, ArchiveRoom, filled_room
from tests.browser.conftest import OpenPage


@pytest.fixture(scope="session")
def filled_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server with the archive; no test changes anything on it."""
    with filled_room(tmp_path_factory.mktemp("archive")) as url:
        yield url


@pytest.fixture
def room(open_page: OpenPage, filled_url: str) -> ArchiveRoom:
    """The Archive page, 1440 by 900, light, not loaded yet."""
    return ArchiveRoom(open_page(color_scheme="light", allowed=IN_VAIN), filled_url)
