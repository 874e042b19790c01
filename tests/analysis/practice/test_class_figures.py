"""What a class made of a text, counted by hand; and nothing of fewer than five."""

from math import isnan, nan

import pytest

from analysis.columns import empty
from analysis.practice.class_figures import FEWEST, class_figures, most_split
from analysis.practice.marks import MARKS
from tests.analysis.practice.made import marks_of, material_with

BANDS = ["loaded", "not loaded", "", "uncertain", "not loaded", "loaded"]
# A column a sentence. The third does not count; the fifth four have judged; the last all mark.
ANSWERS = {
    1: ["label", False, None, True, True, "hint"],
    2: ["feeling", False, None, True, True, "hint"],
    4: ["label", True, None, True, False, True],
    5: [True, False, None, False, True, "other"],
    7: [False, True, None, False, None, True],
    9: [False, True, None, False, None, True],
}


def test_each_sentence_by_hand() -> None:
    figures = class_figures(marks_of(ANSWERS), material_with(BANDS))
    assert figures is not None
    assert figures.participants == 6
    rows = figures.sentences
    assert rows["sentence"].to_list() == [0, 1, 2, 3, 4, 5]
    assert rows["judged"].to_list() == [6, 6, 0, 6, 4, 6]
    assert rows["marked"].to_list() == [4, 3, 0, 3, 0, 6]
    assert rows["share"].to_list() == pytest.approx([4 / 6, 0.5, nan, 0.5, nan, 1], nan_ok=True)
    assert rows["split"].to_list() == pytest.approx([4 / 6, 1, nan, 1, nan, 0], nan_ok=True)
    # Two for the label against one; two for the hint against one.
    assert rows["reason"].to_list() == ["label", "", "", "", "", "hint"]
    assert rows["band"].to_list() == BANDS
    assert rows["probability"].to_list() == pytest.approx(
        [0.9, 0.1, nan, 0.5, 0.1, 0.9], nan_ok=True
    )
    assert most_split(figures) == [1, 3, 0]
    assert most_split(figures, 1) == [1]


def test_the_class_beside_the_model_by_hand() -> None:
    figures = class_figures(marks_of(ANSWERS), material_with(BANDS))
    assert figures is not None
    # Compared are 0, 1 and 5; half of the class is enough, so it calls all three loaded.
    assert (figures.model_agreed, figures.model_of) == (2, 3)
    assert figures.model_kappa == 0
    # Values that differ from a partner, by sentence: 2·4·2/5, 2·3·3/5 twice, 2·3·1/3, 0. Of 28
    # values 19 are yes and 9 no, so that chance gives 2·19·9/27.
    differing = 16 / 5 + 2 * 18 / 5 + 2
    assert figures.alpha == pytest.approx(1 - differing / (2 * 19 * 9 / 27))


@pytest.mark.parametrize("readers", range(FEWEST))
def test_fewer_than_five_have_no_figures(readers: int) -> None:
    marks = marks_of({number: [True, False] for number in range(1, readers + 1)})
    assert class_figures(marks, material_with(["loaded", "loaded"])) is None


def test_five_have_figures() -> None:
    marks = marks_of({number: [True, False] for number in range(1, 6)})
    figures = class_figures(marks, material_with(["loaded", "loaded"]))
    assert figures is not None
    assert figures.sentences["share"].to_list() == [1, 0]
    assert (figures.alpha, figures.model_agreed, figures.model_of) == (1, 1, 2)
    assert most_split(figures) == []


def test_of_equally_frequent_reasons_the_first_of_the_list() -> None:
    marks = marks_of({1: ["hint"], 2: ["label"], 3: ["hint"], 4: ["label"], 5: [False]})
    figures = class_figures(marks, material_with(["loaded"]))
    assert figures is not None
    assert figures.sentences["reason"].to_list() == ["label"]


def test_all_of_one_mind_about_all_has_no_coefficients() -> None:
    marks = marks_of({number: [True, True] for number in range(1, 6)})
    figures = class_figures(marks, material_with(["loaded", "loaded"]))
    assert figures is not None
    assert isnan(figures.alpha)
    assert isnan(figures.model_kappa)


def test_nobody() -> None:
    assert class_figures(empty(MARKS), material_with(["loaded"])) is None
