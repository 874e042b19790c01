"""Which lines stand on a worksheet, and what is said of those that do not."""

from dataclasses import replace

import pytest

from analysis import analyze
from analysis.output.worksheet.sheet import NothingToMark, sheet_of
from analysis.reading.samples import samples
from tests.analysis.output.worksheet.article import LINES, article


def numbers(sheet) -> list[int]:
    return [line.number for line in sheet.lines]


def test_furniture_is_left_out_and_the_others_keep_their_numbers() -> None:
    sheet = sheet_of(article())
    assert [(line.number, line.text) for line in sheet.lines] == [
        (1, LINES[0]),
        (3, LINES[2]),
        (4, LINES[3]),
        (5, LINES[4]),
        (6, LINES[5]),
    ]
    assert "captions" in sheet.note
    assert sheet.part == ""
    assert [line.headline for line in sheet.lines] == [True, False, False, False, False]


def test_the_title_stands_once() -> None:
    assert sheet_of(article()).title == ""
    assert sheet_of(article(), "Buses at night").title == "Buses at night"
    # The headline is not on this part of the text.
    assert sheet_of(article(), stretch=(3, 6)).title == LINES[0]


@pytest.mark.parametrize(
    ("stretch", "shown", "said"),
    [
        ((1, 6), [1, 3, 4, 5, 6], ""),
        ((1, 40), [1, 3, 4, 5, 6], ""),
        ((3, 4), [3, 4], "Sentences 3 to 4 of 6"),
        ((6, 6), [6], "Sentence 6 of 6"),
        ((5, 999), [5, 6], "Sentences 5 to 6 of 6"),
    ],
)
def test_a_part_of_the_article(stretch, shown, said) -> None:
    sheet = sheet_of(article(), stretch=stretch)
    assert numbers(sheet) == shown
    assert sheet.part == said


@pytest.mark.parametrize("stretch", [(0, 3), (4, 3), (7, 9), (-2, -1)])
def test_sentences_that_are_not_there(stretch) -> None:
    with pytest.raises(NothingToMark, match=r"choose others, the article has 1 to 6\.$"):
        sheet_of(article(), stretch=stretch)


def test_nothing_to_mark() -> None:
    with pytest.raises(NothingToMark, match="nothing to mark in sentence 2:"):
        sheet_of(article(), stretch=(2, 2))


def test_other_languages_are_shown_and_not_to_be_marked() -> None:
    result = article()
    loaded = result.sentences["loaded"].mask(result.sentences["sentence"] == 5)
    foreign = replace(result, sentences=result.sentences.assign(loaded=loaded))
    sheet = sheet_of(foreign)
    assert [line.number for line in sheet.lines if not line.marked] == [6]
    assert "not in English" in sheet.note
    assert "not in English" not in sheet_of(result).note


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("https://example.org/news", "https://example.org/news"),
        ("/home/anna/class 7b/town.txt", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_web_address_is_given_and_a_path_is_not(source, shown) -> None:
    assert sheet_of(article(source=source)).address == shown


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.slug)
def test_a_sample_is_whole_on_its_sheet(sample) -> None:
    sheet = sheet_of(analyze(sample.text, sample.title))
    assert numbers(sheet) == list(range(1, len(sheet.lines) + 1))
    printed = "".join("".join(line.text.split()) for line in sheet.lines)
    assert printed == "".join(sample.text.split())
