"""What is said about the test before and after: the class's gain, and what it cannot show."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import two_decimals

if TYPE_CHECKING:
    from analysis.practice.gain import Gain

TEST_QUESTION = (
    "Is the newspaper’s own wording loaded? Strong words that somebody else says, in quotation "
    "marks, are not the newspaper’s."
)
"""What is asked of each sentence of the test."""

_THANKS = (
    "Thank you. Your answers count for the class as a whole: nobody is shown your own result. "
)
AFTER_THE_FIRST = f"{_THANKS}Later there is a second test with other sentences."
AFTER_THE_SECOND = (
    f"{_THANKS}If you took the first test too, your teacher can show what the class gained."
)
"""What a pupil reads when a test is over: the one before the practice, and the one after it."""


def gain_said(gain: Gain, sentences: int = 10) -> list[str]:
    """Return what is said about a class's gain in a test of ``sentences`` a form: the means, d with
    its interval, and always what such a short test cannot show."""
    return [_means_said(gain, sentences), _d_said(gain), limits_said(sentences)]


def limits_said(sentences: int = 10) -> str:
    """Say what a test of ``sentences`` before and after cannot show."""
    return (
        f"What this cannot show: {sentences} sentences are few. There was no other class without "
        "the practice to compare with. Taking the first test is practice too. It was measured "
        "right away, so nobody knows what lasts. It says nothing about any one pupil."
    )


def _means_said(gain: Gain, sentences: int) -> str:
    before, after = (f"{mean:.1f}" for mean in (gain.mean_before, gain.mean_after))
    told = (
        f"{gain.pairs} pupils did both tests. On average they agreed with the key on {before} of "
        f"{sentences} sentences before and on {after} after"
    )
    # From the means as shown, so that the three numbers add up for whoever checks them.
    change = round(float(after) - float(before), 1)
    if not change:
        return f"{told}: no change."
    return f"{told}: {abs(change):.1f} {'more' if change > 0 else 'fewer'}."


def _d_said(gain: Gain) -> str:
    if isnan(gain.d):
        return (
            "Cohen’s d cannot be worked out: all results are the same, and d compares the change "
            "with how far results differ."
        )
    d, low, high = map(two_decimals, (gain.d, gain.low, gain.high))
    told = (
        f"Cohen’s d is {d}: the change measured in how far pupils’ results usually differ. A class "
        f"of this size can only narrow it down to between {low} and {high} (95% interval)."
    )
    if gain.low <= 0 <= gain.high:
        return f"{told} That includes 0, so this may be chance."
    if gain.high < 0:
        return f"{told} That is below 0: more than chance, and a loss, not a gain."
    return f"{told} That is above 0, so chance alone is unlikely to explain it."
