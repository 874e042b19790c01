"""Words to choose from in *Which is which*, and how they stand to those of the key."""

import pytest

from dashboard.panels.practice.wordings import marked_of, words_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The smug, smug majority.", ["The", "smug", "majority"]),
        ("“Never!” she said — twice …", ["Never", "she", "said", "twice"]),
        ("Long-suffering riders’ £2.10", ["Long-suffering", "riders", "£2.10"]),
        ("  — ", []),
        ("<b>No</b> *mark*", ["<b>No</b>", "*mark*"]),
    ],
)
def test_the_words_of_a_sentence(sentence, words):
    assert words_of(sentence) == words


def test_a_word_marked_finds_the_phrase_that_holds_it_whatever_its_case():
    key = ("sold off like old pots", "Shameless", "profiteer")
    assert marked_of(["shameless", "pots"], key) == (
        ["sold off like old pots", "Shameless"],
        ["profiteer"],
    )
    assert marked_of([], key) == ([], [*key])
    assert marked_of(["fit"], key) == ([], [*key]), "a part of a word is no word"
