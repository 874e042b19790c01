"""The released model with senses resolved: bands, words and offsets of whole sentences."""

import csv
from pathlib import Path

import numpy as np
import pytest

from analysis import analyze, score_sentences
from analysis.scoring.senses.classifier import with_senses
from models import load_classifier

GOLD = Path(__file__).parents[3] / "gold"

LITERAL = [
    "He slammed on the brakes when the deer crossed.",
    "The rocket blasted off at dawn.",
    "A tiger savaged a goat.",
    "She bashed her head on the door and needed stitches.",
    "The rails buckled in the heat.",
    "The volcano spewed ash for a week.",
    "The kettle whined.",
    "They gouged a channel in the wood.",
    "The horse trampled a child.",
    "A fierce fire gutted the warehouse.",
    "The wildfire raged for nine days.",
    "Wolves savaged a flock of sheep near the village.",
    "The saw whined in the yard.",
    "The boxer bashed the bag.",
    "He gutted the fish on the quay.",
    "Locusts devoured the crops.",
]
SET_TERMS = [
    "A pathetic fallacy is a figure of speech.",
    "The dumb waiter was repaired in June.",
    "A vicious circle is a term in economics.",
    "The hostile takeover bid was worth £2bn.",
    "The bank moved toxic assets to a separate company.",
    "An idiot board is used by television presenters.",
    "A hysterical pregnancy is a rare condition.",
    "The naive Bayes classifier sorts the mail.",
    "The library is a brutalist building.",
    "Dumb terminals were used in the bank.",
    "The stinking bishop won a prize.",
    "The scorched earth policy was used in 1812.",
    "The bastard toadflax is a plant.",
    "The racehorse Shameless won at Ascot.",
    "Reckless Records closed in May.",
    "*Vicious* is a sitcom.",
]
DENIED = [
    "Nobody called the minister a liar.",
    "Hardly anyone thought the plan was reckless.",
    "It was not a disaster, the inspectors found.",
    "There were no riots, no looting and no injuries.",
    "No witness described the officers as brutal.",
    "Neither report called the policy shameful.",
    "Not one member called the chairman a coward.",
]
STILL_LOADED = [
    "Nobody could be as stupid as the minister.",
    "Nobody doubts that the minister is a liar.",
    "No decent person would support this vile scheme.",
    "Critics savaged the minister’s shameless plan.",
    "The vicious liar moved in the same circles.",
]
ACCUSING_QUESTIONS = [
    "Has the council lost its mind?",
    "Is the mayor a crook?",
    "Has the government lost the plot?",
    "Has the minister taken leave of his senses?",
]


@pytest.mark.parametrize("sentence", SET_TERMS + DENIED)
def test_neither_set_terms_nor_denied_accusations_are_loaded(sentence: str) -> None:
    row = score_sentences([sentence]).iloc[0]
    assert row["loaded"] == "not loaded"
    assert row["loaded_words"] == []


@pytest.mark.parametrize("sentence", LITERAL)
def test_literal_verbs_are_not_loaded(sentence: str) -> None:
    assert score_sentences([sentence])["loaded"][0] != "loaded"
    spans = analyze(sentence, any_language=True).spans
    assert spans["alternative"].tolist() == [""] * len(spans)


@pytest.mark.parametrize("sentence", STILL_LOADED)
def test_loaded_sentences_stay_loaded(sentence: str) -> None:
    assert score_sentences([sentence])["loaded"][0] == "loaded"


@pytest.mark.parametrize("sentence", ACCUSING_QUESTIONS)
def test_accusing_questions_are_loaded_or_uncertain(sentence: str) -> None:
    assert score_sentences([sentence])["loaded"][0] != "not loaded"


def test_no_loaded_sentence_of_the_gate_is_lost() -> None:
    with (GOLD / "gate_loaded.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["loaded"] == "1"]
    assert len(texts) > 50
    model = load_classifier()
    before, after = model.predict(texts).loaded, with_senses(model).predict(texts).loaded
    bands = [model.thresholds.band(float(p)) for p in before]
    assert [model.thresholds.band(float(p)) for p in after] == bands


def test_words_beside_a_set_term_keep_their_offsets() -> None:
    sentence = "In a vicious circle, the corrupt and shameless regime robbed its people again."
    [words] = score_sentences([sentence])["loaded_words"]
    found = [sentence[start:end] for start, end in words]
    assert found
    assert not any("vicious" in word or "circle" in word for word in found)
    assert any("shameless" in word for word in found)


def test_an_idiom_is_a_loaded_word_as_a_whole() -> None:
    [words] = score_sentences(["Has the council lost its mind?"])["loaded_words"]
    assert words == [(16, 29)]


def test_other_sentences_are_read_as_they_are() -> None:
    model = load_classifier()
    texts = ["The committee meets on Tuesday at ten.", "The vile regime lied again."]
    plain, wrapped = model.predict(texts), with_senses(model).predict(texts)
    np.testing.assert_array_equal(plain.loaded, wrapped.loaded)
    np.testing.assert_array_equal(plain.read_to, wrapped.read_to)
    assert plain.words == wrapped.words
    spans = [[(4, 8)], [(4, 8)]]
    np.testing.assert_array_equal(
        model.loaded_when_masked(texts, spans), with_senses(model).loaded_when_masked(texts, spans)
    )


def test_it_is_wrapped_once() -> None:
    model = with_senses(load_classifier())
    assert with_senses(model) is model
    assert (model.name, model.version, model.max_tokens) == (
        load_classifier().name,
        load_classifier().version,
        load_classifier().max_tokens,
    )
