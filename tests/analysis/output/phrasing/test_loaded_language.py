"""What loaded means, and what is said under a low count."""

import pandas as pd
import pytest

from analysis.output.phrasing.loaded_language import (
    is_low,
    likeliest_unflagged,
    passed_over_note,
)

MEASURED = {
    "articles": 19,
    "rows": 24,
    "loaded": {"rows": 14},
    "uncertain": {"rows": 8},
    "not loaded": {"rows": 2},
}


def sentences(letters: str, probabilities: list[float] | None = None) -> pd.DataFrame:
    """A frame with a sentence a letter: L loaded, u uncertain, n not loaded, - not scored."""
    names = {"L": "loaded", "u": "uncertain", "n": "not loaded", "-": None}
    made = probabilities or [{"L": 0.9, "u": 0.5, "n": 0.1, "-": float("nan")}[c] for c in letters]
    return pd.DataFrame(
        {
            "sentence": range(len(letters)),
            "loaded": [names[letter] for letter in letters],
            "loaded_probability": made,
        }
    )


@pytest.mark.parametrize(
    ("letters", "low"),
    [
        ("nnnn", True),
        ("LnnnLnnn", True),
        ("LLLnnnnn", False),
        ("LLL" + "n" * 27, False),
        ("LLL" + "n" * 28, True),  # 3 of 31 is under a tenth
        ("L", False),  # every sentence is flagged
        ("---", False),
        ("", False),
    ],
)
def test_a_count_is_low_up_to_two_or_under_a_tenth(letters, low) -> None:
    assert is_low(sentences(letters)) is low


def test_under_a_low_count_stands_what_was_measured() -> None:
    assert passed_over_note(sentences("nnu"), MEASURED) == (
        "A low count is no all-clear. Of 24 sentences in 19 whole articles that a close reader "
        "called clearly loaded, the model flags 14, is unsure of 8 and misses 2."
    )
    assert passed_over_note(sentences("LLLn"), MEASURED) == ""


def test_of_a_model_without_measurements_no_figures_are_given() -> None:
    note = passed_over_note(sentences("nnn"), {})
    assert "nobody has measured how many" in note
    assert not any(character.isdigit() for character in note)


def test_the_likeliest_uncertain_sentences_come_first() -> None:
    made = sentences("Lunu-u", [0.9, 0.4, 0.1, 0.6, float("nan"), 0.5])
    assert likeliest_unflagged(made, 10) == [3, 5, 1]
    assert likeliest_unflagged(made, 1) == [3]


def test_without_an_uncertain_one_it_is_the_likeliest() -> None:
    assert likeliest_unflagged(sentences("nLn", [0.1, 0.9, 0.2]), 10) == [2]
    assert likeliest_unflagged(sentences("L-"), 10) == []
