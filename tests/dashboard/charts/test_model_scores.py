"""The charts of the How it works page, on made-up measurements."""

import pytest

from dashboard.charts.bands_held_out import bands_held_out
from dashboard.charts.model_scores import name_gaps, reliability, scores
from dashboard.charts.palette import DARK, LIGHT
from dashboard.model.bands import BandCount
from dashboard.model.facts import SYSTEMS, card_body, model_facts

ROW = {
    "task": "loaded sentences, <b>a set</b>",
    "metric": "macro-F1",
    "rows": 1200,
    "scores": {
        name: {"value": 0.5 + place / 10, "low": 0.45, "high": 0.95}
        for place, name in enumerate(SYSTEMS)
    },
}
BINS = [
    {"confidence": 0.2, "correct": 0.25, "rows": 40},
    {"confidence": 0.8, "correct": 0.7, "rows": 10},
]


def gap_of(size, highest="<b>Nord</b>", lowest="Vale"):
    mean = {"mean": 0.1, "low": 0.0, "high": 0.9, "groups": None}
    return mean | {"names": {"gap": size, "highest": highest, "lowest": lowest}}


INVARIANCE = {
    "aim": 0.05,
    "kinds": {
        "country": {"names": 70, "loaded": gap_of(0.01), "tone": gap_of(0.2)},
        "gender": {"names": 40, "loaded": gap_of(0.02), "tone": gap_of(0.04)},
    },
}


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_system_has_its_value_interval_and_shape(colours):
    figure = scores([ROW, ROW], colours).checked()
    shown = {trace.name: trace for trace in figure.data}
    assert shown["Slant"].x == (0.5, 0.5)
    assert shown["VADER"].error_x.array == pytest.approx((0.25, 0.25))
    assert shown["VADER"].error_x.arrayminus == pytest.approx((0.25, 0.25))
    assert len({trace.marker.symbol for trace in figure.data}) == len(SYSTEMS)


def test_a_test_s_name_is_text():
    label = scores([ROW], LIGHT).checked().layout.annotations[0].text
    assert label.replace("<br>", " ") == (
        "loaded sentences, &lt;b&gt;a set&lt;/b&gt; · macro-F1 · 1,200 rows"
    )


def test_reliability_shows_each_bin_larger_for_more_rows():
    points = reliability(BINS, LIGHT).checked().data[1]
    assert (points.x, points.y) == ((0.2, 0.8), (0.25, 0.7))
    assert points.marker.size == pytest.approx((20, 13))


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_gaps_stand_beside_the_line_of_the_aim(colours):
    figure = name_gaps(INVARIANCE, colours).checked()
    aim, loaded, tone = figure.data
    assert aim.x == (0.05, 0.05)
    assert aim.line.dash == "dot"
    assert aim.name == "Aim: 0.05 at most"
    assert (loaded.x, tone.x) == ((0.01, 0.02), (0.2, 0.04))
    figures = {(note.x, note.y): note.text for note in figure.layout.annotations[2:]}
    assert [figures[at] for at in zip(loaded.x, loaded.y, strict=True)] == ["0.01", "0.02"]
    assert [figures[at] for at in zip(tone.x, tone.y, strict=True)] == ["0.20", "0.04"]


def test_the_two_scores_differ_in_shape_and_place_as_well_as_colour():
    _, loaded, tone = name_gaps(INVARIANCE, LIGHT).checked().data
    assert loaded.marker.symbol != tone.marker.symbol
    assert set(loaded.y).isdisjoint(tone.y)


def test_the_line_and_every_gap_are_in_the_picture():
    for widest in (0.0, 0.2, 0.9):
        measured = {
            "aim": 0.05,
            "kinds": {"party": {"names": 2, "loaded": gap_of(0.0), "tone": gap_of(widest)}},
        }
        low, high = name_gaps(measured, LIGHT).checked().layout.xaxis.range
        assert low == 0
        assert high > max(widest, 0.05)


def test_names_in_the_chart_of_gaps_are_text():
    figure = name_gaps(INVARIANCE, LIGHT).checked()
    assert figure.data[1].hovertext[0].replace("<br>", " ") == (
        "Loaded probability: 0.010, &lt;b&gt;Nord&lt;/b&gt; highest, Vale lowest"
    )
    assert figure.layout.annotations[0].text == "Countries · 70 names"


def test_the_bundled_measurements_can_be_drawn():
    facts = model_facts()
    assert scores(facts.metrics["table"], LIGHT).checked().data
    assert reliability(facts.metrics["calibration"]["loaded"]["bins"], LIGHT).checked().data
    assert facts.card.startswith("## ")


def test_a_card_goes_in_below_the_page_s_title():
    assert card_body("# Name\n\n<!-- a\nb -->\n## Part\ntext # no\n") == (
        "## Name\n\n### Part\ntext # no"
    )


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_bands_show_how_many_were_wrong(colours):
    counts = [BandCount("loaded", 40, 4), BandCount("uncertain", 25, 0)]
    figure = bands_held_out(counts, colours).checked()
    right, wrong = figure.data
    assert (right.x, wrong.x) == ((36, 25), (4, 0))
    assert right.marker.pattern.shape == ("", "/")
    assert wrong.marker.pattern.shape == "x"
    assert [note.text for note in figure.layout.annotations] == [count.words for count in counts]
