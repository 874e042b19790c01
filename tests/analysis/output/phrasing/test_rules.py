"""What is said about house rules."""

import pytest

from analysis.output.phrasing import rules as said
from analysis.rules.rule import SEVERITIES
from tests.hand_made_findings import HOSTILE, found, house_check_of


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, "House rules: nothing found"),
        ({"error": 1}, "House rules: 1 error"),
        ({"error": 2, "note": 1}, "House rules: 2 errors and 1 note"),
        ({"error": 1, "warning": 1, "note": 3}, "House rules: 1 error, 1 warning and 3 notes"),
    ],
)
def test_the_title_counts_by_severity(counts: dict[str, int], expected: str) -> None:
    rows = [found("A b.", "b", severity=s) for s, many in counts.items() for _ in range(many)]
    assert said.title(house_check_of(rows)) == expected


@pytest.mark.parametrize(
    ("name", "live", "drafts", "expected"),
    [
        ("style.csv", 1, 0, "style.csv: 1 live rule"),
        (
            "/srv/desk/style.csv, /home/ann/own.csv",
            20,
            2,
            "style.csv, own.csv: 20 live rules and 2 drafts",
        ),
        ("house rules", 0, 1, "house rules: 0 live rules and 1 draft"),
    ],
)
def test_rules_are_named_without_their_folders(name, live, drafts, expected) -> None:
    assert said.rules_line(name, live, drafts) == expected


def test_how_often_says_severity_number_and_the_words_found() -> None:
    text = "Regime, regime, regimes, a regimen, the regiment: it is a long list."
    words = ["Regime", "regime", "regimes", "regimen", "regiment"]
    for count, expected in [
        (1, "warning, found once: “Regime”"),
        (2, "warning, found twice: “Regime”"),
        (3, "warning, found 3 times: “Regime” and “regimes”"),
        (5, "warning, found 5 times: “Regime”, “regimes”, “regimen” and 1 other wording"),
    ]:
        (rule,) = house_check_of([found(text, one) for one in words[:count]]).by_rule
        assert said.how_often(rule) == expected


def test_without_live_rules_it_is_not_said_that_nothing_was_found() -> None:
    assert said.title(house_check_of([], live=0, drafts=2)) == "House rules: none is live"


def test_a_rule_without_a_message_has_its_id_for_one() -> None:
    (rule,) = house_check_of([found("A b.", "b", check="b-rule", message=" ")]).by_rule
    assert said.heading(rule) == "b-rule"


def test_plainer_wordings_and_reason_are_said_where_there_are_some() -> None:
    assert said.plainer_line(["a", "b"]) == "Plainer: “a” or “b”"
    assert said.plainer_line(list("abcdefg")).count("“") == said.MOST_WORDINGS
    assert (said.plainer_line([]), said.reason_line(" "), said.reason_line("It hurts.")) == (
        *("", "", "Why: It hurts."),
    )


def test_every_severity_has_a_sign_of_its_own() -> None:
    assert set(said.SEVERITY_SIGNS) == set(SEVERITIES)
    assert len(set(said.SEVERITY_SIGNS.values())) == len(SEVERITIES)


def test_what_is_shown_is_one_short_line_that_turns_nothing_round() -> None:
    shown = said.shown(f"{HOSTILE}\n\t{'x ' * 10_000}")
    assert len(shown) <= said.LONGEST
    assert not {"\n", "\t", "\u202e"} & set(shown)
