"""After a login one is at the desk; all other ways are as Streamlit has them."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.server.login_return import LoginReturn


def led_to(path, location):
    """Where the answer to ``path`` leads that Streamlit sends to ``location``."""

    def answer(_):
        if location is None:
            return Response("hello")
        return RedirectResponse(location, 302, {"set-cookie": "a=b"})

    app = Starlette(routes=[Route(path, answer)], middleware=[Middleware(LoginReturn)])
    found = TestClient(app, follow_redirects=False).get(path)
    assert location is None or found.headers["set-cookie"] == "a=b"
    return found.headers.get("location")


@pytest.mark.parametrize("way", ["/oauth2callback", "/auth/logout"])
def test_the_first_page_becomes_the_desk(way):
    assert led_to(way, "/") == "/desk"
    assert led_to("/news" + way, "/news/") == "/news/desk"
    assert led_to("/news" + way, "/news") == "/news/desk"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/oauth2callback", "https://login.example/end"),
        ("/auth/logout", "https://login.example/end"),
        ("/auth/login", "/"),
        ("/other", "/"),
        ("/oauth2callback", None),
    ],
)
def test_all_else_is_left_alone(path, location):
    assert led_to(path, location) == location
