"""``/api/lint``: the rules of the server, the text as it is written, and what to ignore."""

import logging
from pathlib import Path
from typing import Any

import pytest

from tests.api.articles.asking import ask, client_of

RULES = """\
rule,pattern,message,plainer,severity,sections,paths,parts,state
no-slam,slams,Say criticises.,criticises,error,,,,
sport-only,smash,Say beat.,beat,warning,sport,,,
opinion-only,outrage,Say anger.,anger,note,,opinion/**,,
headline,bid,Say attempt.,attempt,warning,,,headline,
tried,plan,Say nothing.,,error,,,,draft
"""


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the server's rules."""
    path = tmp_path / "house.csv"
    path.write_text(RULES, encoding="utf-8")
    monkeypatch.setenv("SLANT_RULES", str(path))
    return path


def found(body: dict[str, Any]) -> list[tuple[str, str]]:
    """Return which rules found which words."""
    status, told = ask(client_of(), "/api/lint", {"model": False} | body)
    assert status == 200
    return [(one["check"], one["text"]) for one in told["findings"]]


def test_rules_find_words_in_the_outlets_voice_and_drafts_find_none() -> None:
    text = "The minister slams the plan. “He slams it,” said Ana Hale."
    _, told = ask(client_of(), "/api/lint", {"text": text, "model": False})
    (finding,) = told["findings"]
    assert told["notices"] == []
    assert (finding["check"], finding["severity"], finding["kind"]) == ("no-slam", "error", "rule")
    assert (finding["start"], finding["end"], finding["voice"]) == (13, 18, "outlet")
    assert (finding["message"], finding["plainer"]) == ("Say criticises.", ["criticises"])
    assert len(finding["fingerprint"]) == 32


def test_the_model_adds_notes_unless_it_is_left_out() -> None:
    text = "The mayor’s reckless plan would gut the library."
    _, told = ask(client_of(), "/api/lint", {"text": text})
    notes = {one["text"]: one for one in told["findings"]}
    assert notes["reckless"]["check"] == "slant.loaded-words"
    assert notes["reckless"]["severity"] == "note"
    assert 0.5 < notes["reckless"]["probability"] <= 1
    assert found({"text": text}) == []


def test_section_path_and_headline_are_those_of_the_request() -> None:
    text = "It was a smash and an outrage for the town, a bid too many."
    assert found({"text": text}) == []
    assert found({"text": text, "section": "sport"}) == [("sport-only", "smash")]
    assert found({"text": text, "path": "opinion/a.md"}) == [("opinion-only", "outrage")]
    assert found({"text": f"A bid\n\n{text}", "title": "A bid"}) == [("headline", "bid")]


@pytest.mark.parametrize(
    ("kind", "text", "line", "column"),
    [
        ("text", "The vote.\r\n\r\nA minister slams it.", 3, 12),
        ("markdown", "# The vote\n\nA **minister** slams it.", 3, 16),
        ("html", "<h1>The vote</h1>\n<p>A &ldquo;minister&rdquo; slams it.</p>", 2, 29),
        ("text", "\ufeffA minister slams 🙂.", 1, 13),
        ("text", "\ud83dA minister slams it.", 1, 13),
        ("text", "<html> A minister slams it.", 1, 19),
        ("text", "It is â€œodd, and a minister slams it.", 1, 30),
    ],
)
def test_a_finding_stands_where_it_does_in_what_was_sent(
    kind: str, text: str, line: int, column: int
) -> None:
    status, told = ask(client_of(), "/api/lint", {"text": text, "kind": kind, "model": False})
    assert status == 200
    (finding,) = told["findings"]
    assert text[finding["content_start"] : finding["content_end"]] == "slams"
    assert (finding["line"], finding["column"]) == (line, column)
    assert (finding["end_line"], finding["end_column"]) == (line, column + 5)


def test_comments_ignore_and_one_that_ignores_nothing_is_told() -> None:
    text = (
        "<!-- slant-ignore no-slam: a quotation -->\n\nHe slams it.\n\n"
        "<!-- slant-ignore headline: no use -->\n\nShe waits.\n"
    )
    body = {"text": text, "kind": "markdown", "model": False}
    _, told = ask(client_of(), "/api/lint", body)
    assert told["findings"] == []
    assert told["notices"] == ["Line 5: nothing is found here that “headline” would ignore."]


def test_rules_are_read_anew_when_their_file_changes(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.rules.files.served.LOOK_AGAIN", 0.0)
    assert found({"text": "She blasts it."}) == []
    rules.write_text("rule,pattern\nno-blast,blasts\n", encoding="utf-8")
    assert found({"text": "She blasts it."}) == [("no-blast", "blasts")]


@pytest.mark.parametrize("text", ["", " \n", "Der Rat hat gestern beschlossen, dass es regnet."])
def test_what_was_not_looked_at_is_a_notice_and_no_problem(text: str) -> None:
    status, told = ask(client_of(), "/api/lint", {"text": text})
    assert (status, told["findings"], len(told["notices"])) == (200, [], 1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"text": "Rain.", "kind": "pdf"}, "“kind” is one of text, markdown, html."),
        ({"text": "Rain.", "kind": ["text"]}, "“kind” is one of text, markdown, html."),
        ({"text": "Rain.", "model": 1}, "“model” is either true or false."),
        ({"text": "Rain.", "section": 1}, "“section” is not a string."),
        ({"text": "Rain.", "rules": "x"}, "not known"),
    ],
)
def test_a_request_that_is_wrong(body: dict[str, Any], said: str) -> None:
    status, told = ask(client_of(), "/api/lint", body)
    assert (status, told["kind"]) == (422, "malformed")
    assert said in told["title"]


@pytest.mark.parametrize("bad", ["rule,pattern\nX Y,slams\n", None])
def test_rules_that_cannot_be_used_are_told_without_their_file(
    bad: str | None, rules: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if bad is None:
        rules.unlink()
    else:
        rules.write_text(bad, encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        status, told = ask(client_of(), "/api/lint", {"text": "He slams it."})
    assert (status, told["kind"]) == (503, "bad-rules")
    assert "house.csv" not in str(told)
    assert "house.csv" in caplog.text
    assert "He slams" not in caplog.text
