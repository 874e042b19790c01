"""LanguageTool's protocol as a process answers it, and what that prints."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.served import ServedApi, served_api

TOKEN = "lighthousekey"

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, rules_file: Path) -> Iterator[ServedApi]:
    log = tmp_path_factory.mktemp("languagetool") / "server.log"
    with served_api(log, SLANT_API_TOKEN=TOKEN, SLANT_RULES=str(rules_file)) as running:
        yield running


def ask(server: ServedApi, path: str, **form: str) -> tuple[int, str]:
    sent = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(server.url + path, sent, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_it_answers_and_prints_neither_text_nor_token(server: ServedApi) -> None:
    text = "The 😀 regime of zebras fell."
    status, told = ask(server, f"/lt/{TOKEN}/v2/check", text=text, language="auto")
    assert status == 200
    assert [match["offset"] for match in json.loads(told)["matches"]] == [7]
    assert ask(server, "/v2/check", text=text, language="auto", apiKey=TOKEN)[0] == 200
    assert ask(server, f"/lt/{TOKEN}x/v2/check", text=text, language="auto")[0] == 403
    assert ask(server, f"/lt/{TOKEN}/v2/check?text=zebras")[0] == 405
    assert ask(server, f"/v2/check?text=zebras&apiKey={TOKEN}", language="en")[0] == 403
    assert ask(server, f"/lt/{TOKEN}/v2/check", text=text, language="zebras")[0] == 400
    assert ask(server, "/v2/languages")[0] == 200
    printed = server.log.read_text(encoding="utf-8")
    assert server.url in printed
    for kept_out in (TOKEN, "zebras", "regime", "/v2/"):
        assert kept_out not in printed
