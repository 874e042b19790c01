"""What a class made of a text: each sentence's share, how far the class agrees, and the model.

Groups below ``FEWEST`` have no figures, so that nobody's marks can be read off them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns, frame
from analysis.practice.agreement import cohen_kappa, krippendorff_alpha
from analysis.practice.completed import completed
from analysis.practice.marks import REASONS
from analysis.practice.material import Material

if TYPE_CHECKING:
    import pandas as pd

FEWEST = 5
"""Fewest readers of whom a figure is shown."""

CLASS_SENTENCES: Columns = {
    "sentence": Column("int64", "sentence of the material, from 0; every line of it has a row"),
    "marked": Column("int64", "readers who marked it as loaded, 0 where fewer than FEWEST judged"),
    "judged": Column("int64", "readers who have judged it, 0 where it does not count"),
    "share": Column("float64", "marked of judged, 0 to 1; NaN where fewer than FEWEST judged"),
    "split": Column(
        "float64",
        "how evenly it divides the class: 1 − |2 share − 1|, from 0 for all of one mind to 1 for "
        "two halves; NaN like share",
    ),
    "reason": Column(
        "str", "most frequent reason, a key of REASONS; empty without any, and where share is NaN"
    ),
    "band": Column("str", "the model's band, empty where the sentence does not count"),
    "probability": Column("float64", "the model's probability, 0 to 1; NaN where it has no band"),
}
"""One row a line of the material. Band and probability are the model's: only for the reveal."""


@dataclass(frozen=True)
class ClassFigures:
    """The figures of a class of ``participants`` readers, ``FEWEST`` or more.

    ``sentences`` is a frame ``CLASS_SENTENCES``; ``alpha`` is Krippendorff's α of all judgements.
    ``model_of`` sentences are compared with the model: those that ``FEWEST`` judged and that the
    model calls loaded or not loaded. The class calls loaded what half of those who judged it
    marked, or more. On ``model_agreed`` of them class and model say the same; ``model_kappa`` is
    Cohen's κ of that. Both coefficients are NaN where they are not defined.
    """

    participants: int
    sentences: pd.DataFrame
    alpha: float
    model_agreed: int
    model_of: int
    model_kappa: float


def class_figures(marks: pd.DataFrame, material: Material) -> ClassFigures | None:
    """Return the figures of a class, from its judgements as ``completed`` returns them.

    None where they are by fewer than ``FEWEST`` readers.
    """
    participants = int(marks["participant"].nunique())
    if participants < FEWEST:
        return None
    sentences = _sentences(marks, material)
    compared = sentences["share"].notna() & sentences["band"].isin(["loaded", "not loaded"])
    by_class = (sentences.loc[compared, "share"] >= 0.5).to_list()
    by_model = (sentences.loc[compared, "band"] == "loaded").to_list()
    return ClassFigures(
        participants=participants,
        sentences=sentences,
        alpha=krippendorff_alpha(marks),
        model_agreed=sum(own == other for own, other in zip(by_class, by_model, strict=True)),
        model_of=len(by_class),
        model_kappa=cohen_kappa(by_class, by_model),
    )


def round_figures(
    marks: pd.DataFrame, done: Collection[int], material: Material, *, over: bool
) -> ClassFigures | None:
    """Return the figures of a round, from its ``marks`` as they are, a frame ``MARKS``.

    ``done`` are the readers who say to be finished. Once the round is ``over`` they and whoever has
    marked anything have judged every sentence; until then see ``completed``.
    """
    if over:
        done = {*done, *marks["participant"].tolist()}
    counts = [line.counts for line in material.lines]
    return class_figures(completed(marks, done, counts), material)


def most_split(figures: ClassFigures, limit: int = 3) -> list[int]:
    """Return the sentences (from 0) that divide the class most, at most ``limit``, first the most
    divided; none that a quarter or less sees otherwise than the others."""
    split = figures.sentences.loc[figures.sentences["split"] > 0.5, "split"]
    ordered = split.sort_values(ascending=False, kind="stable")
    return [int(number) for number in ordered.index[:limit]]


def differing(figures: ClassFigures) -> list[tuple[int, bool]]:
    """Return the sentences (from 0, in the text's order) that the class and the model call
    differently, each with whether the class calls it loaded; the model then does not. Compared are
    the same sentences as for ``model_agreed``."""
    rows = figures.sentences
    by_class = rows["share"] >= 0.5
    differ = rows["share"].notna() & (
        (by_class & (rows["band"] == "not loaded")) | (~by_class & (rows["band"] == "loaded"))
    )
    return [(int(number), bool(by_class[number])) for number in rows.index[differ]]


def _sentences(marks: pd.DataFrame, material: Material) -> pd.DataFrame:
    import numpy as np

    lines = len(material.lines)
    sentence, loaded = marks["sentence"].to_numpy(), marks["loaded"].to_numpy()
    judged = np.bincount(sentence, minlength=lines)
    marked = np.bincount(sentence[loaded], minlength=lines)
    enough = judged >= FEWEST
    share = np.where(enough, marked / np.maximum(judged, 1), nan)
    # A column a reason, in the order of the list: of equally frequent ones the first is taken.
    keys = list(REASONS)
    codes = {reason: place for place, reason in enumerate(keys)}
    chosen = np.array([codes.get(reason, -1) for reason in marks["reason"].to_list()], dtype=int)
    given = loaded & (chosen >= 0)
    reasons = np.bincount(
        sentence[given] * len(keys) + chosen[given], minlength=lines * len(keys)
    ).reshape(lines, len(keys))
    return frame(
        {
            "sentence": range(lines),
            "marked": np.where(enough, marked, 0),
            "judged": judged,
            "share": share,
            "split": 1 - np.abs(2 * share - 1),
            "reason": [
                keys[counts.argmax()] if shown and counts.any() else ""
                for shown, counts in zip(enough, reasons, strict=True)
            ],
            "band": [view.band for view in material.views],
            "probability": [view.probability if view.band else nan for view in material.views],
        },
        CLASS_SENTENCES,
    )
