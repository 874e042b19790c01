"""What all tests share: markers, a profile for property tests, results made of given rows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from analysis.frames import Result
from tests.hand_made_result import result_of as made_of
from tests.served import ROOT, served
from tests.small_article import result  # noqa: F401  # a fixture for all tests

if TYPE_CHECKING:
    from tests.postgres import Server

# No deadline: in the first example of a test a model may be loading.
settings.register_profile(
    "slant", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("slant")

BROWSER_TESTS = Path(__file__).parent / "browser"
SERVERS = {"app_url", "text_view_url", "compare_view_url", "guarded_url", "started"}
SERVERS |= {"room", "class_server", "postgres"}
"""Fixtures that start a server: Streamlit's, or PostgreSQL."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and what asks for a server's fixture."""
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def guarded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the dashboard behind its security headers, served from ``serve.py``."""
    with served(ROOT / "serve.py", tmp_path_factory.mktemp("serve") / "streamlit.log") as url:
        yield url


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A running PostgreSQL server of the tests' own; tests that ask for it are skipped without."""
    from tests.postgres import server

    try:
        # Programs and the server are killed here, never the machine.
        with server("fsync=off") as running:
            yield running
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def result_of() -> Callable[..., Result]:
    """Return ``hand_made_result.result_of``, which makes a Result of given sentences."""
    return made_of
