"""The passages of two sentences that differ, and the frame of those of two articles."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import frame
from analysis.comparison.frames import PAIRS, WORDINGS
from analysis.comparison.wording.wordings import differing, missing_from, wordings
from analysis.frames import Result


@pytest.mark.parametrize(
    ("one", "other", "only_one", "only_other"),
    [
        ("The board shut the pool.", "The board closed the pool.", ["shut"], ["closed"]),
        # Case, marks, inflection, spelling and the form of a number are no differences.
        ("“The board voted,” she said.", 'She says: "the boards VOTE".', [], []),
        ("They organised 9 talks for £2.4 million.", "Nine talks, organized for £2.4m.", [], []),
        ("Nearly half left.", "48 per cent left.", ["Nearly half"], ["48 per cent"]),
        # Words move about.
        ("On Monday the pool shut.", "The pool shut on Monday.", [], []),
        # Function words alone make no passage, but join what stands around them.
        ("It was the end of a pool.", "It is an end for this pool.", [], []),
        (
            "A callous plan, and a cruel one, was passed.",
            "A plan was passed.",
            ["callous", "cruel"],
            [],
        ),
        ("The cruel, and callous, board met.", "The board met.", ["cruel, and callous"], []),
        ("The siren did not sound.", "The siren did sound.", ["not"], []),
        ("The siren never sounded.", "The siren didn’t sound.", [], []),
        ("", "Nothing moved here.", [], ["Nothing moved"]),
    ],
)
def test_differing(
    one: str, other: str, only_one: Sequence[str], only_other: Sequence[str]
) -> None:
    passages_one, passages_other = differing(one, other)
    assert [one[start:end] for start, end in passages_one] == only_one
    assert [other[start:end] for start, end in passages_other] == only_other


WORDS = st.sampled_from(["pool", "pools", "the", "of", "shut", "9", "nine", "£2m", "ro\u0301le"])
SENTENCES = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=10).map(" ".join))


@given(SENTENCES, SENTENCES)
def test_offsets(one: str, other: str) -> None:
    for text, passages in zip((one, other), differing(one, other), strict=True):
        position = -1
        for start, end in passages:
            assert position < start < end <= len(text)
            position = end


@given(SENTENCES)
def test_a_sentence_does_not_differ_from_itself(text: str) -> None:
    assert differing(text, text.swapcase() if text.isascii() else text) == ([], [])


@given(SENTENCES, SENTENCES)
def test_nothing_is_missing_from_both_together(one: str, other: str) -> None:
    assert missing_from(one, [other, one]) == []


def pairs_of(*rows: tuple[int, int | None, int, int | None, str]) -> Any:
    """Return the pairs frame of (article_a, sentence_a, article_b, sentence_b, band)."""
    columns: dict[str, list[Any]] = {
        name: [float("nan") if column.dtype == "float64" else ""] * len(rows)
        for name, column in PAIRS.items()
    }
    for place, name in enumerate(("article_a", "sentence_a", "article_b", "sentence_b", "band")):
        columns[name] = [row[place] for row in rows]
    return frame(columns, PAIRS)


def test_the_frame(result_of: Callable[..., Result]) -> None:
    a = result_of(["Rain fell.", "The callous board shut the pool and sold the land."])
    b = result_of(["The board shut the pool.", "It sold the land cheaply.", "Sheep graze."])
    pairs = pairs_of(
        (0, 0, 1, None, "no match found"),
        (0, 1, 1, 0, "same fact"),
        (0, 1, 1, 1, "same fact"),
        (0, None, 1, 2, "no match found"),
    )
    found = wordings(pairs, (a, b))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == {
        name: column.dtype for name, column in WORDINGS.items()
    }
    # What the first partner leaves to the second is not missing from either.
    assert found[["pair", "article", "text"]].values.tolist() == [
        [1, 0, "callous"],
        [2, 0, "callous"],
        [2, 1, "cheaply"],
    ]
    for row in found.itertuples():
        assert (a, b)[row.article].text[row.start : row.end] == row.text


def test_nothing_paired(result_of: Callable[..., Result]) -> None:
    pairs = pairs_of((0, 0, 1, None, "no match found"))
    assert wordings(pairs, (result_of(["Rain."]), result_of([]))).empty
