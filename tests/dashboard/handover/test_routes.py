"""``/open``: a page without anything from elsewhere, and a text taken from that page alone."""

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.handover.routes import routes, web_address
from dashboard.server.handed_over import handed_over

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
TEXT = {"text": "The ferry sank.", "title": "Ferry", "url": "https://a.example/x"}


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes()), follow_redirects=False)


def test_the_page_loads_its_own_files_and_nothing_else(client):
    page = client.get("/open")
    assert page.status_code == 200
    loaded = re.findall(r'(?:src|href|data-bookmark)="([^"]*)"', page.text)
    own = {one.split("?")[0] for one in loaded} - {"data:,", "./"}
    assert own == {"open/open.css", "open/open.js", "open/bookmark.js"}
    for one in loaded:
        if one.startswith("open/"):
            answer = client.get(f"/{one}")
            assert answer.status_code == 200
            assert "immutable" in answer.headers["cache-control"]
    assert client.get("/open/routes.py").status_code == 404
    assert client.get("/open/").headers["location"] == "../open"


def test_no_script_or_style_stands_in_the_document(client):
    document = client.get("/open").text
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:", document)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', document)[1]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy


def test_the_page_s_script_never_writes_markup(client):
    script = client.get("/open/open.js").text
    names = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
    assert [name for name in names if name in script] == []


def test_a_text_of_its_own_page_is_kept(client):
    answer = client.post("/open", json=TEXT, headers=OWN)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    handed = handed_over().take(answer.json()["key"])
    assert handed is not None
    assert (handed.content, handed.is_html) == ("The ferry sank.", False)
    assert (handed.title, handed.url) == ("Ferry", "https://a.example/x")


def test_a_browser_without_fetch_metadata_is_known_by_its_origin(client):
    said = {"Origin": "http://testserver"}
    assert client.post("/open", json=TEXT, headers=said).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "none"},
    ],
)
def test_a_page_of_a_stranger_is_refused(client, headers):
    kept = len(handed_over())
    answer = client.post("/open", json=TEXT, headers=headers)
    assert answer.status_code == 403
    assert len(handed_over()) == kept


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"]
)
def test_what_a_form_can_send_is_refused(client, kind):
    content = json.dumps(TEXT).encode()
    answer = client.post("/open", content=content, headers={**OWN, "Content-Type": kind})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", 422, "did not arrive whole"),
        (b"{", 422, "did not arrive whole"),
        (b"\xff\xfe\x00", 422, "did not arrive whole"),
        (b"[" * 100_000, 422, "did not arrive whole"),
        (b"[]", 422, "There was no text"),
        (b'{"text": ""}', 422, "There was no text"),
        (b'{"text": 3, "html": ["x"]}', 422, "There was no text"),
        (b'{"text": "' + b"x" * 11_000_000 + b'"}', 413, "larger than 10 MB"),
        (b'{"text": "' + b"x" * 50_000_000 + b'"}', 413, "larger than 10 MB"),
    ],
)
def test_bad_input_gets_a_sentence(client, content, status, said):
    headers = {**OWN, "Content-Type": "application/json"}
    answer = client.post("/open", content=content, headers=headers)
    assert answer.status_code == status
    assert said in answer.json()["said"]


def test_half_an_emoji_is_taken(client):
    headers = {**OWN, "Content-Type": "application/json"}
    answer = client.post("/open", content=rb'{"text": "a \ud83d b"}', headers=headers)
    assert handed_over().take(answer.json()["key"]).content == "a \ud83d b"


@pytest.mark.parametrize(
    ("given_address", "kept"),
    [
        ("https://a.example/x?y=1", True),
        ("http://[::1]:80/", True),
        ("javascript:alert(1)", False),
        ("https://name:word@a.example/", False),
        ("https://", False),
        ("http://[", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_a_plain_web_address_is_shown(given_address, kept):
    assert web_address(given_address) == (given_address if kept else "")


@given(st.text())
def test_any_address_is_taken_as_it_is_or_left_out(given_address):
    assert web_address(given_address) in (given_address, "")


def test_the_bookmark_is_one_line_and_names_the_address_to_fill_in(client):
    source = client.get("/open/bookmark.js").text
    assert "\n" not in source
    assert "//" not in source
    assert source.count("SLANT_ADDRESS") == 2
    assert unquote(source) == source  # so that encoding and decoding give it back
