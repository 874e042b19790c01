"""What a running server really sends, asked over plain HTTP."""

import http.client
import re
import tomllib
from urllib.parse import urlsplit

import pytest

from dashboard.server.security_headers import headers, policy
from tests.served import ROOT

PATHS = ["/", "/how-it-works", "/_stcore/health", "/_stcore/host-config", "/static/nowhere.js"]


def ask(
    address: str, path: str, method: str = "GET", **sent: str
) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    names = {name.replace("_", "-"): value for name, value in sent.items()}
    connection.request(method, path, headers=names)
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, answer.headers, body


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_every_header_once(path: str, guarded_url: str) -> None:
    _, sent, _ = ask(guarded_url, path)
    assert len(headers()) == 6
    for name, value in headers().items():
        assert sent.get_all(name) == [value]


def test_the_policy_allows_no_other_host_and_no_frame(guarded_url: str) -> None:
    _, sent, _ = ask(guarded_url, "/")
    directives = dict(
        part.strip().split(" ", 1) for part in sent["Content-Security-Policy"].split(";")
    )
    assert directives["frame-ancestors"] == directives["object-src"] == "'none'"
    assert sent["X-Frame-Options"] == "DENY"
    allowed = {source for value in directives.values() for source in value.split()}
    assert not any("//" in source or "*" in source for source in allowed)
    assert not {"http:", "https:", "'unsafe-eval'"} & allowed
    assert "'unsafe-inline'" not in directives["script-src"]
    assert "data:" not in directives["script-src"]


def test_the_inline_scripts_of_the_page_are_those_allowed(guarded_url: str) -> None:
    _, sent, page = ask(guarded_url, "/")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert scripts
    assert sent["Content-Security-Policy"] == policy(scripts)


def test_an_upload_without_the_token_is_refused(guarded_url: str) -> None:
    _, sent, _ = ask(guarded_url, "/_stcore/health")
    assert "_streamlit_xsrf=" in sent["Set-Cookie"]
    assert "SameSite" in sent["Set-Cookie"]
    status, _, _ = ask(guarded_url, "/_stcore/upload_file/session/file", "PUT")
    assert status == 403


def test_another_origin_cannot_open_a_session(guarded_url: str) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "c2xhbnQtc2xhbnQtc2xhbg=="}
    status, _, _ = ask(
        guarded_url, "/_stcore/stream", **upgrade, **key, Origin="https://elsewhere.example"
    )
    assert status == 403


def test_the_program_s_interface_for_agents_is_off(guarded_url: str) -> None:
    status, _, _ = ask(guarded_url, "/_stcore/agent/interact", "POST")
    assert status >= 400


def test_settings_say_so_too() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["enableXsrfProtection"] is True
    assert settings["browser"]["gatherUsageStats"] is False
    assert "enableCORS" not in settings["server"]  # the default protects
    assert "enableAgentApi" not in settings["server"]
