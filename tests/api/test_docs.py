"""The commands of docs/api.md answer what stands below them."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.articles import readiness
from api.guard import MOST_AT_ONCE, MOST_OF_ONE
from api.routes import routes
from api.settings import ORIGINS, RATE, SWITCH, TOKEN, settings
from tests.analysis.cli.test_docs import same
from tests.served import ROOT

DOCUMENT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
HOST = "http://localhost:8502"
PRETTY = " | python -m json.tool --no-ensure-ascii"


def examples() -> list[tuple[str, str]]:
    blocks = re.findall(r"^```console\n(.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE)
    parts = (part for one in blocks for part in re.split(r"^\$ ", one, flags=re.MULTILINE)[1:])
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def curl(client: TestClient, arguments: list[str]) -> str:
    """Return what curl would print; these are all the options that the page uses."""
    url, content, headers = "", None, {}
    given = iter(arguments)
    for one in given:
        if one == "-s":
            continue
        if one in ("--json", "-d"):
            content = next(given).encode()
            form = "application/json" if one == "--json" else "application/x-www-form-urlencoded"
            headers["Content-Type"] = form
        elif one == "-H":
            name, _, value = next(given).partition(": ")
            headers[name] = value
        else:
            assert one.startswith(HOST)
            url = one.removeprefix(HOST)
    answer = client.request(
        "GET" if content is None else "POST", url, content=content, headers=headers
    )
    return answer.text


def client_of(environment: dict[str, str]) -> TestClient:
    return TestClient(Starlette(routes=routes(given=settings(environment))))


def test_the_examples_of_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (rules,) = re.findall(r"^```text\n(rule,.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE)
    (tmp_path / "house.csv").write_text(rules, encoding="utf-8")
    monkeypatch.setenv("SLANT_RULES", str(tmp_path / "house.csv"))
    readiness._load()
    client = client_of({})
    run = 0
    for command, shown in examples():
        line, piped, _ = command.partition(PRETTY)
        program, *arguments = shlex.split(line)
        if program != "curl":  # the server, started with a setting
            setting, value = program.split("=")
            client = client_of({setting: value})
            continue
        told: Any = json.loads(curl(client, arguments))
        real = json.dumps(told, ensure_ascii=False, indent=4 if piped else None) + "\n"
        assert same(shown, real), f"$ {command}\n{real}"
        run += 1
    assert run > 8


def test_every_setting_and_status_is_there() -> None:
    for setting in (SWITCH, TOKEN, RATE, ORIGINS):
        assert f"| `{setting}` |" in DOCUMENT
    for status in (401, 403, 404, 408, 413, 415, 422, 429, 500, 503):
        assert re.search(rf"^\| .*\b{status}\b", DOCUMENT, re.MULTILINE)
    assert f"({MOST_AT_ONCE}, and {MOST_OF_ONE} of one client)" in DOCUMENT
