"""What is said about one reader's marks beside the model's view.

Nobody is right or wrong here: reader and model agree or differ, and the model can be wrong.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted, two_decimals

if TYPE_CHECKING:
    from analysis.practice.with_model import WithModel

REVEAL_NOTE = (
    "The model can be wrong: it knows words, not the story behind them. Where you and the model "
    "differ, ask: why do we disagree? Which words made the difference?"
)
"""Said wherever the model's view is shown beside a reader's marks."""

_BANDS = (
    (0.0, "slight"),
    (0.2, "fair"),
    (0.4, "moderate"),
    (0.6, "substantial"),
    (0.8, "almost perfect"),
)
"""What Landis and Koch 1977 (Biometrics 33, pages 159 to 174) call κ above each value."""


def with_model_said(with_model: WithModel) -> list[str]:
    """Return all that is said of a reader beside the model, the plain sentence first."""
    said = [agreement_said(with_model), words_said(with_model), kappa_said(with_model)]
    return [sentence for sentence in said if sentence]


def agreement_said(with_model: WithModel) -> str:
    """Say in how many sentences reader and model agree, and how many are left out. Where one of
    them marked nothing, that is said instead: all the rest would count as agreement."""
    unsure = with_model.uncertain
    if not with_model.of:
        if not unsure:
            return "There is no sentence to compare."
        return (
            f"The model is uncertain about {_all_of(unsure)}, so there is nothing to compare: "
            f"what do you say about {'it' if unsure == 1 else 'them'}?"
        )
    said = _compared_said(with_model)
    if unsure:
        verb = "is" if unsure == 1 else "are"
        said += (
            f" The model is uncertain about {unsure} more, which {verb} not counted: for such "
            "sentences there is no one answer."
        )
    return said


def _compared_said(with_model: WithModel) -> str:
    of = counted(with_model.of, "sentence")
    if with_model.reader and with_model.model:
        return f"You and the model agree on {with_model.agreed} of {of}."
    if with_model.reader:
        return f"The model marks nothing here. You marked {with_model.reader} of {of}."
    yours = "You marked nothing."
    if with_model.reader_uncertain:
        yours = "You marked only what the model is uncertain about."
    if not with_model.model:
        return f"{yours} The model marks nothing as likely loaded."
    return f"{yours} The model marks {with_model.model} of {of}."


def words_said(with_model: WithModel) -> str:
    """Say how far the marked words are the same, of sentences that both call loaded; else empty."""
    if not with_model.words_reader or not with_model.words_model:
        return ""
    return (
        "In the sentences that you both call loaded, you marked "
        f"{counted(with_model.words_reader, 'word')} and the model {with_model.words_model}; "
        f"{with_model.words_shared or 'none'} of them "
        f"{'is' if with_model.words_shared == 1 else 'are'} the same."
    )


def kappa_said(with_model: WithModel) -> str:
    """Say what Cohen's κ between a reader and the model is, and how little it says here.

    Empty where one of them marked nothing: κ is then 0 or not defined whatever the other did.
    """
    kappa = with_model.kappa
    if not with_model.reader or not with_model.model:
        return ""
    meaning = "Cohen’s κ (kappa) is agreement beyond what chance would give"
    if isnan(kappa):
        return (
            f"{meaning}. Here it cannot be worked out: that needs some sentences that are called "
            "loaded and some that are not."
        )
    return (
        f"{meaning}: 1 is full agreement, 0 is no more than chance. Here it is "
        f"{two_decimals(kappa)}, {band_said(kappa)}. With so few sentences, one mark can change "
        "it a lot."
    )


def band_said(coefficient: float) -> str:
    """Return what κ or α of that value, shown with two decimals, is: ``less than chance would
    give``, ``no more than chance would give``, ``full agreement``, or what a common scale calls it.
    The scale's limits are a habit and no law, as those who proposed them said."""
    if coefficient == 1:
        return "full agreement"
    # The word must fit the number that stands beside it.
    shown = round(coefficient, 2)
    if shown <= 0:
        return f"{'less' if shown < 0 else 'no more'} than chance would give"
    name = [name for above, name in _BANDS if shown > above][-1]
    return f"which many would call {name} agreement"


def _all_of(count: int) -> str:
    return "the only sentence" if count == 1 else f"all {count} sentences"
