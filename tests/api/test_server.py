"""The API alone, as a process of its own: ``slant serve --api-only``."""

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.answers import ALWAYS
from api.bodies import MOST_DISCARDED
from api.server import api_app, main
from api.settings import Settings
from tests.served import ROOT, ServedApi, served_api

TOKEN = "letter-box"
TEXT = "The mayor’s zebrafied reckless plan would gut the library. “A lie,” said Ana Hale."
IMPORTS = """
import sys
from api.server import api_app
api_app()
never = {"streamlit", "plotly", "sqlalchemy", "pandas", "limits", "onnxruntime"}
print(sorted(never & {name.split(".")[0] for name in sys.modules}))
"""


def test_it_starts_without_streamlit_and_without_what_the_first_answer_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_wrong_setting_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLANT_API_RATE", "often")
    assert main(["--port", "1"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("slant: SLANT_API_RATE is “often”, which is no rate")
    assert printed.err.count("\n") == 1


def test_all_else_is_a_problem_and_classes_are_not_there() -> None:
    client = TestClient(api_app(Settings()))
    for path in ("/", "/api/class/lesson", "/docs", "/api/analyze/x"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["kind"]) == (404, "no-such-address")
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert client.get("/api/").json()["openapi"] == "/openapi.json"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedApi]:
    log = tmp_path_factory.mktemp("api") / "server.log"
    with served_api(log, SLANT_API_TOKEN=TOKEN, SLANT_API_RATE="off") as running:
        yield running


def ask(server: ServedApi, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    """Return status and JSON of an answer; ``body`` is sent as it is if it is bytes."""
    content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    sent = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"} | headers
    request = urllib.request.Request(server.url + path, content, sent)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


pytestmark = pytest.mark.server


def test_it_answers_several_at_once_and_prints_nothing_of_what_they_send(
    server: ServedApi,
) -> None:
    asked = [("/api/analyze", {"text": TEXT}), ("/api/lint", {"text": TEXT})] * 3
    with ThreadPoolExecutor(6) as six:
        told = list(six.map(lambda one: ask(server, *one), asked))
    assert [status for status, _ in told] == [200] * 6
    assert told[0] == told[2] == told[4]
    assert told[1] == told[3] == told[5]
    assert "gut" in {one["text"] for one in told[1][1]["findings"]}
    for body in (b"{", b"\xff", b'{"text": "zebrafied", "text": 1}', b"[" * 100_000):
        assert ask(server, "/api/analyze", body)[0] == 422
    assert ask(server, "/api/analyze", {"text": TEXT}, Authorization="Bearer zebrafied")[0] == 401
    gzip = {"Content-Encoding": "gzip"}
    assert ask(server, "/api/lint?zebrafied", {"text": TEXT}, **gzip)[0] == 415
    assert ask(server, "/api/lint", {"text": TEXT}, Origin="http://zebrafied.example")[0] == 403
    printed = server.log.read_text(encoding="utf-8")
    assert server.url in printed
    assert not re.search("zebrafied|/api/|Error", printed)


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in chunks"])
@pytest.mark.parametrize(
    ("path", "media_type", "told"),
    [
        ("/api/analyze", "application/json", b'"kind": "too-large"'),
        ("/v2/check", "application/x-www-form-urlencoded", b"Error: The request is larger than"),
    ],
)
def test_who_sends_50_megabytes_hears_that_they_are_too_large(
    server: ServedApi, path: str, media_type: str, told: bytes, announced: bool
) -> None:
    """A client as most are: it looks for the answer only when it has sent all."""
    pieces = (b" " * 65_536 for _ in range(800))
    headers = {"Content-Type": media_type, "Authorization": f"Bearer {TOKEN}"}
    if announced:
        headers["Content-Length"] = "52428800"
    line = http.client.HTTPConnection(*address(server), timeout=60)
    line.request("POST", path, pieces, headers, encode_chunked=not announced)
    answer = line.getresponse()
    assert answer.status == 413
    assert told in answer.read()
    line.close()


def test_what_never_ends_is_answered_and_then_cut_off(server: ServedApi) -> None:
    head = (
        "POST /api/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {TOKEN}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    with (
        socket.create_connection(address(server), timeout=60) as line,
        pytest.raises((BrokenPipeError, ConnectionResetError)),
    ):
        line.sendall(head.encode() + chunk * (8 * MOST_DISCARDED // len(chunk)))
    assert ask(server, "/api/health")[0] == 200


def request(text: str) -> bytes:
    """A request to analyse ``text`` as it goes over the line."""
    body = json.dumps({"text": text}).encode()
    head = (
        "POST /api/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {TOKEN}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def address(server: ServedApi) -> tuple[str, int]:
    host, port = server.url.removeprefix("http://").split(":")
    return host, int(port)


LONG = "The council voted on the reckless plan of the town. " * 60


def test_who_goes_away_in_the_middle_leaves_a_server_that_answers(server: ServedApi) -> None:
    for _ in range(3):
        with socket.create_connection(address(server), timeout=60) as line:
            line.sendall(request(LONG))
    assert ask(server, "/api/lint", {"text": TEXT})[0] == 200


def test_told_to_end_it_ends_after_the_answer_it_is_at(server: ServedApi) -> None:
    """The last test of this file, as it ends the server that all of them ask."""
    with socket.create_connection(address(server), timeout=60) as line:
        line.sendall(request(LONG))
        # Answered after the server has taken what was sent before.
        assert ask(server, "/api/health")[0] == 200
        server.process.send_signal(signal.SIGTERM)
        answer = http.client.HTTPResponse(line)
        answer.begin()
        assert (answer.status, len(json.load(answer)["sentences"])) == (200, 60)
    assert server.process.wait(timeout=60) in (0, -signal.SIGTERM)
    assert "Traceback" not in server.log.read_text(encoding="utf-8")
