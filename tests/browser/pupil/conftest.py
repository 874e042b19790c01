"""A server with classes in a file, a class on it, and a pupil's phone, for the tests of the
pupils' page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from store.database import database
from tests.browser.conftest import OpenPage
from tests.browser.pupil.pupil_page import Lesson, PupilPage
from tests.served import ROOT, served

PHONE = {"width": 390, "height": 844}
NETWORK = r"Failed to load resource: .*"
"""What the console says of every request without an answer and of every refusal."""


@dataclass(frozen=True)
class Server:
    url: str
    engine: Engine


@pytest.fixture(scope="session")
def class_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose classes are in a file, and that file, to be the teacher in it."""
    folder = tmp_path_factory.mktemp("classes")
    file = str(folder / "classes.db")
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:  # for this server alone
            patch.setenv("SLANT_CLASSES", file)
            url = stack.enter_context(served(ROOT / "serve.py", folder / "streamlit.log"))
        yield Server(url, database(file))


@pytest.fixture
def lesson(class_server: Server) -> Lesson:
    return Lesson(class_server.engine)


@pytest.fixture
def pupil(open_page: OpenPage, class_server: Server) -> PupilPage:
    """A phone of its own, on which errors of the network are expected."""
    page = open_page(first_visit=True, apart=True, allowed=NETWORK, viewport=PHONE)
    return PupilPage(page, class_server.url)
