"""Cohen's κ and Krippendorff's α, against published examples."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import empty
from analysis.practice.agreement import cohen_kappa, krippendorff_alpha
from analysis.practice.marks import MARKS
from tests.analysis.practice.made import marks_of


@pytest.mark.parametrize(
    ("both", "only_one", "only_other", "neither", "kappa"),
    [
        # Feinstein and Cicchetti 1990, Journal of Clinical Epidemiology 43, pages 543 to 549: the
        # same share of agreement, and yet another κ.
        (40, 9, 6, 45, 0.70),
        (80, 10, 5, 5, 0.32),
        (45, 15, 25, 15, 0.13),
        (25, 35, 5, 35, 0.26),
        # By Cohen 1960, formula 1: all differ, half yes each: (0 − 0.5) / (1 − 0.5).
        (0, 5, 5, 0, -1.0),
        (3, 0, 0, 4, 1.0),
    ],
)
def test_kappa_of_published_tables(both, only_one, only_other, neither, kappa) -> None:
    one = [True] * (both + only_one) + [False] * (only_other + neither)
    other = [True] * both + [False] * only_one + [True] * only_other + [False] * neither
    assert cohen_kappa(one, other) == pytest.approx(kappa, abs=0.005)
    assert cohen_kappa(other, one) == cohen_kappa(one, other)


@pytest.mark.parametrize("answers", [[], [True], [True] * 3, [False] * 3])
def test_kappa_is_not_defined_where_both_always_say_the_same(answers: list[bool]) -> None:
    assert isnan(cohen_kappa(answers, answers))


def test_one_who_says_the_same_to_all_agrees_as_chance_would() -> None:
    assert cohen_kappa([True, True, True], [True, False, True]) == 0


def test_kappa_of_unlike_lengths_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        cohen_kappa([True], [True, False])


# Krippendorff 2011, Computing Krippendorff's alpha-reliability, part A: binary data, two observers
# (Meg and Owen), ten units, nothing missing.
MEG = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
OWEN = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]


def test_alpha_of_two_readers_is_the_published_one() -> None:
    answers = {1: [*map(bool, MEG)], 2: [*map(bool, OWEN)]}
    assert krippendorff_alpha(marks_of(answers)) == pytest.approx(0.095, abs=0.0005)


# The reliability data of Krippendorff 2011, part C (four observers, twelve units, values missing),
# with the values 1 to 5 made binary: 1 and 2 are no, 3 to 5 are yes.
OBSERVED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def test_alpha_with_missing_judgements_by_hand() -> None:
    answers = {
        observer: [None if value is None else value > 2 for value in values]
        for observer, values in enumerate(OBSERVED, start=1)
    }
    # Units 1 to 11 can be paired: 40 values, 18 of them yes. Unit 2 has one yes of four and unit 6
    # two of four: 2·1·3/3 + 2·2·2/3 = 14/3 values that differ from their partner. By chance it
    # would be 2·18·22/39. α = 1 − (14/3) / (792/39).
    assert krippendorff_alpha(marks_of(answers)) == pytest.approx(1 - (14 / 3) / (792 / 39))


ANSWERS = st.lists(
    st.lists(st.sampled_from([True, False, None]), min_size=6, max_size=6), max_size=6
)


@given(ANSWERS)
def test_alpha_is_that_of_the_formula_for_binary_data(answers: list[list[bool | None]]) -> None:
    # Krippendorff 2011: binary α = 1 − (n − 1) o01 / (n0 n1), here counted pair by pair.
    units = [[a for a in unit if a is not None] for unit in zip(*answers, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    ones, total = sum(map(sum, units)), sum(map(len, units))
    alpha = krippendorff_alpha(marks_of(dict(enumerate(answers, start=1))))
    if ones in (0, total):
        assert isnan(alpha)
        return
    differing = sum(
        sum(a and not b for a in unit for b in unit) / (len(unit) - 1) for unit in units
    )
    expected = 1 - (total - 1) * differing / (ones * (total - ones))
    assert alpha == pytest.approx(expected)


def test_alpha_without_marks_is_not_defined() -> None:
    assert isnan(krippendorff_alpha(empty(MARKS)))
