"""House rules on the Read page, run without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.idle import DRAWN
from tests.hand_made_findings import HOSTILE

APP = str(Path(__file__).parents[3] / "app.py")
CSV = (
    "rule,kind,pattern,message,plainer,severity,voices,link\r\n"
    "label,words,thugs|piracy,Say what was done.,gunmen,error,outlet|quoted,\r\n"
    "crew,words,gunboat,Give its name.,,note,,\r\n"
)


@pytest.fixture
def app(monkeypatch) -> AppTest:
    """The Read page, drawn whole, with a sample: “thugs” is in its first sentence and “gunboat” in
    the second, both the outlet's own, “piracy” in the seventh, which is quoted."""
    monkeypatch.delenv("SLANT_RULES", raising=False)
    app = AppTest.from_file(APP, default_timeout=120)
    app.session_state[DRAWN] = True
    return app.run()


def load(app: AppTest, content: str = CSV, name: str = "style.csv") -> AppTest:
    number = app.session_state["rule-uploads"]
    app.file_uploader(key=f"rules-{number}").upload(name, content.encode(), "text/csv").run()
    assert not app.exception
    return app


def component(app: AppTest, name: str) -> dict[str, Any]:
    found = [one.proto for one in app.get("bidi_component") if one.proto.id.endswith(name)]
    return json.loads(found[0].json) if found else {}


def said(app: AppTest) -> list[str]:
    parts = [*app.header, *app.subheader, *app.caption, *app.text, *app.error]
    return [part.value.replace("\\", "") for part in parts]


def test_without_rules_there_is_a_fold_and_nothing_else(app) -> None:
    assert not app.exception
    assert [one.label for one in app.expander if one.label == "House rules"] == ["House rules"]
    assert "rules" not in json.loads(component(app, "-article-text")["article"])
    assert not [line for line in said(app) if line.startswith("House rules:")]


def test_loaded_rules_are_listed_and_marked_and_taken_away(app) -> None:
    load(app)
    assert "House rules: 2 errors and 1 note" in said(app)
    assert "style.csv: 2 live rules." in said(app)
    groups = component(app, "-house-rules-list")["groups"]
    assert [group["title"] for group in groups] == ["Say what was done.", "Give its name."]
    assert [entry["note"] for entry in groups[0]["entries"]] == [
        *("sentence 1, own voice", "sentence 7, quoted"),
    ]
    assert [entry["sentences"] for entry in groups[0]["entries"]] == [[0], [6]]
    assert len(json.loads(component(app, "-article-text")["article"])["rules"]) == 3
    app.button(key="remove-rules").click().run()
    assert "rules" not in json.loads(component(app, "-article-text")["article"])
    assert not component(app, "-house-rules-list")


def test_the_card_says_all_of_a_finding(app) -> None:
    load(app)
    app.query_params["s"] = "1"
    app.run()
    (card,) = [text.value for text in app.text if text.value.startswith("error: “thugs”")]
    assert card.split("\n") == [
        "error: “thugs”, own voice",
        "Say what was done.",
        "Plainer: “gunmen”",
        "Rule label, revision 1",
    ]
    assert "House rules" in [one.value for one in app.subheader]


def test_the_list_follows_the_switch_of_voices(app) -> None:
    load(app)
    app.button_group(key="voices").set_value(["outlet"]).run()
    assert "House rules: 1 error and 1 note" in said(app)


def test_the_downloads_have_the_findings(app) -> None:
    names = "Findings of house rules, CSV"
    assert names not in [one.proto.label for one in app.get("download_button")]
    load(app)
    assert names in [one.proto.label for one in app.get("download_button")]


def test_a_bad_file_is_said_and_the_rules_before_it_stay(app) -> None:
    load(app)
    load(app, "rule,pattern,severity\none,x,grave\ntwo,,note\n", "bad.csv")
    (error,) = app.error
    assert app.button(key="dismiss-rules-trouble").label == "Dismiss"
    told = error.value.replace("\\", "")
    assert told.startswith("bad.csv was not loaded, as it has 2 problems:")
    assert "- bad.csv, line 2 (one)" in told
    assert "House rules: 2 errors and 1 note" in said(app)
    app.button(key="dismiss-rules-trouble").click().run()
    assert not app.error
    assert "House rules: 2 errors and 1 note" in said(app)


def test_the_example_rules_are_one_click(app) -> None:
    app.button(key="example-rules").click().run()
    assert not app.exception
    assert [line for line in said(app) if line.startswith("House rules: ")]
    assert "example-rules" not in [button.key for button in app.button]


def test_nothing_found_is_said(app) -> None:
    load(app, "rule,pattern\nzebra,zebra\n")
    assert "House rules: nothing found" in said(app)


def test_what_a_rule_says_is_shown_as_it_is(app) -> None:
    message = HOSTILE.replace('"', '""')
    load(app, f'rule,pattern,message,reason\nlabel,thugs,"{message}","{message}"\n')
    (group,) = component(app, "-house-rules-list")["groups"]
    assert group["title"].startswith("<img src=x onerror=")
    app.query_params["s"] = "1"
    app.run()
    assert [text for text in app.text if HOSTILE.split("\u202e")[0].strip() in text.value]
    assert not [one for one in app.markdown if "onerror" in one.value]


def test_the_rules_of_the_server_are_used_and_broken_ones_said(app, monkeypatch, tmp_path) -> None:
    path = tmp_path / "house.csv"
    path.write_text(CSV, encoding="utf-8")
    monkeypatch.setenv("SLANT_RULES", str(path))
    app.run()
    assert "House rules: 2 errors and 1 note" in said(app)
    assert "example-rules" not in [button.key for button in app.button]
    monkeypatch.setenv("SLANT_RULES", str(tmp_path / "none.csv"))
    app.run()
    assert not app.exception
    (error,) = app.error
    assert error.value.replace("\\", "").startswith("This server’s house rules are not in use.")
    assert app.title[0].value.startswith("Velmark")
