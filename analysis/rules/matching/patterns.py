"""Whether a rule's pattern can be used, and if not, what is to be done about it."""

from __future__ import annotations

import re
from math import prod

import regex

from analysis.rules.matching.folding import folded_term
from analysis.rules.matching.literals import Plain, plain
from analysis.rules.matching.terms import terms_of
from analysis.rules.rule import KINDS, Rule

MAX_PATTERN = 10_000
"""Most characters of a pattern. One of this length is compiled in a tenth of a second."""

MAX_SIZE = 50_000
"""Most steps that a regular expression may be compiled to when its repeats are written out. The
package regex writes ``(?:ab){4000000}`` out, which takes 1 GB."""

_MAX_LARGEST_SIZE = 500_000
"""The same for an expression of which only a bound is known; a tenth of it is usual."""

_HALF = re.compile("[\ud800-\udfff]")
_CALLS = re.compile(r"\(\?(?:R\)|[-+]?\d+\)|&|P>)")
"""Groups that are called as functions: within 0.2 seconds they can fill 200 MB."""

_LEAST = re.compile(r"\{(\d+)")
_BRACKET = re.compile(r"\\.|\[\^?\]?|[\]()]", re.DOTALL)
"""Brackets; one that closes right behind ``[`` stands for itself."""
_COMMENTS = re.compile(r"\(\?[A-Za-z0-9-]*x")

_TRANSLATED = {
    "missing )": "a “(” is not closed",
    "missing ]": "a “[” is not closed",
    "unterminated character set": "a “[” is not closed",
    "missing >": "the name of a group is not closed by “>”",
    "unbalanced parenthesis": "a “)” closes nothing",
    "nothing to repeat": "there is nothing before the sign that repeats",
    "multiple repeat": "two signs that repeat stand beside each other",
    "min repeat greater than max repeat": "the smaller number of a repeat stands last",
    "repeat count too big": "a repeat has too large a number",
    "bad character range": "a range of characters has its smaller end last",
    "bad escape (end of pattern)": "it ends in a “\\”",
    "unknown property": "“\\p” names no property of Unicode",
    "invalid group reference": "it refers to a group that it does not have",
    "unknown group": "it refers to a group that it does not have",
    "unknown extension": "“(?” is followed by something unknown",
    "undefined named list": "“\\L” is not for house rules",
}
_CORRECT = "correct it, or put “\\” before a sign that is meant as it stands"


def pattern_problem(rule: Rule) -> str:
    """Return what is wrong with a rule's pattern and what to do, empty if nothing is.

    It completes the sentence of ``BadRules``.
    """
    if rule.kind not in KINDS:
        return f"the kind “{rule.kind}” is unknown; write one of {', '.join(KINDS)}"
    if not rule.pattern.strip():
        return "the pattern is empty; write what is to be found"
    if len(rule.pattern) > MAX_PATTERN:
        return (
            f"the pattern has {len(rule.pattern):,} characters, more than {MAX_PATTERN:,}; "
            "split it into several rules"
        )
    if _HALF.search(rule.pattern):
        return "the pattern holds half a character; type it anew"
    if rule.kind == "regex":
        read = plain(rule.pattern)
        problem = _size_problem(rule.pattern, read)
        return problem or ("" if read else _syntax_problem(rule))
    for term in terms_of(rule) or ("|",):
        if not any(map(str.isalnum, folded_term(term))):
            return (
                f"“{term}” has no letter and no digit; write a word, or make it a rule of the kind "
                "regex"
            )
    return ""


def compiled(rule: Rule) -> regex.Pattern[str]:
    """Return the expression of a rule of the kind ``regex`` whose pattern has no problem."""
    flags = 0 if rule.case == "exact" else regex.IGNORECASE
    # The package's own cache of 500 would be emptied and filled for nothing.
    return regex.compile(rule.pattern, flags, cache_pattern=False)


def _size_problem(pattern: str, read: Plain | None) -> str:
    if _CALLS.search(pattern):
        return (
            "the regular expression calls itself or a group of its own by “(?”, which is not for "
            "house rules; write out what is called"
        )
    if read.size > MAX_SIZE if read else _largest_size(pattern) > _MAX_LARGEST_SIZE:
        return "the regular expression repeats too much; use smaller numbers and fewer brackets"
    return ""


def _largest_size(pattern: str) -> int:
    """Return at least how many steps an expression is compiled to, whatever its syntax.

    A group that is repeated is written out twice, and every number in braces is taken to be inside
    all the others. A bracket closes a group where it surely does: outside of every square bracket,
    and not in an expression that can have comments.
    """
    comments = _COMMENTS.search(pattern) is not None
    deepest = [0]
    square = 0
    for bracket in _BRACKET.finditer(pattern):
        match bracket[0][0]:
            case "(":
                deepest.append(0)
            case "[":
                square += 1
            case "]":
                square = max(0, square - 1)
            case ")" if not (square or comments) and len(deepest) > 1:
                inner = deepest.pop() + (pattern[bracket.end() : bracket.end() + 1] in ("+", "{"))
                deepest[-1] = max(deepest[-1], inner)
    unclosed = len(deepest) - 1
    times = prod(max(1, int(number[:9])) for number in _LEAST.findall(pattern))
    return int(len(pattern) * 2 ** (max(deepest) + unclosed) * times)


def _syntax_problem(rule: Rule) -> str:
    try:
        compiled(rule)
    except regex.error as error:
        said = _TRANSLATED.get(error.msg, error.msg)
        at = len(rule.pattern) if error.pos is None else min(error.pos, len(rule.pattern))
        return f"the regular expression cannot be read at character {at + 1}: {said}; {_CORRECT}"
    except (RecursionError, MemoryError, OverflowError, ValueError):
        return "the regular expression is nested too deeply; make it simpler"
    return ""
