"""What is said of a class, against sentences written by hand."""

from math import nan

from analysis.output.phrasing.practice import classes as said
from analysis.practice.class_figures import class_figures
from tests.analysis.practice.made import marks_of, material_with


def test_alpha() -> None:
    assert said.alpha_said(0.333, 24) == (
        "Krippendorff’s α (alpha) says how far the class agrees beyond what chance would give: 1 "
        "is full agreement, 0 is no more than chance. For these 24 readers it is 0.33, which many "
        "would call fair agreement. People often disagree about loaded wording: trained readers "
        "in a study reached 0.40."
    )
    assert said.alpha_said(nan, 24) == (
        "Krippendorff’s α (alpha) says how far the class agrees beyond what chance would give. It "
        "cannot be worked out yet: that needs sentences that several have judged, some called "
        "loaded and some not."
    )
    assert "−0.10, less than chance would give" in said.alpha_said(-0.1, 5)


def test_fewer_than_five_get_no_figure() -> None:
    why = "figures are shown from 5 readers on, so that nobody’s marks can be guessed."
    assert said.too_few_said(4) == f"Only 4 so far: {why}"
    assert said.too_few_said(0) == f"Nobody so far: {why}"
    assert said.alpha_said(0.333, 4) == f"Only 4 so far: {why}"


def test_a_class_beside_the_model() -> None:
    answers = {reader: [True, reader > 2, reader > 5, False] for reader in range(1, 7)}
    material = material_with(["loaded", "not loaded", "uncertain", "not loaded"])
    figures = class_figures(marks_of(answers), material)
    assert figures is not None
    assert said.class_and_model_said(figures) == (
        "Class and model agree on 2 of 3 sentences: the class calls a sentence loaded if at least "
        "half of it marked it. Sentences that the model is uncertain about are not counted."
    )


def test_a_class_with_nothing_to_compare() -> None:
    figures = class_figures(
        marks_of({reader: [True] for reader in range(5)}), material_with(["uncertain"])
    )
    assert figures is not None
    assert said.class_and_model_said(figures) == (
        "There is no sentence to compare with the model: it is uncertain, or too few judged."
    )
