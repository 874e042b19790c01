"""Names are told from words that are capitalised for another reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.wording.names import is_name


@pytest.mark.parametrize(
    "sentence",
    [
        "He joined the [Savage] Club in May.",
        "She lives in [Brutal] Lane, near the pier.",
        "[Crazy] Horse spoke to the council.",
        "The show “[Vile] Bodies” opened on Monday.",
        "The paper called him *[Mad] Dog* for years.",
        "The [Furious], a frigate, left port.",
    ],
)
def test_names(sentence: str) -> None:
    assert of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[Savage] cuts were made.",
        "It was late. [Savage] cuts were made.",
        "“[Savage] cuts,” said the mayor.",
        "[Embattled] Mayor Dunn spoke to the council.",
        "The [savage] cuts were made.",
        "Mayor Makes [Savage] Cuts to Town Budget",
        "MAYOR MAKES [SAVAGE] CUTS",
    ],
)
def test_other_words(sentence: str) -> None:
    assert not of(sentence)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_text(text: str, start: int, end: int) -> None:
    assert is_name(start, end, text) in {True, False}


def of(sentence: str) -> bool:
    start, end = sentence.index("["), sentence.index("]") - 1
    return is_name(start, end, sentence.replace("[", "").replace("]", ""))
