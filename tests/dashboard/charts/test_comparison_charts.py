"""The charts of a comparison: right numbers on one scale, a second channel, no mark-up."""

import pytest

from analysis.output.export import records
from dashboard.charts import comparison as drawn
from dashboard.charts.palette import DARK, LIGHT
from tests.hand_made_comparison import hand_made

COMPARED = hand_made(3)
SENTENCES = [article.sentences for article in COMPARED.articles]
SHARE = {
    "measure": "speaker_share",
    "subject": "Ann <b>Hale</b>",
    "voice": "",
    "difference": 0.2,
    "low": 0.1,
    "high": 0.3,
    "clear": True,
}
TONE = {
    "measure": "mean_tone_outlet",
    "subject": "",
    "voice": "outlet",
    "difference": -0.4,
    "low": -1.1,
    "high": 0.3,
    "clear": False,
}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_figure_is_valid_and_sets_its_own_colours(colours):
    for figure in (
        drawn.strips(SENTENCES, colours),
        drawn.differences([SHARE, TONE], colours),
        drawn.room(records(COMPARED.speakers), 3, colours),
    ):
        layout = figure.checked().to_dict()["layout"]
        assert layout["font"]["color"] == colours.text
        axes = [axis for name, axis in layout.items() if name.startswith(("xaxis", "yaxis"))]
        assert {axis["fixedrange"] for axis in axes} == {True}
        assert {axis["gridcolor"] for axis in axes} == {colours.grid}


def test_each_article_has_a_strip_with_a_bar_for_each_sentence_on_one_scale():
    figure = drawn.strips(SENTENCES, LIGHT).checked()
    assert [trace.name for trace in figure.data] == ["A", "B", "C"]
    for trace, sentences in zip(figure.data, SENTENCES, strict=True):
        assert list(trace.x) == [*range(1, len(sentences) + 1)]
        assert list(trace.y) == sentences["loaded_probability"].tolist()
    axes = [figure.layout[name] for name in ("yaxis", "yaxis2", "yaxis3")]
    assert {tuple(axis.range) for axis in axes} == {(0, 1.02)}
    assert [trace.yaxis for trace in figure.data] == ["y", "y2", "y3"]
    tops = [axis.domain[1] for axis in axes]
    assert tops == sorted(tops, reverse=True), "A is the first one"
    assert all(low >= 0 for axis in axes for low in axis.domain)


def test_a_difference_is_a_dot_with_its_interval():
    figure = drawn.differences([SHARE, TONE], LIGHT).checked()
    lines = [list(trace.x) for trace in figure.data if trace.mode == "lines"]
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert lines == [[0.1, 0.3], [-1.1, 0.3]]
    assert [list(trace.x) for trace in dots] == [[0.2], [-0.4]]
    assert [trace.xaxis for trace in dots] == ["x", "x2"], (
        "shares and tones have scales of their own"
    )


def test_what_may_be_chance_is_grey_and_hollow_and_says_so():
    figure = drawn.differences([SHARE, TONE], LIGHT).checked()
    clear, unclear = (trace for trace in figure.data if trace.mode == "markers")
    assert (clear.marker.color[0], clear.marker.line.color[0]) == (LIGHT.accent, LIGHT.accent)
    assert (unclear.marker.color[0], unclear.marker.line.color[0]) == (
        LIGHT.background,
        LIGHT.muted,
    )
    assert "may be chance" in unclear.hovertext[0]
    assert "may be chance" not in clear.hovertext[0]


def test_zero_is_in_the_middle_and_every_interval_within():
    layout = drawn.differences([SHARE, TONE], LIGHT).checked().layout
    for axis, row in ((layout.xaxis, SHARE), (layout.xaxis2, TONE)):
        low, high = axis.range
        assert low == -high
        assert low < row["low"]
        assert row["high"] < high


def test_only_one_kind_of_difference_fills_the_chart():
    figure = drawn.differences([TONE], LIGHT).checked()
    assert figure.layout.yaxis.domain[1] == 1
    assert "yaxis2" not in figure.to_dict()["layout"]


def test_names_of_strangers_reach_a_chart_as_text():
    rows = [
        {"speaker": "<img src=x>", "article": place, "share": share, "statements": 1}
        for place, share in enumerate((0.2, 0.1))
    ]
    assert "<img" not in drawn.room(rows, 2, LIGHT).checked().to_json()
    assert "&lt;img" in drawn.room(rows, 2, LIGHT).checked().layout.yaxis.ticktext[0]
    assert "<b>Hale" not in drawn.differences([SHARE], LIGHT).checked().layout.yaxis.ticktext[0]


def test_each_speaker_has_a_bar_with_its_letter_for_each_article():
    rows = [
        {"speaker": name, "article": place, "share": share, "statements": int(share > 0)}
        for name, shares in (("Ann Hale", (0.25, 0.1)), ("Ivo Marsh", (0.0, 0.4)))
        for place, share in enumerate(shares)
    ]
    figure = drawn.room(rows, 2, LIGHT).checked()
    found = {
        (trace.name, figure.layout.yaxis.ticktext[y]): (x, text)
        for trace in figure.data
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    assert found == {
        ("A", "Ann Hale"): (0.25, "A 25%"),
        ("B", "Ann Hale"): (0.1, "B 10%"),
        ("A", "Ivo Marsh"): (0, "A –"),
        ("B", "Ivo Marsh"): (0.4, "B 40%"),
    }
    assert figure.layout.yaxis.ticktext[-1] == "Ann Hale", "Plotly begins at the bottom"
