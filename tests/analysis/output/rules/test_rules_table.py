"""What house rules found, in a terminal."""

from analysis.output.rules.table import house_rules_lines
from analysis.output.table import cell_width, readable_table
from tests.hand_made_findings import found, hostile_check, house_check_of

TEXT = "The regime slammed it. The regime fell."


def lines(check, width: int = 80) -> list[str]:
    return list(house_rules_lines(check, width))


def test_each_rule_has_its_sentences_words_and_message() -> None:
    more = {"check": "regime", "message": "Name the government.", "plainer": ["government"]}
    rows = [
        found(TEXT, "regime", 0, severity="error", **more),
        found(TEXT, "regime", 1, 1, severity="error", **more),
    ]
    assert lines(house_check_of(rows, name="house/style.csv", drafts=1)) == [
        "House rules: 2 errors (style.csv: 3 live rules and 1 draft).",
        "severity sentences    found",
        "error    1 and 2      “regime”: Name the government. Plainer: “government”",
    ]


def test_a_long_message_goes_on_below() -> None:
    rows = [found(TEXT, "slammed", message="Say what was said " * 8)]
    shown = lines(house_check_of(rows), 60)
    assert all(cell_width(line) <= 60 for line in shown)
    assert len(shown) > 4
    assert all(line.startswith(" " * 22) for line in shown[3:])


def test_nothing_found_is_said() -> None:
    assert lines(house_check_of([], elsewhere=2)) == [
        "House rules: nothing found (style.csv: 3 live rules).",
        "2 rules are for articles of certain sections or paths, and this is not known to",
        "be one of them.",
    ]


def test_a_rule_cannot_control_the_terminal(result_of) -> None:
    result = result_of(["The vile regime fell."])
    check = hostile_check(result, "regime")
    shown = "\n".join(lines(check))
    assert "\u202e" not in shown
    row = found(result.text, "regime", message="\x1b[31mred\x07", check="\x1b]0;title\x07")
    assert "\x1b" not in "\n".join(lines(house_check_of([row])))


def test_the_table_of_an_article_has_them_above_its_sentences(result) -> None:
    without = readable_table(result)
    row = found(result.text, result.text[:3])
    shown = readable_table(result, 100, house_check_of([row]))
    assert shown.index("House rules: 1 warning") < shown.index("   # voice")
    assert "House rules" not in without
