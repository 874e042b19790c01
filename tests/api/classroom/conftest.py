"""What the tests of a class's routes share."""

import pytest

from tests.api.classroom.small_class import SmallClass


@pytest.fixture
def lesson() -> SmallClass:
    """A class that was just opened."""
    return SmallClass()
