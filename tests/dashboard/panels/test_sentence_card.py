"""The sentence card: what it says of a word, and of the technique the model names."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Result
from analysis.scoring.spans import joint_effect
from analysis.scoring.techniques import Technique, technique_of
from dashboard.panels.sentence_card import NO_WORD, joint_line, span_line, technique_lines


@pytest.mark.parametrize(
    ("effect", "technique", "alternative", "line"),
    [
        (0.4, "", "hasty", "“reckless”: without it 40 points lower. Plainer: “hasty”"),
        (-0.01, "", "", "“reckless”: without it 1 point higher"),
        (
            0.001,
            "appeal_to_fear",
            "",
            "“reckless”: without it about the same. Perhaps appeal to fear",
        ),
        (
            0.2,
            "unheard_of",
            "hasty",
            "“reckless”: without it 20 points lower. Perhaps unheard of. Plainer: “hasty”",
        ),
    ],
)
def test_a_line_on_a_word(effect, technique, alternative, line):
    span = SimpleNamespace(
        text="reckless", effect=effect, technique=technique, alternative=alternative
    )
    assert span_line(span) == line


@pytest.mark.parametrize(
    ("effect", "words", "line"),
    [
        (0.62, 4, "Without all 4 of them: 62 points lower"),
        (0.01, 2, "Without both of them: 1 point lower"),
        (-0.02, 3, "Without all 3 of them: 2 points higher"),
        (0.0, 2, "Without both of them: about the same"),
        (float("nan"), 1, ""),
    ],
)
def test_a_line_on_all_words_together(effect, words, line):
    assert joint_line(effect, words) == line


def test_one_word_alone_has_no_line_of_its_own(result):
    alone = replace(result, spans=result.spans.iloc[:1])
    assert [line.value for line in card_of(alone, 1).text][1:] == [
        "“reckless”: without it 40 points lower. Plainer: “hasty”"
    ]


@pytest.mark.parametrize(("band", "said"), [("loaded", 1), ("uncertain", 1), ("neutral", 0)])
def test_a_flagged_sentence_without_a_word_says_so(result, band, said):
    sentences = result.sentences.assign(loaded=band)
    bare = replace(result, sentences=sentences, spans=result.spans.iloc[:0])
    assert [block.value for block in card_of(bare, 1).markdown].count(NO_WORD) == said


def test_a_technique_in_markdown_is_escaped():
    made_up = Technique("x", "*x*", "A <b>.", "An [a](b).")
    assert technique_lines(made_up) == (
        "**\\*x\\***  \nA \\<b\\>\\.  \n*Example:* An \\[a\\]\\(b\\)\\."
    )
    assert technique_lines(Technique("x", "x")) == "**X**"


def card_of(result: Result, sentence: int) -> AppTest:
    def page(result, sentence):
        from dashboard.panels.sentence_card import sentence_card

        sentence_card(result, sentence)

    return AppTest.from_function(page, args=(result, sentence), default_timeout=120).run()


def test_the_card_explains_each_technique_once(result):
    spans = result.spans.assign(
        technique=["loaded_language", "loaded_language", "name_calling", ""]
    )
    named = replace(result, spans=spans)
    loaded, calling = technique_of("loaded_language"), technique_of("name_calling")
    card = card_of(named, 1)
    assert not card.exception
    assert [line.value for line in card.text][1:] == [
        "“reckless”: without it 40 points lower. Perhaps loaded language. Plainer: “hasty”",
        "“shocked”: without it 10 points lower. Perhaps loaded language",
        joint_line(joint_effect(result, 1), 2),
    ]
    shown = [line.value for line in card.markdown]
    assert shown.count(technique_lines(loaded)) == 1
    assert technique_lines(calling) not in shown
    assert technique_lines(calling) in [line.value for line in card_of(named, 2).markdown]


def test_without_a_technique_the_card_says_nothing_of_them(result):
    card = card_of(result, 1)
    assert not card.exception
    assert not any("technique" in one.value for one in [*card.subheader, *card.caption])
