"""Names of marks and the strength of the tint."""

from analysis.output.blocks import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD
from analysis.output.report.text import marks, strength


def test_marks_have_names_of_their_own() -> None:
    assert marks(0) == []
    assert marks(WORD + QUOTE + QUOTE_CLOSES) == ["word", "quote", "closes"]
    assert marks(QUOTE + QUOTE_OPENS) == ["quote", "opens"]


def test_strength_has_three_steps() -> None:
    rows = [{"loaded_probability": probability} for probability in (0.61, 0.75, 0.899, 0.9)]
    assert [strength(row) for row in rows] == [1, 2, 2, 3]
