"""What the tests of the desk's routes share."""

import pytest

from tests.api.desk.small_desk import SmallDesk


@pytest.fixture
def desk() -> SmallDesk:
    """A desk with an article of four flags, on which nothing is decided."""
    return SmallDesk()


@pytest.fixture(scope="session")
def untouched() -> SmallDesk:
    """Such a desk for all tests of what is refused, none of which may change anything on it."""
    return SmallDesk()
