"""The table of sentences and the lines of the sentence card."""

import pytest

from dashboard.panels.sentence_card import span_line
from dashboard.panels.table import CHOICES, chosen, table


def test_rows_count_from_one_and_keep_their_sentence(result):
    rows = table(result.sentences)
    assert rows["sentence"].tolist() == [1, 2, 3, 4, 5, 6]
    assert rows.index.tolist() == [0, 1, 2, 3, 4, 5]
    assert rows["loaded"].tolist() == pytest.approx([4, 91, 88, 45, 3, 30])
    assert rows["band"].tolist()[:2] == ["□ not loaded", "■ likely loaded"]
    assert rows["sentiment"].tolist()[2:4] == ["▼ negative", "tone unclear"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("All", [0, 1, 2, 3, 4, 5]),
        ("Likely loaded", [1, 2]),
        ("Uncertain", [3, 5]),
        ("Quoted", [2, 3]),
    ],
)
def test_filters(result, choice, expected):
    assert choice in CHOICES
    rows = result.sentences[chosen(result.sentences, choice)]
    assert rows["sentence"].tolist() == expected


def test_line_breaks_in_a_sentence_do_not_break_its_row(result):
    broken = result.sentences.assign(text="one\r\n two\tthree")
    assert table(broken)["text"].tolist()[0] == "one two three"


@pytest.mark.parametrize(
    ("effect", "alternative", "line"),
    [
        (0.4, "hasty", "“reckless”: without it 40 points lower. Plainer: “hasty”"),
        (-0.13, "", "“reckless”: without it 13 points higher"),
        (0.011, "", "“reckless”: without it 1 point lower"),
        (0.001, "", "“reckless”: without it about the same"),
        (float("nan"), "hasty", "“reckless”: its effect was not measured. Plainer: “hasty”"),
    ],
)
def test_a_word_s_line(result, effect, alternative, line):
    span = next(
        result.spans.head(1).assign(effect=effect, alternative=alternative).itertuples(index=False)
    )
    assert span_line(span) == line
