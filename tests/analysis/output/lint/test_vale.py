"""The shape of Vale: an object from paths to alerts, with 1-based, inclusive columns."""

import json

from analysis.output.lint.run import Run
from analysis.output.lint.vale import to_vale
from tests.analysis.output.lint.linted_files import linted

KEYS = {
    *("Action", "Span", "Check", "Description", "Link", "Message", "Severity", "Match", "Line"),
}


def test_an_alert_has_vales_keys_and_units() -> None:
    one = linted(
        "# Town\n\nThe 😀 **regime** fell.\n",
        [
            ("regime", "house.regime", {"plainer": ["government"], "link": "https://a.example/"}),
            ("Town", "house.town", {"severity": "warning", "reason": "It is a city."}),
            ("fell", "slant.loaded-words", {}),
        ],
    )
    (town, regime, fell) = json.loads(to_vale(Run((one,))))["news/town.md"]
    assert set(regime) == KEYS
    assert regime["Action"] == {"Name": "replace", "Params": ["government"]}
    # T h e space 😀 space * * r: the ninth character, and six letters.
    assert (regime["Line"], regime["Span"]) == (3, [9, 14])
    assert (regime["Match"], regime["Link"]) == ("regime", "https://a.example/")
    assert [one["Severity"] for one in (town, regime, fell)] == ["warning", "error", "suggestion"]
    assert town["Action"] == {"Name": "", "Params": None}
    assert town["Description"] == "It is a city."


def test_words_over_two_lines_are_marked_up_to_the_end_of_the_first() -> None:
    one = linted("The old\nregime fell.\n", [("old\nregime", "a", {})], path="a.txt")
    (alert,) = json.loads(to_vale(Run((one,))))["a.txt"]
    assert (alert["Line"], alert["Span"], alert["Match"]) == (1, [5, 7], "old\nregime")


def test_files_without_findings_are_left_out() -> None:
    assert json.loads(to_vale(Run((linted("A day.\n", []),)))) == {}
    assert json.loads(to_vale(Run())) == {}
