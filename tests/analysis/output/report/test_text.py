"""Style classes of runs and the strength of the tint."""

from analysis.output.blocks import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD
from analysis.output.report.text import style_classes, tint_strength


def test_marks_have_names_of_their_own() -> None:
    assert style_classes(0) == []
    assert style_classes(WORD + QUOTE + QUOTE_CLOSES) == ["word", "quote", "closes"]
    assert style_classes(QUOTE + QUOTE_OPENS) == ["quote", "opens"]


def test_strength_has_three_steps() -> None:
    rows = [{"loaded_probability": probability} for probability in (0.61, 0.75, 0.899, 0.9)]
    assert [tint_strength(row) for row in rows] == [1, 2, 2, 3]
