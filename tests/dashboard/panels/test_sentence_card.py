"""The sentence card: what it says of a word, and of all of them together."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Result
from dashboard.panels.sentence_card import NO_WORD, joint_line, span_line


@pytest.mark.parametrize(
    ("effect", "alternative", "line"),
    [
        (0.4, "hasty", "“reckless”: without it 40 points lower. Plainer: “hasty”"),
        (-0.01, "", "“reckless”: without it 1 point higher"),
        (0.001, "", "“reckless”: without it about the same"),
        (float("nan"), "hasty", "“reckless”: its effect was not measured. Plainer: “hasty”"),
    ],
)
def test_a_line_on_a_word(effect, alternative, line):
    span = SimpleNamespace(text="reckless", effect=effect, alternative=alternative)
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
    sentences = result.sentences.assign(joint_effect=float("nan"))
    alone = replace(result, sentences=sentences, spans=result.spans.iloc[:1])
    assert [line.value for line in card_of(alone, 1).text] == [
        "“reckless”: without it 40 points lower. Plainer: “hasty”"
    ]


@pytest.mark.parametrize(("band", "said"), [("loaded", 1), ("uncertain", 1), ("not loaded", 0)])
def test_a_flagged_sentence_without_a_word_says_so(result, band, said):
    sentences = result.sentences.assign(loaded=band)
    bare = replace(result, sentences=sentences, spans=result.spans.iloc[:0])
    assert [block.value for block in card_of(bare, 1).markdown].count(NO_WORD) == said


def card_of(result: Result, sentence: int) -> AppTest:
    def page(result, sentence):
        from dashboard.panels.sentence_card import sentence_card

        sentence_card(result, sentence, "an-article")

    return AppTest.from_function(page, args=(result, sentence), default_timeout=120).run()


def test_the_card_lists_each_word_and_all_together(result):
    card = card_of(result, 1)
    assert not card.exception
    assert [line.value for line in card.text] == [
        "Without both of them: 45 points lower",
        "“reckless”: without it 40 points lower. Plainer: “hasty”",
        "“shocked”: without it 10 points lower",
    ]
