"""Every selection of function words is made of the one list."""

import pytest

from analysis.text.function_words import ALL, ONLY_ENGLISH, RARELY_LAST, VERBS_OF_SAYING
from models.inference import words as loaded_words


@pytest.mark.parametrize("selection", [RARELY_LAST, ONLY_ENGLISH - VERBS_OF_SAYING])
def test_a_selection_is_part_of_the_list(selection: frozenset[str]) -> None:
    assert selection - ALL == set()
    assert selection


def test_what_a_loaded_phrase_does_not_begin_with_is_a_function_word() -> None:
    """models has words of its own for the edges of phrases, as it may not import analysis."""
    assert "the" in loaded_words._EDGES
    assert set() == loaded_words._EDGES - ALL


@pytest.mark.parametrize("word", ["council", "river", "vote", "good", "money", "ask", "city"])
def test_content_words_are_none(word: str) -> None:
    assert word not in ALL


@pytest.mark.parametrize("word", ["the", "of", "and", "was", "won't", "they", "until", "himself"])
def test_function_words_are(word: str) -> None:
    assert word in ALL
