"""Typerighter's sheet and its files of rules, written here after their published layout."""

import json
from pathlib import Path

import pytest

from analysis.errors import CannotRead, SlantError
from analysis.rules.files.other_tools.imported import Imported
from analysis.rules.files.other_tools.typerighter import read_typerighter
from analysis.rules.matching.matcher import Matcher
from analysis.rules.rule import Rule, RuleSet

SHEET = (
    "Type*,Pattern*,Replacement (regex type only – can include capture groups),Colour (deprecated),"
    "Category,Additional data (deprecated),Description (can use Markdown syntax)*,"
    "Tags (separate with commas),Ignore?,Notes,ID (any string)*,Force red,,Advisory\n"
)


def read(folder: Path, text: str, name: str = "rules.csv") -> Imported:
    (folder / name).write_text(text, encoding="utf-8")
    return read_typerighter(folder / name)


def found(rule: Rule, text: str) -> list[str]:
    matches = Matcher(RuleSet((rule,))).matches(text)
    return [text[match.start : match.end] for match in matches.found]


def test_the_sheet(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        SHEET + "regex,\\b(j|g)ist\\b,gist,00ffff,House,,"
        '"**gist**, see [the guide](https://example.org/g)",x,FALSE,kept for us,65-AA,y,,\n'
        "regex,(?i)\\bcolour bar\\b,,,House,,Avoid it.,,TRUE,,65-bb,,,y\n",
    )
    first, second = imported.rules.rules
    assert (first.rule, first.severity, first.state) == ("65-aa", "error", "live")
    assert (first.message, first.link) == ("gist, see the guide", "https://example.org/g")
    assert (first.reason, first.plainer) == ("House", ("gist",))
    # As in Typerighter, what is like the replacement is right.
    assert found(first, "The jist, the gist, a Jist.") == ["jist"]
    assert (second.kind, second.pattern, second.case) == ("phrase", "colour bar", "ignore")
    assert (second.severity, second.state) == ("note", "draft")
    assert imported.left_out == ()


def test_the_columns_of_the_database(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "id,rule_type,pattern,replacement,external_id,force_red_rule,revision_id,is_archived,"
        "is_published\n"
        "7,regex,teh,the,typo-teh,true,4,false,true\n"
        "8,regex,hte,the,typo-hte,false,0,false,false\n"
        "9,regex,eht,the,typo-eht,false,0,true,true\n",
    )
    first, second = imported.rules.rules
    assert (first.rule, first.revision, first.severity) == ("typo-teh", 4, "error")
    assert (second.revision, second.state) == (1, "draft")
    # The pattern has no borders of words, and finds parts of words as it does there.
    assert found(first, "teh, tehran") == ["teh", "teh"]
    (left_out,) = imported.left_out
    assert (left_out.line, left_out.rule, left_out.reason) == (4, "typo-eht", "is archived")


def test_a_table_without_a_header(tmp_path: Path) -> None:
    imported = read(tmp_path, 'A(nn|n)a Hale,Anna Hale,"MP for Wick, elected in 2024"\n')
    (rule,) = imported.rules.rules
    assert rule.message == "MP for Wick, elected in 2024"
    assert found(rule, "Ana Hale met Anna Hale.") == ["Ana Hale"]


def test_what_the_checker_reads(tmp_path: Path) -> None:
    model = "com.gu.typerighter.model."
    rules = [
        {
            "_type": model + "RegexRule",
            "id": "1",
            "category": {"id": "x", "name": "Spelling"},
            "description": "One o too many",
            "suggestions": [],
            "replacement": {"type": "TEXT_SUGGESTION", "text": "foo"},
            "regex": "fooo+",
        },
        {"_type": model + "LTRuleXML", "id": "2", "xml": "<pattern/>"},
        {"_type": model + "LTRuleCore", "id": "3", "languageToolRuleId": "X"},
        {"_type": model + "DictionaryRule", "id": "4", "word": "w"},
        "no rule",
    ]
    imported = read(tmp_path, json.dumps({"rules": rules}), "rules.json")
    (rule,) = imported.rules.rules
    assert (rule.rule, rule.pattern, rule.plainer) == ("1", "fooo+", ("foo",))
    assert (rule.message, rule.reason) == ("One o too many", "Spelling")
    assert [(one.rule, one.reason) for one in imported.left_out] == [
        ("2", "is a pattern of LanguageTool (XML)"),
        ("3", "switches on a rule of LanguageTool itself"),
        ("4", "is a word of a dictionary for spelling"),
        ("number 5", "has the type “something else”, which is not known"),
    ]


@pytest.mark.parametrize(
    ("row", "reason", "whole"),
    [
        ("lt,<pattern/>,,x1", "is a pattern of LanguageTool (XML)", True),
        ("lt_core,,,x1", "switches on a rule of LanguageTool itself", True),
        ("magic,a,,x1", "has the type “magic”, which is not known", True),
        ("regex,,,x1", "has no pattern", True),
        ("regex,(a,,x1", "a “(” is not closed", True),
        ("regex,[a-z&&[^b]],,x1", "puts one class of characters into another", True),
        ("regex,a(?i)b,,x1", "switches a flag in the middle", True),
        ("regex,(\\w+) Road,$1 Rd,x1", "its replacement repeats a part of what was found", False),
    ],
)
def test_what_is_left_out_says_why(tmp_path: Path, row: str, reason: str, whole: bool) -> None:
    imported = read(tmp_path, f"Type,Pattern,Replacement,ID\n{row}\n")
    (left_out,) = imported.left_out
    assert reason in left_out.reason
    assert (left_out.line, left_out.rule, left_out.whole) == (2, "x1", whole)
    assert len(imported.rules.rules) == (not whole)


def test_ids_that_become_the_same_get_numbers(tmp_path: Path) -> None:
    rows = "".join(f"regex,word{n},,{name}\n" for n, name in enumerate(("A b", "a-b", "A_B", "é")))
    imported = read(tmp_path, "Type,Pattern,Replacement,ID\n" + rows)
    assert [rule.rule for rule in imported.rules.rules] == ["a-b", "a-b-2", "a_b", "rule"]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("x.csv", "rule,pattern\na,b\n", "is a file of rules already"),
        ("x.csv", "one,two,three,four\n1,2,3,4\n", "names no column Pattern"),
        ("x.json", "{", "is no JSON"),
        ("x.json", '{"a": 1}', "holds no list of rules"),
        ("x.json", "[" * 100_000, "is no JSON"),
    ],
)
def test_what_is_no_such_file(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(SlantError, match=says):
        read(tmp_path, text, name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="does not exist"):
        read_typerighter(tmp_path / "none.csv")
