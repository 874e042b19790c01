"""Whose judgement counts: the last of each editor, and what was given without seeing another's."""

import pytest

from analysis.desk.judgements import judgements
from tests.analysis.desk.made import decisions_of

ANN, BEN, CAL = 1, 2, 3


def said(*rows, independent=False):
    made = decisions_of(
        [{"editor": editor, "act": act, "second": second} for editor, act, second in rows]
    )
    return {
        one.name: (one.agrees, one.independent) for one in judgements(made, independent=independent)
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(ANN, "accept", False)], {"Ann": (True, True)}),
        ([(ANN, "reword", False)], {"Ann": (True, True)}),
        # A second reading has not seen Ann's decision; Cal's decision has.
        (
            [(ANN, "accept", False), (BEN, "dismiss", True)],
            {"Ann": (True, True), "Ben": (False, True)},
        ),
        (
            [(ANN, "accept", False), (CAL, "dismiss", False)],
            {"Ann": (True, True), "Cal": (False, False)},
        ),
        # Changing one's own mind, with nobody else in between.
        ([(ANN, "accept", False), (ANN, "dismiss", False)], {"Ann": (False, True)}),
        # Taken back oneself: not said. Taken back by another: Ann still thinks so.
        ([(ANN, "accept", False), (ANN, "undo", False)], {}),
        ([(ANN, "accept", False), (BEN, "undo", False)], {"Ann": (True, True)}),
        # Ann takes her second decision back, and her first stands again.
        (
            [(ANN, "accept", False), (ANN, "dismiss", False), (ANN, "undo", False)],
            {"Ann": (True, True)},
        ),
        # What was undone was seen all the same.
        (
            [(ANN, "accept", False), (ANN, "undo", False), (BEN, "dismiss", False)],
            {"Ben": (False, False)},
        ),
        # After a second reading Ben has seen Ann's, so his decision is not independent.
        (
            [(ANN, "accept", False), (BEN, "dismiss", True), (BEN, "accept", False)],
            {"Ann": (True, True), "Ben": (True, False)},
        ),
    ],
)
def test_the_last_judgement_of_each(rows, expected) -> None:
    assert said(*rows) == expected


def test_of_independent_judgements_the_last_is_one_before_another_s_was_seen() -> None:
    rows = [
        (ANN, "accept", False),
        (BEN, "dismiss", True),
        (BEN, "accept", False),
        (ANN, "dismiss", False),
    ]
    assert said(*rows) == {"Ann": (False, False), "Ben": (True, False)}
    assert said(*rows, independent=True) == {"Ann": (True, True), "Ben": (False, True)}
