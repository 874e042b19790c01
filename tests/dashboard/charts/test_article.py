"""The charts: right numbers, a second channel, nothing of an article taken for mark-up."""

import pytest

from analysis.output.loaded_words import loaded_words
from analysis.output.sentence_counts import paragraph_bands, voice_mix
from dashboard.charts import by_sentence, summaries
from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.readability import readability

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def all_figures(result, colours):
    drawings = {
        "strip": by_sentence.article_strip(result.sentences, colours),
        "tone": by_sentence.tone_along(result.sentences, colours),
        "mix": summaries.sentiment_mix(voice_mix(result.sentences), colours),
        "words": summaries.most_loaded_words(loaded_words(result), colours),
        "paragraphs": summaries.loaded_by_paragraph(paragraph_bands(result.sentences), colours),
        "readability": readability(result.article, colours),
    }
    return {name: drawing.checked() for name, drawing in drawings.items()}


@PALETTES
def test_every_figure_is_valid_and_sets_its_own_colours(result, colours):
    for name, figure in all_figures(result, colours).items():
        assert figure.layout.font.color == colours.text, name
        assert figure.layout.height, name


def test_the_strip_has_one_trace_and_one_bar_per_sentence(result):
    (bar,) = by_sentence.article_strip(result.sentences, LIGHT).checked().data
    assert list(bar.x) == [1, 2, 3, 4, 5, 6]
    assert list(bar.y) == [0.04, 0.91, 0.88, 0.45, 0.03, 0.30]


def test_bands_of_the_strip_differ_without_colour(result):
    (bar,) = by_sentence.article_strip(result.sentences, LIGHT).checked().data
    fills = {
        band: (pattern, colour == LIGHT.background)
        for band, pattern, colour in zip(
            result.sentences["loaded"], bar.marker.pattern.shape, bar.marker.color, strict=True
        )
    }
    assert fills == {"loaded": ("", False), "uncertain": ("/", False), "not loaded": ("", True)}


def test_a_long_strip_has_no_outlines_but_still_every_bar(result):
    import pandas as pd

    long = pd.concat([result.sentences] * 100, ignore_index=True)
    (bar,) = by_sentence.article_strip(long, LIGHT).checked().data
    assert len(bar.y) == 600
    assert bar.marker.line.width == 0


def test_markup_in_a_sentence_reaches_the_hover_as_text(result):
    for figure in (
        by_sentence.article_strip(result.sentences, LIGHT),
        by_sentence.tone_along(result.sentences, LIGHT),
    ):
        hover = figure.checked().data[-1].hovertext[5]
        assert "Swimmers &lt;b&gt;cheered&lt;/b&gt; the rescue plan." in hover


def test_tone_has_a_symbol_for_each_label(result):
    marks = by_sentence.tone_along(result.sentences, LIGHT).checked().data[-1].marker.symbol
    assert list(marks) == [
        "circle-open",
        "triangle-down",
        "triangle-down",
        "line-ew-open",
        "circle-open",
        "triangle-up",
    ]


def test_the_mix_shares_sum_to_one_in_every_voice(result):
    figure = summaries.sentiment_mix(voice_mix(result.sentences), LIGHT).checked()
    totals = [sum(trace.x[row] for trace in figure.data) for row in range(3)]
    assert totals == pytest.approx([1, 1, 1])
    assert [trace.text[2][:1] for trace in figure.data] == ["▼", "○", "▲", ""]  # own voice, on top


def test_words_show_effect_and_count_the_outlet_s_own_on_top(result):
    figure = summaries.most_loaded_words(loaded_words(result), LIGHT).checked()
    own, quoted = figure.data
    axis = figure.layout.yaxis
    named = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    assert (own.name, [named[place] for place in own.y]) == ("own voice", ["reckless", "shocked"])
    assert list(own.x) == pytest.approx([40, 10])
    assert quoted.name == "in quotations"
    assert [named[place] for place in quoted.y] == ["reckless", "shameful"]
    assert list(quoted.x) == pytest.approx([20, 15])
    assert (own.marker.pattern.shape, quoted.marker.pattern.shape) == (None, "/")
    # The axis runs downwards, so that the first is on top.
    assert axis.range[0] > max(axis.tickvals) > min(axis.tickvals) > axis.range[1]


