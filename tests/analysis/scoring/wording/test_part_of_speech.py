"""Verb, noun or adjective, as the words beside it tell; what they leave open stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.wording.part_of_speech import (
    ADJECTIVE,
    NOUN,
    PARTICIPLE,
    VERB,
    introduces_statement,
    is_degree_adverb,
    part_of_speech,
)

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
        "The town’s critics [claim] that it leaks.",
        "The people [claim] the bridge as theirs.",
        "The mayor [claims] that it leaks.",
        "The heat was badly [crippling] the line.",
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
        "He repeated the false [claim] that it leaks.",
        "The mayor’s asinine [claim] that it leaks was wrong.",
        "The ferry line answered to [claims] of neglect.",
        "The board looked into his critics’ [claims] that it leaks.",
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
        "It was wholly [humiliating] that nobody came.",
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
        "They echoed [claims] that it leaks.",
        "These are Labour [claims] that it leaks.",
    ],
)
def test_what_is_open_stays_open(sentence: str) -> None:
    assert of(sentence, {VERB, NOUN}) == ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The fare is [wildly] unfair.", True),
        ("An [absurdly] inflated fare.", True),
        ("The crew was tired and [woefully] underpaid.", True),
        ("The mayor [absurdly] boasted.", False),
        ("He swung [wildly].", False),
        ("He swung [wildly] and missed.", False),
    ],
)
def test_what_an_adverb_grades(sentence: str, expected: bool) -> None:
    before, _, after = parts(sentence)
    assert is_degree_adverb(before, after) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor [claims] the ferry was late.", True),
        ("The mayor [boasts] that it was early.", True),
        ("The mayor [insists] it’s late.", True),
        ("The mayor [claims] with a smile that it is late.", True),
        ("“It is late,” [thundered] Mayor Dunn.", True),
        ("It is late, the mayor [thundered].", True),
        ("The mayor [claims] the seat.", False),
        ("The mayor [boasts] of the ferry.", False),
        ("The mayor [insists] on an answer.", False),
        ("The mayor [claims] the seat, which was empty.", False),
    ],
)
def test_what_a_verb_states(sentence: str, expected: bool) -> None:
    before, _, after = parts(sentence)
    assert introduces_statement(before, after) is expected


@given(st.text(), st.text())
def test_any_text_is_graded_or_not_and_stated_or_not(before: str, after: str) -> None:
    assert is_degree_adverb(before, after) in {True, False}
    assert introduces_statement(before, after) in {True, False}


@given(
    st.text(), st.text(min_size=1), st.text(), st.sets(st.sampled_from(sorted([*ALL, PARTICIPLE])))
)
def test_any_text_has_an_answer(before: str, word: str, after: str, among: set[str]) -> None:
    assert part_of_speech(word, before, after, among) in among | {""}


def of(sentence: str, among: set[str]) -> str:
    before, word, after = parts(sentence)
    return part_of_speech(word, before, after, among)


def parts(sentence: str) -> tuple[str, str, str]:
    before, rest = sentence.split("[")
    word, after = rest.split("]")
    return before, word, after
