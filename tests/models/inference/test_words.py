from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.inference.words import (
    WORD,
    WordThresholds,
    are_names,
    loaded_phrases,
    whole_words,
    word_probabilities,
    words_with,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn’t go.", ["He", "didn’t", "go"]),
        ("a well-known U-turn", ["a", "well-known", "U-turn"]),
        ("café cafe\u0301", ["café", "cafe\u0301"]),
        ("“shame” — 1,200", ["shame", "1", "200"]),
        ("🙂 ... _", []),
    ],
)
def test_words_of_a_sentence(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


def test_a_word_takes_its_highest_token() -> None:
    # "well-known": three tokens; special tokens have empty offsets
    offsets = [(0, 0), (0, 4), (4, 5), (5, 10), (11, 14), (0, 0)]
    words = word_probabilities("well-known man", offsets, [0.99, 0.1, 0.2, 0.7, 0.3, 0.99])
    assert words == [(0, 10, 0.7), (11, 14, 0.3)]


def test_words_past_the_cut_are_left_out() -> None:
    assert word_probabilities("one two", [(0, 0), (0, 3), (0, 0)], [0.0, 0.4, 0.0]) == [(0, 3, 0.4)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a f***ing mess", ["a", "f***ing", "mess"]),
        ("what the f*** now", ["what", "the", "f***", "now"]),
        ("mother-f**kers’ s**t", ["mother-f**kers’", "s**t"]),
        ("he *lied* to **us**", ["he", "lied", "to", "us"]),
        ("a promise* kept", ["a", "promise", "kept"]),
        ("*** b*", ["b"]),
    ],
)
def test_a_word_with_letters_left_out_is_one(text: str, words: list[str]) -> None:
    found = whole_words(text, words_with(text, [0.1 * i for i in range(20)]))
    assert [text[start:end] for start, end, _ in found] == [word.rstrip("’") for word in words]


def test_a_word_with_letters_left_out_has_its_highest_probability() -> None:
    assert whole_words("f**k it", [(0, 1, 0.2), (3, 4, 0.9), (5, 7, 0.1)]) == [
        (0, 4, 0.9),
        (5, 7, 0.1),
    ]


@given(st.text(alphabet="a*-_’' \u0301é", max_size=30))
def test_whole_words_hold_all_words_and_do_not_overlap(text: str) -> None:
    parts = words_with(text, [0.5] * len(text))
    whole = whole_words(text, parts)
    assert all(any(a <= p[0] and p[1] <= b for a, b, _ in whole) for p in parts)
    assert all(first[1] <= second[0] for first, second in pairwise(whole))


def test_neighbours_merge_and_others_do_not() -> None:
    text = "a vile, cruel  regime fell"
    words = [(0, 1, 0.1), (2, 6, 0.8), (8, 13, 0.6), (15, 21, 0.9), (22, 26, 0.2)]
    assert loaded_phrases(text, words, 0.5) == [(2, 6, 0.8), (8, 21, 0.9)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The spineless mayor", ["spineless mayor"]),
        ("THE vile and the cruel of", ["vile and the cruel"]),
        ("His", []),
        ("a — his cruel", ["cruel"]),
        ("the theatrical", ["theatrical"]),
        ("caved in", ["caved in"]),
    ],
)
def test_a_phrase_neither_begins_nor_ends_with_an_article(text: str, phrases: list[str]) -> None:
    words = [(*match.span(), 0.8) for match in WORD.finditer(text)]
    assert [text[start:end] for start, end, _ in loaded_phrases(text, words, 0.5)] == phrases


def test_a_trimmed_article_does_not_lend_its_probability() -> None:
    words = [(0, 3, 0.9), (4, 9, 0.6)]
    assert loaded_phrases("the cruel", words, 0.5) == [(4, 9, 0.6)]


THRESHOLDS = WordThresholds(neutral=0.4, flagged=0.2, share=0.5)


def named(text: str, flagged: bool = True, **likely: float) -> list[str]:
    """What `THRESHOLDS` name of a text whose other words are at 0.01."""
    words = [(*match.span(), likely.get(match.group(), 0.01)) for match in WORD.finditer(text)]
    return [text[start:end] for start, end, _ in THRESHOLDS.phrases(text, words, flagged)]


def test_less_is_asked_of_a_word_in_a_flagged_sentence() -> None:
    assert named("He lavished money on it.", flagged=True, lavished=0.3) == ["lavished"]
    assert named("He lavished money on it.", flagged=False, lavished=0.3) == []
    assert named("He lavished money on it.", flagged=True, lavished=0.19) == []


def test_a_word_needs_half_of_the_likeliest_ones_probability() -> None:
    text = "The vile mob cheered a smug crowd."
    assert named(text, vile=0.9, smug=0.46, crowd=0.44) == ["vile", "smug"]
    assert named(text, smug=0.46, crowd=0.44) == ["smug crowd"]


def test_the_likeliest_word_is_none_that_could_not_be_named() -> None:
    assert named("He faced the mob.", the=0.9, mob=0.3) == ["mob"]


def test_more_is_asked_of_a_name() -> None:
    text = "The spineless mayor of Tarrow said so."
    assert named(text, spineless=0.9, Tarrow=0.6) == ["spineless"]
    assert named(text, spineless=0.9, Tarrow=0.7) == ["spineless", "Tarrow"]
    assert named(text, Tarrow=0.3) == []
    assert named(text, mayor=0.3) == ["mayor"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shameful, said the mayor Ines Tarrow, from Łódź.", ["Ines", "Tarrow", "Łódź"]),
        ("He called it “Radical chic”: Vile. Truly so.", []),
        ("Mayor Slams Spineless Council", []),
        ("SHAME ON THEM", []),
        ("he said nothing", []),
    ],
)
def test_names_are_capitalised_inside_a_sentence(text: str, names: list[str]) -> None:
    words = [(*match.span(), 0.5) for match in WORD.finditer(text)]
    of = are_names(text, words)
    assert [text[a:b] for (a, b, _), name in zip(words, of, strict=True) if name] == names


@given(st.text(max_size=80), st.booleans())
def test_phrases_lie_in_order_within_the_text(text: str, flagged: bool) -> None:
    words = [(*match.span(), 0.5) for match in WORD.finditer(text)]
    phrases = THRESHOLDS.phrases(text, words, flagged)
    edges = [edge for start, end, _ in phrases for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() for start, end, _ in phrases)


@given(st.text(max_size=80))
def test_words_are_ordered_and_inside(text: str) -> None:
    offsets = [(i, i + 1) for i in range(len(text))]
    words = word_probabilities(text, offsets, [1.0] * len(text))
    assert [text[s:e] for s, e, _ in words] == WORD.findall(text)
    ends = [0] + [e for _, e, _ in words]
    assert all(previous <= start for previous, (start, _, _) in zip(ends, words, strict=False))
