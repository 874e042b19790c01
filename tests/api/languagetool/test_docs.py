"""docs/editors.md and its example name what there is."""

import re
import shlex

from starlette.testclient import TestClient

from analysis.output.lint.record import RECORD
from api.articles.fields import KINDS
from api.languagetool.matches import HOUSE, MODEL_RULES, STYLE
from api.settings import ORIGINS, RATE, TOKEN, settings
from tests.served import ROOT

PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
WORDPRESS = ROOT / "docs" / "examples" / "wordpress"


def test_every_setting_and_id_is_there() -> None:
    for setting in ("SLANT_RULES", TOKEN, ORIGINS, RATE):
        assert f"| `{setting}` |" in PAGE
    for identifier, _, _ in MODEL_RULES.values():
        assert f"| `{identifier}` | `{STYLE[0]}` |" in PAGE
    assert f"| `{HOUSE[0]}` |" in PAGE


def test_every_origin_that_is_named_can_be_set() -> None:
    named = set(re.findall(r"`((?:[a-z-]+-extension|app|capacitor|http)://[^`/ ]+)`", PAGE))
    named -= {one for one in named if ":8081" in one}
    assert {"moz-extension://*", "app://obsidian.md"} <= named
    for origin in named:
        assert settings({ORIGINS: origin}).origins == {origin}


def test_the_request_that_is_shown_is_answered(client: TestClient) -> None:
    [line] = re.findall(r"^ +curl (.*) http://localhost:8081/v2/check$", PAGE, re.MULTILINE)
    fields = [part for part in shlex.split(line) if part != "-d"]
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/v2/check", content="&".join(fields), headers=headers)
    assert [match["offset"] for match in answer.json()["matches"]] == [4]


def test_the_panel_for_wordpress_reads_what_lint_answers() -> None:
    panel = (WORDPRESS / "panel.js").read_text(encoding="utf-8")
    read = set(re.findall(r"finding\.(\w+)", panel))
    assert {"text", "severity", "message", "plainer"} <= read <= set(RECORD)
    plugin = (WORDPRESS / "slant-before-publishing.php").read_text(encoding="utf-8")
    assert re.search(r"'/api/lint'", plugin)
    [kind] = re.findall(r"'kind' => '(\w+)'", plugin)
    assert kind in KINDS
