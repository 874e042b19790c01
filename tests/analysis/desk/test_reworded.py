"""Rewordings in a text: what is not decided on stays as it is, for any Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.desk.reworded import (
    REWORDINGS,
    Change,
    changes_list,
    reworded_text,
    rewordings_frame,
)

TEXT = "The mayor’s plan is a disgrace.\r\n\r\nThe 👍🏽 crowd slammed it.\nA mob, he said.\n"


def at(words: str, wording: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), wording


@pytest.mark.parametrize(
    ("rewordings", "expected"),
    [
        ([at("a disgrace", "late")], TEXT.replace("a disgrace", "late")),
        ([at("A mob", "A crowd"), at("slammed", "criticised")],
         TEXT.replace("A mob", "A crowd").replace("slammed", "criticised")),
        # The later one counts where two overlap.
        ([at("slammed it", "left"), at("crowd slammed", "people criticised")],
         TEXT.replace("crowd slammed", "people criticised")),
        ([at("crowd slammed", "people criticised"), at("slammed it", "left")],
         TEXT.replace("slammed it", "left")),
        ([at("slammed", "one"), at("slammed", "two")], TEXT.replace("slammed", "two")),
        # Of three in a row the middle one gives way, and the first stands again.
        ([at("The 👍🏽", "Their"), at("👍🏽 crowd", "x"), at("crowd slammed", "y")],
         TEXT.replace("The 👍🏽 crowd slammed", "Their y")),
        ([at("a disgrace", "“$1 \\1”")], TEXT.replace("a disgrace", "“$1 \\1”")),
        ([at(TEXT, "Nothing.")], "Nothing."),
    ],
)  # fmt: skip
def test_wordings_replace_words(rewordings: list[tuple[int, int, str]], expected: str) -> None:
    assert reworded_text(TEXT, rewordings) == expected


def test_beside_each_other_is_not_overlapping() -> None:
    assert reworded_text("abcd", [(0, 2, "x"), (2, 4, "y")]) == "xy"


def test_without_rewordings_it_is_the_text_itself() -> None:
    assert reworded_text(TEXT, []) is TEXT
    assert changes_list(TEXT, []) == ()


def test_changes_have_the_line_as_editors_count_it() -> None:
    rewordings = [at("A mob", "A crowd"), at("a disgrace", "late"), at("slammed", "criticised")]
    assert changes_list(TEXT, rewordings) == (
        Change(1, "a disgrace", "late"),
        Change(3, "slammed", "criticised"),
        Change(4, "A mob", "A crowd"),
    )


def test_the_changes_of_several_articles_are_a_frame() -> None:
    odd = [(1, 1 + len("of"), "half \ud83d")]
    articles = [(3, "One", TEXT, [at("mob", "crowd")]), (5, "", " of", odd), (7, "Same", TEXT, [])]
    table = rewordings_frame(articles)
    assert table.to_numpy().tolist() == [[3, "One", 4, "mob", "crowd"], [5, "", 1, "of", "half �"]]
    assert list(table.columns) == list(REWORDINGS)
    none = rewordings_frame([])
    assert (len(none), list(none.dtypes)) == (0, list(table.dtypes))


@pytest.mark.parametrize("place", [(-1, 2), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_offsets_outside_the_text_are_refused(place: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no words"):
        reworded_text(TEXT, [at("mob", "crowd"), (*place, "x")])


ANY = st.text(st.characters(codec=None, categories=None), min_size=1, max_size=40)
"""Any code points: letters, marks, controls, those beyond the basic plane, lone surrogates."""


@st.composite
def texts_with_rewordings(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(ANY)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    words = [sorted(place) for place in draw(st.lists(places, max_size=6))]
    return text, [(start, end, draw(ANY)) for start, end in words if start < end]


@given(texts_with_rewordings())
def test_any_text_is_left_alone_outside_of_what_stands(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    """Against another way: each character says which decision owns it, the later ones first."""
    text, rewordings = case
    owner: list[int | None] = [None] * len(text)
    for number in reversed(range(len(rewordings))):
        start, end, _ = rewordings[number]
        if set(owner[start:end]) == {None}:
            owner[start:end] = [number] * (end - start)
    expected, before = "", None
    for sign, whose in zip(text, owner, strict=True):
        if whose is None:
            expected += sign
        elif whose != before:
            expected += rewordings[whose][2]
        before = whose
    assert reworded_text(text, rewordings) == expected
    changes = changes_list(text, rewordings)
    assert len(changes) == len(set(owner) - {None})
    assert len(expected) == len(text) + sum(len(one.after) - len(one.before) for one in changes)


@given(texts_with_rewordings())
def test_words_given_back_are_the_text(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, rewordings = case
    same = [(start, end, text[start:end]) for start, end, _ in rewordings]
    assert reworded_text(text, same) == text
