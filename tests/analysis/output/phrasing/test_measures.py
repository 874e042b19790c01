"""Readability in words."""

import pytest

from analysis.frames import READABILITY
from analysis.output.phrasing.measures import MEASURES, ease_level


def test_every_measure_is_explained() -> None:
    assert list(MEASURES) == list(READABILITY)
    for measure in MEASURES.values():
        assert measure.means.endswith(".")
        assert measure.misleads.endswith(".")


@pytest.mark.parametrize(
    ("ease", "level"),
    [
        (-20, "very difficult"),
        (29.9, "very difficult"),
        (30, "difficult"),
        (55, "fairly difficult"),
        (60, "plain"),
        (79, "fairly easy"),
        (89.9, "easy"),
        (121, "very easy"),
    ],
)
def test_levels_are_flesch_s(ease: float, level: str) -> None:
    assert ease_level(ease).name == level
