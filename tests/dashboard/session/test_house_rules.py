"""A visitor's house rules: the server's, a file for this visit, the examples, and none."""

import os

import pytest
import streamlit as st

from analysis.rules.files.examples import example_rules
from analysis.rules.files.rule_files import rules_to_csv
from dashboard.session import house_rules
from dashboard.session.house_rules import (
    LARGEST_FILE,
    MOST_PROBLEMS,
    checked,
    load_rules,
    remove_rules,
    rules_in_use,
    use_examples,
)
from tests.hand_made_findings import HOSTILE

CSV = b"rule,pattern,severity,state\nregime,regime,error,live\nzebra,zebra,note,draft\n"
OTHER = b"rule,pattern\nfell,fell\n"


@pytest.fixture(autouse=True)
def _own_session(monkeypatch):
    """No rules of a server, and no session left for the tests that follow."""
    monkeypatch.delenv("SLANT_RULES", raising=False)
    yield
    st.session_state.clear()


@pytest.fixture
def fallen(result_of):
    return result_of(["The regime fell."])


def test_there_are_no_rules_at_first(fallen) -> None:
    used, check = checked(fallen)
    assert (used.rules, used.origin, used.trouble, check) == (None, "", (), None)


def test_a_file_is_used_for_the_visit_and_removed(fallen) -> None:
    load_rules("style.csv", CSV)
    used, check = checked(fallen)
    assert (used.origin, used.trouble) == ("file", ())
    assert [row["text"] for row in check.rows] == ["regime"]
    assert (check.name, check.live, check.drafts) == ("style.csv", 1, 1)
    remove_rules()
    assert checked(fallen)[1] is None


def test_an_article_is_checked_once_with_the_same_rules(fallen, result_of) -> None:
    load_rules("style.csv", CSV)
    first = checked(fallen)[1]
    assert checked(fallen)[1] is first
    load_rules("other.csv", OTHER)
    second = checked(fallen)[1]
    assert [row["text"] for row in second.rows] == ["fell"]
    assert checked(result_of(["Nobody fell."]))[1].rows != second.rows


def test_the_examples_can_be_used_and_written_as_a_file() -> None:
    use_examples()
    assert rules_in_use().origin == "examples"
    examples = rules_in_use().rules
    assert examples.rules == example_rules().rules
    load_rules("house-rules.csv", rules_to_csv(examples).encode("utf-8-sig"))
    assert rules_in_use().trouble == ()
    assert rules_in_use().rules.rules == examples.rules


def test_of_a_bad_file_all_is_listed_and_what_was_there_stays(fallen) -> None:
    load_rules("style.csv", CSV)
    load_rules("bad.csv", b"rule,pattern,severity\none,x,grave\ntwo,,note\nthree,y,huge\n")
    used, check = checked(fallen)
    first, *each = used.trouble
    assert first == "bad.csv was not loaded, as it has 3 problems:"
    assert [line.partition(":")[0] for line in each] == [
        *("bad.csv, line 2 (one)", "bad.csv, line 3 (two)", "bad.csv, line 4 (three)"),
    ]
    assert check.name == "style.csv"
    load_rules("style.csv", CSV)
    assert rules_in_use().trouble == ()


def test_of_many_problems_the_first_are_listed_and_the_rest_counted() -> None:
    lines = "".join(f"rule-{number},x,grave\n" for number in range(MOST_PROBLEMS + 7))
    load_rules("bad.csv", f"rule,pattern,severity\n{lines}".encode())
    assert len(rules_in_use().trouble) == MOST_PROBLEMS + 2
    assert rules_in_use().trouble[-1] == "And 7 more problems."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ""),
        (b"a,b\n1,2\n", "no column rule"),
        (b"rule,pattern,kind\none,(,regex\n", "one"),
        (b"x" * (LARGEST_FILE * 1024**2 + 1), f"larger than the {LARGEST_FILE} MB"),
    ],
    ids=["empty", "a picture", "another table", "no regular expression", "too large"],
)
def test_what_is_no_file_of_rules_is_said_in_a_sentence(content: bytes, said: str) -> None:
    load_rules("bad.csv", content)
    (sentence,) = rules_in_use().trouble
    assert sentence.startswith("bad.csv")
    assert said in sentence
    assert sentence.endswith(".")
    assert rules_in_use().rules is None


def test_a_name_of_a_file_is_kept_on_one_line() -> None:
    load_rules(f"{HOSTILE}\n.csv", CSV)
    name = rules_in_use().rules.name
    assert "\n" not in name
    assert "\u202e" not in name


def test_the_rules_of_the_server_go_first(fallen, monkeypatch, tmp_path) -> None:
    load_rules("mine.csv", OTHER)
    monkeypatch.setenv("SLANT_RULES", os.fspath(tmp_path / "house.csv"))
    (tmp_path / "house.csv").write_bytes(CSV)
    used, check = checked(fallen)
    assert used.origin == "server"
    assert [row["text"] for row in check.rows] == ["regime"]
    assert checked(fallen)[1] is check


def test_broken_rules_of_the_server_are_said_without_its_folders(
    fallen, monkeypatch, tmp_path
) -> None:
    (tmp_path / "house.csv").write_bytes(b"rule,pattern,severity\none,x,grave\n")
    for name in ("house.csv", "missing.csv"):
        monkeypatch.setenv("SLANT_RULES", os.fspath(tmp_path / name))
        used, check = checked(fallen)
        (sentence,) = used.trouble
        assert sentence.startswith(f"This server’s house rules are not in use. {name}")
        assert os.fspath(tmp_path) not in sentence
        assert (used.rules, check) == (None, None)
    load_rules("mine.csv", OTHER)
    assert [row["text"] for row in checked(fallen)[1].rows] == ["fell"]


def test_own_rules_are_not_kept_with_an_article_that_others_read(fallen, monkeypatch) -> None:
    load_rules("mine.csv", OTHER)
    monkeypatch.setattr(house_rules, "shared_check", pytest.fail)
    assert checked(fallen)[1] is not None
