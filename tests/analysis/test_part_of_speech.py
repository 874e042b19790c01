"""Verb, noun or adjective, as the words beside it tell; what they leave open stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.part_of_speech import ADJECTIVE, NOUN, PARTICIPLE, VERB, part_of_speech

ALL = {VERB, NOUN, ADJECTIVE}


@pytest.mark.parametrize(
    "sentence",
    [
        "The union will [rebuke] the board.",
        "They [rebuke] the board every year.",
        "Delegates [rebuke] him in public.",
        "The chairman [rebukes] the board.",
        "Ms Okafor [rebukes] ministers over the ferry.",
        "Okafor [rebukes] ministers over the ferry",
        "It was the report that [rebukes] the board.",
        "Many [lament] the closing of the line.",
        "The minutes openly [rebuke] the board.",
        "Suddenly those people [woke] up.",
        "The letter is [embarrassing] the minister.",
        "She ended by [humiliating] them.",
        "She is [humiliating] Mr Dunn.",
        "He did not “[rebuke]” anyone.",
    ],
)
def test_verbs(sentence: str) -> None:
    assert of(sentence, ALL) == VERB


@pytest.mark.parametrize(
    "sentence",
    [
        "It drew a [rebuke] from the board.",
        "It drew a sharp [rebuke] from the board.",
        "The board’s [rebuke] came late.",
        "It was seen as a [rebuke].",
        "A season of [smears] is over.",
        "He answered with a trade [spat].",
        "It was a complete political [flop].",
        "He returned from the “[bully]”.",
        "Despite the [bluster], nothing happened.",
        "It ended in a power [grab].",
    ],
)
def test_nouns(sentence: str) -> None:
    assert of(sentence, {VERB, NOUN}) == NOUN


@pytest.mark.parametrize(
    "sentence",
    [
        "The [savage] cuts begin today.",
        "A [humiliating] defeat followed.",
        "The letter is [embarrassing].",
        "That was an [utter] waste.",
    ],
)
def test_adjectives(sentence: str) -> None:
    assert of(sentence, {VERB, ADJECTIVE}) == ADJECTIVE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prices [soared].", VERB),
        ("Prices have [soared].", PARTICIPLE),
        ("Prices haven’t yet [soared].", PARTICIPLE),
        ("They’ve [soared].", PARTICIPLE),
        ("Police [seized] the boat.", VERB),
        ("He [seized] on it.", VERB),
        ("The boat was [seized].", PARTICIPLE),
        ("The boat was quickly [seized].", PARTICIPLE),
        ("The boats had not been [seized].", PARTICIPLE),
        ("The [seized] boat was sold.", PARTICIPLE),
        ("Prices [soared] by a third.", ""),
        ("The boats [seized] by the coastguard were sold.", ""),
    ],
)
def test_past_forms(sentence: str, expected: str) -> None:
    assert of(sentence, {VERB, PARTICIPLE}) == expected


def test_an_adjective_after_a_form_of_be() -> None:
    assert of("The plan is [evil].", {NOUN, ADJECTIVE}) == ADJECTIVE
    assert of("The plan is an [evil].", {NOUN, ADJECTIVE}) == NOUN


@pytest.mark.parametrize(
    "sentence",
    [
        "[Slams]",
        "Fiscal [hawks], meanwhile, left.",
        "They came and [crow] superiorly.",
        "After [humiliating] Senate defeat",
    ],
)
def test_what_is_open_stays_open(sentence: str) -> None:
    assert of(sentence, {VERB, NOUN}) == ""


@given(
    st.text(), st.text(min_size=1), st.text(), st.sets(st.sampled_from(sorted([*ALL, PARTICIPLE])))
)
def test_any_text_has_an_answer(before: str, word: str, after: str, among: set[str]) -> None:
    assert part_of_speech(word, before, after, among) in among | {""}


def of(sentence: str, among: set[str]) -> str:
    before, rest = sentence.split("[")
    word, after = rest.split("]")
    return part_of_speech(word, before, after, among)