def test_words_of_one_voice_need_no_legend(result):
    import dataclasses

    own = dataclasses.replace(result, sentences=result.sentences.assign(voice="outlet"))
    figure = summaries.most_loaded_words(loaded_words(own), LIGHT).checked()
    (bars,) = figure.data
    assert list(bars.x) == pytest.approx([30, 15, 10])  # mean of 40 and 20 for reckless
    assert bars.text[0] == "30 points, ×2"
    assert figure.layout.showlegend is False


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (1, 1), (2, 1), (5, 1), (6, 2), (11, 5), (26, 10), (70, 20)]
)
def test_ticks_of_counts_are_whole(most, step, result):
    """Plotly's own choice for two sentences was 0, 0.5, 1, …, shown as 0, 0, 1, 2, 2."""
    paragraphs = paragraph_bands(result.sentences).assign(sentences=most)
    figure = summaries.loaded_by_paragraph(paragraphs, LIGHT).checked()
    assert figure.layout.yaxis.dtick == step


def test_paragraphs_are_counted_by_band(result):
    figure = summaries.loaded_by_paragraph(paragraph_bands(result.sentences), LIGHT).checked()
    assert {trace.name: list(trace.y) for trace in figure.data} == {
        "likely loaded": [1, 1, 0],
        "uncertain": [0, 1, 1],
        "not loaded": [1, 0, 1],
    }


def test_readability_leaves_out_what_cannot_be_said(result):
    figure = readability(result.article, LIGHT).checked()
    assert list(figure.data[0].x) == pytest.approx([55.2])
    assert list(figure.layout.yaxis2.ticktext) == [
        "Flesch–Kincaid",
        "Gunning fog",
        "Automated index",
        "Coleman–Liau",
    ]
    assert list(figure.data[1].x) == pytest.approx([8.1, 10.0, 7.0, 9.4])


def test_readability_beyond_its_scale_stays_in_the_chart_with_its_figure(result):
    beyond = result.article.assign(flesch_reading_ease=-12.4, gunning_fog=31.0)
    figure = readability(beyond, LIGHT).checked()
    assert (figure.data[0].x[0], figure.data[0].text[0].strip()) == (0, "-12")
    assert (figure.data[1].x[1], figure.data[1].text[1].strip()) == (20, "31")


def test_one_sentence_makes_every_chart(result):
    import dataclasses

    one = dataclasses.replace(
        result, sentences=result.sentences.head(1), spans=result.spans.head(0)
    )
    assert all(figure.data for figure in all_figures(one, LIGHT).values())


def test_a_voice_that_is_off_leaves_an_empty_place_in_the_strip(result):
    (bar,) = by_sentence.article_strip(result.sentences, LIGHT, {1, 2}).checked().data
    assert list(bar.y) == [0, 0.91, 0.88, 0, 0, 0]
    assert "switched off" in bar.hovertext[0]
    assert "likely loaded" in bar.hovertext[1]


def test_charts_of_some_sentences_keep_the_numbers_of_all(result):
    import dataclasses

    some = dataclasses.replace(result, sentences=result.sentences[3:])
    tone = by_sentence.tone_along(some.sentences, LIGHT).checked()
    assert list(tone.data[1].x) == [4, 5, 6]
    assert tone.layout.xaxis.range[1] > 6
    paragraphs = summaries.loaded_by_paragraph(paragraph_bands(some.sentences), LIGHT).checked()
    assert list(paragraphs.data[0].x) == [2, 3]
    assert paragraphs.layout.xaxis.range[1] > 3
