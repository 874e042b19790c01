"""The routes as ``serve.py`` gets them."""

import subprocess
import sys

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from api.routes import below, routes
from api.settings import Settings
from store.errors import StoreError
from tests.served import ROOT


def no_database() -> Engine:
    raise StoreError("There is no desk here: this is a test.")


IMPORTS = """
import sys
import api.classroom.deletion
from api.desk.routes import desk_database
from api.routes import below, routes
from store.desk.switch import desk_is_on
assert desk_is_on({}, "localhost")
routes(desk=desk_database)
late = {"sqlalchemy", "alembic", "psycopg", "pandas", "krippendorff", "limits"}
print(sorted(late & set(sys.modules)))
"""


def test_a_server_that_nobody_uses_does_not_import_what_only_classes_and_the_desk_need() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("method", "address"),
    [
        *(("GET", "/api/x"), ("DELETE", "/api/class"), ("PATCH", "/api/class/x")),
        *(("GET", "/api/class/lesson/"), ("GET", "/api/class/rounds"), ("HEAD", "/api/x")),
    ],
)
def test_what_is_not_known_below_api_is_a_problem(method: str, address: str) -> None:
    answer = TestClient(Starlette(routes=routes())).request(method, address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("GET", "/api/class/join", "OPTIONS, POST"),
        ("POST", "/api/class/lesson", "GET, HEAD, OPTIONS"),
        ("DELETE", "/api/class/rounds/1", "GET, HEAD, OPTIONS"),
        ("GET", "/api/class/rounds/1/marks", "OPTIONS, PUT"),
        ("POST", "/api/desk/queue", "GET, HEAD, OPTIONS"),
        ("GET", "/api/desk/flags/1/decisions", "OPTIONS, POST"),
        ("PUT", "/api/desk/articles/1/notes", "GET, HEAD, OPTIONS, POST"),
    ],
)
def test_each_has_its_methods(method: str, address: str, allowed: str) -> None:
    client = TestClient(Starlette(routes=routes(desk=no_database)))
    answer = client.request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


def test_what_is_asked_of_programs_needs_the_token_before_the_body_is_read() -> None:
    client = TestClient(Starlette(routes=routes(given=Settings(token="letter-box"))))
    for path in ("/api/analyze", "/api/lint", "/api/compare"):
        for header in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic abc"}):
            refused = client.post(path, content=b"x" * 5_000_000, headers=header)
            assert (refused.status_code, refused.json()["kind"]) == (401, "token")
            assert refused.headers["www-authenticate"].startswith("Bearer")
        admitted = client.post(path, json={}, headers={"Authorization": "bearer letter-box"})
        assert admitted.status_code == 422
    assert client.get("/openapi.json").json()["paths"]["/api/lint"]["post"]["security"]


@pytest.mark.parametrize(
    ("path", "limit"),
    [("/api/analyze", 4_065_536), ("/api/lint", 4_065_536), ("/api/compare", 20_327_680)],
)
def test_a_body_has_room_for_the_longest_articles_and_no_more(path: str, limit: int) -> None:
    """Four bytes a character for a million of them, and 64 KB; five of that for a comparison."""
    client = TestClient(Starlette(routes=routes(given=Settings(rate=None))))
    headers = {"Content-Type": "application/json"}
    fits = client.post(path, content=b" " * limit, headers=headers)
    assert (fits.status_code, fits.json()["title"]) == (422, "The request is not JSON.")
    refused = client.post(path, content=b" " * (limit + 1), headers=headers)
    assert (refused.status_code, refused.headers["connection"]) == (413, "close")
    assert f"{limit // 1_000_000} MB" in refused.json()["title"]


def test_no_address_is_one_that_pages_may_need() -> None:
    everything = routes(desk=no_database)
    addresses = [route.path for route in everything if isinstance(route, Route)]
    others = {one for one in addresses if not one.startswith(("/api/", "/v2/", "/lt/"))}
    assert others == {"/openapi.json"}


def test_routes_of_classes_and_the_desk_ask_for_no_token_and_are_there_without_the_api() -> None:
    closed = routes(given=Settings(on=False, token="letter-box"), desk=no_database)
    client = TestClient(Starlette(routes=closed))
    assert client.get("/api/class/lesson").status_code == 401  # of the class: no seat
    assert client.get("/api/desk/queue").json()["kind"] == "store-failed"  # so it was asked
    for path in ("/api/analyze", "/api/lint", "/api/compare"):
        assert client.post(path, json={"text": "Rain."}).json()["kind"] == "switched-off"
    for path in ("/api/", "/api/health", "/openapi.json"):
        assert client.get(path).json()["kind"] == "switched-off"


def test_the_description_says_where_it_is_below_a_folder() -> None:
    client = TestClient(Starlette(routes=below("school", routes(base="school"))))
    address = client.get("/school/api/").json()["openapi"]
    assert address == "/school/openapi.json"
    described = client.get(address).json()
    assert described["servers"] == [{"url": "/school"}]
    assert "/api/lint" in described["paths"]


@pytest.mark.parametrize(
    ("folder", "prefix"), [("", ""), ("/", ""), ("school", "/school"), ("/a/school/", "/a/school")]
)
def test_all_of_it_can_be_below_a_folder(folder: str, prefix: str) -> None:
    client = TestClient(Starlette(routes=below(folder, routes())))
    joining = client.get(f"{prefix}/api/class/join")
    assert (joining.status_code, joining.headers["allow"]) == (405, "OPTIONS, POST")
    assert client.get(f"{prefix}/api/x").json()["kind"] == "no-such-address"
    assert client.get(f"/elsewhere{prefix}/api/x").text == "Not Found"


def test_a_store_that_cannot_be_opened_is_said_to_pupils_without_its_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> Engine:
        raise StoreError("The folder /srv/classes cannot be written: name another.")

    client = TestClient(Starlette(routes=routes(broken)))
    answer = client.post("/api/class/join", json={"code": "ABC234", "word": "otter"})
    assert (answer.status_code, answer.json()["kind"]) == (503, "unavailable")
    assert answer.headers["retry-after"] == "5"
    assert "/srv" not in answer.text
    assert "/srv/classes cannot be written" in caplog.text
