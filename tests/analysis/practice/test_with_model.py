"""A reader beside the model, counted by hand."""

from math import isnan

import pytest

from analysis.practice.marks import Mark
from analysis.practice.material import Line, Material, View
from analysis.practice.with_model import with_model
from tests.analysis.practice.made import material_with


def words(material: Material, *texts: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (material.text.index(text), material.text.index(text) + len(text)) for text in texts
    )


def test_sentences_by_hand() -> None:
    #                         0         1         2             3             4            5   6
    material = material_with(
        ["loaded", "loaded", "not loaded", "not loaded", "uncertain", "", "not loaded"]
    )
    marks = [Mark(0, True), Mark(2, True), Mark(3, False), Mark(4, True), Mark(5, True)]
    found = with_model(marks, material)
    # The uncertain one and the one that does not count are left out: 0, 3 and 6 are the same.
    assert (found.agreed, found.of, found.uncertain) == (3, 5, 1)
    assert (found.only_reader, found.only_model) == ((2,), (1,))
    assert (found.reader, found.model, found.reader_uncertain) == (2, 2, 1)
    # Both mark two of five: expected (2·2 + 3·3)/25 = 13/25; κ = (15/25 − 13/25) / (12/25).
    assert found.kappa == pytest.approx(2 / 12)


def test_words_are_counted_in_sentences_that_both_call_loaded() -> None:
    model = {0: ["Word0a word0b"], 1: ["word1b"], 2: ["word2b"]}
    material = material_with(["loaded", "loaded", "not loaded"], model)
    marks = [
        Mark(0, True, "", words(material, "word0b,", "word0c.")),
        Mark(1, False),
        Mark(2, True, "", words(material, "word2b")),
    ]
    found = with_model(marks, material)
    assert (found.words_reader, found.words_model, found.words_shared) == (2, 2, 1)


def test_a_part_of_a_word_is_the_word_and_lone_punctuation_is_none() -> None:
    text = "A cruel — and\u00a0heart\u00adless \U0001f525 act."
    marked = [text.index("ruel"), text.index("and")]
    model = [text.index("cruel"), text.index(" act")]
    view = View("loaded", 0.9, ((model[0], model[1]),), "outlet", "")
    material = Material("", text, (Line(0, len(text), 0, True),), (view,))
    found = with_model([Mark(0, True, "", ((marked[0], marked[1]),))], material)
    # The reader: cruel. The model: cruel, and, heartless, and the fire.
    assert (found.words_reader, found.words_model, found.words_shared) == (1, 4, 1)


def test_nothing_marked_and_nothing_to_compare() -> None:
    nothing = with_model([], material_with(["uncertain", ""]))
    assert (nothing.agreed, nothing.of, nothing.uncertain) == (0, 0, 1)
    assert isnan(nothing.kappa)
    unmarked = with_model([], material_with(["loaded", "not loaded"]))
    assert (unmarked.agreed, unmarked.only_model, unmarked.kappa) == (1, (0,), 0)


def test_of_two_marks_for_a_sentence_the_last_counts() -> None:
    material = material_with(["loaded", "not loaded"])
    assert with_model([Mark(0, True), Mark(0, False)], material).only_model == (0,)
