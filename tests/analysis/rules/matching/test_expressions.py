"""Regular expressions within their limits of time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.rules.matching import expressions
from analysis.rules.matching.matcher import Matcher, Matches
from analysis.rules.rule import Rule, RuleSet

ENDLESS = "(a|aa)+$"
"""The package tries every way to divide the letters before it gives up; it sees through simpler
ones, such as ``(a+)+$``."""
TEXT = "good " + "a" * 200 + "!"

EVIL = (
    ("(a+)+$", "a" * 200 + "!"),
    (ENDLESS, "a" * 200 + "!"),
    ("(a|a?)+$", "a" * 200 + "!"),
    (r"(a+)\1+b", "a" * 9000),
    ("(?=(a+)+b)", "a" * 200 + "c"),
    ("(?<=(a|aa)+)c$", "a" * 200 + "!"),
    ("(?:a?){60}a{60}b", "a" * 59),
    ("(a{1,1000}){1,1000}b", "a" * 3000),
    (r"(.*?,){25}P", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27"),
    ("(?b)(?:abcdefghijkl){e<=8}", "a" * 3000),
    (r"(\w+\s?)+:", "word " * 40),
    (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 200),
)


def rules(*patterns: str) -> Matcher:
    listed = [Rule(f"r{number}", pattern, "regex") for number, pattern in enumerate(patterns)]
    return Matcher(RuleSet((*listed, Rule("last", "good", "words"))))


def names(matches: Matches) -> set[str]:
    return {match.rule.rule for match in matches.found}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that are the same in kind, and sooner reached."""
    monkeypatch.setattr(expressions, "RULE_SECONDS", 0.02)
    monkeypatch.setattr(expressions, "ALL_SECONDS", 0.2)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(("pattern", "text"), EVIL)
def test_endless_expressions_end_and_others_go_on(pattern: str, text: str) -> None:
    matches = rules(pattern, "zz good", r"good\b").matches(f"{text} zz good")
    assert {"r1", "r2"} <= names(matches)
    # The package may be cleverer than a pattern is evil; if it is not, the rule is named, once.
    assert len(matches.notices) <= 1
    assert all(notice.startswith("The rule r0 ") for notice in matches.notices)


def test_the_limit_is_that_of_a_rule() -> None:
    """With the limits as they are."""
    matches = rules(ENDLESS).matches(TEXT)
    assert matches.notices == (
        "The rule r0 was stopped after 0.2 seconds: make its pattern simpler.",
    )
    assert names(matches) == {"last"}


@pytest.mark.usefixtures("short")
def test_what_was_found_before_the_end_is_kept() -> None:
    matches = rules(f"good|{ENDLESS}").matches(f"good {TEXT}")
    assert [match.start for match in matches.found if match.rule.rule == "r0"] == [0, 5]
    assert len(matches.notices) == 1


@pytest.mark.usefixtures("short")
def test_all_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "ALL_SECONDS", 0.05)
    matches = rules(*(f"{ENDLESS}|{number}" for number in range(9))).matches(TEXT)
    assert len(matches.notices) > 1
    assert "more were not tried, because all regular expressions" in matches.notices[-1]
    assert "last" in names(matches)


@pytest.mark.usefixtures("short")
def test_what_was_stopped_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    matcher = rules("good", ENDLESS, "goo", "d")
    order: list[str] = []
    run = expressions._run

    def recorded(expression: expressions.Expression, *rest: object) -> object:
        order.append(expression.rule.rule)
        return run(expression, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(expressions, "_run", recorded)
    matcher.matches(TEXT)
    matcher.matches(TEXT)
    assert order == ["r0", "r1", "r2", "r3", "r0", "r2", "r3", "r1"]


@pytest.mark.usefixtures("short")
def test_an_expression_that_is_stopped_again_and_again_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    matcher = rules(f"{ENDLESS}|good")
    for _ in range(expressions.STOPPED_IN_A_ROW - 1):
        assert "was stopped after" in matcher.matches(TEXT).notices[0]
    assert matcher.matches("good aa").notices == ()  # Not in a row any more.
    monkeypatch.setattr(time, "monotonic", lambda: now)
    for _ in range(expressions.STOPPED_IN_A_ROW):
        assert "was stopped after" in matcher.matches(TEXT).notices[0]
    for text in (TEXT, "good"):
        matches = matcher.matches(text)
        assert matches.notices == (
            "The rule r0 was not tried, because it was stopped in 3 articles in a row, and rests "
            "for 10 minutes: make its pattern simpler.",
        )
        assert names(matches) == {"last"}
    now += expressions.REST_SECONDS + 1
    assert "r0" in names(matcher.matches("good"))


@pytest.mark.usefixtures("short")
def test_a_long_text_puts_nothing_to_rest() -> None:
    matcher = rules(f"{ENDLESS}|good")
    long = "good " + "a" * expressions.LONG_TEXT + "!"
    for _ in range(expressions.STOPPED_IN_A_ROW + 1):
        assert "was stopped after" in matcher.matches(long).notices[0]


@pytest.mark.usefixtures("short")
def test_limits_hold_in_several_threads() -> None:
    matcher = rules(ENDLESS, "good")
    texts = ["x " * number + TEXT for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        for matches in pool.map(matcher.matches, texts):
            assert names(matches) == {"r1", "last"}
            assert len(matches.notices) == 1
            assert "The rule r0 was" in matches.notices[0]


def test_a_limit_that_other_threads_have_used_up_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The package's clock is that of the process: at first it says that the time is over."""
    search = expressions._search
    limits: list[float] = []

    def early(expression: object, text: str, seconds: float, *rest: object) -> bool:
        limits.append(seconds)
        if len(limits) == 1:
            raise TimeoutError
        return search(expression, text, seconds, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(expressions, "_search", early)
    matches = rules("good").matches("good")
    assert names(matches) == {"r0", "last"}
    assert matches.notices == ()
    assert len(limits) == 2


def test_only_what_a_text_can_match_is_tried() -> None:
    found = expressions.Expressions(
        [
            (3, Rule("a", "abcd", "regex")),
            (5, Rule("b", r"\w", "regex")),
            (7, Rule("c", "bcde?", "regex")),
        ]
    )
    assert found.possible("xyz") == [5]
    assert found.possible("x ABC abCD") == [3, 5, 7]
    assert found.possible("") == [5]
