"""What a browser commits of a marked text, and the colours that the marks share with the page."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.marks import BadMark, Mark
from dashboard.charts.palette import DARK, LIGHT
from dashboard.components import marking

SENTENCES = [(0, 10), (11, 30)]


def test_marks_come_by_sentence_and_the_later_of_two_counts():
    given_marks = [
        {"sentence": 1, "loaded": True, "reason": "label", "words": [[11, 14]]},
        {"sentence": 0, "loaded": True},
        {"sentence": 0, "loaded": False},
    ]
    assert marking.committed_marks(given_marks, SENTENCES) == (
        Mark(0, False),
        Mark(1, True, "label", ((11, 14),)),
    )


def test_nothing_marked_is_a_commitment_too():
    assert marking.committed_marks([], SENTENCES) == ()


@pytest.mark.parametrize(
    "strange",
    [
        None,
        "all",
        {"sentence": 0, "loaded": True},
        [3],
        [{"sentence": 2, "loaded": True}],
        [{"sentence": 0, "loaded": True, "reason": "<b>hint</b>"}],
        [{"sentence": 0, "loaded": True, "words": [[5, 12]]}],
    ],
)
def test_what_does_not_fit_the_text_is_refused(strange):
    with pytest.raises(BadMark):
        marking.committed_marks(strange, SENTENCES)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["sentence", "loaded", "reason", "words"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_a_browser_sends_is_marks_of_the_text_or_refused(sent):
    try:
        marks = marking.committed_marks(sent, SENTENCES)
    except BadMark:
        return
    for mark in marks:
        start, end = SENTENCES[mark.sentence]
        assert all(start <= first < last <= end for first, last in mark.words)


def test_the_model_s_view_has_the_colours_of_the_charts():
    style = (Path(marking.__file__).parent / "marking.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--loaded: (#\w+);\s+--uncertain: (#\w+);", style)
    assert light == (LIGHT.bands["loaded"], LIGHT.bands["uncertain"])
    assert dark == (DARK.bands["loaded"], DARK.bands["uncertain"])
