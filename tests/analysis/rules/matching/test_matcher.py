"""Rules against texts: what is found, where, and what is left out."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.errors import BadRules
from analysis.rules.matching.matcher import MOST_MATCHES, Matcher, matcher
from analysis.rules.rule import Rule, RuleSet


def rule(pattern: str, kind: str = "words", name: str = "one", **fields: Any) -> Rule:
    return replace(Rule(name, pattern, kind), **fields)


def found(text: str, *rules: Rule) -> list[str]:
    """The words found, in reading order; each is checked against the text."""
    matches = Matcher(RuleSet(rules)).matches(text)
    assert matches.notices == ()
    return [text[match.start : match.end] for match in matches.found]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("regime", "The regime fell; Regime, REGIME.", ["regime", "Regime", "REGIME"]),
        ("regime", "Regimes, regimental, biregime", []),
        ("regime|junta", "A junta, then a regime", ["junta", "regime"]),
        ("regime change|regime", "A regime change", ["regime change"]),
        ("either\\|or", "An either|or question", ["either|or"]),
        ("a | ", "a b", ["a"]),
        ("so-called", "so‑called so‐called so–called so−called", ["so‑called", "so‐called",
         "so–called", "so−called"]),
        ("so-called", "so called, socalled, so—called", []),
        ("don't", "Don’t, donʼt, don't", ["Don’t", "donʼt", "don't"]),
        ("café", "cafe\u0301 CAFÉ cafe", ["cafe\u0301", "CAFÉ"]),
        ("cafe\u0301", "café", ["café"]),
        ("cafe", "cafe\u0301", []),
        ("strasse", "Straße, STRASSE, Strasse", ["Straße", "STRASSE", "Strasse"]),
        ("straße", "STRASSE STRAẞE", ["STRASSE", "STRAẞE"]),
        ("istanbul", "İstanbul, Istanbul, i\u0307stanbul", ["İstanbul", "Istanbul",
         "i\u0307stanbul"]),
        ("İzmir", "izmir İzmir", ["izmir", "İzmir"]),
        ("refugee", "re\u00adfu\u00adgee re\u200bfugee re\ufefffugee",
         ["re\u00adfu\u00adgee", "re\u200bfugee", "re\ufefffugee"]),
        ("government", "the govern-\nment of", ["govern-\nment"]),
        ("official", "ofﬁcial oﬀicial", ["ofﬁcial", "oﬀicial"]),
        ("политика", "Это Политика.", ["Политика"]),
        ("x̂", "x̂ x", ["x̂"]),
    ],
)  # fmt: skip
def test_words(pattern: str, text: str, expected: list[str]) -> None:
    assert found(text, rule(pattern)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a so called expert", ["so called"]),
        ("a So  Called expert", ["So  Called"]),
        ("a so\u00a0called expert", ["so\u00a0called"]),
        ("a so\r\ncalled expert", ["so\r\ncalled"]),
        ("a so \t\n  called expert", ["so \t\n  called"]),
        ("a so\u2009called expert", ["so\u2009called"]),
        ("so\n\ncalled", []),
        ("so\r\n \r\ncalled", []),
        ("so\n\u200b\ncalled", []),
        ("so\u2029called", []),
        ("socalled, so-called, also called", []),
    ],
)
def test_phrase(text: str, expected: list[str]) -> None:
    assert found(text, rule("so called", "phrase")) == expected
    assert found(text, rule(" so \n called ", "phrase")) == expected


def test_bar_of_a_phrase_is_a_bar() -> None:
    assert found("a|b", rule("a|b", "phrase")) == ["a|b"]


def test_quotation_marks_of_all_styles_are_alike() -> None:
    assert found("the “experts” and «experts»", rule('"experts"', "phrase")) == [
        "“experts”", "«experts»",
    ]  # fmt: skip


def test_case_counts_if_asked() -> None:
    exact = rule("US|Straße", case="exact")
    assert found("US us Us Straße strasse STRASSE u\u00ads U\u00adS", exact) == [
        "US", "Straße", "U\u00adS",
    ]  # fmt: skip


def test_words_of_web_addresses_are_no_words() -> None:
    text = "Regime: see https://news.example/regime/fall, regime.com or a@regime.example; regime."
    assert found(text, rule("regime")) == ["Regime", "regime"]
    assert found(text, rule("regime.com")) == ["regime.com"]
    assert found(text, rule("https?://\\S+(?=,)", "regex")) == ["https://news.example/regime/fall"]


def test_regular_expressions() -> None:
    text = "The Advisor, an adviser; ADVISOR. Colour or color?"
    assert found(text, rule(r"\b[Aa]dvis[eo]r\b", "regex")) == ["Advisor", "adviser", "ADVISOR"]
    assert found(text, rule(r"\b[Aa]dvis[eo]r\b", "regex", case="exact")) == ["Advisor", "adviser"]
    assert found(text, rule(r"(?i)colou?r", "regex", case="exact")) == ["Colour", "color"]
    assert found("ab", rule(r"(?r).", "regex")) == ["a", "b"]


def test_places_without_a_character_are_dropped() -> None:
    assert found("baab", rule("a*", "regex")) == ["aa"]
    matches = Matcher(RuleSet((rule(r"\b", "regex", "edge"),))).matches("one two")
    assert matches.found == ()
    assert len(matches.notices) == 1
    assert "edge" in matches.notices[0]


def test_rules_overlap_but_not_the_matches_of_one() -> None:
    rules = rule("regime change|change of mind"), rule("change", name="two")
    text = "A regime change of mind"
    assert found(text, *rules) == ["regime change", "change"]
    assert found("so so so so so", rule("so so|so so so", "words")) == ["so so so", "so so"]


@pytest.mark.parametrize(
    ("kind", "pattern"), [("words", "regime"), ("regex", r"\bregime"), ("phrase", "regime")]
)
def test_exceptions(kind: str, pattern: str) -> None:
    excepted = rule(pattern, kind, exceptions=("regime change", "ancien-régime", "pre-regime"))
    text = "Regime, a REGIME\nchange, the pre‑regime, regime changes"
    assert found(text, excepted) == ["Regime", "regime"]


def test_exception_that_is_part_of_a_word() -> None:
    part = rule(r"(?:demo|auto)(?=crat)", "regex", exceptions=("demo",))
    assert found("democrat autocrat", part) == ["auto"]


def test_exception_compares_case_as_its_rule() -> None:
    assert found("Mark mark", rule("mark", exceptions=("Mark",))) == []
    assert found("mark Mark", rule("mark|Mark", case="exact", exceptions=("Mark",))) == ["mark"]


def test_an_exception_uncovers_the_match_beside_it() -> None:
    assert found("a b c", rule("a b|b c", exceptions=("a b",))) == ["b c"]


def test_accepted_words() -> None:
    rules = rule("regime|fall"), rule("Regime Theory|the fall", "accept", "house")
    text = "Regime theory and a regime; the fall of it, a fall"
    matches = Matcher(RuleSet(rules)).matches(text)
    assert [text[m.start : m.end] for m in matches.found] == ["regime", "fall"]
    assert [text[m.start : m.end] for m in matches.accepted] == ["Regime theory", "the fall"]
    assert {m.rule.rule for m in matches.accepted} == {"house"}


def test_accepted_words_cover_expressions_only_as_a_whole() -> None:
    rules = rule(r"regime(?: \w+)?", "regex"), rule("regime theory|old regime", "accept", "house")
    assert found("regime theory, old regime now", *rules) == ["regime now"]


def test_words_accepted_in_some_sections_are_left_to_the_caller() -> None:
    rules = rule("shot"), rule("shot put", "accept", "house", sections=("sport",))
    matches = Matcher(RuleSet(rules)).matches("the shot put")
    assert [(m.start, m.end) for m in matches.found] == [(4, 8)]
    assert [(m.start, m.end) for m in matches.accepted] == [(4, 12)]


def test_matches_are_in_reading_order() -> None:
    rules = rule("c", name="z"), rule("b c", name="y"), rule("b|c", name="x"), rule("[bc]", "regex")
    matches = Matcher(RuleSet(rules)).matches("b c")
    assert [(m.start, m.end, m.rule.rule) for m in matches.found] == [
        (0, 1, "one"), (0, 1, "x"), (0, 3, "y"), (2, 3, "one"), (2, 3, "x"), (2, 3, "z"),
    ]  # fmt: skip


@pytest.mark.parametrize(("pattern", "kind"), [(r"\w", "regex"), ("a", "words")])
def test_a_rule_that_matches_everything_is_cut_off(pattern: str, kind: str) -> None:
    rules = rule(pattern, kind, "all"), rule("rare", name="rare")
    text = "a " * (MOST_MATCHES + 1) + "rare"
    matches = Matcher(RuleSet(rules)).matches(text)
    names = [match.rule.rule for match in matches.found]
    assert names == ["all"] * MOST_MATCHES + ["rare"]
    assert [match.start for match in matches.found][:2] == [0, 2]
    assert len(matches.notices) == 1
    assert "The rule all matches more than 200 times" in matches.notices[0]
    assert Matcher(RuleSet(rules)).matches(text[2:]).notices == (
        () if kind == "words" else matches.notices
    )


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ud83d", "\ude00\ud83d", "😀", "\u0301"])
def test_odd_texts(text: str) -> None:
    rules = rule("a"), rule("a|b", case="exact"), rule("a+", "regex"), rule("c", "accept")
    assert found(text, *rules) == []
    assert found(f"{text} a", *rules[:1]) == ["a"]


def test_half_an_emoji_beside_a_word() -> None:
    assert found("fine \ud83d regime", rule("regime"), rule("regime", "regex")) == ["regime"] * 2


def test_no_rules() -> None:
    assert Matcher(RuleSet()).matches("a text") == Matcher(RuleSet()).matches("")


def test_bad_rule_is_named() -> None:
    rules = RuleSet((rule("good"), rule("(bad", "regex", "second")), "words.csv")
    with pytest.raises(BadRules, match=r"^words\.csv \(second\): .*not closed.*\.$") as caught:
        matcher(rules)
    assert caught.value.rule == "second"


def test_a_matcher_is_made_once_for_rules_that_say_the_same() -> None:
    assert matcher(RuleSet((rule("a"),))) is matcher(RuleSet((rule("a"),), "other name"))
    assert matcher(RuleSet((rule("a"),))) is not matcher(RuleSet((rule("b"),)))


def test_threads_share_a_matcher() -> None:
    rules = RuleSet(
        (rule("regime"), rule(r"\bregimes?\b", "regex", "two"), rule("x", "accept", "three"))
    )
    texts = [f"{'word ' * (n % 7)}the regime and regimes {n}" for n in range(40)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: matcher(rules).matches(text), texts))
    assert together == [Matcher(rules).matches(text) for text in texts]
    assert all(len(matches.found) == 3 for matches in together)


WRITTEN = (
    "regime",
    "so-called experts",
    "don't",
    "café Müller",
    "İzmir",
    "groß angelegt",
    "No. 10",
)
FORMAT = ("\u00ad", "\u200b", "\u200d", "\u2060")
STYLES = {"'": "'’ʼ", "-": "-‐‑–", " ": (" ", "\u00a0", "  ", "\n", "\r\n", "\t ")}


@st.composite
def variants(draw: st.DrawFn) -> tuple[str, str]:
    """A term, and a way to write it that a reader takes for the same."""
    term = draw(st.sampled_from(WRITTEN))
    written = []
    for number, character in enumerate(term):
        if draw(st.booleans()):
            character = character.lower()
        elif draw(st.booleans()):
            character = character.upper()
        if character in STYLES:
            character = draw(st.sampled_from(STYLES[character]))
        if draw(st.booleans()):
            character = unicodedata.normalize("NFD", character)
        if number and term[number - 1].isalpha() and term[number].isalpha() and draw(st.booleans()):
            written.append(draw(st.sampled_from(FORMAT)))
        written.append(character)
    return term, "".join(written)


@given(variants(), st.text(max_size=30), st.text(max_size=30))
def test_every_way_to_write_a_term_is_found_where_it_stands(
    term: tuple[str, str], before: str, after: str
) -> None:
    asked, written = term
    text = f"{before} . {written} , {after}"
    start = len(before) + 3
    matches = Matcher(RuleSet((rule(asked, "phrase"),))).matches(text)
    assert (start, start + len(written)) in [(m.start, m.end) for m in matches.found]


WORDS = st.sampled_from(["regime", "Regime", "regimes", "change", "the", "don't", "-", ".", "U.S."])


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "\n", "\n\n", "\u00ad"])), max_size=12))
def test_words_of_plain_text_are_those_of_a_plain_search(pieces: list[tuple[str, str]]) -> None:
    """Where no apostrophe, stop or hyphen is near, a whole word is what anyone would search for."""
    text = "".join(word + gap for word, gap in pieces)
    expected = {
        m.span()
        for m in regex.finditer(r"(?i)(?<![\w'.-]\xad?)r\xad?egime(?![\w'.-]|\xad[\w'.-])", text)
    }
    matches = Matcher(RuleSet((rule("regime"),))).matches(text)
    assert expected <= {(m.start, m.end) for m in matches.found}
    for match in matches.found:
        assert text[match.start : match.end].replace("\u00ad", "").lower() == "regime"
