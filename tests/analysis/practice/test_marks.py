"""Marks from browsers of strangers: what fits the text is taken, all else is one clear error."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.marks import MOST_WORDS, REASONS, BadMark, Mark, mark_of, mark_told

# An emoji, a letter with a combining sign, and a word that is written from right to left.
TEXT = "A \U0001f9d1‍\U0001f33e farme\u0301r \u05e9\u05dc\u05d5\u05dd wept. It stopped."
SENTENCES = [(0, TEXT.index(" It")), (TEXT.index("It"), len(TEXT))]


HEBREW = "\u05e9\u05dc\u05d5\u05dd"


def place(word: str) -> list[int]:
    return [TEXT.index(word), TEXT.index(word) + len(word)]


@pytest.mark.parametrize(
    ("given_mark", "expected"),
    [
        ({"sentence": 1, "loaded": True}, Mark(1, True)),
        ({"sentence": 0, "loaded": False}, Mark(0, False)),
        (
            {"sentence": 0, "loaded": True, "reason": "label", "words": [place("farme\u0301r")]},
            Mark(0, True, "label", (tuple(place("farme\u0301r")),)),
        ),
        (
            {"sentence": 0, "loaded": True, "words": [place(HEBREW), place("wept.")]},
            Mark(0, True, "", (tuple(place(HEBREW)), tuple(place("wept.")))),
        ),
        # The whole sentence, and two passages that touch.
        (
            {"sentence": 1, "loaded": True, "words": [[*SENTENCES[1]]]},
            Mark(1, True, "", (SENTENCES[1],)),
        ),
        (
            {"sentence": 0, "loaded": True, "words": [[0, 2], [2, 4]]},
            Mark(0, True, "", ((0, 2), (2, 4))),
        ),
        ({"sentence": 0, "loaded": True, "reason": None, "words": None}, Mark(0, True)),
        ({"sentence": 0, "loaded": True, "reason": "", "words": []}, Mark(0, True)),
        # What is not loaded has neither reason nor words.
        ({"sentence": 0, "loaded": False, "reason": "label", "words": [[0, 1]]}, Mark(0, False)),
        ({"sentence": 0, "loaded": True, "seq": 7, "<b>": "more"}, Mark(0, True)),
    ],
)
def test_a_mark_that_fits(given_mark: Any, expected: Mark) -> None:
    assert mark_of(given_mark, SENTENCES) == expected


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sentence": 2}, "names no sentence of the text"),
        ({"sentence": -1}, "names no sentence of the text"),
        ({"sentence": True}, "names no sentence of the text"),
        ({"sentence": 0.0}, "names no sentence of the text"),
        ({"sentence": "0"}, "names no sentence of the text"),
        ({"sentence": None}, "names no sentence of the text"),
        ({"loaded": 1}, "does not say whether the sentence is loaded"),
        ({"loaded": None}, "does not say whether the sentence is loaded"),
        ({"reason": "<script>alert(1)</script>"}, "has a reason that is not on the list"),
        ({"reason": "It stirs a feeling"}, "has a reason that is not on the list"),
        ({"reason": ["label"]}, "has a reason that is not on the list"),
        ({"reason": 0}, "has a reason that is not on the list"),
        ({"reason": {}}, "has a reason that is not on the list"),
        ({"words": "0,1"}, "has words that are no list"),
        ({"words": {"0": 1}}, "has words that are no list"),
        ({"words": 3}, "has words that are no list"),
        ({"words": [[n, n + 1] for n in range(MOST_WORDS + 1)]}, "has words that are no list"),
        ({"words": [[0]]}, "has words without a start and an end"),
        ({"words": [[0, 1, 2]]}, "has words without a start and an end"),
        ({"words": ["ab"]}, "has words without a start and an end"),
        ({"words": [[0, 1.0]]}, "has words without a start and an end"),
        ({"words": [[False, True]]}, "has words without a start and an end"),
        ({"words": [None]}, "has words without a start and an end"),
        ({"words": [[1, 1]]}, "has words outside the sentence or over one another"),
        ({"words": [[3, 1]]}, "has words outside the sentence or over one another"),
        ({"words": [[-1, 1]]}, "has words outside the sentence or over one another"),
        ({"words": [[*SENTENCES[1]]]}, "has words outside the sentence or over one another"),
        ({"words": [[0, 4], [3, 5]]}, "has words outside the sentence or over one another"),
        ({"words": [[4, 5], [0, 1]]}, "has words outside the sentence or over one another"),
    ],
)
def test_a_mark_that_does_not_fit(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(BadMark) as caught:
        mark_of({"sentence": 0, "loaded": True} | change, SENTENCES)
    assert caught.value.problem == problem
    assert (
        caught.value.message == f"The mark {problem}: reload the page and mark the sentence again."
    )


@pytest.mark.parametrize("given_mark", [None, [], "mark", 3, [0, True]])
def test_what_is_no_object(given_mark: Any) -> None:
    with pytest.raises(BadMark, match="is not an object"):
        mark_of(given_mark, SENTENCES)


NUMBERS = st.integers() | st.integers(-2, 60)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats() | st.text(max_size=8)
    | st.sampled_from(list(REASONS)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)  # fmt: skip
ALMOST = st.fixed_dictionaries(
    {"sentence": NUMBERS | JSON, "loaded": st.booleans() | JSON},
    optional={
        "reason": st.sampled_from(list(REASONS)) | JSON,
        "words": st.lists(st.lists(NUMBERS, min_size=1, max_size=3), max_size=3) | JSON,
    },
)
FITTING = st.integers(0, 1).flatmap(
    lambda sentence: st.fixed_dictionaries(
        {
            "sentence": st.just(sentence),
            "loaded": st.booleans(),
            "reason": st.sampled_from(["", *REASONS]),
            "words": st.sets(st.integers(*SENTENCES[sentence]), max_size=12).map(
                # Neighbours of ascending numbers: passages in order and apart.
                lambda ends: [list(pair) for pair in zip(*[iter(sorted(ends))] * 2, strict=False)]
            ),
        }
    )
)


@given(JSON | ALMOST | FITTING)
def test_any_json_is_a_mark_that_fits_or_a_bad_mark(made: Any) -> None:
    decoded = json.loads(json.dumps(made))
    try:
        mark = mark_of(decoded, SENTENCES)
    except BadMark:
        return
    start, end = SENTENCES[mark.sentence]
    ends = [offset for pair in mark.words for offset in pair]
    assert type(mark.loaded) is bool
    assert mark.reason in ("", *REASONS)
    assert ends == sorted(ends)
    assert all(start <= one < other <= end for one, other in mark.words)
    if not mark.loaded:
        assert (mark.reason, mark.words) == ("", ())


@given(FITTING)
def test_what_fits_is_taken_as_it_is(made: dict[str, Any]) -> None:
    mark = mark_of(json.loads(json.dumps(made)), SENTENCES)
    assert mark_of(json.loads(json.dumps(mark_told(mark))), SENTENCES) == mark
    assert (mark.sentence, mark.loaded) == (made["sentence"], made["loaded"])
    if mark.loaded:
        assert mark.reason == made["reason"]
        assert [list(pair) for pair in mark.words] == made["words"]


def test_numbers_that_json_does_not_know_are_no_offsets() -> None:
    with pytest.raises(BadMark):
        mark_of({"sentence": math.nan, "loaded": True}, SENTENCES)
