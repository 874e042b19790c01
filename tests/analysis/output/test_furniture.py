"""What is said and shown of the lines of a page that are not part of its article."""

from __future__ import annotations

import pytest

from analysis import Result, analyze
from analysis.output.phrasing.chart_descriptions import strip_description
from analysis.output.phrasing.language_note import furniture_note, language_note, unscored_words
from analysis.output.report.html import to_html
from analysis.output.sentence_counts import paragraph_bands
from analysis.output.table import readable_table
from analysis.text.readability import paragraph_readability

PAGE = (
    "Ferry fares rise in June\nBy Ana Pell\n4 May 2021\n\n"
    "The council raised the fares on Tuesday after a long debate.\n\n"
    "Image source, Getty Images\n\n"
    "Le conseil a voté la hausse des tarifs mardi soir.\n\n"
    "Passengers can object to the plan until the end of May.\n\n"
    "Most read"
)
NOTE = (
    "4 lines are not part of the article (menus, dates, credits, links): they are shown, but "
    "neither scored nor counted."
)
WORDS = "not part of the article: not scored"
PARTS = ["headline", "furniture", "furniture", "body", "furniture", "body", "body", "furniture"]


@pytest.fixture(scope="module")
def page() -> Result:
    return analyze(PAGE)


def test_parts_and_counts(page: Result) -> None:
    assert page.sentences["part"].tolist() == PARTS
    article = page.article.iloc[0]
    assert (article["sentences"], article["furniture_sentences"]) == (4, 4)
    assert (article["paragraphs"], article["unscored_sentences"]) == (4, 1)
    furniture = page.sentences[page.sentences["part"] == "furniture"]
    assert furniture[["loaded", "sentiment", "reading_ease"]].isna().all().all()


def test_it_is_told_from_another_language(page: Result) -> None:
    assert furniture_note(page) == NOTE
    assert language_note(page) == "1 sentence is not in English and was not scored."
    assert unscored_words("fr", "furniture") == WORDS
    assert unscored_words("fr", "body") == "not scored: in French"


def test_the_report_says_it(page: Result) -> None:
    report = to_html(page)
    assert NOTE in report
    assert report.count('class="sentence unscored furniture"') == 4
    assert f"Sentence 2: {WORDS}." in report
    assert "Sentence 6: not scored: in French." in report


def test_the_table_of_the_command_line_says_it(page: Result) -> None:
    said = readable_table(page)
    assert NOTE in " ".join(said.split())
    assert said.count("not article") == 4


def test_descriptions_count_the_article_only(page: Result) -> None:
    said = strip_description(page.sentences)
    assert said.startswith("4 sentences. ")
    assert said.endswith("Not scored: 6. Not part of the article: 2, 3, 5 and 8.")


def test_paragraphs_of_furniture_have_no_row(page: Result) -> None:
    numbers = [0, 1, 3, 4]
    assert paragraph_bands(page.sentences)["paragraph"].tolist() == numbers
    assert paragraph_readability(page.sentences)["paragraph"].tolist() == numbers


def test_a_text_without_furniture_has_no_note() -> None:
    assert furniture_note(analyze("The council met on Tuesday.")) == ""
