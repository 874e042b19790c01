"""The example rules: twenty, each with its words, right in the sentences they were made for."""

import csv
from collections import Counter

import pytest

from analysis.rules.files.examples import EXAMPLES, example_rules
from analysis.rules.files.rule_files import rules_to_csv
from analysis.rules.matching.matcher import matcher


def found(text: str) -> dict[str, list[str]]:
    """What each example rule finds in a text."""
    places: dict[str, list[str]] = {}
    for match in matcher(example_rules()).matches(text).found:
        places.setdefault(match.rule.rule, []).append(text[match.start : match.end])
    return places


def test_there_are_twenty_with_all_that_an_editor_reads() -> None:
    rules = example_rules().rules
    assert len(rules) == 20
    assert Counter(rule.state for rule in rules) == {"live": 18, "draft": 2}
    assert {rule.severity for rule in rules} == {"note", "warning", "error"}
    assert {rule.kind for rule in rules} == {"words", "regex", "accept"}
    for rule in rules:
        assert rule.reason.endswith(".")
        assert rule.kind == "accept" or rule.message.endswith(".")
    assert any(rule.parts == ("headline",) for rule in rules)
    assert any(rule.sections for rule in rules)
    assert any(rule.most for rule in rules)
    assert any("quoted" in rule.voices for rule in rules)


def test_the_file_is_as_slant_writes_it() -> None:
    written = rules_to_csv(example_rules())
    assert EXAMPLES.read_bytes().decode() == written
    assert len(list(csv.reader(written.splitlines()))) == 21


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("terrorist", "The terrorists left the village at dawn.", ["terrorists"]),
        ("regime", "The regime closed two newspapers.", ["regime"]),
        ("regime", "Exiles fear the military regime’s police.", ["regime"]),
        ("claimed", "The mayor claimed that the bridge was safe.", ["claimed"]),
        ("claimed", "“It is safe,” Ana Hale claimed.", ["claimed"]),
        ("war-crimes", "The general’s war crimes are well known.", ["war crimes"]),
        ("collateral-damage", "The air strike caused collateral damage.", ["collateral damage"]),
        ("suicide-committed", "The singer committed suicide in May.", ["committed suicide"]),
        ("illegal-immigrant", "Two illegal immigrants were found.", ["illegal immigrants"]),
        ("flood-of-people", "A new wave of young refugees came.", ["wave of young refugees"]),
        ("crime-of-passion", "Police spoke of a crime of passion.", ["crime of passion"]),
        ("wheelchair", "He is confined to a wheelchair.", ["confined to a wheelchair"]),
        ("officer-involved", "It was an officer-involved shooting.", ["officer-involved shooting"]),
        ("vague-attribution", "Critics say it is too late.", ["Critics say"]),
        ("so-called", "The so-called experts met.", ["so-called"]),
        ("headline-slams", "Minister slams bishops over letter", ["slams"]),
        ("sport-of-war", "Rovers were slaughtered 7–0.", ["slaughtered"]),
        ("amid", "It closed amid protests.", ["amid"]),
        ("sic", "“I done [sic] nothing,” she said.", ["[sic]"]),
        ("obviously", "It is obviously wrong.", ["obviously"]),
        ("controversial", "A controversial plan.", ["controversial"]),
    ],
)
def test_what_they_find(rule: str, text: str, words: list[str]) -> None:
    assert found(text)[rule] == words


@pytest.mark.parametrize(
    "text",
    [
        "The government lists the group as a terrorist organisation.",
        "She was charged with material support to a terrorist group.",
        "A terrorist attack killed two people, and counter-terrorist police came.",
        "The Regime Change Act of 1998 is a law of the United States.",
        "Her skin care regime and the new tax regime have little in common.",
        "The group claimed responsibility, and he claimed benefits.",
        "The campaign’s claims that week were checked.",
        "He falsely claimed that he had won.",
        "He goes on trial at the war crimes tribunal for war crimes.",
        "Could the report lead to war crime charges? A war crimes suspect was held.",
        "Israel and Hamas accuse each other of war crimes.",
        "The scandal’s collateral damage reached the party’s accounts.",
        "A suicide attack; they did not commit suicide bombings.",
        "A wave of heat met the refugees.",
        "Critics say they will stay away.",
        "The so-called Islamic State lost the town.",
        "Car slams into shop front",
        "The amidships cabin was clear.",
    ],
)
def test_what_they_leave_alone(text: str) -> None:
    assert found(text) == {}
