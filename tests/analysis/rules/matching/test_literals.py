"""What a regular expression needs: never more than it does."""

from __future__ import annotations

import sys
from unittest.mock import patch

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.rules.matching import literals
from analysis.rules.matching.expressions import Expressions
from analysis.rules.matching.literals import plain, searched
from analysis.rules.matching.patterns import pattern_problem
from analysis.rules.rule import Rule


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b[Aa]dvisor\b", {"advisor"}),
        (r"(?i)\bcolou?r", {"color", "colour"}),
        (r"gr(?:a|e)y hounds?", {"gray hound", "gray hounds", "grey hound", "grey hounds"}),
        (r"(?:so|allegedly)[- ]called", {"so called", "so-called", "allegedly called",
         "allegedly-called"}),
        (r"\w+-gate\b", {"-gate"}),
        (r"illegals?(?! immigration)", {"illegal", "illegals"}),
        (r"(?<=the )regime", {"regime"}),
        (r"(?:abc)+", {"abc"}),
        (r"(?:abc){2}", {"abcabc"}),
        (r"(?:abc){0,2}defg", {"defg"}),
        (r"a.{0,9}million (?:men|women)", {"million men", "million women"}),
        (r"U\.S\.A", {"u.s.a"}),
        ("(?s)ПОЛИТИКА", {"политика"}),
        ("İYİLİK", {"iyilik"}),
        ("(abc|de)", set()),
        (r"\w+ly", set()),
        ("abc|", set()),
        ("(?:abc)?", set()),
        ("(?:abc)*", set()),
        ("[^a]bc", set()),
    ],
)  # fmt: skip
def test_needed(pattern: str, needed: set[str]) -> None:
    read = plain(pattern)
    assert read is not None
    assert read.needed == needed


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:foo){e<=1}", r"\p{L}bcd", "[[:alpha:]]", "[a||b]cde", "[a--b]", "[]a]", "(?x)a b c",
        "(?f)strasse", "(?R)", "(?1)(abc)", r"(abc)\1", r"\Qabc", "(?#abc)", "(?|abc|def)",
        "(?P<n>abc)", "abc)", "(abc", "abc**", "*abc", "abc{", "a{2,1}", "(?i", "[a", "[z-a]", "\\",
        "(" * 30 + "abc" + ")" * 30, "(*PRUNE)abc", "(?r)abc", "(?V1)abc", r"\Labc",
        r"\N{DIGIT ONE}",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_the_package(pattern: str) -> None:
    assert plain(pattern) is None


REPEATS = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "{,2}", "??", "*+"])
OPENINGS = st.sampled_from(["(?:", "(", "(?:", "(?=", "(?!", "(?<=", "(?>", "(?i:", "(?-i:"])


def expressions_of(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions of atoms, repeats, groups and alternatives."""

    def larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pieces = st.lists(st.builds(str.__add__, parts, REPEATS), min_size=1, max_size=3)
        either = st.lists(pieces.map("".join), min_size=1, max_size=3).map("|".join)
        return st.builds("{}{})".format, OPENINGS, either) | pieces.map("".join) | either

    return st.recursive(atoms, larger, max_leaves=8)


PLAIN = expressions_of(st.sampled_from([*"abcAi", "abc", "ca", "[ab]", "[^a]", "[a-c]", "[-a]",
                                        "[iI]", ".", r"\b", "^", "ı", "s", "K"]))  # fmt: skip
ODD = expressions_of(
    st.sampled_from(
        ["a", "abc", "ab{", r"\p{Lu}", "[[a]", "[]a]", "(?i)", "(?s)", "{e<=1}", "a{2", "(?#a)",
         r"\.", r"\-", r"\m", r"[a\w]", r"[\]a]", "[a||b]", "(?f)", "ß", "ſ", "é", "İ", "(?x) a"]
    )
)  # fmt: skip
LETTERS = st.text(st.sampled_from("abcABC iIıİsſKkßẞ."), max_size=12)
"""Small and capital letters, with those that only some take for the same."""
FEW_LETTERS = st.text(st.sampled_from("abci"), max_size=8)
TEXTS = st.lists(FEW_LETTERS | LETTERS, min_size=1, max_size=12)
CASES = st.sampled_from(["ignore", "exact"])


def holds_by_itself(pattern: str, case: str, text: str) -> bool:
    flags = 0 if case == "exact" else regex.IGNORECASE
    return regex.compile(pattern, flags).search(text, timeout=5) is not None


@given(PLAIN | ODD, CASES, TEXTS)
def test_no_match_is_lost(pattern: str, case: str, texts: list[str]) -> None:
    rule = Rule("one", pattern, "regex", case=case)
    if pattern_problem(rule):
        return
    expressions = Expressions([(0, rule)])
    for text in texts:
        assert expressions.possible(text) or not holds_by_itself(pattern, case, text)


@settings(max_examples=400)
@given(PLAIN | ODD, CASES, TEXTS)
def test_every_match_holds_a_needed_literal(pattern: str, case: str, texts: list[str]) -> None:
    """With literals of one letter too, which patterns of a few letters have more often."""
    with patch.object(literals, "_SHORTEST", 1):
        read = plain.__wrapped__(pattern)
    if read is None or not read.needed:
        return
    for text in texts:
        if not any(literal in searched(text) for literal in read.needed):
            assert not holds_by_itself(pattern, case, text)


@given(st.text(st.sampled_from(r"abAB()[]{}?*+|^$.\-,12:=!<>PimsxwW "), max_size=16))
def test_what_is_plain_is_an_expression(pattern: str) -> None:
    if plain(pattern) is not None:
        regex.compile(pattern, regex.IGNORECASE)


@given(PLAIN | ODD, CASES)
def test_what_is_plain_is_an_expression_of_the_package(pattern: str, case: str) -> None:
    if plain(pattern) is not None:
        regex.compile(pattern, 0 if case == "exact" else regex.IGNORECASE)


def test_package_and_python_agree_on_case() -> None:
    """The characters of which literals are made, against all that the package takes for them."""
    everything = "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, sys.maxunicode)))
    settled = [chr(c) for c in range(0x530) if (read := plain(chr(c) * 3)) and read.needed]
    assert len(settled) > 1000
    of_case = [c for c in settled if c.lower() != c or c.upper() != c]
    either = regex.compile("[" + "".join(of_case) + "]", regex.IGNORECASE)
    candidates = "".join(either.findall(everything))
    assert "\u212a" in candidates  # The sign for kelvins, which is a "k".
    for character in of_case:
        for other in regex.findall(regex.escape(character), candidates, regex.IGNORECASE):
            assert searched(other) == searched(character)
