"""Sentences about agreement: α with what it allows to conclude, and why only precision is seen."""

from math import nan

import pytest

from analysis.desk.agreement import Agreement, Alpha, model_agreement
from analysis.output.phrasing.desk import agreement as said
from tests.analysis.desk.made import decided, decisions_of

NONE = Alpha(nan, nan, nan, 0, "flags")


@pytest.mark.parametrize(
    ("alpha", "low", "high", "concluded"),
    [
        (0.9, 0.82, 0.95, "enough to rely on"),
        (0.9, 0.7, 0.95, "enough for tentative conclusions"),
        (0.5, 0.3, 0.6, "too little to rely on one editor’s judgement alone"),
        (0.6, 0.3, 0.9, "too uncertain to say whether that is enough"),
    ],
)
def test_an_alpha_says_what_it_allows(alpha, low, high, concluded) -> None:
    line = said.alpha_said(Alpha(alpha, low, high, 40, "articles"), "apart")
    assert line == (
        f"On 40 flags that two or more editors judged apart, α is {alpha:.2f} (95% interval "
        f"{low:.2f} to {high:.2f}, by drawing articles anew): {concluded}."
    )


def test_few_or_equal_judgements_conclude_nothing() -> None:
    assert "nothing can be concluded" in said.alpha_said(Alpha(1.0, nan, nan, 4, "flags"), "apart")
    assert "cannot be worked out" in said.alpha_said(Alpha(nan, nan, nan, 12, "flags"), "apart")


def test_independent_judgements_come_first_and_others_are_counted() -> None:
    whole = Alpha(0.4, 0.1, 0.6, 32, "flags")
    apart = Alpha(0.5, 0.2, 0.7, 30, "flags")
    first, second = said.agreement_said(Agreement(whole, apart, 2, (), ()))
    assert first.startswith("On 30 flags that two or more editors judged without seeing each")
    assert second.startswith("On 2 flags an editor decided after seeing another’s decision")
    assert said.agreement_said(Agreement(NONE, NONE, 0, (), ())) == [said.NONE_JUDGED_TWICE]
    (hint, _) = said.agreement_said(Agreement(whole, NONE, 32, (), ()))
    assert "second readings are how" in hint


def test_bands_are_compared_with_their_probability_where_there_are_enough() -> None:
    loaded = "slant.loaded-words"
    kind = {"kind": "loaded", "revision": 0, "severity": "note"}

    def caption(*rows):
        bands = model_agreement(decisions_of([row for some in rows for row in some]))
        return said.bands_caption(bands).title

    few = decided(loaded, 1, 3, probability=0.95, **kind)
    assert caption(few) == "Too few decisions in each band to compare them with its probability"
    fewer = decided(loaded, 5, 15, probability=0.95, **kind)
    more = decided(loaded, 20, 0, probability=0.55, first=100, **kind)
    assert caption(fewer, more) == (
        "Accepted less often than their probability in 0.90 to 1.00 and more often than their "
        "probability in 0.50 to 0.60"
    )
    fits = decided(loaded, 11, 9, probability=0.55, **kind)
    assert caption(fits) == (
        "In the band with enough decisions, no clear difference from their probability"
    )


def test_precision_by_check_and_severity() -> None:
    rows = [*decided("slant.loaded-words", 3, 1, kind="loaded", probability=0.7)]
    rows += decided("house.slam", 1, 1, first=10, severity="error")
    assert said.precision_said(model_agreement(decisions_of(rows))) == [
        "Loaded words: 3 of 4 accepted: 75% (30% to 95%)",
        "House rules: error: 1 of 2 accepted: 50% (9% to 91%)",
    ]
