"""Charts, captions, table and text view of an article with sentences that were not scored."""

import math
from dataclasses import replace

import pytest

from analysis.frames import SENTENCES, Result, frame
from analysis.output.phrasing import captions
from analysis.output.sentence_counts import paragraph_bands, voice_mix
from dashboard.charts import by_sentence, summaries
from dashboard.charts.palette import LIGHT
from dashboard.components.article_text.payload import article_payload, encoded_article
from dashboard.panels.table import chosen, table_rows

NAN = float("nan")
LABELS = ("sentiment", "tone_label", "loaded")
NUMBERS = ("negative", "neutral", "positive", "tone", "loaded_probability", "reading_ease")


@pytest.fixture
def partly(result: Result) -> Result:
    """The article by hand with its third paragraph (sentences 5 and 6) and sentence 2 in French."""
    sentences = result.sentences.copy()
    for name in (*LABELS, *NUMBERS):
        sentences.loc[[1, 4, 5], name] = NAN
    sentences.loc[[1, 4, 5], "language"] = "fr"
    spans = result.spans[~result.spans["sentence"].isin([1, 4, 5])].reset_index(drop=True)
    return replace(result, sentences=frame(sentences, SENTENCES), spans=spans)


def test_the_strip_keeps_one_bar_per_sentence(partly: Result) -> None:
    (bar,) = by_sentence.article_strip(partly.sentences, LIGHT).checked().data
    assert list(bar.y) == [0.04, 0, 0.88, 0.45, 0, 0]
    assert list(bar.text) == ["", "–", "", "", "–", "–"]
    assert "not scored: in French" in bar.hovertext[1]
    assert "likely loaded" in bar.hovertext[2]


def test_the_tone_chart_leaves_them_out(partly: Result) -> None:
    line, marks = by_sentence.tone_along(partly.sentences, LIGHT).checked().data
    assert list(line.x) == list(marks.x) == [1, 3, 4]
    assert not any(map(math.isnan, line.y))


def test_counts_are_of_scored_sentences(partly: Result) -> None:
    paragraphs = paragraph_bands(partly.sentences)
    assert paragraphs["paragraph"].tolist() == [0, 1, 2]
    assert paragraphs["sentences"].tolist() == [1, 2, 0]
    assert voice_mix(partly.sentences)["sentences"].tolist() == [1, 1, 1]
    drawn = summaries.loaded_by_paragraph(paragraphs, LIGHT).checked()
    assert [list(bars.x) for bars in drawn.data] == [[1, 2, 3]] * 3


def test_captions_speak_of_scored_sentences(partly: Result) -> None:
    strip = captions.strip_caption(partly.sentences)
    assert strip.title == "Likely loaded: sentence 3"
    assert "Not scored: 2, 5 and 6." in strip.words
    assert "in sentence 3." in strip.words
    tone = captions.tone_caption(partly.sentences)
    assert "nan" not in tone.words
    assert "3 sentences in all" in tone.words
    paragraphs = captions.paragraph_caption(paragraph_bands(partly.sentences))
    assert "paragraph 2: 1 of 2" in paragraphs.words


def test_the_table_says_so(partly: Result) -> None:
    rows = table_rows(partly.sentences)
    assert [row["sentence"] for row in rows] == [2, 3, 0, 1, 4, 5]
    assert [row["loaded"]["shown"] for row in rows[3:]] == ["not scored"] * 3
    assert chosen(partly.sentences, "Likely loaded").tolist() == [False, False, True] + [False] * 3


def test_the_text_view_gets_words_and_no_numbers(partly: Result) -> None:
    pieces = [
        piece
        for block in article_payload(partly)["blocks"]
        for piece in block["pieces"]
        if "band" in piece
    ]
    assert [piece["band"] for piece in pieces].count("unscored") == 3
    assert pieces[1]["why"] == "not scored: in French"
    assert pieces[1]["lang"] == "fr"
    assert "NaN" not in encoded_article(partly).encoded
