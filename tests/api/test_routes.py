"""The routes as ``serve.py`` gets them."""

import subprocess
import sys

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from api.routes import below, routes
from store.errors import StoreError
from tests.served import ROOT

IMPORTS = """
import sys
import api.classroom.deletion
from api.routes import below, routes
routes()
print(sorted({"sqlalchemy", "alembic", "pandas", "krippendorff"} & set(sys.modules)))
"""


def test_a_server_that_no_class_uses_does_not_import_what_only_classes_need() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("method", "address"),
    [
        *(("GET", "/api/"), ("GET", "/api/x"), ("DELETE", "/api/class"), ("PATCH", "/api/class/x")),
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
    ],
)
def test_each_has_its_methods(method: str, address: str, allowed: str) -> None:
    answer = TestClient(Starlette(routes=routes())).request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


def test_each_address_is_below_api_or_where_clients_of_languagetool_ask() -> None:
    addresses = [route.path for route in routes() if isinstance(route, Route)]
    assert addresses
    below_one = ("/api/", "/v2/", "/lt/{token}/v2/")
    others = {address for address in addresses if not address.startswith(below_one)}
    assert others <= {"/api", "/openapi.json"}


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
