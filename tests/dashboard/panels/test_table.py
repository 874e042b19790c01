"""The table of sentences and the lines of the sentence card."""

import json

import pytest

from dashboard.components.sentence_table import encoded_rows
from dashboard.panels.sentence_card import span_line
from dashboard.panels.table import CHOICES, chosen, table_rows


def column(rows, name):
    return [row[name]["shown"] for row in rows]


def test_the_most_loaded_is_first_and_people_count_from_one(result):
    rows = table_rows(result.sentences)
    # Their probabilities, as the article by hand has them: 4, 91, 88, 45, 3 and 30 per cent.
    assert [row["sentence"] for row in rows] == [1, 2, 3, 5, 0, 4]
    assert column(rows, "number") == ["2", "3", "4", "6", "1", "5"]
    assert column(rows, "loaded") == [
        "■ likely loaded, 91%",
        "■ likely loaded, 88%",
        "▨ uncertain, 45%",
        "▨ uncertain, 30%",
        "□ not loaded, 4%",
        "□ not loaded, 3%",
    ]


def test_sentences_without_scores_are_last_in_reading_order(result):
    unscored = result.sentences.copy()
    unscored.loc[[0, 1], ["loaded", "sentiment", "tone_label"]] = float("nan")
    unscored.loc[[0, 1], ["loaded_probability", "tone", "reading_ease"]] = float("nan")
    rows = table_rows(unscored)
    assert [row["sentence"] for row in rows] == [2, 3, 5, 4, 0, 1]
    assert column(rows, "loaded")[-2:] == ["not scored"] * 2
    assert column(rows, "tone")[-2:] == column(rows, "ease")[-2:] == ["", ""]
    assert all(
        row[name]["value"] is None for row in rows[-2:] for name in ("loaded", "tone", "ease")
    )


def test_lines_that_are_no_part_of_the_article_say_so_and_are_last(result):
    unscored = result.sentences.copy()
    unscored.loc[1, ["loaded", "sentiment", "tone_label"]] = float("nan")
    unscored.loc[1, ["loaded_probability", "tone", "reading_ease"]] = float("nan")
    unscored.loc[1, "part"] = "furniture"
    last = table_rows(unscored)[-1]
    assert (last["sentence"], last["loaded"]["shown"]) == (1, "not part of the article")


def test_sentences_of_the_same_score_are_in_reading_order(result):
    rows = table_rows(result.sentences.assign(loaded_probability=0.5))
    assert [row["sentence"] for row in rows] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("tone", "shown"),
    [(-0.004, "0.00"), (-0.006, "−0.01"), (0.0, "0.00"), (-0.0, "0.00"), (0.25, "0.25")],
)
def test_no_tone_is_minus_nothing(result, tone, shown):
    rows = table_rows(result.sentences.assign(tone=tone, tone_label="neutral"))
    assert column(rows, "tone") == [f"○ neutral, {shown}"] * 6


def test_a_tone_that_is_not_clear_has_no_sign(result):
    rows = table_rows(result.sentences.assign(tone=0.1, tone_label="unclear"))
    assert column(rows, "tone") == ["tone unclear, 0.10"] * 6


def test_digests_name_the_content(result):
    rows = table_rows(result.sentences)
    columns = [{"name": name, "title": "", "help": ""} for name in ("number", "text", "loaded")]
    one = encoded_rows(columns, rows, high_end="loaded")
    assert one.encoded.isascii()
    first = json.loads(one.encoded)["rows"][0]
    text = result.sentences["text"][1]
    assert first == [1, ["2", 2], [text], ["■ likely loaded, 91%", 0.91, 0.91]]
    assert encoded_rows(columns, rows, high_end="loaded").digest == one.digest
    assert encoded_rows(columns, rows[1:], high_end="loaded").digest != one.digest


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("All", [0, 1, 2, 3, 4, 5]),
        ("Likely loaded", [1, 2]),
        ("Uncertain", [3, 5]),
        ("Others’ words", [2, 3]),
    ],
)
def test_filters(result, choice, expected):
    assert choice in CHOICES
    rows = result.sentences[chosen(result.sentences, choice)]
    assert rows["sentence"].tolist() == expected


def test_line_breaks_in_a_sentence_do_not_break_its_row(result):
    broken = result.sentences.assign(text="one\r\n two\tthree")
    assert column(table_rows(broken), "text")[0] == "one two three"


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
