"""What readers who are done left unmarked becomes a judgement; of others up to their last mark."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import empty
from analysis.practice.completed import completed
from analysis.practice.marks import MARKS
from tests.analysis.practice.made import marks_of


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def test_readers_are_completed_as_far_as_they_have_read() -> None:
    marks = marks_of({3: [None, "label", None], 1: [True, None, None], 2: [False, None, True]})
    assert rows(completed(marks, {1, 4}, [True, True, True])) == [
        (1, 0, True, ""),
        (1, 1, False, ""),
        (1, 2, False, ""),
        (2, 0, False, ""),
        (2, 1, False, ""),  # passed on the way to the third
        (2, 2, True, ""),
        (3, 0, False, ""),
        (3, 1, True, "label"),
        # Done without a single mark.
        (4, 0, False, ""),
        (4, 1, False, ""),
        (4, 2, False, ""),
    ]


def test_sentences_that_do_not_count_are_left_out() -> None:
    marks = marks_of({1: [True, True, True, True]})
    assert rows(completed(marks, [1], [False, True, False])) == [(1, 1, True, "")]
    assert rows(completed(marks, [2], [True, False])) == [(1, 0, True, ""), (2, 0, False, "")]


def test_nobody_and_nothing() -> None:
    nothing = completed(empty(MARKS), [], [True])
    assert {name: str(dtype) for name, dtype in nothing.dtypes.items()} == {
        name: column.dtype for name, column in MARKS.items()
    }
    assert len(nothing) == 0
    assert len(completed(empty(MARKS), [1, 2], [])) == 0


@given(
    st.dictionaries(
        st.integers(1, 9), st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4)
    ),
    st.sets(st.integers(1, 9)),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_marks_stay_and_each_finished_reader_judges_all(answers, finished, counts) -> None:
    given_marks = marks_of(answers)
    made = completed(given_marks, finished, counts)
    kept = {row for row in rows(given_marks) if counts[row[1]]}
    assert kept <= set(rows(made))
    assert all(not loaded for _, _, loaded, _ in set(rows(made)) - kept)
    by_reader = made.groupby("participant")["sentence"].agg(list).to_dict()
    asked = [sentence for sentence, count in enumerate(counts) if count]
    assert all(by_reader.get(reader, []) == asked for reader in finished)
    for reader in set(by_reader) - finished:
        last = max(sentence for who, sentence, *_ in kept if who == reader)
        assert by_reader[reader] == [sentence for sentence in asked if sentence <= last]
    assert not made.duplicated(["participant", "sentence"]).any()
