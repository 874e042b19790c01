"""Furniture before and behind the text of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.parts.within_lines import furniture_within

TEXT = "The pier is closed, the mayor said."


@pytest.mark.parametrize(
    "sentence",
    [
        "(RELATED: Harbour master quits over planks)",
        "pic.twitter.com/a1b2c3 — Bay Fire (@bayfire) May 4, 2021",
        "https://t.co/a1b2c3",
        "(Rob Tale/Reuters)",
        "(AP Photo/Rob Tale, File)",
        "(Sept. 4) AP",
        "REUTERS/Rob Tale",
        "Follow her on Twitter @anapell.",
        "Sign up for our newsletter.",
        "Contact him at rob.tale@example.com.",
        "Ana Pell reported from Bay City.",
        "Read more here.",
        "This site is protected by reCAPTCHA.",
    ],
)
def test_furniture_behind_text(sentence: str) -> None:
    assert furniture_within([TEXT, TEXT, sentence]) == [2]


@pytest.mark.parametrize(
    "sentence",
    ["Updated at 7:12 a.m.", "Update at 8:30 a.m. ET.", "Ana Pell contributed to this report."],
)
def test_furniture_before_text(sentence: str) -> None:
    assert furniture_within([sentence, TEXT]) == [0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Close.",
        "It was 9 a.m.",
        "16 years ago.",
        "No.",
        "Sources: the mayor and his wife.",
        "(He was not.)",
        "(As for Hale, he likes the pier.)",
        "This article is based on what eight sailors said.",
        "Ana Pell, Bay Radio",
        "Follow the money.",
        "She reported from Bay City for ten years and loved it.",
        "Watch the tide, she said.",
        "Reporting by the Courier's Ana Pell suggests that the planks were rotten.",
    ],
)
def test_sentences_of_an_article_are_kept(sentence: str) -> None:
    assert furniture_within([TEXT, sentence]) == []
    assert furniture_within([sentence, TEXT]) == []


SENTENCES = st.sampled_from(
    [TEXT, "Sign up for our newsletter.", "(RELATED: Pier closes)", "Updated at 7:12 a.m.", "No."]
)


@given(st.lists(SENTENCES, min_size=2, max_size=6))
def test_furniture_is_at_the_borders_and_never_everything(sentences: list[str]) -> None:
    found = furniture_within(sentences)
    kept = [number for number in range(len(sentences)) if number not in found]
    assert kept == list(range(kept[0], kept[-1] + 1))
    assert not any(sentences[number] == TEXT for number in found)
