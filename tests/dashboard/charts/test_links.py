"""What a click on a chart leads to: the sentences behind each of its marks."""

import pytest

from analysis.output.loaded_words import loaded_words
from analysis.output.sentence_counts import paragraph_bands, voice_mix
from dashboard.charts import by_sentence, links, summaries
from dashboard.charts.palette import LIGHT


def behind(figure):
    return figure.to_dict()["layout"]["meta"]["sentences"]


def test_a_word_leads_to_all_its_sentences(result):
    words = loaded_words(result)
    figure = links.linked(summaries.most_loaded_words(words, LIGHT), links.behind_words(words))
    for trace, points in zip(figure.to_dict()["data"], behind(figure), strict=True):
        for hover, numbers in zip(trace["hovertext"], points, strict=True):
            word = hover.partition("<b>")[2].partition("</b>")[0]
            assert numbers
            for number in numbers:
                assert word in result.sentences["text"][number].casefold()


def test_a_share_of_a_voice_leads_to_its_sentences(result):
    mix = voice_mix(result.sentences)
    figure = links.linked(
        summaries.sentiment_mix(mix, LIGHT), links.behind_mix(result.sentences, mix)
    )
    for trace, points in zip(figure.to_dict()["data"], behind(figure), strict=True):
        for share, numbers, count in zip(
            trace["x"], points, mix["sentences"].tolist()[::-1], strict=True
        ):
            assert len(numbers) == pytest.approx(share * count)
    everyone = sorted(number for points in behind(figure) for ns in points for number in ns)
    assert everyone == result.sentences["sentence"].tolist()


def test_a_mark_of_the_tone_leads_to_its_sentence_and_the_line_to_none(result):
    figure = links.linked(
        by_sentence.tone_along(result.sentences, LIGHT), links.behind_tone(result.sentences)
    )
    line, marks = behind(figure)
    assert not any(line)
    assert marks == [[0], [1], [2], [3], [4], [5]]


def test_a_paragraph_leads_to_its_sentences_of_that_band(result):
    paragraphs = paragraph_bands(result.sentences)
    figure = links.linked(
        summaries.loaded_by_paragraph(paragraphs, LIGHT),
        links.behind_paragraphs(result.sentences, paragraphs),
    )
    loaded, uncertain, plain = behind(figure)
    assert loaded == [[1], [2], []]
    assert uncertain == [[], [3], [5]]
    assert plain == [[0], [], [4]]


def test_sentences_for_another_figure_are_refused(result):
    figure = by_sentence.tone_along(result.sentences, LIGHT)
    with pytest.raises(ValueError, match="points"):
        links.linked(figure, [[[0]]])
