"""Sentences of worksheets and answer sheets, as people read them."""

import re

import pytest

from analysis.output.phrasing.practice import paper


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((1, 12, 12), ""),
        ((1, 40, 1112), "Sentences 1 to 40 of 1,112"),
        ((7, 7, 12), "Sentence 7 of 12"),
        ((1, 1, 1), ""),
    ],
)
def test_which_part_of_the_article(place, said) -> None:
    assert paper.part_of(*place) == said


@pytest.mark.parametrize(
    ("speakers", "said"),
    [
        ([], "The model found nobody but the outlet."),
        (["Ann Hale"], "The model found, those with most words first: Ann Hale."),
        (["A", "B", "C"], "The model found, those with most words first: A, B and C."),
    ],
)
def test_who_speaks(speakers, said) -> None:
    assert paper.speakers_answer(speakers) == said


def test_a_verb_that_implies_something_and_one_that_does_not() -> None:
    said = paper.verb_answer(4, "claimed", "doubting")
    assert said == (
        "Sentence 4 – “claimed”: says that the outlet does not vouch for it (sounds doubtful)."
    )
    assert paper.verb_answer(2, "zwoped", "") == (
        "Sentence 2 – “zwoped”: it says nothing about the speaker."
    )


def test_the_other_verb_is_explained() -> None:
    said = paper.other_verb_answer("said", "claimed")
    assert said.endswith("“claimed”: says that the outlet does not vouch for it.")


def test_why_numbers_are_missing() -> None:
    assert paper.left_out(0, not_judged=False) == ""
    assert "Some numbers are missing" in paper.left_out(3, not_judged=False)
    assert paper.left_out(0, not_judged=True).startswith("Lines in grey are not in English")


def test_pupils_are_never_told_that_they_are_wrong() -> None:
    texts = [value for value in vars(paper).values() if isinstance(value, str)]
    texts += paper.HOW_TO_MARK + paper.WHEN_THEY_DIFFER
    assert len(texts) > 12
    for text in texts:
        assert not re.search(r"\b(you are|pupil is|pupils are) (wrong|mistaken)\b", text, re.I)
        assert "biased" not in text
