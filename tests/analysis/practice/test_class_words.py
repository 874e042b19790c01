"""Words of a class: none that fewer than two marked, none of a sentence that too few judged."""

from analysis.practice.class_figures import class_figures, differing
from analysis.practice.class_words import class_words
from tests.analysis.practice.made import marks_of, material_with


def test_words_of_two_readers_and_more() -> None:
    material = material_with(["loaded", "not loaded"])
    figures = class_figures(
        marks_of({reader: [True, reader == 1] for reader in range(1, 6)}), material
    )
    first, second = material.sentences
    word, other, own = (
        (first[0], first[0] + 2),
        (first[0] + 3, first[0] + 5),
        (second[0], second[0] + 2),
    )
    outside = (first[0], second[1])
    counts = {word: 2, other: 4, own: 1, outside: 3}
    assert class_words(counts, figures, material) == {0: [(*other, 4), (*word, 2)]}


def test_without_figures_there_are_none() -> None:
    assert class_words({(0, 2): 4}, None, material_with(["loaded"])) == {}


def test_a_sentence_that_too_few_judged_has_none() -> None:
    material = material_with(["loaded", "loaded"])
    answers = {reader: [True] if reader < 3 else [True, True] for reader in range(1, 7)}
    figures = class_figures(marks_of(answers), material)
    counts = {(start, start + 2): 3 for start, _ in material.sentences}
    assert [*class_words(counts, figures, material)] == [0]


def test_where_class_and_model_differ() -> None:
    material = material_with(["loaded", "not loaded", "uncertain", "loaded", "not loaded"])
    # Half of the readers are enough for the class to call a sentence loaded.
    answers = {reader: [False, reader > 3, True, True, False] for reader in range(1, 7)}
    figures = class_figures(marks_of(answers), material)
    assert figures is not None
    assert differing(figures) == [(0, False), (1, True)]
