"""``/v2/check`` as clients ask it, with real rules and the real model."""

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.settings import Rate, Settings
from tests.api.languagetool.conftest import ORIGINS, client_of
from tests.api.languagetool.recorded import RECORDED, Recorded

GERMAN = "Der Rat hat am Dienstag beschlossen, die Brücke für das Regime zu sperren."
LOADED = "The council's shameful decision will hurt the town."


def units(text: str, start: int, length: int) -> str:
    """Return what JavaScript's ``text.substr(start, length)`` is."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * start : 2 * (start + length)].decode("utf-16-le")


def asked(client: TestClient, **sent: str) -> dict[str, Any]:
    answer = client.post("/v2/check", data={"language": "en-US", **sent})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def refused(client: TestClient, **sent: str) -> tuple[int, str]:
    answer = client.post("/v2/check", data=sent)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("Error: ")
    return answer.status_code, answer.text


def by_rule(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {match["rule"]["id"]: match for match in told["matches"]}


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda one: one.client)
def test_each_client_is_answered_in_its_own_offsets(client: TestClient, recorded: Recorded) -> None:
    answer = client.post("/v2/check", content=recorded.body.encode(), headers=recorded.headers)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    house = [match for match in told["matches"] if match["rule"]["id"] == "HOUSE_REGIME"]
    words = [units(recorded.joined, match["offset"], match["length"]) for match in house]
    assert words == list(recorded.found)
    for match in told["matches"]:
        context = match["context"]
        shown = units(context["text"], context["offset"], context["length"])
        there = units(recorded.joined, match["offset"], match["length"])
        assert shown == there.replace("\n", " ")
    assert told["language"]["code"] == recorded.code
    origin = recorded.headers.get("Origin")
    assert answer.headers.get("access-control-allow-origin") == origin


def test_the_answer_has_the_shape_that_clients_read(client: TestClient) -> None:
    told = asked(client, text="The regime fell.")
    [match] = [match for match in told["matches"] if match["rule"]["id"] == "HOUSE_REGIME"]
    assert match == {
        "message": "Name the government.",
        "shortMessage": "House rule",
        "replacements": [{"value": "government"}],
        "offset": 4,
        "length": 6,
        "context": {"text": "The regime fell.", "offset": 4, "length": 6},
        "sentence": "The regime fell.",
        "type": {"typeName": "Other"},
        "rule": {
            "id": "HOUSE_REGIME",
            "description": "House rule “regime”",
            "issueType": "terminology",
            "category": {"id": "HOUSE", "name": "House rules"},
            "urls": [{"value": "https://desk.example/regime"}],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }
    software = told["software"]
    assert {name: type(value) for name, value in software.items()} == {
        "name": str,
        "version": str,
        "buildDate": str,
        "premium": bool,
        "apiVersion": int,
        "status": str,
    }
    assert told["warnings"] == {"incompleteResults": False}
    assert told["language"]["name"] == "English (US)"
    assert {"name", "code", "confidence"} <= set(told["language"]["detectedLanguage"])
    assert told["sentenceRanges"] == [[0, 16]]


def test_the_model_s_note_is_a_hint_with_a_plainer_wording(client: TestClient) -> None:
    match = by_rule(asked(client, text=LOADED))["SLANT_LOADED_WORDS"]
    assert units(LOADED, match["offset"], match["length"]) == "shameful"
    assert match["replacements"]
    assert match["type"] == {"typeName": "Hint"}
    assert match["rule"]["issueType"] == "style"
    assert match["rule"]["category"] == {"id": "STYLE", "name": "Style"}


def test_a_rule_without_a_link_has_none(client: TestClient) -> None:
    match = by_rule(asked(client, text="The bus costs more now."))["HOUSE_COSTS-MORE"]
    assert "urls" not in match["rule"]


@pytest.mark.parametrize(
    ("sent", "rules"),
    [
        ({}, {"HOUSE_REGIME", "SLANT_LOADED_WORDS"}),
        ({"disabledRules": "HOUSE_REGIME,WHITESPACE_RULE"}, {"SLANT_LOADED_WORDS"}),
        ({"disabledRules": "house_regime"}, {"SLANT_LOADED_WORDS"}),
        ({"disabledRules": "SLANT_LOADED_WORDS"}, {"HOUSE_REGIME"}),
        ({"disabledCategories": "STYLE"}, {"HOUSE_REGIME"}),
        ({"disabledCategories": "HOUSE"}, {"SLANT_LOADED_WORDS"}),
        ({"disabledCategories": "HOUSE", "enabledRules": "HOUSE_REGIME"}, None),
        ({"enabledRules": "HOUSE_REGIME"}, None),  # enables only what was off
        ({"enabledRules": "HOUSE_REGIME", "enabledOnly": "true"}, {"HOUSE_REGIME"}),
        ({"enabledCategories": "STYLE", "enabledOnly": "true"}, {"SLANT_LOADED_WORDS"}),
        ({"enabledRules": "EN_QUOTES", "enabledOnly": "true"}, set()),
        ({"mode": "textLevelOnly"}, set()),
        ({"mode": "allButTextLevelOnly", "level": "picky"}, None),
        ({"username": "ann", "apiKey": "x", "useragent": "y", "what-is-this": ""}, None),
    ],
)
def test_clients_choose_what_they_are_told(
    client: TestClient, sent: dict[str, str], rules: set[str] | None
) -> None:
    both = {"HOUSE_REGIME", "SLANT_LOADED_WORDS"}
    told = asked(client, text="The regime made a shameful decision.", **sent)
    assert set(by_rule(told)) == (both if rules is None else rules)


@pytest.mark.parametrize("code", ["en", "en-GB", "en-AU", "en-IN", "EN-us"])
def test_every_english_is_checked_alike(client: TestClient, code: str) -> None:
    told = asked(client, text="The regime fell.", language=code)
    assert set(by_rule(told)) == {"HOUSE_REGIME"}
    assert told["language"]["code"].lower() == code.lower()
    assert told["language"]["detectedLanguage"]["code"] == told["language"]["code"]


@pytest.mark.parametrize(
    ("code", "text", "said", "detected"),
    [
        ("de-DE", GERMAN, "de-DE", "de"),
        ("fr", "The regime made a shameful decision on Tuesday.", "fr", "en-US"),
        ("auto", GERMAN, "de", "de"),
    ],
)
def test_another_language_has_no_matches(
    client: TestClient, code: str, text: str, said: str, detected: str
) -> None:
    told = asked(client, text=text, language=code)
    assert told["matches"] == []
    assert told["language"]["code"] == said
    assert told["language"]["detectedLanguage"]["code"] == detected


def test_three_words_are_english_unless_it_is_certain(client: TestClient) -> None:
    told = asked(client, text="Regime in trouble", language="auto", preferredVariants="de-AT,en-NZ")
    assert told["language"]["code"] == "en-NZ"
    assert set(by_rule(told)) == {"HOUSE_REGIME"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "1, 2", "😀", "...", "\ud83d"])
def test_nothing_to_check_is_no_error(client: TestClient, text: str) -> None:
    data = json.dumps({"text": text})
    for language in ("auto", "en-US", "de"):
        assert asked(client, data=data, language=language)["matches"] == []


def test_half_an_emoji_leaves_the_offsets_exact(client: TestClient) -> None:
    text = "Half \ud83d of one, a whole 😀: the regime."
    [match] = asked(client, data=json.dumps({"text": text}))["matches"]
    before = text[: text.index("regime")].encode("utf-16-le", "surrogatepass")
    assert (match["offset"], match["length"]) == (len(before) // 2, 6)


def test_an_emoji_that_a_client_cut_in_two_counts_two(client: TestClient) -> None:
    pieces = [{"text": "The \ud83d"}, {"text": "\ude00 regime "}, {"markup": "<br>\ud83d\ude00"}]
    pieces += [{"text": "regime"}]
    told = asked(client, data=json.dumps({"annotation": pieces}))
    assert [match["offset"] for match in told["matches"]] == [7, 20]


def test_a_match_over_markup_is_shown_and_not_replaced(client: TestClient) -> None:
    pieces = [{"text": "The re"}, {"markup": "<b>"}, {"text": "gime fell."}]
    [match] = asked(client, data=json.dumps({"annotation": pieces}))["matches"]
    assert (match["offset"], match["length"]) == (4, 9)
    assert match["replacements"] == []


def test_no_match_lies_in_markup_alone(client: TestClient) -> None:
    pieces = [{"text": "See "}, {"markup": "`x`", "interpretAs": "regime"}, {"text": " there."}]
    assert asked(client, data=json.dumps({"annotation": pieces}))["matches"] == []


def test_markup_is_not_read(client: TestClient) -> None:
    pieces = [{"text": "See "}, {"markup": "<a title='regime'>"}, {"text": "this."}]
    assert asked(client, data=json.dumps({"annotation": pieces}))["matches"] == []


BAD = {
    "nothing": ({"language": "en"}, "text"),
    "both": ({"language": "en", "text": "a", "data": "{}"}, "once"),
    "no language": ({"text": "a"}, "language"),
    "unknown language": ({"text": "a", "language": "xx-YY"}, "en-GB"),
    "nothing enabled": ({"text": "a", "language": "en", "enabledOnly": "true"}, "enabledRules"),
}
BAD_DATA = ["", "{", "[]", "null", '"a"', "{}", '{"text": 1}', '{"text": "a", "annotation": []}']
BAD_DATA += ['{"annotation": {}}', '{"annotation": [1]}', '{"annotation": [{}]}', "[" * 100_000]
BAD_DATA += ['{"annotation": [{"text": "a", "markup": "b"}]}', '{"annotation": [{"markup": null}]}']
BAD_DATA += ['{"annotation": [{"text": "a", "interpretAs": "b"}]}']


@pytest.mark.parametrize("name", BAD)
def test_what_is_missing_is_said(client: TestClient, name: str) -> None:
    sent, named = BAD[name]
    status, sentence = refused(client, **sent)
    assert status == 400
    assert named in sentence


@pytest.mark.parametrize("data", BAD_DATA, ids=lambda data: data[:20])
def test_data_that_is_none_is_refused(client: TestClient, data: str) -> None:
    status, sentence = refused(client, language="en", data=data)
    assert status == 400
    assert "annotation" in sentence


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v2/check?language=en&text=regime", 405),
        ("PUT", "/v2/check", 405),
        ("GET", "/v2/words?username=a&apiKey=b&limit=10", 400),
        ("POST", "/v2/words/add", 400),
        ("GET", "/v2/admin", 404),
        ("POST", "/v2/", 404),
    ],
)
def test_what_there_is_not_is_refused_in_text(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path, headers={"Content-Type": "text/plain"})
    assert answer.status_code == status
    assert answer.text.startswith("Error: ")


def test_what_a_server_says_of_itself(client: TestClient) -> None:
    languages = client.get("/v2/languages").json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in languages
    assert all(set(one) == {"name", "code", "longCode"} for one in languages)
    assert {one["code"] for one in languages} == {"en"}
    assert client.get("/v2/info").json()["software"]["premium"] is False
    assert client.get("/v2/healthcheck").text == "OK"
    assert int(client.get("/v2/maxtextlength").text) > 100_000


def test_other_types_and_too_much_are_refused(client: TestClient) -> None:
    answer = client.post("/v2/check", json={"text": "a", "language": "en"})
    assert (answer.status_code, answer.text[:11]) == (415, "Error: Send")
    body = b"language=en&text=" + b"a" * 7_000_000
    answer = client.post("/v2/check", content=body, headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.text[:7]) == (413, "Error: ")
    body = b"language=en&text=" + b"a+" * 100_001
    answer = client.post("/v2/check", content=body, headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.text[:7]) == (413, "Error: ")


def test_a_text_in_the_address_is_not_taken(client: TestClient) -> None:
    answer = client.post("/v2/check?language=en&text=regime&apiKey=x", data={})
    assert answer.status_code == 400
    answer = client.post("/v2/check?language=en", data={"text": "The regime fell."})
    assert len(answer.json()["matches"]) == 1


@pytest.mark.parametrize(
    ("path", "sent", "headers", "status"),
    [
        ("/v2/check", {}, {}, 403),
        ("/v2/check", {"apiKey": "wrong", "username": "ann"}, {}, 403),
        ("/v2/check", {"apiKey": "secret", "username": "ann"}, {}, 200),
        ("/v2/check?apiKey=secret", {}, {}, 403),
        ("/v2/check", {}, {"Authorization": "Bearer secret"}, 200),
        ("/lt/secret/v2/check", {}, {}, 200),
        ("/lt/wrong/v2/check", {}, {}, 403),
        ("/lt//v2/check", {}, {}, 404),
    ],
)
def test_a_token_comes_as_the_key_or_in_the_address(
    path: str, sent: dict[str, str], headers: dict[str, str], status: int
) -> None:
    guarded = client_of(Settings(token="secret"))
    sent = {"text": "Fine.", "language": "en", **sent}
    assert guarded.post(path, data=sent, headers=headers).status_code == status
    assert guarded.get("/v2/languages").status_code == 200
    assert guarded.get("/lt/secret/v2/languages").status_code == 200


def test_rules_that_cannot_be_read_are_the_server_s_problem(
    client: TestClient,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("rule,pattern\nBad Id,x\n", encoding="utf-8")
    monkeypatch.setenv("SLANT_RULES", str(bad))
    answer = client.post("/v2/check", data={"text": "The regime fell.", "language": "en"})
    assert answer.status_code == 503
    assert "bad.csv" not in answer.text
    assert "bad.csv" in caplog.text
    assert "regime" not in caplog.text


def test_asking_too_often_is_told() -> None:
    slow = client_of(Settings(rate=Rate(1, 60)))
    assert slow.get("/v2/languages").status_code == 200
    answer = slow.get("/v2/languages")
    assert answer.status_code == 429
    assert answer.text.startswith("Error: ")
    assert int(answer.headers["retry-after"]) > 0


def test_the_whole_of_it_can_be_switched_off() -> None:
    off = client_of(Settings(on=False))
    assert off.get("/v2/languages").status_code == 404
    assert off.post("/v2/check", data={"text": "a", "language": "en"}).status_code == 404


ASKED_FIRST = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type",
    "Access-Control-Request-Private-Network": "true",
}


@pytest.mark.parametrize("origin", ["moz-extension://any-id", "app://obsidian.md"])
def test_an_allowed_origin_is_answered_before_and_at_its_request(
    client: TestClient, origin: str
) -> None:
    before = client.options("/v2/check", headers={"Origin": origin, **ASKED_FIRST})
    assert before.status_code == 204
    assert before.headers["access-control-allow-origin"] == origin
    assert before.headers["access-control-allow-private-network"] == "true"
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "content-type" in before.headers["access-control-allow-headers"].lower()
    # An error is readable too, or the add-on can only say that there is no connection.
    answer = client.post("/v2/check", data={}, headers={"Origin": origin})
    assert answer.status_code == 400
    assert answer.headers["access-control-allow-origin"] == origin


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "chrome-extension://another", "null", "app://other"]
)
def test_other_origins_are_allowed_nothing(client: TestClient, origin: str) -> None:
    before = client.options("/v2/check", headers={"Origin": origin, **ASKED_FIRST})
    answer = client.post(
        "/v2/check", data={"text": "a", "language": "en"}, headers={"Origin": origin}
    )
    assert answer.status_code == 403
    assert "SLANT_API_ORIGINS" in answer.text
    for one in (before, answer):
        assert not [name for name in one.headers if name.startswith("access-control")]


def test_by_default_no_foreign_origin_is_allowed() -> None:
    for origin in ORIGINS:
        answer = client_of(Settings()).get("/v2/languages", headers={"Origin": origin})
        assert answer.status_code == 403
