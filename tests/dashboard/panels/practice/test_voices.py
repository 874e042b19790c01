"""The context of a passage in *Who says it*, and what the program takes the passage for."""

import pytest

from analysis.practice.exercises.voices import VoiceItem, voice_items
from dashboard.panels.practice.voices import in_context, taken_for

TEXT = "Rain fell.\n\nThe pier broke at noon. “It was old,” said Una Brett."


def item(text: str, context: str = TEXT, article: str = "") -> VoiceItem:
    return VoiceItem(article, text, "outlet", "", "", context, context.index(text))


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        (
            "“It was old,”",
            "Rain fell\\.\n\nThe pier broke at noon\\. "
            ":blue-background[**“It was old\\,”**] said Una Brett\\.",
        ),
        (
            "Rain fell.",
            ":blue-background[**Rain fell\\.**]\n\n"
            "The pier broke at noon\\. “It was old\\,” said Una Brett\\.",
        ),
        ("TEXT", ":blue-background[**TEXT**]"),
    ],
)
def test_the_passage_is_marked_in_its_paragraphs(passage, shown):
    assert in_context(item(passage, TEXT if passage in TEXT else passage)) == shown


def test_what_an_article_holds_is_no_markup():
    strange = "<b>A</b> ![x](https://example.org/x.png) :red[said] “**so**”."
    assert "![" not in in_context(item(strange, strange))
    assert "<b>" not in in_context(item(strange, strange)).replace("\\<b", "")


def test_every_item_has_its_passage_in_its_context():
    for one in voice_items():
        assert in_context(one).count(":blue-background[**") == 1
        assert one.context[one.start : one.end] == one.text


def test_a_quotation_of_a_sample_is_taken_for_one():
    text = "“I know which child has had no breakfast, and I know it without being told,” she said."
    assert taken_for(item(text, text, "school-meals-loaded")) == ("quoted", "Bronagh Kerr")


def test_nothing_is_taken_for_what_has_no_article():
    assert taken_for(item("It snowed.", "It snowed.")) is None
    assert taken_for(item("It snowed.", "It snowed.", "school-meals-loaded")) is None
