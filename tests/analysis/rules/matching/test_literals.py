"""What a regular expression needs: never more than it does."""

from __future__ import annotations

import sys

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

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


ATOMS = st.sampled_from(
    [*"abcABCiIkKsS ßẞıİſéÉ.^$-'", r"\b", r"\w", r"\s", r"\.", r"\-", r"\n", r"\m", r"\Z", "abc",
     "[ab]", "[^a]", "[a-c]", r"[a\w]", "[-a]", "[a-]", "[sS]", "[Kk]s", "[iI]", r"[\]a]", "[ſs]",
     "[[a]", r"\p{Lu}", "(?i)", "(?s)", "[]a]", "{", "a{2", "(?#a)"]
)  # fmt: skip
REPEATS = st.sampled_from(
    ["", "", "", "", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "{,2}", "{2,}", "??", "*+", "+?",
     "{e<=1}", "{0}", "{1}"]
)  # fmt: skip
OPENINGS = st.sampled_from(
    ["(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:", "(?P<n>"]
)


def _sequence(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.lists(st.builds(str.__add__, parts, REPEATS), min_size=1, max_size=4)
    return st.lists(pieces.map("".join), min_size=1, max_size=3).map("|".join)


PATTERNS = st.recursive(
    ATOMS,
    lambda parts: st.builds("{}{})".format, OPENINGS, _sequence(parts)) | _sequence(parts),
    max_leaves=12,
)
TEXTS = st.text(st.sampled_from("abcABCiIkKsS ßẞıİſéÉ.-'{2}\n"), max_size=24)
CASES = st.sampled_from(["ignore", "exact"])


def holds_by_itself(pattern: str, case: str, text: str) -> bool:
    flags = 0 if case == "exact" else regex.IGNORECASE
    return regex.compile(pattern, flags).search(text, timeout=5) is not None


@given(PATTERNS, CASES, st.lists(TEXTS, min_size=1, max_size=8))
def test_no_match_is_lost(pattern: str, case: str, texts: list[str]) -> None:
    rule = Rule("one", pattern, "regex", case=case)
    if pattern_problem(rule):
        return
    expressions = Expressions([(0, rule)])
    for text in texts:
        assert expressions.possible(text) or not holds_by_itself(pattern, case, text)


@given(st.text(st.sampled_from(r"abAB()[]{}?*+|^$.\-,12:=!<>PimsxwW "), max_size=16))
def test_what_is_plain_is_an_expression(pattern: str) -> None:
    if plain(pattern) is not None:
        regex.compile(pattern, regex.IGNORECASE)


@given(PATTERNS, CASES)
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
