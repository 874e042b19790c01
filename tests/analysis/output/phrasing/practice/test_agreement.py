"""What is said of a reader beside the model, against sentences written by hand."""

from math import nan
from typing import Any

import pytest

from analysis.output.phrasing.practice import agreement as said
from analysis.practice.with_model import WithModel


def beside(**figures: Any) -> WithModel:
    return WithModel(
        **{
            "agreed": 14,
            "of": 18,
            "uncertain": 3,
            "kappa": 0.45,
            "only_reader": (2, 5),
            "only_model": (3, 9),
            "words_shared": 3,
            "words_reader": 5,
            "words_model": 4,
            "reader": 6,
            "model": 7,
            "reader_uncertain": 0,
        }
        | figures
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (
            {},
            "You and the model agree on 14 of 18 sentences. The model is uncertain about 3 more, "
            "which are not counted: for such sentences there is no one answer.",
        ),
        (
            {"uncertain": 1},
            "You and the model agree on 14 of 18 sentences. The model is uncertain about 1 more, "
            "which is not counted: for such sentences there is no one answer.",
        ),
        (
            {"agreed": 1, "of": 1, "uncertain": 0},
            "You and the model agree on 1 of 1 sentence.",
        ),
        (
            {"agreed": 0, "of": 0, "uncertain": 4},
            "The model is uncertain about all 4 sentences, so there is nothing to compare: what do "
            "you say about them?",
        ),
        (
            {"agreed": 0, "of": 0, "uncertain": 1},
            "The model is uncertain about the only sentence, so there is nothing to compare: what "
            "do you say about it?",
        ),
        ({"agreed": 0, "of": 0, "uncertain": 0}, "There is no sentence to compare."),
        (
            {"reader": 0, "uncertain": 0},
            "You marked nothing. The model marks 7 of 18 sentences.",
        ),
        (
            {"reader": 0, "reader_uncertain": 2},
            "You marked only what the model is uncertain about. The model marks 7 of 18 sentences. "
            "The model is uncertain about 3 more, which are not counted: for such sentences "
            "there is no one answer.",
        ),
        (
            {"model": 0, "uncertain": 0},
            "The model marks nothing here. You marked 6 of 18 sentences.",
        ),
        (
            {"reader": 0, "model": 0, "uncertain": 0},
            "You marked nothing. The model marks nothing as likely loaded.",
        ),
    ],
)
def test_agreement(figures: dict[str, int], expected: str) -> None:
    assert said.agreement_said(beside(**figures)) == expected


@pytest.mark.parametrize(
    ("shared", "reader", "model", "expected"),
    [
        (3, 5, 4, "you marked 5 words and the model 4; 3 of them are the same."),
        (1, 1, 2, "you marked 1 word and the model 2; 1 of them is the same."),
        (0, 2, 1, "you marked 2 words and the model 1; none of them are the same."),
    ],
)
def test_words(shared: int, reader: int, model: int, expected: str) -> None:
    figures = {"words_shared": shared, "words_reader": reader, "words_model": model}
    assert said.words_said(beside(**figures)) == (
        f"In the sentences that you both call loaded, {expected}"
    )


@pytest.mark.parametrize("nothing", [{"words_reader": 0}, {"words_model": 0}])
def test_without_words_nothing_is_said_of_them(nothing: dict[str, int]) -> None:
    assert said.words_said(beside(words_shared=0, **nothing)) == ""


@pytest.mark.parametrize(
    ("coefficient", "expected"),
    [
        # Landis and Koch 1977, table on page 165: below 0 poor, to 0.20 slight, to 0.40 fair, to
        # 0.60 moderate, to 0.80 substantial, to 1 almost perfect.
        (-0.2, "less than chance would give"),
        (-0.004, "no more than chance would give"),
        (0.0, "no more than chance would give"),
        (0.01, "which many would call slight agreement"),
        (0.204, "which many would call slight agreement"),
        (0.21, "which many would call fair agreement"),
        (0.4, "which many would call fair agreement"),
        (0.41, "which many would call moderate agreement"),
        (0.6, "which many would call moderate agreement"),
        (0.61, "which many would call substantial agreement"),
        (0.8, "which many would call substantial agreement"),
        (0.81, "which many would call almost perfect agreement"),
        (0.999, "which many would call almost perfect agreement"),
        (1.0, "full agreement"),
    ],
)
def test_bands(coefficient: float, expected: str) -> None:
    assert said.band_said(coefficient) == expected


def test_kappa() -> None:
    assert said.kappa_said(beside(kappa=0.454)) == (
        "Cohen’s κ (kappa) is agreement beyond what chance would give: 1 is full agreement, 0 is "
        "no more than chance. Here it is 0.45, which many would call moderate agreement. With so "
        "few sentences, one mark can change it a lot."
    )
    assert said.kappa_said(beside(kappa=nan)) == (
        "Cohen’s κ (kappa) is agreement beyond what chance would give. Here it cannot be worked "
        "out: that needs some sentences that are called loaded and some that are not."
    )


@pytest.mark.parametrize("nothing", [{"reader": 0}, {"model": 0}])
def test_no_kappa_where_one_marked_nothing(nothing: dict[str, int]) -> None:
    assert said.kappa_said(beside(kappa=0.0, **nothing)) == ""


def test_all_that_is_said() -> None:
    full = said.with_model_said(beside())
    assert [sentence.split(" ", 2)[0] for sentence in full] == ["You", "In", "Cohen’s"]
    nothing = beside(
        agreed=0, of=0, kappa=nan, words_reader=0, words_shared=0, words_model=0, reader=0, model=0
    )
    assert len(said.with_model_said(nothing)) == 1


def test_nobody_is_called_wrong() -> None:
    texts = [said.REVEAL_NOTE, *said.with_model_said(beside()), *said.with_model_said(
        beside(agreed=0, kappa=-0.6))]  # fmt: skip
    assert "The model can be wrong" in said.REVEAL_NOTE
    assert "why do we disagree" in said.REVEAL_NOTE
    for text in texts:
        for word in ("mistake", "error", "you are wrong", "you were wrong", "incorrect", "biased"):
            assert word not in text.lower()
