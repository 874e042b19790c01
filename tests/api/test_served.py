"""A lesson through the real server: every answer has its headers, and nothing of it is logged."""

import json
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from analysis.practice import items, material
from api.answers import ALWAYS
from store.classes.deletion import delete_class
from store.classes.joining import pupils, remove_pupil
from store.classes.opening import as_teacher, open_class
from store.classes.records import BEFORE, MARKING, Opened
from store.classes.rounds import reveal, start_round
from store.database import database
from tests.api.classroom.small_class import BUNGLED, TEST_FILE, TEXT, mark, text_to_mark
from tests.served import OWN_HOST, ROOT, served

MARKUP = "<img src=x onerror=alert(1)>"

pytestmark = pytest.mark.server


@dataclass
class Server:
    """The server, the database that both it and the test open, and what it has printed."""

    url: str
    engine: Engine
    log: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """``serve.py`` with its classes in a file."""
    folder = tmp_path_factory.mktemp("classes")
    log = folder / "streamlit.log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_CLASSES", str(folder / "classes.sqlite"))
        with served(ROOT / "serve.py", log) as url:
            yield Server(url, database(), log)


def ask(
    url: str, method: str = "GET", body: Any = None, token: str = "", raw: bytes | None = None
) -> tuple[int, Any, Message]:
    """Return status, decoded JSON (None without a body) and headers of an answer."""
    sent = raw if raw is not None else None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, sent, method=method)
    request.add_header("Content-Type", "application/json")
    request.add_header("User-Agent", "agent-of-a-phone")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            content, status, headers = answer.read(), answer.status, answer.headers
    except urllib.error.HTTPError as error:
        content, status, headers = error.read(), error.code, error.headers
    return status, json.loads(content) if content else None, headers


def join(server: Server, opened: Opened, seats: int = 1) -> list[dict[str, str]]:
    body = {"code": opened.code, "word": opened.word, "seats": seats}
    status, told, _ = ask(f"{server.url}/api/class/join", "POST", body)
    assert status == 201
    seated: list[dict[str, str]] = told["seats"]
    return seated


def test_a_lesson_and_that_the_server_prints_nothing_of_it(server: Server) -> None:
    opened = open_class(server.engine)
    school = as_teacher(server.engine, opened.code, opened.key)
    api = f"{server.url}/api/class"
    seats = join(server, opened, seats=2) + join(server, opened)
    secrets = {opened.code, opened.word, opened.key}
    secrets |= {part for seat in seats for part in (seat["token"], *seat["nickname"].split())}

    wrong = ask(f"{api}/join", "POST", {"code": opened.code, "word": MARKUP})
    assert wrong[0] == 422
    start_round(server.engine, school.id, BEFORE, items.as_json(items.items_of(TEST_FILE.encode())))
    forms = [ask(f"{api}/rounds/1", token=seat["token"])[1]["form"] for seat in seats]
    assert forms == ["A", "B", "A"]
    start_round(server.engine, school.id, MARKING, material.as_json(text_to_mark()))
    first, second, third = (seat["token"] for seat in seats)
    _, lesson, _ = ask(f"{api}/lesson", token=first)
    assert (lesson["state"], lesson["round"], lesson["kind"]) == ("open", 2, "marking")
    assert ask(f"{api}/lesson?after={lesson['version']}", token=first)[0] == 204
    assert ask(f"{api}/rounds/2", token=first)[1]["text"] == TEXT

    marks = {"marks": [mark(BUNGLED)], "finished": True}
    assert ask(f"{api}/rounds/2/marks", "PUT", marks, first)[1] == {"kept": 1}
    bad = {"marks": [mark(BUNGLED, reason=MARKUP)]}
    assert ask(f"{api}/rounds/2/marks", "PUT", bad, second)[0] == 422
    assert ask(f"{api}/rounds/2/marks", "PUT", raw=b"\xff" * 40, token=second)[0] == 422
    large = b'"' + b"x" * 70_000 + b'"'
    assert ask(f"{api}/rounds/2/marks", "PUT", raw=large, token=second)[0] == 413
    assert ask(f"{api}/rounds/2/reveal", token=first)[0] == 403
    reveal(server.engine, school.id)
    assert len(ask(f"{api}/rounds/2/reveal", token=first)[1]["model"]) == 4
    assert ask(f"{api}/rounds/2/marks", "PUT", marks, first)[0] == 409
    assert ask(f"{api}/rounds/2/marks", "PUT", marks, second)[0] == 200

    remove_pupil(server.engine, school.id, pupils(server.engine, school.id)[2].number)
    assert ask(f"{api}/lesson", token=third)[0] == 401
    delete_class(server.engine, school.id)
    assert ask(f"{api}/lesson", token=first)[0] == 401

    printed = server.log.read_text(encoding="utf-8")
    assert "URL" in printed
    words = set(re.findall(r"[\w-]+", printed))
    assert not secrets & words
    for kept_out in (OWN_HOST, "agent-of-a-phone", "img", "shameful", "/api/"):
        assert kept_out not in printed


def test_programs_ask_the_server_of_the_pages_and_pages_of_strangers_do_not(
    server: Server,
) -> None:
    before = server.log.read_text(encoding="utf-8")
    text = {"text": "The mayor’s reckless plan would gut the zebrafied library."}
    status, told, headers = ask(f"{server.url}/api/analyze", "POST", text)
    assert (status, told["text"]) == (200, text["text"])
    assert {name: headers.get_all(name) for name in ALWAYS} == {
        name: [value] for name, value in ALWAYS.items()
    }
    assert "/api/lint" in ask(f"{server.url}/openapi.json")[1]["paths"]
    request = urllib.request.Request(f"{server.url}/api/lint", json.dumps(text).encode())
    request.add_header("Content-Type", "application/json")
    request.add_header("Origin", "https://elsewhere.example")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=60)
    assert refused.value.code == 403
    refused.value.close()
    printed = server.log.read_text(encoding="utf-8").removeprefix(before)
    assert "zebrafied" not in printed
    assert "/api/" not in printed


def test_who_goes_away_in_the_middle_disturbs_nobody(server: Server) -> None:
    before = server.log.read_text(encoding="utf-8")
    host, port = server.url.removeprefix("http://").split(":")
    begun = (
        f"POST /api/class/join HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        'Content-Length: 900\r\n\r\n{"code": "otter'
    )
    for _ in range(5):
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            connection.sendall(begun.encode())
    assert ask(f"{server.url}/api/class/lesson")[0] == 401
    assert server.log.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("POST", "join", 422),
        ("GET", "lesson", 401),
        ("PUT", "rounds/1/marks", 401),
        ("DELETE", "rounds/1", 405),
        ("OPTIONS", "join", 204),
        ("GET", "nowhere", 404),
    ],
)
def test_every_answer_has_the_headers_of_data(
    server: Server, method: str, address: str, status: int
) -> None:
    body = {} if method in ("POST", "PUT") else None
    answered, _, headers = ask(f"{server.url}/api/class/{address}", method, body)
    assert answered == status
    assert {name: headers.get_all(name) for name in ALWAYS} == {
        name: [value] for name, value in ALWAYS.items()
    }
    assert not [name for name in headers if name.lower().startswith("access-control")]


def test_a_page_of_another_origin_is_allowed_nothing(server: Server) -> None:
    request = urllib.request.Request(f"{server.url}/api/class/join", method="OPTIONS")
    request.add_header("Origin", "https://elsewhere.example")
    request.add_header("Access-Control-Request-Method", "POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]
