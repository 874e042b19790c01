"""What holds for every text: exact offsets, nothing in furniture, quotations left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import analyze
from analysis.rules.checking.check import check, check_result
from analysis.rules.rule import RULE_VOICES, Rule, RuleSet

EVERYTHING = RuleSet(
    (
        Rule("every-word", r"\w+", "regex", voices=RULE_VOICES),
        Rule("every-run", r"\S+(?:\s+\S+){0,3}", "regex"),
        Rule("every-mark", r"[^\w\s]+", "regex", voices=RULE_VOICES),
    )
)

# Astral letters, accents apart from their letters, joined emoji, right to left, long white space.
STRANGE = (
    *("a\u0301e\u0308", "𝒑𝒐𝒐𝒍", "👩\u200d🚒", "\u05e9\u05dc\u05d5", "\u202eabc\u202c", "ﬁre"),
    *("İstanbul", "ß", "\u00ad", "\ufeff", "日本語", "ñ", "\u2003"),
)
PIECES = st.sampled_from(
    [
        *STRANGE,
        "The council closed the pool on Monday.",
        "“The pool is gone,” said Nora Pell.",
        "‘Never!’ the mayor said.",
        "Hale claimed that the vandals wrecked it.",
        "the so-called “reform”",
        "By Ana Hale, Staff Writer",
        "Read more: the pool is shut",
        "Advertisement",
        "> They lied to us all.",
        "\n",
        "\n\n",
        "\r\n\r\n",
        "\u2028",
        " ",
        '"',
        "”",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)


NOISE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=20)


@given(TEXTS, NOISE)
@settings(max_examples=25)
def test_offsets_are_exact_and_both_ways_agree(text: str, noise: str) -> None:
    text = f"{text}{noise}"
    checked = check(text, EVERYTHING)
    rows = checked.findings
    for start, end, words in zip(rows["start"], rows["end"], rows["text"], strict=True):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    if any("reads English only" in one or "no sentence" in one for one in checked.notices):
        return
    result = analyze(text)
    assert check_result(result, EVERYTHING).findings.equals(rows)
    furniture = result.sentences[result.sentences["part"] == "furniture"]
    for begin, stop in zip(furniture["start"], furniture["end"], strict=True):
        assert not ((rows["start"] < stop) & (rows["end"] > begin)).any()


SAID = ("pool", "town", "never", "Hale", "𝒑𝒐𝒐𝒍", "é", "brutal", "claimed", "vandals", "we")
WORDS = st.lists(st.sampled_from(SAID), min_size=7, max_size=14).map(" ".join)


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
@given(words=WORDS)
@settings(max_examples=10)
def test_rules_about_the_outlet_leave_quotations_alone(marks: str, words: str) -> None:
    quotation = f"{marks[0]}We know that {words},{marks[1]}"
    text = f"{quotation} said Nora Pell, who runs the bakery on Canal Street."
    every_word = RuleSet((Rule("every-word", r"\w+", "regex"),))
    found = check(text, every_word).findings
    assert (found["start"] >= len(quotation)).all()
    assert "said" in found["text"].tolist()
