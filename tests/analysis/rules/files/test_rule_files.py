"""Files of rules: every way a spreadsheet writes them, every mistake named, and back again."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import CannotRead
from analysis.rules.errors import BadRules
from analysis.rules.files.rule_files import read_rules, rules_from_csv, rules_to_csv
from analysis.rules.rule import (
    CASES,
    KINDS,
    RULE_PARTS,
    RULE_VOICES,
    SEVERITIES,
    STATES,
    WITHIN,
    Rule,
    RuleSet,
)

# What a cell can hold: any text but NUL and half characters, without white space at its ends, and
# with single spaces, as a person writes a value.
_SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff")
TEXTS = st.text(_SIGNS, max_size=30).map(lambda text: " ".join(text.split()))
VALUES = st.lists(TEXTS.filter(bool), max_size=3).map(tuple)


def some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), min_size=1, unique=True).map(tuple)


RULES = st.builds(
    Rule,
    rule=st.from_regex(r"[a-z][a-z0-9._-]{0,20}", fullmatch=True).filter(
        lambda rule: not rule.startswith("slant.")
    ),
    # Words that any kind of pattern can be, and signs that a cell could get wrong.
    pattern=st.sampled_from(["regime", "so-called", "=cmd", "-ish", "a|b", "“x”", "@home", "x;y"]),
    kind=st.sampled_from(KINDS),
    message=TEXTS,
    plainer=VALUES,
    severity=st.sampled_from(SEVERITIES),
    case=st.sampled_from(CASES),
    exceptions=VALUES,
    voices=some(RULE_VOICES),
    parts=some(RULE_PARTS),
    sections=VALUES,
    paths=st.lists(st.sampled_from(["sport/**", "*.md", "!a b.txt"]), max_size=2).map(tuple),
    most=st.integers(0, 999),
    within=st.sampled_from(WITHIN),
    reason=TEXTS,
    link=st.sampled_from(["", "https://example.org/style?a=1,2;3#x"]),
    state=st.sampled_from(STATES),
    revision=st.integers(1, 999),
)
SETS = st.lists(RULES, max_size=4, unique_by=lambda rule: rule.rule).map(
    lambda rules: RuleSet(tuple(rules), "house.csv")
)


def problems(content: str | bytes) -> list[str]:
    with pytest.raises(BadRules) as caught:
        rules_from_csv(content, "house.csv")
    return [problem.message for problem in caught.value.problems]


def only(content: str | bytes) -> Rule:
    (rule,) = rules_from_csv(content, "house.csv").rules
    return rule


@given(SETS)
def test_what_is_written_is_read_again(rules: RuleSet) -> None:
    assert rules_from_csv(rules_to_csv(rules), "house.csv") == rules
    assert rules_from_csv(rules_to_csv(rules).encode(), "house.csv") == rules


@given(SETS)
def test_a_spreadsheet_runs_no_cell(rules: RuleSet) -> None:
    for row in csv.reader(io.StringIO(rules_to_csv(rules), newline="")):
        # OWASP, "CSV Injection": the signs that begin a formula.
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


def test_only_id_and_pattern_are_needed() -> None:
    assert only("rule,pattern\nregime,regime\n") == Rule("regime", "regime")


def test_all_columns_in_any_order_and_case() -> None:
    text = (
        "Pattern,RULE,Voices,most,within,plainer,severity,state,revision,parts,sections,case,kind\n"
        "amid|amidst,amid,outlet|Quoted,2,text,during | after,ERROR,draft,7,headline,sport|UK,"
        "exact,words\n"
    )
    assert only(text) == Rule(
        "amid",
        "amid|amidst",
        "words",
        plainer=("during", "after"),
        severity="error",
        case="exact",
        voices=("outlet", "quoted"),
        parts=("headline",),
        sections=("sport", "UK"),
        most=2,
        within="text",
        state="draft",
        revision=7,
    )


@pytest.mark.parametrize(
    "content",
    [
        "rule;pattern;message\r\ncafe;le café;“Nein”, sagte er\r\n".encode("cp1252"),
        "\ufeffrule;pattern;message\r\ncafe;le café;“Nein”, sagte er\r\n".encode(),
        "sep=;\r\nrule;pattern;message\r\ncafe;le café;“Nein”, sagte er\r\n".encode(),
        "rule\tpattern\tmessage\r\ncafe\tle café\t“Nein”, sagte er\r\n".encode("utf-16"),
        '\n\nrule,pattern,message,,\n\ncafe,le café,"“Nein”, sagte er",,\n,,,,\n'.encode(),
        'rule,pattern,message\rcafe,le café,"“Nein”, sagte er"\r'.encode(),
    ],
    ids=["Excel in Europe", "with a mark", "sep=", "UTF-16 with tabs", "empty cells", "old Mac"],
)
def test_what_spreadsheets_write(content: bytes) -> None:
    assert only(content) == Rule("cafe", "le café", message="“Nein”, sagte er")


def test_bars_and_backslashes_inside_values() -> None:
    rule = only(r"rule,pattern,plainer" + "\n" + r"bar,x,a\|b|c\\|\d+ | e" + "\n")
    assert rule.plainer == ("a|b", "c\\", r"\d+", "e")


def test_white_space_belongs_to_an_expression_only() -> None:
    rows = 'rule,pattern,kind\na," two  words ",phrase\nb," two  words ",regex\n'
    assert [one.pattern for one in rules_from_csv(rows, "x").rules] == ["two words", " two  words "]


def test_damaged_characters_are_looked_for_as_they_are() -> None:
    # A house may well look for what a wrong encoding makes of an apostrophe.
    assert only("rule,pattern,kind\nbad-quote,itâ€™s,regex\n".encode()).pattern == "itâ€™s"


def test_all_problems_of_a_file_are_listed() -> None:
    found = problems(
        "rule,pattern,kind,severity,most,voices,link\n"
        "Not Good,x,,,,,\n"
        "slant.mine,x,,,,,\n"
        "no-pattern,,,,,,\n"
        "three,x,wrods,fatal,-1,me,javascript:alert(1)\n"
        "good,regime,,,,,\n"
        "good,junta,,,,,\n"
        ",x,,,,,\n"
    )
    lines = [int(one.split("line ")[1].split()[0].rstrip(":")) for one in found]
    assert lines == [2, 3, 4, 5, 5, 5, 5, 5, 7, 8]
    assert "not-good" in found[0]
    assert "write words" in found[3]
    assert "note, warning, error" in found[4]
    assert "(good)" in found[8]
    assert "line 6" in found[8]
    assert all(one.startswith("house.csv, line ") and one.count("\n") == 0 for one in found)


def test_the_first_problem_says_how_many_there_are() -> None:
    with pytest.raises(BadRules, match=r"line 2 .*\(and 1 more problem: “slant rules check”"):
        rules_from_csv("rule,pattern\nA,x\nB,y\n", "house.csv")


def test_patterns_are_tried_and_each_bad_one_is_named() -> None:
    found = problems("rule,pattern,kind\na,(x,regex\nb,good,\nc,[z,regex\n")
    assert [one.split(":")[0] for one in found] == [
        "house.csv, line 2 (a)",
        "house.csv, line 4 (c)",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty; write rule,pattern"),
        ("\n \n", "is empty; write rule,pattern"),
        ("id,pattern\na,b\n", "names no column rule"),
        ("rule,message\na,b\n", "names no column pattern"),
        ("rule,pattern,mesage\na,b,c\n", "“mesage” (did you mean message?)"),
        ("rule,pattern,rule\na,b,c\n", "names the column rule twice"),
        ("rule,pattern\na,b, or not\n", "“or not” in a cell of no column"),
        ('rule,pattern\na,"b\n', "a quotation mark in the wrong place"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "looks like a PNG image"),
        (b"PK\x03\x04" + b"\0" * 40, "save it as CSV"),
        ("rule,pattern\na," + "x" * 60_000 + "\n", "more than 50,000 characters"),
        ("rule,pattern\n" + "a" * 81 + ",x\n", "at most 80"),
        ("rule,pattern,revision\na,x,0\n", "“0” as revision"),
        ("rule,pattern,most\na,x,٣\n", "“٣” as most"),
        ("rule,pattern,link\na,x,https://a b\n", "as link; write a web address"),
        ("rule,pattern,paths\na,x,sport/**|!\n", "“!” among its paths"),
    ],
)
def test_what_is_no_table_of_rules(content: str | bytes, says: str) -> None:
    (message,) = problems(content)
    assert says in message
    assert message.startswith("house.csv")
    assert message.endswith(".")


def test_a_folder_is_one_set(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("rule,pattern\nb,x\n", encoding="utf-8")
    (tmp_path / "a.CSV").write_text("rule,pattern\na,x\n", encoding="utf-8")
    (tmp_path / ".~lock.a.csv#").write_text("somebody", encoding="utf-8")
    (tmp_path / "~$b.csv").write_text("somebody", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not rules", encoding="utf-8")
    assert [rule.rule for rule in read_rules(tmp_path).rules] == ["a", "b"]


def test_an_id_of_another_file_is_named_with_that_file(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("rule,pattern\nsame,x\n", encoding="utf-8")
    with pytest.raises(BadRules, match=r"b\.csv, line 2 \(same\): .*a\.csv, line 2 has already"):
        read_rules(tmp_path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="does not exist"):
        read_rules(tmp_path / "none.csv")
    with pytest.raises(CannotRead, match="holds no CSV file"):
        read_rules(tmp_path)
