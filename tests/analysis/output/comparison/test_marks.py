"""Marks inside sentences: nothing of the text is lost, and each mark lies where it should."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.output.comparison.marks import (
    CONFLICTS,
    DIFFERS,
    LOADED,
    Interval,
    Marks,
    common,
    marked_runs,
)
from tests.hand_made_comparison import TEXTS, comparison_of, hand_made

PLACES = st.integers(-2, 30)
INTERVALS = st.lists(st.tuples(PLACES, PLACES), max_size=4)


def covered(intervals: list[Interval]) -> set[int]:
    return {place for start, end in intervals for place in range(start, end)}


@given(st.text(min_size=1, max_size=25), st.data())
def test_runs_joined_are_the_passage_and_marks_are_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passages = {"word": data.draw(INTERVALS), "differs": data.draw(INTERVALS)}
    runs = marked_runs(text, start, end, passages)
    assert "".join(run.text for run in runs) == text[start:end]
    at = start
    for run in runs:
        for place in range(at, at + len(run.text)):
            marked = {mark for mark, some in passages.items() if place in covered(some)}
            assert set(run.marks) == marked
        at += len(run.text)


@given(st.lists(INTERVALS, min_size=1, max_size=4))
def test_what_is_common_lies_in_every_list(lists: list[list[Interval]]) -> None:
    found = common(lists)
    expected = set.intersection(*map(covered, lists))
    assert covered(found) == expected
    assert found == sorted(found)


def test_without_lists_nothing_is_common() -> None:
    assert common([]) == []


def test_the_marks_of_a_sentence() -> None:
    runs = Marks(hand_made(2)).runs(1, 2)
    assert "".join(run.text for run in runs) == TEXTS[1][2]
    assert [run.text for run in runs if LOADED in run.marks] == ["angry mob", "besieged"]
    assert [run.text for run in runs if CONFLICTS in run.marks] == ["200"]
    assert "".join(run.text for run in runs if DIFFERS in run.marks) == (
        "An angry mob of 200besieged"
    )
    assert [run.marks for run in runs if run.text == "besieged"] == [(LOADED, DIFFERS)]


def test_words_that_one_of_two_partners_has_are_not_marked() -> None:
    comparison = hand_made(3)
    text = comparison.articles[0].text
    start = text.index("closed on Monday")

    def differing(other: int, words: str) -> dict[str, object]:
        """What sentence 1 of A has beyond sentence 1 of another article."""
        pairs = comparison.pairs
        (row,) = pairs.index[
            (pairs["article_a"] == 0)
            & (pairs["article_b"] == other)
            & (pairs["sentence_a"] == 1).fillna(False)
        ]
        return {
            "pair": int(row),
            "article": 0,
            "start": start,
            "end": start + len(words),
            "text": words,
        }

    rows = [differing(1, "closed on Monday"), differing(2, "closed")]
    made = comparison_of(comparison.articles, pairs=comparison.pairs, wordings=rows)
    assert [run.text for run in Marks(made).runs(0, 1) if run.marks] == ["closed"]
    made = comparison_of(comparison.articles, pairs=comparison.pairs, wordings=rows[:1])
    assert not any(run.marks for run in Marks(made).runs(0, 1))
