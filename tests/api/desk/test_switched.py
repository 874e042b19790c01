"""Where the server has the desk's routes: as the setting says, else where only its machine asks."""

import runpy
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import config

from api.server import api_app
from api.settings import Settings
from store.desk.switch import SETTING
from tests.served import ROOT

ADDRESS = "server.address"


@pytest.fixture
def listens_at(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The address that the server is set to listen at."""
    before = config.get_option(ADDRESS)
    config.set_option(ADDRESS, request.param)
    yield request.param
    config.set_option(ADDRESS, before)


def desk_is_there() -> bool:
    """Whether ``serve.py``, run anew, has the desk's routes."""
    made = runpy.run_path(str(ROOT / "serve.py"))["_routes"]()
    assert all(isinstance(route, Route) for route in made)
    answer = TestClient(Starlette(routes=made)).put("/api/desk/queue", json={})
    return answer.status_code == 405  # else it is 404: there is nothing at this address


@pytest.mark.parametrize(
    ("listens_at", "given", "expected"),
    [
        *(("localhost", None, True), ("127.0.0.1", None, True), ("127.0.0.1", "0", False)),
        *((None, None, False), ("0.0.0.0", None, False), ("0.0.0.0", "1", True), (None, "1", True)),
    ],
    indirect=["listens_at"],
)
def test_the_server_has_the_desk(
    listens_at: str | None, given: str | None, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    if given is not None:
        monkeypatch.setenv(SETTING, given)
    assert desk_is_there() is expected


def test_a_wrong_setting_ends_the_server_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(SETTING, "maybe")
    with pytest.raises(SystemExit) as ended:
        desk_is_there()
    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert printed.startswith("slant: SLANT_DESK is “maybe”")


def test_the_api_without_the_pages_has_no_desk() -> None:
    answer = TestClient(api_app(Settings())).get("/api/desk/queue")
    assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-address")
