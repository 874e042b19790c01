"""Patterns that cannot be used, and what is said of them."""

from __future__ import annotations

import pytest
import regex

from analysis.rules.matching.patterns import MAX_PATTERN, pattern_problem
from analysis.rules.rule import Rule


def problem(pattern: str, kind: str) -> str:
    return pattern_problem(Rule("one", pattern, kind))


@pytest.mark.parametrize(
    ("kind", "pattern", "said"),
    [
        ("words", "", "empty"),
        ("phrase", " \n", "empty"),
        ("regex", "", "empty"),
        ("accept", "", "empty"),
        ("words", "|", "no letter and no digit"),
        ("words", "regime|!!", "“!!” has no letter"),
        ("phrase", "\u200b", "no letter and no digit"),
        ("words", "a" * (MAX_PATTERN + 1), "10,001 characters"),
        ("regex", "a" * (MAX_PATTERN + 1), "split it"),
        ("words", "a \ud83d", "half a character"),
        ("regex", "a\ude00", "half a character"),
        ("nonsense", "a", "unknown; write one of words, phrase, regex, accept"),
        ("regex", "(a", "at character 3: a “(” is not closed"),
        ("regex", "a)", "at character 2: a “)” closes nothing"),
        ("regex", "[a", "a “[” is not closed"),
        ("regex", "a**", "two signs that repeat"),
        ("regex", "*a", "nothing before the sign"),
        ("regex", "a{3,2}", "smaller number"),
        ("regex", "[b-a]", "smaller end last"),
        ("regex", "\\", "ends in a “\\”"),
        ("regex", r"\p{Nope}", "no property"),
        ("regex", r"(a)\2", "does not have"),
        ("regex", "(?<n", "not closed by “>”"),
        ("regex", "(?Z)a", "followed by something unknown"),
        ("regex", r"\L<words>", "not for house rules"),
        ("regex", "(" * 400 + "a" + ")" * 400, "nested too deeply"),
    ],
)
def test_problems(kind: str, pattern: str, said: str) -> None:
    found = problem(pattern, kind)
    assert said in found
    assert ";" in found or "split" in found  # What is wrong, and what to do.
    assert not found.endswith(".")
    assert "\n" not in found


@pytest.mark.parametrize(
    "pattern",
    [
        "a{4000000000}",
        "(?:ab){4000000}",
        "(a{60000}){60000}",
        "((((a{60}){60}){60}){60}){60}",
        "(?:a+" * 80 + ")+" * 80,
        r"(?:\p{L}+" * 80 + ")+" * 80,
        r"\p{L}(?:a{9000}){9000}",
        r"[[(]" + "(?:a+" * 40 + ")+" * 40,
        r"(?:[])]a+" * 40 + ")+" * 40,
        r"\p{L}" + r"(?:[])]a+" * 40 + ")+" * 40,
        "(?x)" + "(?:a # )\n+" * 40 + ")+" * 40,
        "(?R)?a",
        "(a(?1)?b)",
        "(?P<n>a)(?&n)*b",
    ],
)
def test_what_would_fill_the_memory_is_never_compiled(pattern: str) -> None:
    found = problem(pattern, "regex")
    assert "repeats too much" in found or "calls itself" in found


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b\d{1,4}-\d{2}-\d{2}\b",
        r"(?i)\b(?:19|20)\d{2}\b(?:\s+\p{Lu}\w{3,20}){1,3}",
        r"\p{Lu}\w{2,}(?:\s+\p{Lu}\w{2,})*(?:\s*\((?:\d{4}|\d{2})\))?",
        r"(?<year>\d{4})/(?P=year)",
        "(?:" + "|".join(f"word{number}" for number in range(800)) + ")",
        r"[\p{L}--[aeiou]]+",
        "(?x) the \\s+ (regime|junta)  # a comment\n",
        "(?:colour){e<=1}",
        "(((((((((a)))))))))",
        "a*",
    ],
)
def test_ordinary_expressions_are_taken(pattern: str) -> None:
    assert problem(pattern, "regex") == ""
    regex.compile(pattern)


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [("words", "U.S.|9/11|C++"), ("phrase", "“the” 5%"), ("words", "政权"), ("accept", "x|")],
)
def test_ordinary_terms_are_taken(kind: str, pattern: str) -> None:
    assert problem(pattern, kind) == ""
