"""What is said about a class that marked one text: how far it agrees, where it splits, and the
model beside it. Nothing is said of single pupils, nor of fewer than five.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted, two_decimals
from analysis.output.phrasing.practice.agreement import band_said
from analysis.practice.class_figures import FEWEST

if TYPE_CHECKING:
    from analysis.practice.class_figures import ClassFigures

BETWEEN_EXPERTS = 0.40
"""Krippendorff's α of the annotators of BABE, trained readers of news (Spinde et al. 2021)."""


def alpha_said(alpha: float, participants: int) -> str:
    """Say what Krippendorff's α of a class of ``participants`` is."""
    if participants < FEWEST:
        return too_few_said(participants)
    meaning = "Krippendorff’s α (alpha) says how far the class agrees beyond what chance would give"
    if isnan(alpha):
        return (
            f"{meaning}. It cannot be worked out yet: that needs sentences that several have "
            "judged, some called loaded and some not."
        )
    return (
        f"{meaning}: 1 is full agreement, 0 is no more than chance. For these "
        f"{participants} readers it is {two_decimals(alpha)}, {band_said(alpha)}. People often "
        f"disagree about loaded wording: trained readers in a study reached "
        f"{two_decimals(BETWEEN_EXPERTS)}."
    )


def class_and_model_said(figures: ClassFigures) -> str:
    """Say on how many sentences class and model agree; only for after the reveal."""
    if not figures.model_of:
        return "There is no sentence to compare with the model: it is uncertain, or too few judged."
    return (
        f"Class and model agree on {figures.model_agreed} of "
        f"{counted(figures.model_of, 'sentence')}: the class calls a sentence loaded if at least "
        "half of it marked it. Sentences that the model is uncertain about are not counted."
    )


def too_few_said(readers: int) -> str:
    """Say why there are no figures of so few readers."""
    so_far = f"only {readers} so far" if readers else "nobody so far"
    return (
        f"{so_far.capitalize()}: figures are shown from {FEWEST} readers on, so that nobody’s "
        "marks can be guessed."
    )
