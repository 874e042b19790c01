"""Findings of house rules by rule and by sentence, and an article checked for them."""

from analysis.output.rules.house_check import house_check
from analysis.rules.rule import Rule, RuleSet
from tests.hand_made_findings import found, house_check_of

TEXT = "The regime slammed it. They slammed it. The regime fell, a famous fall."


def three_rules():
    return house_check_of(
        [
            found(TEXT, "regime", check="regime", severity="error"),
            found(TEXT, "slammed", check="slammed", severity="note"),
            found(TEXT, "slammed", 1, 1, check="slammed", severity="note"),
            found(TEXT, "fell", 2, check="fell", severity="note"),
            found(TEXT, "famous fall", 2, check="slammed", severity="note"),
        ]
    )


def test_errors_come_first_then_what_found_most() -> None:
    rules = three_rules().by_rule
    assert [rule.check for rule in rules] == ["regime", "slammed", "fell"]
    assert [len(rule.findings) for rule in rules] == [1, 3, 1]
    assert rules[1].sentences == [0, 1, 2]


def test_findings_are_counted_by_severity_and_by_sentence() -> None:
    check = three_rules()
    assert check.counts == {"error": 1, "note": 4}
    assert {number: len(rows) for number, rows in check.by_sentence.items()} == {0: 2, 1: 1, 2: 2}
    assert check.found[:2] == [(4, 10, "error"), (11, 18, "note")]


def test_a_part_of_the_sentences_can_be_shown() -> None:
    left = three_rules().of_sentences({1})
    assert [row["text"] for row in left.rows] == ["slammed"]
    assert (left.counts, left.name, left.live) == ({"note": 1}, "style.csv", 3)


def test_nothing_found_is_a_check_too() -> None:
    empty = house_check_of([])
    assert (empty.by_rule, empty.counts, empty.found, empty.by_sentence) == ([], {}, [], {})


def test_live_rules_are_looked_for_and_drafts_counted(result_of) -> None:
    result = result_of(["The regime fell.", "A zebra ran."], loaded=["loaded", "not loaded"])
    rules = RuleSet(
        (
            Rule("regime", "regime", message="Name the government.", severity="error"),
            Rule("zebra", "zebra", state="draft"),
            Rule("sport", "fell", sections=("sport",)),
        ),
        "rules/style.csv",
    )
    check = house_check(result, rules)
    assert [(row["check"], row["text"], row["kind"]) for row in check.rows] == [
        ("regime", "regime", "rule")
    ]
    assert (check.live, check.drafts, check.elsewhere) == (2, 1, 1)


def test_rules_for_certain_paths_follow_the_path(result_of) -> None:
    result = result_of(["The regime fell."])
    rules = RuleSet((Rule("fell", "fell", paths=("news/*.txt",)),))
    there, elsewhere = (house_check(result, rules, path=p) for p in ("news/a.txt", "blog/a.txt"))
    assert (len(there.rows), there.elsewhere) == (1, 0)
    assert (len(elsewhere.rows), elsewhere.elsewhere) == (0, 1)
