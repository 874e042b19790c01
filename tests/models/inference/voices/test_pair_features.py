import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.inference.voices.pair_features import (
    FEATURES,
    pair_features,
    soft_features,
    stem,
    token_weights,
    word_weight,
    words_of,
)


def features_of(a: str, b: str) -> dict[str, float]:
    """All words weigh the same."""
    found = pair_features(words_of(a, lambda _: 1.0), words_of(b, lambda _: 1.0))
    return dict(zip(FEATURES, found.tolist(), strict=True))


def test_a_sentence_with_itself() -> None:
    found = features_of("In Velmark 40 nurses walked out.", "In Velmark 40 nurses walked out.")
    for name in ("weighted_cosine", "contained_in_shorter", "names_in_both", "numbers_in_both"):
        assert found[name] == pytest.approx(1.0)
    assert found["numbers_of_one_only"] == 0.0


def test_sentences_that_share_nothing() -> None:
    found = features_of("Rain fell.", "Prices rose by 3 percent")
    assert found["weighted_cosine"] == found["shared_words"] == found["numbers_in_both"] == 0.0
    assert found["numbers_of_one_only"] == 1.0


def test_half_of_the_words_of_each() -> None:
    found = features_of("pier closed", "pier opened")
    assert found["weighted_cosine"] == pytest.approx(0.5)
    assert found["contained_in_longer"] == pytest.approx(0.5)


def test_forms_of_a_word_and_numbers_in_words_are_the_same() -> None:
    assert stem("walked") == stem("walks") == stem("walking") == "walk"
    assert stem("red") == "red"
    assert features_of("seven boats", "7 boats")["numbers_in_both"] == 1.0
    assert features_of("1,400 boats", "1400 boats")["numbers_in_both"] == 1.0


def test_rare_words_weigh_more() -> None:
    counts = np.array([99, 9, 0])
    weights = token_weights(counts, 99)
    assert weights.tolist() == pytest.approx([0.0, 0.5, 1.0], abs=1e-6)
    weight = word_weight(weights, lambda word: [0, 1] if word == "pier" else [0])
    assert weight("pier") == pytest.approx(0.5)
    assert weight("the") == pytest.approx(0.0)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_give_the_same_numbers_in_both_orders(a: str, b: str) -> None:
    forth, back = features_of(a, b), features_of(b, a)
    assert forth == pytest.approx(back)
    assert all(0.0 <= value <= 1.0 + 1e-6 for value in forth.values())


def test_alike_tokens_count_by_how_rare_they_are() -> None:
    a = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)
    b = np.array([[1.0, 0.0]], dtype=np.float32)
    common, rare = np.array([0.5], dtype=np.float32), np.array([0.5, 1.0], dtype=np.float32)
    # All of b is in a; of a the token that weighs 0.25 of 1.25.
    assert soft_features(a, b, rare, common).tolist() == pytest.approx([1.0, 0.2])
    assert soft_features(b, a, common, rare).tolist() == pytest.approx([1.0, 0.2])
    nothing = np.zeros((0, 2), dtype=np.float32)
    assert soft_features(a, nothing, rare, nothing[:, 0]).tolist() == [0.0, 0.0]
